import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { severalPage } from './showcase-several'
import { type ExtensionBrowser, type InterfaceLanguage, launchExtensionBrowser } from './extension-browser'

export type Scheme = 'light' | 'dark'

/** A page of tests/pages, with the address it names as its own; who and what it names does not exist. */
export interface ShownPage {
  name: string
  url: string
  html: string
}

function shownPage(name: string, file: string): ShownPage {
  const html = readFileSync(resolve(import.meta.dirname, '../tests/pages', file), 'utf8')
  const url = /<link rel="canonical" href="([^"]+)">/.exec(html)?.[1]
  if (!url) throw new Error(`tests/pages/${file} does not name its address.`)
  return { name, url, html }
}

export const shownPages = {
  issue: shownPage('panel', 'github-issue.html'),
  model: shownPage('huggingface', 'huggingface-model.html'),
  several: severalPage,
}

export interface Picture {
  page: ShownPage
  language: InterfaceLanguage
  scheme: Scheme
}

/** Every language in every scheme. */
export const allLooks = (['en', 'zh-CN'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => ({ language, scheme })),
)

/** What is shown in every language and scheme, in the order of the pictures. */
export const allPictures: Picture[] = Object.values(shownPages).flatMap((page) =>
  allLooks.map((look) => ({ page, ...look })),
)

/** `panel-light-zh.png` */
function pictureName({ page, language, scheme }: Picture): string {
  return `${page.name}-${scheme}-${language === 'zh-CN' ? 'zh' : 'en'}.png`
}

/** A page's HTML in a scheme, by the attributes with which the two sites say theirs. */
export function htmlOf({ html }: ShownPage, scheme: Scheme | 'auto'): string {
  return html.replace(/<html([^>]*)>/i, (_, attributes: string) => {
    const others = attributes.replace(/\s(?:data-color-mode|class)="[^"]*"/g, '')
    return `<html${others}${scheme === 'dark' ? ' class="dark"' : ''} data-color-mode="${scheme}">`
  })
}

export interface SeenPanel {
  /** The verdict's id; `note` for a remark that is no diagnosis. */
  verdict: string
  /** The first card's badge and heading, as a person reads them. */
  line: string
}

/** Waits for the panel and reads what it says first; throws a sentence when none appears. */
export async function seePanel(page: Page): Promise<SeenPanel> {
  const region = page.locator('unmute-panel').getByRole('region')
  try {
    await region.waitFor({ timeout: 15_000 })
  } catch {
    throw new Error(`The extension showed no panel on ${page.url()} within 15 seconds.`)
  }
  const card = region.getByRole('article').first()
  // The badge's sign is for the eye only.
  const badge = await card
    .locator('.badge')
    .evaluate((element) =>
      [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join(''),
    )
  const sentence = await card.locator('h2').textContent()
  return {
    verdict: (await region.getAttribute('data-verdict')) ?? '',
    line: `${badge.trim()}: ${(sentence ?? '').trim()}`,
  }
}

export interface TakenPicture {
  path: string
  panel: SeenPanel
}

/** Takes one picture of a page with its panel into a folder. Throws a sentence when no panel appears. */
export async function takePicture(
  picture: Picture,
  folder: string,
  options: {
    executablePath: string
    deviceScaleFactor?: number
    clip: (page: Page) => Promise<Clip>
  },
): Promise<TakenPicture> {
  const { page: shown, language, scheme } = picture
  const browser = await launchExtensionBrowser({
    executablePath: options.executablePath,
    deviceScaleFactor: options.deviceScaleFactor,
    language,
    colorScheme: scheme,
  })
  try {
    const page = await openShown(browser, shown, scheme)
    const panel = await seePanel(page)
    await mkdir(folder, { recursive: true })
    const path = join(folder, pictureName(picture))
    await page.screenshot({ path, animations: 'disabled', fullPage: true, clip: await options.clip(page) })
    return { path, panel }
  } finally {
    await browser.close()
  }
}

/** Serves a page at its address and opens it in the browser's first tab. */
export async function openShown(
  browser: ExtensionBrowser,
  shown: ShownPage,
  scheme: Scheme | 'auto',
): Promise<Page> {
  browser.serve(shown.url, htmlOf(shown, scheme))
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.goto(shown.url)
  return page
}

/** A part of the whole page, in CSS pixels. */
export interface Clip {
  x: number
  y: number
  width: number
  height: number
}

/** Where the panel stands on the whole page, which can be longer than the window. */
async function panelBox(page: Page): Promise<Clip> {
  const box = await page.locator('unmute-panel').boundingBox()
  if (!box) throw new Error(`The panel on ${page.url()} takes no room.`)
  const scrolled = await page.evaluate(() => ({ x: scrollX, y: scrollY }))
  return { ...box, x: box.x + scrolled.x, y: box.y + scrolled.y }
}

/** The panel with a little of the page around it, cut off at a height that still reads well in a document. */
export async function aroundPanel(page: Page): Promise<Clip> {
  const around = { above: 130, beside: 24, below: 60, most: 1100 }
  const box = await panelBox(page)
  const x = Math.max(0, box.x - around.beside)
  const y = Math.max(0, box.y - around.above)
  const width = Math.min(await page.evaluate(() => innerWidth), box.x + box.width + around.beside) - x
  return { x, y, width, height: Math.min(around.most, box.y + box.height + around.below - y) }
}

/** The page from its top to the end of the panel. */
export async function downToPanel(page: Page): Promise<Clip> {
  const box = await panelBox(page)
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  return { x: 0, y: 0, width, height: Math.max(height, box.y + box.height + 120) }
}
