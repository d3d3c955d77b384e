import type { Frame, Page, Worker } from '@playwright/test'

/** A text that is diagnosed with certainty. */
export const log = `LoRA on chatglm3-6b
{'loss': 3.2145, 'grad_norm': 0.5, 'learning_rate': 4.9e-05, 'epoch': 0.01}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 4.8e-05, 'epoch': 0.02}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 4.7e-05, 'epoch': 0.03}
peft==0.9.0
transformers==4.38.2`
/** What a browser's menu makes of it. */
export const flattened = log.replaceAll('\n', ' ')

/** Selects an element's content and returns a point on it, in the page's own coordinates. */
export async function select(frame: Page | Frame, selector: string): Promise<{ x: number; y: number }> {
  const element = frame.locator(selector)
  await element.evaluate((element) => {
    if (element instanceof HTMLTextAreaElement) {
      element.focus()
      element.select()
    } else getSelection()?.selectAllChildren(element)
  })
  const box = await element.boundingBox()
  if (!box) throw new Error(`${selector} is not shown.`)
  return { x: box.x + 40, y: box.y + 20 }
}

export interface Chrome {
  tabs: { query(about: object): Promise<{ id: number; index: number; url?: string }[]> }
  scripting: { executeScript(injection: object): Promise<{ result: unknown }[]> }
  contextMenus: {
    onClicked: { dispatch(click: object, tab: object): void; addListener(listener: () => void): void }
    update(id: string, properties: object): Promise<void>
  }
  action: { getBadgeText(about: object): Promise<string>; getTitle(about: object): Promise<string> }
}

/** What the menu does, without the click: for pages that the extension may read anyway. */
export async function diagnose(background: Worker, page: Page, selectionText = ''): Promise<void> {
  await page.bringToFront()
  await background.evaluate(async (selectionText) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    if (!tab) throw new Error('There is no tab.')
    const click = { menuItemId: 'diagnose-selection', frameId: 0, editable: false, selectionText }
    chrome.contextMenus.onClicked.dispatch(click, tab)
  }, selectionText)
}

/** What the extension reads of the page's selection. */
export async function read(background: Worker, page: Page): Promise<string | undefined> {
  await page.bringToFront()
  return background.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    const target = { tabId: tab?.id }
    const [injected] = await chrome.scripting.executeScript({ target, files: ['selection.js'] })
    return (injected?.result as { text: string } | null)?.text
  })
}

/** Whether the extension may run a script in the page that is shown. */
export const isGranted = (background: Worker) =>
  background.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    const run = chrome.scripting.executeScript({ target: { tabId: tab?.id }, func: () => 1 })
    return run.then(
      () => true,
      () => false,
    )
  })
