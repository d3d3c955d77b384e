import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import type { Message, Replies } from '../scout.content/messages'
import { concludeForPage, read } from './answering'
import { openOnFirstRun } from './first-run'
import { changeSettings, dismiss } from '../../storage/settings'

async function showPanel(tabId: number | undefined, frameId = 0): Promise<void> {
  if (tabId !== undefined)
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/panel.js'] })
}

export default defineBackground(() => {
  openOnFirstRun()
  browser.runtime.onMessage.addListener(
    async (message: unknown, { tab, frameId }): Promise<Replies[Message['type']]> => {
      const asked = message as Message
      switch (asked.type) {
        case 'read':
          return read(asked.outline, asked.blocks)
        case 'conclude':
          return concludeForPage(asked.outline, asked.facts)
        case 'show-panel':
          return showPanel(tab?.id, frameId)
        case 'change-settings':
          return changeSettings(asked.change)
        case 'dismiss':
          return dismiss(asked.thread)
      }
    },
  )
})
