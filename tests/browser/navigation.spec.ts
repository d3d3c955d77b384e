/** One panel and no more, however the site changes its page. */
import { expect, test } from './fixtures'
import { addresses, issuePage, navigateInPage } from './pages'
import { panelOn } from './panel'
import type { Chrome } from './selected'
import { cannotTell, confirmed, unrelated } from './threads'

const thread = issuePage(confirmed)
const other = issuePage(unrelated, addresses.unrelated)

test('ten navigations within the page leave one panel on the thread and none elsewhere', async ({
  extension,
  page,
}) => {
  extension.serve(addresses.issue, thread)
  await page.goto(addresses.issue)
  const panel = panelOn(page)
  await expect(panel.verdict('confirmed')).toBeVisible()

  const hints = ['turbo:render', 'soft-nav:react-done', 'none'] as const
  for (let step = 0; step < 10; step++) {
    const toThread = step % 2 === 1
    const hint = hints[step % hints.length] ?? 'none'
    await navigateInPage(
      page,
      toThread ? addresses.issue : addresses.unrelated,
      toThread ? thread : other,
      hint,
    )
    if (toThread) await expect(panel.verdict('confirmed'), `step ${step}, ${hint}`).toBeVisible()
    await expect(panel.host, `step ${step}, ${hint}`).toHaveCount(toThread ? 1 : 0)
    if (!toThread)
      await expect
        .poll(() =>
          page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)),
        )
        .toBe(0)
  }
})

test('going back from an unrelated page to the thread brings the panel again', async ({
  extension,
  page,
}) => {
  extension.serve(addresses.unrelated, other)
  await page.goto(addresses.unrelated)
  await navigateInPage(page, addresses.issue, thread, 'turbo:render')
  await expect(panelOn(page).verdict('confirmed')).toBeVisible()
})

test('content that arrives well after the address is read', async ({ extension, page }) => {
  extension.serve(addresses.unrelated, other)
  await page.goto(addresses.unrelated)
  // The address and the event come first; what is shown then is still the old page.
  await page.evaluate((url) => {
    history.pushState({}, '', url)
    document.dispatchEvent(new CustomEvent('soft-nav:react-done'))
  }, addresses.issue)
  await page.evaluate((html) => {
    const next = new DOMParser().parseFromString(html, 'text/html')
    document.body.replaceChildren(...next.body.childNodes)
  }, thread)
  await expect(panelOn(page).verdict('confirmed')).toBeVisible()
  await expect(panelOn(page).host).toHaveCount(1)
})

for (const [name, next, verdict] of [
  ['nothing to say', unrelated, undefined],
  ['another verdict', { ...cannotTell, title: 'Loss is 0 from the tenth step on' }, 'cannot-tell'],
] as const)
  test(`the old page under the new address is not taken for the new one, which has ${name}`, async ({
    extension,
    page,
  }) => {
    extension.serve(addresses.issue, thread)
    await page.goto(addresses.issue)
    await page.bringToFront()
    const panel = panelOn(page)
    await expect(panel.verdict('confirmed')).toBeVisible()
    const badge = () =>
      extension.background.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: Chrome }
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
        return chrome.action.getBadgeText({ tabId: tab?.id })
      })
    await expect.poll(badge).toBe('!')

    const asked = (await extension.messages()).length
    await page.evaluate((url) => {
      history.pushState({}, '', url)
      document.dispatchEvent(new CustomEvent('soft-nav:react-done'))
    }, addresses.otherIssue)
    await expect(panel.host).toHaveCount(0)
    // Longer than the page is waited for; in between, something small happens in it.
    for (let step = 0; step < 3; step++) {
      await page.waitForTimeout(400)
      await page.evaluate(() => document.querySelector('h1')?.after(document.createElement('span')))
    }
    await page.waitForTimeout(400)
    await expect(panel.host).toHaveCount(0)
    expect(await badge()).toBe('')
    expect((await extension.messages()).length, 'what the old page was asked for').toBe(asked)

    await page.evaluate(
      (html) => {
        const next = new DOMParser().parseFromString(html, 'text/html')
        document.body.replaceChildren(...next.body.childNodes)
      },
      issuePage(next, addresses.otherIssue),
    )
    if (verdict) await expect(panel.verdict(verdict)).toBeVisible()
    else await page.waitForTimeout(400)
    await expect(panel.host).toHaveCount(verdict ? 1 : 0)
    expect(await badge()).toBe(verdict ? '?' : '')
  })

test('a page that keeps its nodes under another address is read once the site says that it is there', async ({
  extension,
  page,
}) => {
  extension.serve(addresses.issue, thread)
  await page.goto(addresses.issue)
  const panel = panelOn(page)
  await expect(panel.verdict('confirmed')).toBeVisible()
  await page.evaluate((url) => history.replaceState({}, '', url), addresses.otherIssue)
  await expect(panel.host).toHaveCount(0)
  await page.evaluate(() => document.dispatchEvent(new CustomEvent('turbo:load')))
  await expect(panel.verdict('confirmed')).toBeVisible()
})

test('the panel survives the replacement of what it stands in', async ({ extension, page }) => {
  extension.serve(addresses.issue, thread)
  await page.goto(addresses.issue)
  const panel = panelOn(page)
  await expect(panel.verdict('confirmed')).toBeVisible()

  for (const levels of [1, 2, 3]) {
    await page.evaluate((levels) => {
      let container = document.querySelector('unmute-panel')?.parentElement
      for (let level = 1; level < levels && container?.parentElement !== document.body; level++)
        container = container?.parentElement
      const fresh = container?.cloneNode(true) as Element
      for (const host of fresh.querySelectorAll('unmute-panel')) host.remove()
      container?.replaceWith(fresh)
    }, levels)
    await expect(panel.verdict('confirmed'), `${levels} levels up`).toBeVisible()
    await expect(panel.host, `${levels} levels up`).toHaveCount(1)
  }
})

test('the panel comes back when the site removes it alone', async ({ extension, page }) => {
  extension.serve(addresses.issue, thread)
  await page.goto(addresses.issue)
  const panel = panelOn(page)
  await expect(panel.verdict('confirmed')).toBeVisible()
  await panel.host.evaluate((host) => host.remove())
  await expect(panel.verdict('confirmed')).toBeVisible()
  await expect(panel.host).toHaveCount(1)
})
