/** The options page and the page that opens after installation, and what is chosen there on open pages. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Language, languages } from '../../locales/language'
import { optionsWords } from '../../locales/words/options'
import { welcomeWords } from '../../locales/words/welcome'
import { type ExtensionBrowser, launchExtensionBrowser } from '../../scripts/extension-browser'
import { expect, test } from './fixtures'
import { addresses, issuePage, savedPage } from './pages'
import { chinese, english, panelOn } from './panel'
import { confirmed } from './threads'

const words = optionsWords.en

/** What of the browser's own interface these tests use, inside the background. */
interface Storage {
  chrome: {
    storage: { local: { get(): Promise<Record<string, unknown>>; set(items: object): Promise<void> } }
  }
}

const stored = ({ background }: ExtensionBrowser) =>
  background.evaluate(() => (globalThis as unknown as Storage).chrome.storage.local.get())

const store = ({ background }: ExtensionBrowser, items: object) =>
  background.evaluate((items) => (globalThis as unknown as Storage).chrome.storage.local.set(items), items)

async function openOwn(
  extension: ExtensionBrowser,
  file: 'options.html' | 'welcome.html' | 'check.html',
): Promise<Page> {
  const page = await extension.context.newPage()
  await page.goto(new URL(`/${file}`, extension.background.url()).href)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

async function openIssue(extension: ExtensionBrowser, url = addresses.issue): Promise<Page> {
  extension.serve(url, issuePage(confirmed, url))
  const page = await extension.context.newPage()
  await page.goto(url)
  return page
}

const marksOn = (page: Page) => page.evaluate(() => [...CSS.highlights.keys()])

test.describe('what is chosen in the options', () => {
  test('the language holds in an open panel at once, and in the page itself', async ({ extension }) => {
    const issue = await openIssue(extension)
    await expect(panelOn(issue).verdict('confirmed')).toBeVisible()
    const options = await openOwn(extension, 'options.html')
    await options.getByRole('radio', { name: '中文' }).check()
    await expect(options.getByRole('heading', { name: optionsWords.zh_CN.title })).toBeVisible()
    await expect(options).toHaveTitle(optionsWords.zh_CN.title)
    await expect(options.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await expect(panelOn(issue, chinese).verdict('confirmed')).toBeVisible()

    await options.getByRole('radio', { name: optionsWords.zh_CN.language.browser }).check()
    await expect(panelOn(issue).verdict('confirmed')).toBeVisible()
    expect(await stored(extension)).toMatchObject({ settings: { marks: true } })
    expect(JSON.stringify(await stored(extension))).not.toContain('zh_CN')
  })

  test('what is switched in a panel shows in open options', async ({ extension }) => {
    const issue = await openIssue(extension)
    const options = await openOwn(extension, 'options.html')
    await panelOn(issue).button(english.panel.marks).click()
    await expect(options.getByRole('switch', { name: words.pages.marks })).not.toBeChecked()
  })

  test('marks off takes the marks from an open page, and on puts them back', async ({ extension }) => {
    const issue = await openIssue(extension)
    await expect(panelOn(issue).verdict('confirmed')).toBeVisible()
    expect(await marksOn(issue)).toContain('unmute-evidence')
    const options = await openOwn(extension, 'options.html')
    await options.getByRole('switch', { name: words.pages.marks }).uncheck()
    await expect.poll(() => marksOn(issue)).toEqual([])
    await expect(panelOn(issue).verdict('confirmed')).toBeVisible()
    await issue.reload()
    await expect(panelOn(issue).verdict('confirmed')).toBeVisible()
    expect(await marksOn(issue)).toEqual([])

    await options.getByRole('switch', { name: words.pages.marks }).check()
    await expect.poll(() => marksOn(issue)).toContain('unmute-evidence')
  })

  test('a site that is off has no panel and no marks, in open tabs and in new ones', async ({
    extension,
  }) => {
    const issue = await openIssue(extension)
    await expect(panelOn(issue).verdict('confirmed')).toBeVisible()
    const options = await openOwn(extension, 'options.html')
    const github = options.getByRole('switch', { name: 'github.com' })
    await github.uncheck()
    await expect(panelOn(issue).host).toHaveCount(0)
    expect(await marksOn(issue)).toEqual([])

    await issue.reload()
    // The other site goes on; its panel comes later than this one's would have.
    const other = await extension.context.newPage()
    const { html, url } = savedPage('huggingface-discussion.html')
    extension.serve(url, html)
    await other.goto(url)
    await expect(panelOn(other).verdict('confirmed')).toBeVisible()
    await expect(panelOn(issue).host).toHaveCount(0)
    expect(await marksOn(issue)).toEqual([])

    await github.check()
    await issue.reload()
    await expect(panelOn(issue).verdict('confirmed')).toBeVisible()
  })

  test('a site switched off and on again shows in an open tab what it showed', async ({ extension }) => {
    const issue = await openIssue(extension)
    await expect(panelOn(issue).verdict('confirmed')).toBeVisible()
    const options = await openOwn(extension, 'options.html')
    const github = options.getByRole('switch', { name: 'github.com' })
    await github.uncheck()
    await expect(panelOn(issue).host).toHaveCount(0)
    await github.check()
    await expect(panelOn(issue).verdict('confirmed')).toBeVisible()
    expect(await marksOn(issue)).toContain('unmute-evidence')
  })

  test('forgetting empties what is stored, says so, and the panel comes back', async ({ extension }) => {
    const issue = await openIssue(extension)
    await panelOn(issue).button(english.panel.dismiss).click()
    await expect(panelOn(issue).host).toHaveCount(0)
    const options = await openOwn(extension, 'options.html')
    await options.getByRole('switch', { name: words.pages.marks }).uncheck()
    const one = { dismissed: 1, pastes: 0, selections: 0 }
    await expect(options.getByText(words.stored.kept(one)[0] ?? '')).toBeVisible()
    await options.getByRole('button', { name: words.stored.forget }).click()
    await expect(options.getByText(words.stored.question(one))).toBeVisible()
    expect(await stored(extension)).toHaveProperty('dismissed')

    await options.getByRole('button', { name: words.stored.yes }).click()
    await expect(options.getByRole('status')).toHaveText(words.stored.forgotten(one))
    await expect(options.getByText(words.stored.nothing)).toBeVisible()
    expect(Object.keys(await stored(extension))).toEqual(['settings'])
    await issue.reload()
    await expect(panelOn(issue).verdict('confirmed')).toBeVisible()
    expect(await marksOn(issue), 'the settings stay').toEqual([])
  })
})

test('a kept paste is counted and forgotten too', async ({ extension }) => {
  const check = await openOwn(extension, 'check.html')
  await check.getByRole('textbox').first().fill('peft==0.9.0')
  const options = await openOwn(extension, 'options.html')
  const one = { dismissed: 0, pastes: 1, selections: 0 }
  await expect(async () => {
    await options.reload()
    await expect(options.getByText(words.stored.kept(one)[0] ?? '')).toBeVisible({ timeout: 500 })
  }).toPass()
  await check.close()
  await options.getByRole('button', { name: words.stored.forget }).click()
  await options.getByRole('button', { name: words.stored.yes }).click()
  await expect(options.getByRole('status')).toHaveText(words.stored.forgotten(one))
  const again = await openOwn(extension, 'check.html')
  await expect(again.getByRole('textbox').first()).toHaveValue('')
})

test('a site that the browser withholds is named, and asked for by one click', async ({ extension }) => {
  // A browser without a window answers no question: its part is played here.
  await extension.context.addInitScript(() => {
    const { chrome } = globalThis as unknown as { chrome?: { permissions?: Record<string, unknown> } }
    if (!chrome?.permissions) return
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    const allGranted = (origins: string[]) =>
      origins.every((one) => asked.includes(one) || !/github/.test(one))
    chrome.permissions.contains = async ({ origins }: { origins: string[] }) => allGranted(origins)
    chrome.permissions.request = async ({ origins }: { origins: string[] }) => asked.push(...origins) > 0
  })
  for (const file of ['options.html', 'welcome.html'] as const) {
    const page = await openOwn(extension, file)
    await expect(page.getByText(words.access.missing('github.com'))).toBeVisible()
    await expect(page.getByText(words.access.missing('huggingface.co'))).toHaveCount(0)
    await page.getByRole('button', { name: words.access.allow('github.com') }).click()
    expect(await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([
      'https://github.com/*',
    ])
  }
})

test('all of the options can be reached and used by keyboard', async ({ extension }) => {
  await store(extension, { dismissed: [addresses.issue] })
  const options = await openOwn(extension, 'options.html')
  const focused = () =>
    options.evaluate(() => {
      const element = document.activeElement
      return element?.closest('label')?.textContent ?? element?.textContent ?? ''
    })
  const order: string[] = []
  for (let presses = 0; presses < 6; presses++) {
    await options.keyboard.press('Tab')
    order.push(await focused())
  }
  for (const [index, name] of [
    words.language.browser,
    'github.com',
    'huggingface.co',
    words.pages.marks,
    words.stored.forget,
    words.about.introduction,
  ].entries())
    expect(order[index]).toContain(name)

  await options.keyboard.press('Shift+Tab')
  await options.keyboard.press('Enter')
  await expect.poll(focused).toBe(words.stored.no)
  await options.keyboard.press('Escape')
  await expect.poll(focused).toBe(words.stored.forget)
  await options.keyboard.press('Shift+Tab')
  await options.keyboard.press('Space')
  await expect(options.getByRole('switch', { name: words.pages.marks })).not.toBeChecked()
  for (let presses = 0; presses < 3; presses++) await options.keyboard.press('Shift+Tab')
  await options.keyboard.press('ArrowDown')
  await options.keyboard.press('ArrowDown')
  await expect(options.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test.describe('after installation', () => {
  let browser: ExtensionBrowser
  test.beforeEach(async () => {
    const { UNMUTE_CHROMIUM: executablePath, UNMUTE_EXTENSION: extension } = process.env
    if (!executablePath) throw new Error('tests/browser/setup.ts has to run first.')
    browser = await launchExtensionBrowser({ executablePath, extension, keepWelcome: true })
  })
  test.afterEach(() => browser.close())

  test('one page opens by itself, and its example works', async () => {
    const welcomes = () => browser.context.pages().filter((page) => page.url().endsWith('/welcome.html'))
    await expect.poll(() => welcomes().length).toBe(1)
    const [page] = welcomes()
    if (!page) throw new Error('The page is gone.')
    const { example } = welcomeWords.en
    const badge = page.locator('.answer .badge').first()
    const marks = page.getByRole('region', { name: example.thread }).locator('mark')
    await expect(badge).toContainText(english.panel.verdict.confirmed)
    await expect(marks.filter({ hasText: '0.9.0' })).toBeVisible()
    await expect(page.locator('mark[data-mark="cure"]')).toHaveText('0.6.2')

    await page.locator('button.evidence-line').first().click()
    await expect(page.locator('mark[data-jumped]')).toBeInViewport()
    await page.getByRole('radio', { name: example.answer.unaffected }).check()
    await expect(badge).toContainText(english.panel.verdict['ruled-out'])
    await page.getByRole('radio', { name: example.answer.silent }).check()
    await expect(badge).toContainText(english.panel.verdict['cannot-tell'])

    await page.getByRole('button', { name: '中文' }).first().click()
    await expect(page.getByRole('heading', { name: welcomeWords.zh_CN.title })).toBeVisible()
    await expect(badge).toContainText(chinese.panel.verdict['cannot-tell'])
    expect(await stored(browser)).toMatchObject({ settings: { language: 'zh_CN' } })
    expect(browser.unexpectedRequests).toEqual([])
    await expect.poll(() => welcomes().length).toBe(1)
  })
})

const setUp = (extension: ExtensionBrowser, language: Language) =>
  store(extension, { settings: { language }, dismissed: [addresses.issue, addresses.otherIssue] })

for (const scheme of ['light', 'dark'] as const)
  test.describe(`on a system that prefers ${scheme}`, () => {
    test.use({ scheme })

    for (const language of languages)
      test(`axe finds nothing in either page in ${language}`, async ({ extension }) => {
        await setUp(extension, language)
        for (const file of ['options.html', 'welcome.html'] as const) {
          const page = await openOwn(extension, file)
          if (file === 'options.html')
            await page.getByRole('button', { name: optionsWords[language].stored.forget }).click()
          const { violations, passes } = await new AxeBuilder({ page }).analyze()
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
          ).toEqual([])
          expect(passes.some(({ id, nodes }) => id === 'color-contrast' && nodes.length > 5)).toBe(true)
        }
      })
  })

for (const language of languages)
  test(`neither page is wider than a narrow window in ${language}`, async ({ extension }) => {
    await setUp(extension, language)
    for (const file of ['options.html', 'welcome.html'] as const) {
      const page = await openOwn(extension, file)
      await page.setViewportSize({ width: 340, height: 700 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(340)
    }
  })
