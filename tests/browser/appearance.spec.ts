/** On which pages there is a panel, and on which nothing happens at all. */
import { expect, test } from './fixtures'
import { addresses, issuePage, loadLastComment, savedPage } from './pages'
import { english, panelOn } from './panel'
import { answered, cannotTell, confirmed } from './threads'

for (const [name, file] of [
  ['a React issue page', 'github-issue.html'],
  ['an issue in English', 'github-issue-english.html'],
  ['a classic pull request', 'github-pull.html'],
  ['a discussion', 'github-discussion.html'],
  ['a Hugging Face discussion', 'huggingface-discussion.html'],
  ["a broken adapter's model page", 'huggingface-adapter.html'],
] as const)
  test(`${name} gets one panel with the verdict`, async ({ extension, page }) => {
    const { html, url } = savedPage(file)
    extension.serve(url, html)
    await page.goto(url)
    const panel = panelOn(page)
    await expect(panel.host.getByRole('region', { name: english.panel.label })).toBeVisible()
    await expect(panel.verdict('confirmed')).toBeVisible()
    await expect(panel.host).toHaveCount(1)
  })

test('the log of a thread is drawn, with the break in it', async ({ extension, page }) => {
  const { html, url } = savedPage('github-issue.html')
  extension.serve(url, html)
  await page.goto(url)
  const curve = panelOn(page).host.locator('figure.series')
  await expect(curve.locator('svg')).toBeVisible()
  await expect(curve).toContainText('4.7184')
  await expect(curve).toContainText('loss 0.0')
})

test("a base model's page gets one quiet line and no verdict", async ({ extension, page }) => {
  const { html, url } = savedPage('huggingface-model.html')
  extension.serve(url, html)
  await page.goto(url)
  const { host, note, verdict } = panelOn(page)
  await expect(note).toBeVisible()
  for (const id of Object.keys(english.panel.verdict) as (keyof typeof english.panel.verdict)[])
    await expect(verdict(id)).toHaveCount(0)
  const box = await host.boundingBox()
  expect(box?.height).toBeLessThan(120)
})

test('an unrelated issue gets nothing: no panel, no mark, no message', async ({ extension, page }) => {
  const unrelated = savedPage('github-unrelated.html')
  extension.serve(unrelated.url, unrelated.html)
  extension.serve(addresses.issue, issuePage(confirmed))
  await page.goto(unrelated.url)
  // A page opened later has its panel: by then the first has had more time than it takes.
  const later = await extension.context.newPage()
  await later.goto(addresses.issue)
  await expect(panelOn(later).verdict('confirmed')).toBeVisible()

  const sent = await extension.messages()
  expect(sent.filter(({ from }) => from === unrelated.url)).toEqual([])
  expect(sent.some(({ from }) => from === addresses.issue)).toBe(true)
  await expect(page.locator('unmute-panel')).toHaveCount(0)
  expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([])
})

test('a comment that loads later updates the same panel', async ({ extension, page }) => {
  extension.serve(addresses.issue, issuePage(cannotTell))
  await page.goto(addresses.issue)
  const panel = panelOn(page)
  await expect(panel.verdict('cannot-tell')).toBeVisible()
  await panel.host.evaluate((host) => host.setAttribute('data-seen', ''))

  await loadLastComment(page, issuePage(answered))
  await expect(panel.verdict('confirmed')).toBeVisible()
  await expect(panel.verdict('cannot-tell')).toHaveCount(0)
  await expect(panel.host).toHaveCount(1)
  await expect(panel.host).toHaveAttribute('data-seen', '')
})

test('the panel stays away from every address of the site that is no thread', async ({ extension, page }) => {
  // The same text as a file somebody browses: a reader of code asked for nothing.
  const settings = 'https://github.com/settings/profile'
  extension.serve(settings, issuePage(confirmed))
  extension.serve(addresses.issue, issuePage(confirmed))
  await page.goto(settings)
  const later = await extension.context.newPage()
  await later.goto(addresses.issue)
  await expect(panelOn(later).verdict('confirmed')).toBeVisible()
  await expect(page.locator('unmute-panel')).toHaveCount(0)
})
