/** What the toolbar's button says of a page. */
import type { Worker } from '@playwright/test'
import { expect, test } from './fixtures'
import { addresses, issuePage } from './pages'
import { chinese, panelOn } from './panel'
import type { Chrome } from './selected'
import { confirmed, unrelated } from './threads'

test.describe("the toolbar's button", () => {
  const button = (background: Worker) =>
    background.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Chrome }
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      const about = { tabId: tab?.id }
      return { badge: await chrome.action.getBadgeText(about), title: await chrome.action.getTitle(about) }
    })

  test('says what the page has, in the language of the reader, until it is dismissed', async ({
    extension,
    page,
  }) => {
    extension.serve(addresses.issue, issuePage(confirmed))
    await page.goto(addresses.issue)
    await page.bringToFront()
    const { background } = extension
    await expect.poll(() => button(background)).toMatchObject({ badge: '!' })
    expect((await button(background)).title).toMatch(/^Unmute: confirmed — \S/)

    await panelOn(page).button('中文').click()
    await expect.poll(async () => (await button(background)).title).toMatch(/^Unmute：已确认 · \S/)
    expect((await button(background)).badge).toBe('!')

    await panelOn(page, chinese).button(chinese.panel.dismiss).click()
    await expect.poll(() => button(background)).toEqual({ badge: '', title: 'Unmute' })
  })

  test('forgets the page when the tab goes elsewhere, with and without a load', async ({
    extension,
    page,
  }) => {
    extension.serve(addresses.issue, issuePage(confirmed))
    extension.serve(addresses.unrelated, issuePage(unrelated, addresses.unrelated))
    const { background } = extension
    const badge = async () => (await button(background)).badge
    await page.goto(addresses.issue)
    await page.bringToFront()
    await expect.poll(badge).toBe('!')
    await page.evaluate(() => history.pushState({}, '', '#issuecomment-1'))
    await page.evaluate(() => history.pushState({}, '', '/example/chatglm3-lora/pulse'))
    await expect.poll(badge).toBe('')

    await page.goto(addresses.issue)
    await expect.poll(badge).toBe('!')
    await page.goto(addresses.unrelated)
    await expect.poll(badge).toBe('')
  })
  test('does not come back with another language once the page has nothing to say any more', async ({
    extension,
    page,
  }) => {
    let thread = confirmed
    // an address without a word that the scout listens for: nothing is concluded after the reload
    extension.serve(addresses.unrelated, () => issuePage(thread, addresses.unrelated))
    extension.serve(addresses.otherIssue, issuePage(confirmed, addresses.otherIssue))
    const { background } = extension
    const badge = async () => (await button(background)).badge
    await page.goto(addresses.unrelated)
    await page.bringToFront()
    await expect.poll(badge).toBe('!')
    thread = unrelated
    await page.reload()
    await expect.poll(badge).toBe('')

    const other = await extension.context.newPage()
    await other.goto(addresses.otherIssue)
    await panelOn(other).button('中文').click()
    await expect.poll(async () => (await button(background)).title).toMatch(/^Unmute：已确认/)
    await page.bringToFront()
    expect(await button(background)).toEqual({ badge: '', title: 'Unmute' })
  })
})
