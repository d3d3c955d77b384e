import type { Browser } from 'wxt/browser'
import { browser } from 'wxt/browser'
import { diagnose } from '../../diagnosis/diagnose'
import { answer } from '../../diagnosis/explain/explain'
import type { Answer } from '../../diagnosis/explanation'
import { intake } from '../../diagnosis/intake'
import { logOnce } from '../../diagnosis/log-once'
import { reporterOf } from '../../diagnosis/read/view'
import { outlineOf } from '../../diagnosis/thread'
import { unflatten } from '../../diagnosis/unflatten'
import { rulesFrom } from '../../diagnosis/pack'
import { pack } from '../../rules'
import { releases } from '../../stack/releases'
import { handOver, pathFor } from '../../storage/handover'
import { readSettings } from '../../storage/settings'
import type { NoticeId } from '../panel/selected'
import { leaveSelected } from '../panel/selected'
import type { Selected } from '../selection'
import { LONGEST_SELECTION } from '../selection/reading'

const rules = rulesFrom(pack)

type Click = Pick<Browser.contextMenus.OnClickData, 'frameId' | 'selectionText'>

interface Text {
  text: string
  cut: boolean
  guessed: boolean
}

/** Everything that is known of a text, also what a page would not show unasked. */
function answerFor(text: string): Answer {
  const { thread } = intake(text)
  return answer(diagnose(thread, rules), rules, releases, reporterOf(outlineOf(thread)))
}

/** The selection as the browser's menu has it, where the page itself cannot be asked: without its line breaks. */
function textOfClick({ selectionText = '' }: Click): Text {
  const whole = selectionText.slice(0, LONGEST_SELECTION)
  const text = unflatten(whole)
  return { text, cut: whole.length < selectionText.length, guessed: text !== whole }
}

/** The selection as the page has it. Rejects where no script may run. */
async function textOfPage(tabId: number, click: Click): Promise<Text> {
  const [injected] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [click.frameId ?? 0] },
    files: ['/selection.js'],
  })
  const selected = injected?.result as Selected | undefined
  return selected ? { ...selected, guessed: false } : textOfClick(click)
}

/** Brings the panel for a text into the tab's page. Rejects where no script may run. */
async function showOnPage(tabId: number, frameId: number, { text, cut, guessed }: Text): Promise<void> {
  const notices: NoticeId[] = [...(cut ? ['cut' as const] : []), ...(guessed ? ['guessed' as const] : [])]
  const target = { tabId, frameIds: [0] }
  await browser.scripting.executeScript({
    target,
    func: leaveSelected,
    args: [{ answer: answerFor(text), settings: await readSettings(), notices, frameId }],
  })
  await browser.scripting.executeScript({ target, files: ['/panel.js'] })
}

/** Opens the full page with a text, or empty where the browser has no room for it. */
async function showOnFullPage(text: Text, beside: number | undefined): Promise<void> {
  const key = await handOver(text).catch(() => null)
  const url = browser.runtime.getURL(pathFor(key) as '/check.html')
  await browser.tabs.create({ url, ...(beside !== undefined && { index: beside + 1 }) })
}

/**
 * Diagnoses what was selected when the menu's item was clicked: on the page, or, where no script may run (the
 * browser's own pages, its stores, its PDF viewer, frames of other sites), on the full page with what the menu knows.
 */
export async function diagnoseSelection(
  click: Click,
  tab: Pick<Browser.tabs.Tab, 'id' | 'index'> | undefined,
): Promise<void> {
  const tabId = tab?.id
  if (tabId === undefined || tabId < 0) return showOnFullPage(textOfClick(click), tab?.index)
  let text: Text
  try {
    text = await textOfPage(tabId, click)
  } catch (error) {
    logOnce('reading the selection in its page', error)
    return showOnFullPage(textOfClick(click), tab?.index)
  }
  try {
    await showOnPage(tabId, click.frameId ?? 0, text)
  } catch (error) {
    logOnce('the panel for a selection', error)
    await showOnFullPage(text, tab?.index)
  }
}
