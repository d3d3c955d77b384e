/** What a person sees in Firefox on the pages of the two sites. */
import type { Page } from 'puppeteer-core'
import { words } from '../../locales/words'
import { addresses, issuePage, savedPage } from '../browser/pages'
import { answered, cannotTell, confirmed, unrelated } from '../browser/threads'
import { click, expect, find, marked, test, texts } from './fixtures'

const { en, zh_CN } = words
const verdicts = (page: Page) => texts(page, '.badge')

test('a thread about the fault: the panel, and marks that leave the nodes alone', async ({ firefox }) => {
  const { html, url } = savedPage('github-issue.html')
  const page = await firefox.openPage(url, html)
  await find(page, '.badge', en.panel.verdict.confirmed)
  expect(await page.evaluate(() => document.querySelectorAll('unmute-panel').length)).toBe(1)

  await expect.poll(() => texts(page, 'figure.series')).toEqual([expect.stringContaining('4.7184')])

  const marks = await marked(page)
  expect(marks['unmute-evidence']).toContain('0.9.0')
  expect(marks['unmute-cure']).toContain('0.6.0')
  expect(await page.evaluate(() => document.querySelectorAll('mark, [data-unmute]').length)).toBe(0)
  const ground = (name: string) =>
    page.evaluate((name) => getComputedStyle(document.body, `::highlight(${name})`).backgroundColor, name)
  expect(await ground('unmute-evidence'), 'the marks are drawn').not.toBe(await ground('no-such-mark'))
})

test('the base model’s page: one quiet line', async ({ firefox }) => {
  const { html, url } = savedPage('huggingface-model.html')
  const page = await firefox.openPage(url, html)
  await find(page, '.badge', en.panel.note)
  expect(await verdicts(page)).toHaveLength(1)
  await find(page, 'button[aria-expanded="false"]', en.panel.open)
})

test('a page about something else: nothing', async ({ firefox }) => {
  const { html, url } = savedPage('github-unrelated.html')
  const page = await firefox.openPage(url, html)
  // the other page's panel comes later than this one's would have
  const other = await firefox.openPage(addresses.issue, issuePage(confirmed))
  await find(other, '.badge', en.panel.verdict.confirmed)
  expect(await page.evaluate(() => document.querySelectorAll('unmute-panel').length)).toBe(0)
  expect(await marked(page)).toEqual({})
})

test('a line of the evidence leads to its place; the reply goes to the clipboard', async ({ firefox }) => {
  const [description, ...comments] = confirmed.blocks
  const text = `${'Some words before the point.\n\n'.repeat(60)}${description?.text}`
  const long = { ...confirmed, blocks: [{ ...description!, text }, ...comments] }
  const page = await firefox.openPage(addresses.issue, issuePage(long))
  await click(page, 'button.evidence-line', 'peft==0.9.0')
  await expect.poll(() => marked(page)).toHaveProperty('unmute-jump')
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [range] = [...(CSS.highlights.get('unmute-jump') ?? [])] as Range[]
        const { top, bottom } = range!.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      }),
    )
    .toBe(true)

  await click(page, 'button', en.panel.reply)
  await find(page, '*', en.panel.copied)
})

test('the panel’s language, its marks and its dismissal hold', async ({ firefox }) => {
  const page = await firefox.openPage(addresses.issue, issuePage(confirmed))
  await click(page, 'button', '中文')
  await find(page, '.badge', zh_CN.panel.verdict.confirmed)
  await click(page, 'button, label', zh_CN.panel.marks)
  await expect.poll(() => marked(page)).toEqual({})
  await page.reload()
  await find(page, '.badge', zh_CN.panel.verdict.confirmed)
  expect(await marked(page)).toEqual({})

  await click(page, 'button', zh_CN.panel.dismiss)
  await expect.poll(() => verdicts(page)).toEqual([])
  await page.reload()
  const other = await firefox.openPage(addresses.otherIssue, issuePage(confirmed, addresses.otherIssue))
  await find(other, '.badge', zh_CN.panel.verdict.confirmed)
  expect(await verdicts(page)).toEqual([])
})

test('from page to page without a load', async ({ firefox }) => {
  const page = await firefox.openPage(addresses.unrelated, issuePage(unrelated, addresses.unrelated))
  const go = (url: string, html: string) =>
    page.evaluate(
      (url, html) => {
        history.pushState({}, '', url)
        const next = new DOMParser().parseFromString(html, 'text/html')
        document.title = next.title
        document.body.replaceChildren(...next.body.childNodes)
      },
      url,
      html,
    )
  await go(addresses.issue, issuePage(confirmed))
  await find(page, '.badge', en.panel.verdict.confirmed)
  await go(addresses.unrelated, issuePage(unrelated, addresses.unrelated))
  await expect.poll(() => verdicts(page)).toEqual([])
  await expect.poll(() => marked(page)).toEqual({})
})

test.describe('with a background that ends at once', () => {
  test.use({ backgroundIdle: 200 })

  test('a comment that comes later is answered all the same', async ({ firefox }) => {
    const page = await firefox.openPage(addresses.issue, issuePage(cannotTell))
    await find(page, '.badge', en.panel.verdict['cannot-tell'])
    const own = await firefox.openOwn('options.html')
    await expect
      .poll(() =>
        own.evaluate(() => {
          const { browser } = globalThis as unknown as { browser: { extension: { getViews(): Window[] } } }
          return browser.extension.getViews().some(({ location }) => location.pathname.includes('background'))
        }),
      )
      .toBe(false)
    await page.bringToFront()
    await page.evaluate((html) => {
      const comments = '[data-wrapper-timeline-id^="IC_"]'
      const added = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll(comments)].at(-1)
      if (added) [...document.querySelectorAll(comments)].at(-1)?.after(added)
    }, issuePage(answered))
    await find(page, '.badge', en.panel.verdict.confirmed)
  })
})

test.describe('in a Chinese browser', () => {
  test.use({ interfaceLanguage: 'zh-CN' })

  test('everything begins in Chinese', async ({ firefox }) => {
    const welcome = await firefox.openOwn('welcome.html')
    const language = await welcome.evaluate(() => navigator.language)
    test.skip(language !== 'zh-CN', 'This Firefox has no Chinese (Debian: firefox-esr-l10n-zh-cn).')
    await expect.poll(() => welcome.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    const page = await firefox.openPage(addresses.issue, issuePage(confirmed))
    await find(page, '.badge', zh_CN.panel.verdict.confirmed)
  })
})
