/**
 * What a page with nothing to say costs: all that the scout does on it from its first line until it waits for changes
 * (finding the site's reader, searching the page's text, setting up the observer and the listeners), against one
 * reading of the page's text, in a real Chromium. Not in it: parsing the script, and later changes. Run with `npx tsx tests/bench/scout.ts [comments]`.
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

function longThread(comments: number): Thread & { url: string } {
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

/** The scout as a script that puts what starts it on `window.scout`. */
async function bundledScout(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: resolve(import.meta.dirname, '../../entrypoints/scout.content/scout.ts'),
        formats: ['iife'],
        name: 'scout',
      },
    },
  })) as Rollup.RollupOutput[]
  const code = output[0]?.output[0].code
  if (!code) throw new Error('The scout was not bundled.')
  return `${code}\nglobalThis.scout = scout`
}

interface Sample {
  characters: number
  read: number[]
  look: number[]
  /** What the scout asked of the background. */
  messages: number
}

const comments = Number(process.argv[2] ?? 5000)
const { executablePath } = await findOrInstallChromium()
const browser = await chromium.launch({ executablePath, headless: true })
try {
  const page = await browser.newPage()
  const thread = longThread(comments)
  await page.route('**', (route) =>
    route.request().url() === thread.url
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: threadPage('react', thread) })
      : route.abort(),
  )
  await page.goto(thread.url)
  await page.evaluate(await bundledScout())
  // A string, because what runs this file gives functions names with a helper that pages do not have.
  const sample = await page.evaluate<Sample>(`(async () => {
    const sample = { characters: 0, read: [], look: [], messages: 0 }
    globalThis.browser = { runtime: { id: 'bench', sendMessage: async () => void sample.messages++ } }
    for (let round = 0; round < ${ROUNDS}; round++) {
      // In turn, so that both meet the same state of the machine; a change makes every reading a fresh one.
      document.body.append('.')
      let start = performance.now()
      sample.characters = document.body.textContent.length
      sample.read.push(performance.now() - start)
      document.body.append('.')
      // the scout starts once on a page
      delete globalThis[Symbol.for('unmute.page')]
      start = performance.now()
      scout.start(document)
      sample.look.push(performance.now() - start)
      if (!globalThis[Symbol.for('unmute.page')]) throw new Error('The scout did not start.')
    }
    // what it would ask, it asks after a pause
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return sample
  })()`)
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
  const [read, look] = [median(sample.read), median(sample.look)]
  if (sample.messages) throw new Error('The page of the benchmark is not one with nothing to say.')
  console.log(`${comments} comments, ${sample.characters} characters, median of ${ROUNDS}`)
  console.log(`one textContent read: ${read.toFixed(2)} ms; the scout: ${look.toFixed(2)} ms`)
  console.log(`ratio ${(look / read).toFixed(2)} (budget 1.50)`)
} finally {
  await browser.close()
}
