/**
 * What a page with nothing to say costs: the look that decides it, against one reading of the page's text, in a real
 * Chromium. Run with `npx tsx tests/bench/scout.ts [comments]`.
 */
import { resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { build, type Rollup } from 'vite'
import type { Thread } from '../../diagnosis/thread'
import { findOrInstallChromium } from '../../scripts/browser'
import { threadPage } from '../pages/fill'

const ROUNDS = 21

const prose =
  'The calendar popup is cut off at the right edge in the narrow layout, and the keyboard focus gets lost when it closes. I can reproduce it with the current release on two machines, see the steps above.'

function longThread(comments: number): Thread {
  return {
    site: 'github',
    url: 'https://github.com/example/calendar/issues/7',
    title: 'Dark mode: the calendar popup is cut off',
    blocks: Array.from({ length: comments + 1 }, (_, index) => ({
      id: String(index),
      kind: index === 0 ? ('description' as const) : ('comment' as const),
      author: `person-${index % 97}`,
      date: '2024-03-02T10:00:00Z',
      text: `${prose}\n\nComment ${index}: ${prose}`,
    })),
  }
}

/** The prefilter as a script that puts it on `window.look`. */
async function bundledLook(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: resolve(import.meta.dirname, '../../entrypoints/scout.content/prefilter.ts'),
        formats: ['iife'],
        name: 'look',
      },
    },
  })) as Rollup.RollupOutput[]
  const code = output[0]?.output[0].code
  if (!code) throw new Error('The prefilter was not bundled.')
  return `${code}\nglobalThis.look = look`
}

interface Sample {
  characters: number
  read: number[]
  look: number[]
  worthReading: boolean
}

const comments = Number(process.argv[2] ?? 5000)
const { executablePath } = await findOrInstallChromium()
const browser = await chromium.launch({ executablePath, headless: true })
try {
  const page = await browser.newPage()
  await page.setContent(threadPage('react', longThread(comments)))
  await page.evaluate(await bundledLook())
  // A string, because what runs this file gives functions names with a helper that pages do not have.
  const sample = await page.evaluate<Sample>(`(() => {
    const sample = { characters: 0, read: [], look: [], worthReading: false }
    for (let round = 0; round < ${ROUNDS}; round++) {
      // In turn, so that both meet the same state of the machine; a change makes every reading a fresh one.
      document.body.append('.')
      let start = performance.now()
      sample.characters = document.body.textContent.length
      sample.read.push(performance.now() - start)
      document.body.append('.')
      start = performance.now()
      sample.worthReading = look.isWorthReading(document.body.textContent)
      sample.look.push(performance.now() - start)
    }
    return sample
  })()`)
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
  const [read, look] = [median(sample.read), median(sample.look)]
  if (sample.worthReading) throw new Error('The page of the benchmark is not one with nothing to say.')
  console.log(`${comments} comments, ${sample.characters} characters, median of ${ROUNDS}`)
  console.log(`one textContent read: ${read.toFixed(2)} ms; the scout's look: ${look.toFixed(2)} ms`)
  console.log(`ratio ${(look / read).toFixed(2)} (budget 1.50)`)
} finally {
  await browser.close()
}
