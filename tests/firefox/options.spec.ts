/** The options in Firefox, and the sites that its reader may withdraw at any time. */
import type { Page } from 'puppeteer-core'
import { words } from '../../locales/words'
import { optionsWords } from '../../locales/words/options'
import { addresses, issuePage, savedPage } from '../browser/pages'
import { confirmed } from '../browser/threads'
import { click, expect, find, marked, test, texts, withdraw } from './fixtures'

const { en, zh_CN } = words
const { pages, access } = optionsWords.en
const panels = (page: Page) => page.evaluate(() => document.querySelectorAll('unmute-panel').length)

test('what is chosen holds in an open page at once', async ({ firefox }) => {
  const issue = await firefox.openPage(addresses.issue, issuePage(confirmed))
  await find(issue, '.badge', en.panel.verdict.confirmed)
  const options = await firefox.openOwn('options.html')
  await click(options, '[role=switch]', pages.marks)
  await expect.poll(() => marked(issue)).toEqual({})
  await click(options, '[role=switch]', 'github.com')
  await expect.poll(() => panels(issue)).toBe(0)
  await click(options, '[role=switch]', 'github.com')
  await click(options, 'input[type=radio]', '中文')
  await find(options, 'h1', optionsWords.zh_CN.title)
  await find(issue, '.badge', zh_CN.panel.verdict.confirmed)
})

test('a site that was withdrawn: said in the options, asked for and given back there', async ({
  firefox,
}) => {
  const options = await firefox.openOwn('options.html')
  expect(await texts(options, '.access')).toEqual([])
  await withdraw(options, 'https://github.com/*')
  await find(options, '.access', access.missing('github.com'))
  expect(await texts(options, '.access')).toHaveLength(1)

  const issue = await firefox.openPage(addresses.issue, issuePage(confirmed))
  const { html, url } = savedPage('huggingface-discussion.html')
  const other = await firefox.openPage(url, html)
  await find(other, '.badge', en.panel.verdict.confirmed)
  expect(await panels(issue)).toBe(0)

  await options.bringToFront()
  await click(options, '.access button', access.allow('github.com'))
  await expect.poll(() => texts(options, '.access')).toEqual([])
  await issue.reload()
  await find(issue, '.badge', en.panel.verdict.confirmed)
})

test('a site that was withdrawn: the popup says so, and gives it back', async ({ firefox }) => {
  const popup = await firefox.openOwn('popup.html')
  expect(await texts(popup, '.access')).toEqual([])
  await withdraw(popup, 'https://github.com/*')
  await find(popup, '.access', access.missing('github.com'))
  await click(popup, '.access button', access.allow('github.com'))
  await expect.poll(() => texts(popup, '.access')).toEqual([])
})
