import type { Page } from '@playwright/test'
import { type ExtensionBrowser, launchExtensionBrowser } from '../../scripts/extension-browser'
import { ensureVirtualScreen, startVirtualScreen, type VirtualScreen } from '../../scripts/virtual-screen'
import { expect, test as base } from './fixtures'
import type { Chrome } from './selected'

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
    const { background } = browser
    await background.evaluate(countClicks)
    const clicks = () => background.evaluate(() => (globalThis as unknown as { clicks: number }).clicks)
    await use({
      ...browser,
      async diagnoseAt(page, { x, y }) {
        await page.bringToFront()
        const origin = await page.evaluate(() => ({
          x: screenX + (outerWidth - innerWidth) / 2,
          y: screenY + outerHeight - innerHeight,
        }))
        const before = await clicks()
        const windows = await screen.countWindows()
        // on a busy machine a menu may take its first key before it has its items
        await expect(async () => {
          if ((await clicks()) > before) return
          await screen.rightClick(origin.x + x, origin.y + y)
          await expect.poll(() => screen.countWindows(), 'the menu opens').toBeGreaterThan(windows)
          await screen.press('Up', 'Up', 'Return')
          await expect
            .poll(clicks, { message: "the menu's item is clicked", timeout: 5_000 })
            .toBe(before + 1)
        }).toPass()
      },
    })
    await browser.close()
    expect(browser.unexpectedRequests, 'requests that left the browser').toEqual([])
  },
})

export { expect }

/** Runs in the background: waits for the menu's item, and counts the clicks on it. */
async function countClicks(): Promise<void> {
  const scope = globalThis as unknown as { clicks: number; chrome: Chrome }
  const { contextMenus } = scope.chrome
  const isThere = () =>
    contextMenus.update('diagnose-selection', {}).then(
      () => true,
      () => false,
    )
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 50))
  scope.clicks = 0
  contextMenus.onClicked.addListener(() => scope.clicks++)
}
