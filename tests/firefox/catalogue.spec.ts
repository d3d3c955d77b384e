/** Several hazards on one page, and the catalogue, in Firefox. */
import { words } from '../../locales/words'
import { catalogueWords } from '../../locales/words/catalogue'
import { rules } from '../../rules'
import { severalPage } from '../../scripts/showcase-several'
import { expect, find, test, texts } from './fixtures'

test('a page with several hazards has one change for them', async ({ firefox }) => {
  const page = await firefox.openPage(severalPage.url, severalPage.html)
  await find(page, '.badge', words.en.panel.verdict.confirmed)
  await expect.poll(() => texts(page, '.change h2')).toHaveLength(1)
  expect((await texts(page, '.change .cleared > li')).length).toBeGreaterThan(1)
})

test('the catalogue lists every rule', async ({ firefox }) => {
  const page = await firefox.openOwn('catalogue.html')
  await find(page, 'h1', catalogueWords.en.title)
  expect(await texts(page, '.entry-name')).toHaveLength(rules.length)
})
