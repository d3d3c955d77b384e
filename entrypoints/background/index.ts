import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import type { Message, Replies } from '../scout.content/messages'
import { showInFrame } from '../selection/shelf'
import { concludeForPage, read } from './answering'
import { openCatalogue } from '../catalogue/open'
import { badgeFor, followTabs, setBadge } from './badge'
import { openOnFirstRun } from './first-run'
import { offerInMenu } from './menu'
import { changeSettings, dismiss } from '../../storage/settings'

async function showPanel(tabId: number | undefined, frameId = 0): Promise<void> {
  if (tabId !== undefined)
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/panel.js'] })
}

async function showSelected(
  tabId: number | undefined,
  frameId: number,
  line: Parameters<typeof showInFrame>[0],
): Promise<boolean> {
  if (tabId === undefined) return false
  const target = { tabId, frameIds: [frameId] }
  const [shown] = await browser.scripting.executeScript({ target, func: showInFrame, args: [line] })
  return shown?.result === true
}

export default defineBackground(() => {
  openOnFirstRun()
  offerInMenu()
  followTabs()
  browser.runtime.onMessage.addListener(
    async (message: unknown, { tab, frameId }): Promise<Replies[Message['type']]> => {
      const asked = message as Message
      switch (asked.type) {
        case 'read':
          return read(asked.outline, asked.blocks)
        case 'conclude': {
          const concluded = await concludeForPage(asked.outline, asked.facts)
          const shown = concluded.dismissed ? null : concluded.answer
          void setBadge(tab?.id, badgeFor(shown, asked.outline.url ?? ''))
          return concluded
        }
        case 'show-panel':
          return showPanel(tab?.id, frameId)
        case 'change-settings':
          return changeSettings(asked.change)
        case 'dismiss':
          // last, so that no conclusion from before it puts the badge back
          return dismiss(asked.thread).finally(() => setBadge(tab?.id, null))
        case 'show-catalogue':
          return openCatalogue(asked.rule)
        case 'show-selected':
          return showSelected(tab?.id, asked.frameId, asked.evidence)
      }
    },
  )
})
