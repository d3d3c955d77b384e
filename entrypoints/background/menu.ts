import { browser } from 'wxt/browser'
import { logOnce } from '../../diagnosis/log-once'
import { diagnoseSelection } from './selection'

const ITEM = 'diagnose-selection'

/** Where there is something selected, text fields included. Made once: browsers keep menus over restarts. */
async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({
    id: ITEM,
    // the generated types know only the browser's own messages
    title: (browser.i18n.getMessage as (name: string) => string)('diagnoseSelection'),
    contexts: ['selection'],
  })
}

/** The menu's item for selected text, and what it does. Call it synchronously. */
export function offerInMenu(): void {
  browser.runtime.onInstalled.addListener(() => void makeMenu())
  browser.contextMenus.onClicked.addListener((click, tab) => {
    if (click.menuItemId !== ITEM) return
    diagnoseSelection(click, tab).catch((error: unknown) => logOnce('the selection', error))
  })
}
