/** A page whose text is hostile. */
import { expect, test } from './fixtures'
import { addresses, issuePage } from './pages'
import { english, panelOn, unfoldAll } from './panel'
import { hostile } from './threads'

test('markup in a title, a name or a quoted line is text in the panel and runs nothing', async ({
  extension,
  page,
}) => {
  extension.serve(addresses.issue, issuePage(hostile))
  await page.goto(addresses.issue)
  const panel = panelOn(page)
  await expect(panel.host.getByRole('region')).toBeVisible()
  await unfoldAll(panel)
  // The hostile line is quoted, so it has come all the way to the panel.
  await expect(panel.host.getByText('<img src=x', { exact: false }).first()).toBeVisible()

  const made = await panel.host.evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll('*') ?? [])]
      .filter(
        (element) =>
          ['SCRIPT', 'IMG', 'IFRAME', 'OBJECT'].includes(element.tagName) ||
          [...element.attributes].some(
            ({ name, value }) =>
              name.startsWith('on') || value.trim().toLowerCase().startsWith('javascript:'),
          ),
      )
      .map((element) => element.outerHTML),
  )
  expect(made).toEqual([])
  await panel.button(english.panel.reply).click()
  await expect(panel.host.getByText(english.panel.copied).first()).toBeVisible()
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('the page cannot speak to the background in the name of the extension', async ({ extension, page }) => {
  extension.serve(addresses.issue, issuePage(hostile))
  await page.goto(addresses.issue)
  await expect(panelOn(page).host.getByRole('region')).toBeVisible()
  expect(
    await page.evaluate(
      () => 'sendMessage' in ((window as unknown as { chrome?: { runtime?: object } }).chrome?.runtime ?? {}),
    ),
  ).toBe(false)
})
