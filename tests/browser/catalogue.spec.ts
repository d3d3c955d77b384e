/** Several hazards on one page, and the catalogue that every panel leads to. */
import AxeBuilder from '@axe-core/playwright'
import { words } from '../../locales/words'
import { catalogueWords } from '../../locales/words/catalogue'
import { rules } from '../../rules'
import { severalAtOnce, severalPage } from '../../scripts/showcase-several'
import { expect, test } from './fixtures'

const { changes, catalogue } = words.en

test('a page with several hazards has one change for them, and leads to the catalogue', async ({
  extension,
  page,
}) => {
  extension.serve(severalPage.url, severalPage.html)
  await page.goto(severalPage.url)
  const panel = page.locator('unmute-panel')
  await expect(panel.locator('.card')).toHaveCount(3)
  const names = await panel.locator('.hazard').allTextContents()
  const change = panel.locator('.change')
  await expect(change).toHaveCount(1)
  await expect(change.locator('code, pre').first()).toContainText('pip install')
  const cleared = await change.locator('.cleared > li').allTextContents()
  expect(cleared.length).toBeGreaterThan(1)
  expect(names).toEqual(expect.arrayContaining(cleared))

  const opened = extension.context.waitForEvent('page')
  await panel.getByRole('button', { name: catalogue.all }).first().click()
  const list = await opened
  await expect(list.getByRole('heading', { level: 1, name: catalogueWords.en.title })).toBeVisible()
  await expect(list.locator('.entry[open] .entry-name')).toHaveText([names[0]!])
})

test('the popup says the same of a pasted list', async ({ extension }) => {
  const popup = await extension.context.newPage()
  await popup.goto(new URL('/popup.html', extension.background.url()).href)
  await popup.locator('textarea').fill(`THUDM/chatglm3-6b\n${severalAtOnce}`)
  await expect(popup.locator('.change')).toHaveCount(1)
  const cleared = await popup.locator('.change .cleared > li').count()
  const cards = await popup.locator('.card').count()
  await expect(popup.locator('.change h2')).toHaveText(changes.title(cleared, cleared === cards))
})

test('the catalogue is searched, filtered and read in both languages', async ({ extension }) => {
  const page = await extension.context.newPage()
  await page.goto(new URL('/catalogue.html#mute-model', extension.background.url()).href)
  await expect(page.locator('.entry')).toHaveCount(rules.length)
  await expect(page.locator('#mute-model')).toHaveAttribute('open', '')
  await page.getByRole('searchbox').fill('EncoderDecoderCache')
  await expect(page.locator('.entry').first()).toHaveId('peft-encoder-decoder-cache')
  await page.getByRole('searchbox').fill('')
  await page.getByRole('combobox').selectOption('bitsandbytes')
  for (const id of await page.locator('.entry').evaluateAll((all) => all.map((entry) => entry.id)))
    expect(id).toMatch(/bnb|bitsandbytes|quantis|quantiz|8bit/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(catalogueWords.zh_CN.title)
})
