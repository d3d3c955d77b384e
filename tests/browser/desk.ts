import type { Page } from '@playwright/test'
import { type ExtensionBrowser, launchExtensionBrowser } from '../../scripts/extension-browser'
import { ensureVirtualScreen, startVirtualScreen, type VirtualScreen } from '../../scripts/virtual-screen'
import { expect, test as base } from './fixtures'

/** A browser with a window on a virtual screen, and the hand that clicks there. */
export interface Desk extends ExtensionBrowser {
  /** Right-clicks a point of a page and takes the menu's item of the extension, the last but one. */
  diagnoseAt(page: Page, point: { x: number; y: number }): Promise<void>
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
    process.env.DISPLAY = screen.display
    const browser = await launchExtensionBrowser({
      executablePath: process.env.UNMUTE_CHROMIUM ?? '',
      extension: process.env.UNMUTE_EXTENSION,
      headed: true,
      viewport: null,
    })
    await use({
      ...browser,
      async diagnoseAt(page, { x, y }) {
        await page.bringToFront()
        const origin = await page.evaluate(() => ({
          x: screenX + (outerWidth - innerWidth) / 2,
          y: screenY + outerHeight - innerHeight,
        }))
        const windows = await screen.countWindows()
        await screen.rightClick(origin.x + x, origin.y + y)
        await expect.poll(() => screen.countWindows(), 'the menu opens').toBeGreaterThan(windows)
        await screen.press('Up', 'Up', 'Return')
        await expect.poll(() => screen.countWindows(), 'the menu closes').toBe(windows)
      },
    })
    await browser.close()
    expect(browser.unexpectedRequests, 'requests that left the browser').toEqual([])
  },
})

export { expect }
