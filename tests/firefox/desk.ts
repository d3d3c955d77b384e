import type { Page } from 'puppeteer-core'
import { type ExtensionFirefox, launchExtensionFirefox } from '../../scripts/extension-firefox'
import { ensureVirtualScreen, startVirtualScreen, type VirtualScreen } from '../../scripts/virtual-screen'
import { expect, test as base } from './fixtures'

/** A Firefox with a window on a virtual screen, and the hand that clicks there. */
export interface Desk extends ExtensionFirefox {
  /** Selects an element's content, right-clicks it, and takes the menu's last item: the extension's. */
  diagnose(page: Page, selector: string): Promise<void>
  /** Answers the browser's own question, which opens after `ask`, with its first button. */
  agreeTo(ask: () => Promise<void>): Promise<void>
}

/** For what only a real click brings: the permission for a page that was never granted. Skips without a screen. */
export const test = base.extend<{ desk: Desk }, { virtualScreen: VirtualScreen | string }>({
  virtualScreen: [
    async ({}, use) => {
      const lacking = await ensureVirtualScreen()
      if (lacking !== undefined) return use(lacking)
      const screen = await startVirtualScreen()
      await use(screen)
      await screen.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  desk: async ({ virtualScreen: screen }, use, info) => {
    if (typeof screen === 'string') return info.skip(true, `No screen to click on: ${screen}.`)
    const { UNMUTE_FIREFOX: executablePath = '', UNMUTE_EXTENSION: extension } = process.env
    const firefox = await launchExtensionFirefox({
      executablePath,
      extension,
      display: screen.display,
      asksReader: true,
    })
    /** Menus and questions are windows of their own. */
    const openWindow = async (what: string, open: () => Promise<void>) => {
      const windows = await screen.countWindows()
      await open()
      await expect.poll(() => screen.countWindows(), `${what} opens`).toBeGreaterThan(windows)
      return () => expect.poll(() => screen.countWindows(), `${what} closes`).toBe(windows)
    }
    await use({
      ...firefox,
      async diagnose(page, selector) {
        await page.bringToFront()
        const point = await page.evaluate(select, selector)
        const hasClosed = await openWindow('the menu', () => screen.rightClick(point.x, point.y))
        await screen.press('Up', 'Return')
        await hasClosed()
      },
      async agreeTo(ask) {
        const hasClosed = await openWindow('the question', ask)
        await screen.press('alt+a')
        await hasClosed()
      },
    })
    await firefox.close()
    expect(firefox.unexpectedRequests, 'requests that left the browser').toEqual([])
  },
})

export { expect }

/** Runs in the page: selects what an element holds and returns a point on it, in the screen's coordinates. */
function select(selector: string): { x: number; y: number } {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`There is no ${selector}.`)
  if (element instanceof HTMLTextAreaElement) {
    element.focus()
    element.select()
  } else getSelection()?.selectAllChildren(element)
  const { left, top } = element.getBoundingClientRect()
  const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Record<string, number>
  return { x: (mozInnerScreenX ?? 0) + left + 40, y: (mozInnerScreenY ?? 0) + top + 20 }
}
