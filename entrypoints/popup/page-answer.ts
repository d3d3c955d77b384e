import { browser } from 'wxt/browser'
import type { Answer, Evidence } from '../../diagnosis/explanation'

/** What the scout lends; see entrypoints/scout.content/handle.ts. These functions run in the page, alone. */
interface Lent {
  answer: Answer | null
  jump(evidence: Evidence): boolean
}

const lookUp = (): Answer | null => {
  const shelf = globalThis as unknown as Record<symbol, Lent | undefined>
  return shelf[Symbol.for('unmute.page')]?.answer ?? null
}

const jump = (evidence: Evidence): void => {
  const shelf = globalThis as unknown as Record<symbol, Lent | undefined>
  shelf[Symbol.for('unmute.page')]?.jump(evidence)
}

/** What the page that the popup was opened over has to say; null where it has nothing or may not be read. */
export async function answerOfPage(): Promise<{ tab: number; answer: Answer } | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
    if (tab?.id === undefined) return null
    const [outcome] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: lookUp })
    const answer = outcome?.result as Answer | null | undefined
    return answer ? { tab: tab.id, answer } : null
  } catch {
    // a page of the browser's own, or one without a permission
    return null
  }
}

/** Shows a line on that page. */
export async function jumpOnPage(tab: number, evidence: Evidence): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab }, func: jump, args: [evidence] })
}
