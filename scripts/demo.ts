/**
 * `npm run demo`: the built extension on an issue page. In a window that stays open where there is a screen; without
 * one, or with `--pictures`, as pictures in demo/.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { JSDOM } from 'jsdom'
import { siteFor } from '../sites'
import { readThread } from '../sites/thread'
import { ensureChinese, findOrInstallChromium } from './browser'
import { buildExtension } from './build'
import { launchExtensionBrowser } from './extension-browser'
import { run } from './run'
import {
  allLooks,
  allPictures,
  downToPanel,
  htmlOf,
  openShown,
  seePanel,
  type SeenPanel,
  shownPages,
  takePicture,
} from './showcase'
import { takeOwnPages } from './showcase-own-pages'

const root = resolve(import.meta.dirname, '..')

/** Whether somebody sits before a screen: pictures serve everybody else. */
function hasScreen(): boolean {
  if (!process.stdout.isTTY) return false
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** The command line's verdict on the same page, as a panel's: read from the page by the readers that the extension uses. */
async function commandLineVerdict(): Promise<SeenPanel> {
  const { html, url } = shownPages.issue
  const { document } = new JSDOM(html, { url }).window
  const site = siteFor(new URL(url), document)
  if (!site) throw new Error(`No reader knows ${url}.`)
  const folder = await mkdtemp(join(tmpdir(), 'unmute-demo-'))
  try {
    const input = join(folder, 'issue.json')
    await writeFile(input, JSON.stringify(readThread(site, document, new URL(url)).thread))
    const diagnose = (...options: string[]) =>
      run(process.execPath, ['--import', 'tsx', 'scripts/diagnose.ts', ...options, input], { cwd: root })
    const [json, text] = await Promise.all([diagnose('--json'), diagnose('--lang', 'en')])
    if (json.status !== 0) throw new Error(`The command line failed on the same page: ${json.output}`)
    const report = JSON.parse(json.output) as { diagnoses: { verdict: string }[] }
    // Its first line names the input, the second is the verdict.
    return { verdict: report.diagnoses[0]?.verdict ?? '', line: text.output.split('\n')[1] ?? '' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function compare(panel: SeenPanel, commandLine: SeenPanel): void {
  console.log(`\nThe panel says:        ${panel.line}`)
  console.log(`The command line says: ${commandLine.line}`)
  if (panel.verdict !== commandLine.verdict)
    throw new Error(
      `The same page has two verdicts: the panel says ${panel.verdict}, the command line ${commandLine.verdict || 'nothing'}.`,
    )
}

async function showWindow(executablePath: string): Promise<void> {
  const browser = await launchExtensionBrowser({ executablePath, headed: true, viewport: null })
  try {
    browser.serve(shownPages.model.url, htmlOf(shownPages.model, 'auto'))
    const page = await openShown(browser, shownPages.issue, 'auto')
    compare(await seePanel(page), await commandLineVerdict())
    console.log(`\nOpen in the window: ${shownPages.issue.url}`)
    console.log(`Served as well:     ${shownPages.model.url}`)
    console.log('Nothing is loaded from the web. Close the window to end.')
    await closed(page.context())
  } finally {
    await browser.close()
  }
}

/** Resolves when the last tab is gone: on some systems the browser itself stays. */
function closed(context: BrowserContext): Promise<void> {
  return new Promise((done) => {
    const check = () => context.pages().length === 0 && done()
    context.on('close', () => done())
    const watch = (page: Page) => page.on('close', check)
    context.pages().forEach(watch)
    context.on('page', watch)
  })
}

async function takePictures(executablePath: string): Promise<void> {
  await ensureChinese(executablePath)
  const paths: string[] = []
  let issue: SeenPanel | undefined
  for (const picture of allPictures) {
    const { path, panel } = await takePicture(picture, join(root, 'demo'), {
      executablePath,
      clip: downToPanel,
    })
    if (picture.page === shownPages.issue && picture.language === 'en') issue ??= panel
    paths.push(relative(root, path))
  }
  for (const look of allLooks)
    for (const path of await takeOwnPages(look, join(root, 'demo'), { executablePath }))
      paths.push(relative(root, path))
  if (issue) compare(issue, await commandLineVerdict())
  console.log(`\nPictures:\n${paths.map((path) => `  ${path}`).join('\n')}`)
}

try {
  console.log('Building the extension.')
  await buildExtension()
  const { executablePath } = await findOrInstallChromium()
  if (hasScreen() && !process.argv.includes('--pictures')) await showWindow(executablePath)
  else await takePictures(executablePath)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
