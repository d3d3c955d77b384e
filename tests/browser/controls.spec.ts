/** What a person does with the panel. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { addresses, issuePage } from './pages'
import { chinese, english, panelOn, unfoldAll } from './panel'
import { confirmed } from './threads'

const html = issuePage(confirmed)

/** What a paste in another tab brings: what a person would get, without a permission to read the clipboard. */
async function paste(page: Page): Promise<string> {
  const sheet = await page.context().newPage()
  await sheet.setContent('<textarea></textarea>')
  await sheet.locator('textarea').focus()
  await sheet.keyboard.press('ControlOrMeta+V')
  const text = await sheet.locator('textarea').inputValue()
  await sheet.close()
  await page.bringToFront()
  return text
}

/** Presses Tab until the control has the focus; gives up when the focus has been everywhere. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    if (await control.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element))
      return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not reach the control.')
}

test.beforeEach(async ({ extension, page }) => {
  extension.serve(addresses.issue, html)
  extension.serve(addresses.otherIssue, issuePage(confirmed, addresses.otherIssue))
  await page.goto(addresses.issue)
  await expect(panelOn(page).verdict('confirmed')).toBeVisible()
})

test('the Tab key reaches every control, each with a name', async ({ page }) => {
  const panel = panelOn(page)
  await unfoldAll(panel)
  const names = await panel.controls.evaluateAll((controls) =>
    controls.map((control, index) => {
      control.setAttribute('data-control', String(index))
      return control.getAttribute('aria-label') ?? control.textContent?.trim() ?? ''
    }),
  )
  expect(names.length).toBeGreaterThan(6)

  const focused = () =>
    page.evaluate(() =>
      document.querySelector('unmute-panel')?.shadowRoot?.activeElement?.getAttribute('data-control'),
    )
  // Unfolding left the focus somewhere in the middle: Tab goes round the whole page.
  const reached = new Set<string>()
  for (let presses = 0; presses < 400 && reached.size < names.length; presses++) {
    await page.keyboard.press('Tab')
    const control = await focused()
    if (control) reached.add(control)
  }
  expect(names.filter((_, index) => !reached.has(String(index)))).toEqual([])
  expect(names).not.toContain('')
})

test('Enter unfolds, copies, jumps and dismisses', async ({ page }) => {
  const panel = panelOn(page)
  const fold = panel.host.locator('summary').first()
  const details = panel.host.locator('details').first()
  await tabTo(page, fold)
  const wasOpen = await details.evaluate((element) => (element as HTMLDetailsElement).open)
  await page.keyboard.press('Enter')
  await expect(details).toHaveJSProperty('open', !wasOpen)

  await tabTo(page, panel.button(english.panel.reply))
  await page.keyboard.press('Enter')
  await expect(panel.host.getByText(english.panel.copied).first()).toBeVisible()

  await tabTo(page, panel.button(english.panel.dismiss))
  await page.keyboard.press('Enter')
  await expect(panel.host).toHaveCount(0)
})

test("keys pressed in the panel do not reach the page's shortcuts", async ({ page }) => {
  await page.evaluate(() => {
    const seen: string[] = []
    ;(window as unknown as { seen: string[] }).seen = seen
    for (const target of [document, window])
      target.addEventListener('keydown', (event) => seen.push((event as KeyboardEvent).key))
  })
  await page.keyboard.press('g')
  await panelOn(page).button(english.panel.reply).focus()
  await page.keyboard.press('s')
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['g', 'g'])
})

test('Copy as reply puts Markdown on the clipboard', async ({ page }) => {
  await panelOn(page).button(english.panel.reply).click()
  await expect(panelOn(page).host.getByText(english.panel.copied).first()).toBeVisible()
  const text = await paste(page)
  expect(text).toContain(english.reply.greeting.confirmed)
  expect(text).toContain('`peft==0.9.0`')
  expect(text).toMatch(/\]\(https:\/\/github\.com\/huggingface\/peft\//)
  expect(text).not.toMatch(/<\/?[a-z]+/i)
})

test("a fix's Copy puts its command on the clipboard", async ({ page }) => {
  await panelOn(page).host.getByRole('button', { name: english.panel.copy }).first().click()
  expect(await paste(page)).toMatch(/^pip install \S*peft/)
})

test('Dismiss holds for this thread and not for another', async ({ extension, page }) => {
  const panel = panelOn(page)
  await panel.button(english.panel.dismiss).click()
  await expect(panel.host).toHaveCount(0)

  await page.reload()
  const other = await extension.context.newPage()
  await other.goto(addresses.otherIssue)
  await expect(panelOn(other).verdict('confirmed')).toBeVisible()
  // The other thread's panel came later than this one's would have.
  await expect(panel.host).toHaveCount(0)
})

test('the language is switched in the panel, and stays', async ({ page }) => {
  const inEnglish = panelOn(page)
  const inChinese = panelOn(page, chinese)
  await inEnglish.button('中文').click()
  await expect(inChinese.verdict('confirmed')).toBeVisible()
  await expect(inEnglish.verdict('confirmed')).toHaveCount(0)
  const region = inChinese.host.getByRole('region', { name: chinese.panel.label })
  expect(await region.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe('zh-CN')

  await page.reload()
  await expect(inChinese.verdict('confirmed')).toBeVisible()
  await inChinese.button('English').click()
  await expect(inEnglish.verdict('confirmed')).toBeVisible()
  await page.reload()
  await expect(inEnglish.verdict('confirmed')).toBeVisible()
})

for (const [what, use] of [
  ['a control is used', (page: Page) => panelOn(page).button('中文').click()],
  [
    'the page changes',
    (page: Page) => page.evaluate(() => document.body.append(document.createElement('p'))),
  ],
] as const)
  test(`once the extension was updated, the panel says so when ${what}`, async ({ extension, page }) => {
    const notice = panelOn(page).host.locator('.notice')
    await expect(notice).toHaveCount(0)
    await extension.background
      .evaluate(() =>
        (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
      )
      .catch(() => undefined)
    // until then the page still reaches the extension
    await expect
      .poll(async () => (await extension.context.serviceWorkers()).includes(extension.background))
      .toBe(false)
    await use(page)
    const words = what === 'a control is used' ? chinese : english
    await expect(notice).toHaveText(words.panel.updated)
    await expect(panelOn(page, words).verdict('confirmed')).toBeVisible()
    await panelOn(page, words).button(words.panel.dismiss).click()
    await expect(panelOn(page).host).toHaveCount(0)
  })
