import type { Page } from '@playwright/test'
import type { Words } from '../../locales/words'
import { checkWords } from '../../locales/words/check'
import type { ExtensionBrowser } from '../../scripts/extension-browser'
import { english } from './panel'

export const environment = `torch==2.1.2+cu121
transformers==4.38.2
peft==0.9.0
accelerate==0.28.0
datasets==2.18.0
`
export const log = `{'loss': 3.2145, 'learning_rate': 4.9e-05, 'epoch': 0.01}
{'loss': 0.0, 'learning_rate': 4.8e-05, 'epoch': 0.02}
`
export const { en, zh_CN } = checkWords

export async function open(browser: ExtensionBrowser, name: 'popup' | 'check', page?: Page): Promise<Page> {
  const tab = page ?? (await browser.context.newPage())
  await tab.goto(new URL(`/${name}.html`, browser.background.url()).href)
  await tab.locator('textarea').waitFor()
  return tab
}

export const box = (page: Page) => page.locator('textarea')
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const verdict = (page: Page, id: keyof Words['panel']['verdict'], words = english) =>
  page.locator('.answer .badge').filter({ hasText: words.panel.verdict[id] })
export const chip = (page: Page, kind: keyof typeof en.takenFor.kinds) =>
  page.locator('.chip').filter({ hasText: en.takenFor.kinds[kind] })

/** Closes a page as a person does, who lets it say goodbye. */
export async function leave(page: Page): Promise<void> {
  const closed = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true })
  await closed
}

interface DroppedFile {
  name: string
  bytes: number[]
}

/** Drops files on the page, as a file manager does. */
export async function drop(page: Page, files: DroppedFile[]): Promise<void> {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer()
    for (const { name, bytes } of files) transfer.items.add(new File([Uint8Array.from(bytes)], name))
    return transfer
  }, files)
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.locator('main').dispatchEvent(type, { dataTransfer: transfer })
}

export const textFile = (name: string, text: string): DroppedFile => ({
  name,
  bytes: [...new TextEncoder().encode(text)],
})

/** A safetensors file with one LoRA layer in float16. */
export function adapterFile(name: string, a: number[], b: number[]): DroppedFile {
  const header = JSON.stringify({
    'layer.lora_A.weight': { dtype: 'F16', shape: [a.length], data_offsets: [0, a.length * 2] },
    'layer.lora_B.weight': {
      dtype: 'F16',
      shape: [b.length],
      data_offsets: [a.length * 2, (a.length + b.length) * 2],
    },
  })
  const length = Array.from({ length: 8 }, (_, index) =>
    index < 2 ? (header.length >> (8 * index)) & 255 : 0,
  )
  const values = [...a, ...b].flatMap((value) => [value & 255, value >> 8])
  return { name, bytes: [...length, ...new TextEncoder().encode(header), ...values] }
}

/** The document of the toolbar's own popup, as another page of the extension sees it: it is no tab. */
export function inPopup<T>(page: Page, look: (document: Document) => T): Promise<T | undefined> {
  return page.evaluate((look) => {
    const { extension } = (globalThis as unknown as { chrome: Views }).chrome
    const [popup] = extension.getViews({ type: 'popup' })
    const run = new Function('document', `return (${look})(document)`) as (document: Document) => T
    return popup && run(popup.document)
  }, String(look))
}

interface Views {
  extension: { getViews(of: { type: 'popup' }): Window[] }
}
