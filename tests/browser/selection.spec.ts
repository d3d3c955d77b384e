/** A text that somebody selects and asks about: the panel for it, or the full page. */
import { selectionWords } from '../../locales/words/selection'
import { expect, test } from './fixtures'
import { addresses, issuePage } from './pages'
import { chinese, english, panelOn } from './panel'
import { type Chrome, diagnose, flattened, log, select } from './selected'
import { confirmed } from './threads'

test('the item stands in the menu', async ({ extension }) => {
  const isThere = () =>
    extension.background.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: Chrome }
      return chrome.contextMenus.update('diagnose-selection', {}).then(
        () => true,
        () => false,
      )
    })
  await expect.poll(isThere).toBe(true)
})

test.describe('the panel', () => {
  const page1 = `<!doctype html><title>Wiki</title><p id="other">Nothing of interest.</p><pre id="log">${log}</pre>`

  test('takes the place of the one before, says when there is nothing, and is dismissed', async ({
    extension,
    page,
  }) => {
    extension.serve(addresses.unrelated, page1)
    await page.goto(addresses.unrelated)
    const panel = panelOn(page)
    await select(page, '#log')
    await diagnose(extension.background, page)
    await expect(panel.verdict('confirmed')).toBeVisible()

    await select(page, '#other')
    await diagnose(extension.background, page)
    await expect(panel.host.getByText(selectionWords.en.nothing)).toBeVisible()
    await expect(panel.host.getByText(selectionWords.en.what)).toBeVisible()
    await expect(panel.host).toHaveCount(1)

    await panel.button(english.panel.dismiss).click()
    await expect(panel.host).toHaveCount(0)
    await select(page, '#log')
    await diagnose(extension.background, page)
    await expect(panel.verdict('confirmed')).toBeVisible()
  })

  test("stands beside the thread's own", async ({ extension, page }) => {
    extension.serve(addresses.issue, issuePage(confirmed))
    await page.goto(addresses.issue)
    await expect(panelOn(page).verdict('confirmed')).toBeVisible()
    await page.evaluate(() => {
      const text = [...document.querySelectorAll('p')].find((each) => each.textContent?.includes('Which GPU'))
      if (text) getSelection()?.selectAllChildren(text)
    })
    await diagnose(extension.background, page)
    await expect(page.getByText(selectionWords.en.nothing)).toBeVisible()
    await expect(panelOn(page).host).toHaveCount(2)
    await expect(panelOn(page).verdict('confirmed')).toBeVisible()
    await page
      .locator('unmute-panel[data-for=selection]')
      .getByRole('button', { name: english.panel.dismiss })
      .click()
    await expect(panelOn(page).host).toHaveCount(1)
    await expect(panelOn(page).verdict('confirmed')).toBeVisible()
  })

  test('goes with the page that the text stood on', async ({ extension, page }) => {
    extension.serve(addresses.unrelated, page1)
    await page.goto(addresses.unrelated)
    await select(page, '#log')
    await diagnose(extension.background, page)
    await expect(panelOn(page).verdict('confirmed')).toBeVisible()
    await page.evaluate(() => history.pushState({}, '', '/example/calendar/issues/8'))
    await expect(panelOn(page).host).toHaveCount(0)
  })

  test('leads back to the line, in a text and in a text field', async ({ extension, page }) => {
    const long = `${'line\n'.repeat(400)}${log}\n${'line\n'.repeat(400)}`
    extension.serve(
      addresses.unrelated,
      `<!doctype html><div style="height:200px;overflow:auto"><pre id="log">${long}</pre></div><textarea rows="6" cols="80">${long}</textarea><div style="height:3000px"></div>`,
    )
    await page.goto(addresses.unrelated)
    const panel = panelOn(page)
    const jump = () =>
      panel.host.getByTitle(english.evidence.jump).filter({ hasText: 'peft==0.9.0' }).first().click()
    await select(page, '#log')
    await diagnose(extension.background, page)
    await page.evaluate(() => scrollTo(0, 3000))
    await jump()
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('peft==0.9.0')
    const shown = await page.evaluate(() => {
      const { top, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect()
      const box = document.querySelector('div')!.getBoundingClientRect()
      return top >= Math.max(box.top, 0) && bottom <= Math.min(box.bottom, innerHeight)
    })
    expect(shown).toBe(true)

    await select(page, 'textarea')
    await diagnose(extension.background, page)
    await expect(panel.host).toHaveCount(1)
    await page.evaluate(() => scrollTo(0, 3000))
    await jump()
    const field = page.locator('textarea')
    await expect
      .poll(() =>
        field.evaluate((element: HTMLTextAreaElement) =>
          element.value.slice(element.selectionStart, element.selectionEnd),
        ),
      )
      .toBe('peft==0.9.0')
    await expect(field).toBeInViewport()
    expect(
      await field.evaluate((element: HTMLTextAreaElement) => {
        const line = element.scrollHeight / element.value.split('\n').length
        const top = element.value.slice(0, element.selectionStart).split('\n').length * line
        return top > element.scrollTop && top < element.scrollTop + element.clientHeight + line
      }),
    ).toBe(true)
  })

  test('copies and changes its language', async ({ extension, page }) => {
    extension.serve(addresses.unrelated, page1)
    await page.goto(addresses.unrelated)
    await select(page, '#log')
    await diagnose(extension.background, page)
    const panel = panelOn(page)
    await panel.button(english.panel.reply).click()
    await expect(panel.host.getByText(english.panel.copied).first()).toBeVisible()
    await panel.button('中文').click()
    await expect(panelOn(page, chinese).verdict('confirmed')).toBeVisible()
    await expect(panelOn(page, chinese).button(chinese.panel.marks)).toHaveCount(0)
  })

  test('stands on a dark page that forbids styles, scripts and the clipboard, and copies all the same', async ({
    extension,
    page,
  }) => {
    await extension.context.route(addresses.unrelated, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: {
          'content-security-policy':
            "default-src 'none'; style-src 'nonce-page'; require-trusted-types-for 'script'",
          'permissions-policy': 'clipboard-write=()',
        },
        body: `<!doctype html><style nonce="page">body { background: #101418; color: #eee }</style><pre id="log">${log}</pre>`,
      }),
    )
    await page.goto(addresses.unrelated)
    await select(page, '#log')
    await diagnose(extension.background, page)
    const panel = panelOn(page)
    await expect(panel.verdict('confirmed')).toBeVisible()
    const frame = panel.host.locator('.frame')
    await expect(frame).toHaveCSS('background-color', 'rgb(18, 23, 30)')
    await panel.button(english.panel.reply).click()
    await expect(panel.host.getByText(english.panel.copied).first()).toBeVisible()
  })

  test('says that the line breaks are guesses where the page gives nothing', async ({ extension, page }) => {
    extension.serve(addresses.unrelated, page1)
    await page.goto(addresses.unrelated)
    await diagnose(extension.background, page, flattened)
    await expect(panelOn(page).verdict('confirmed')).toBeVisible()
    await expect(page.getByText(selectionWords.en.notices.guessed)).toBeVisible()
  })

  test('cuts what is too long and says so', async ({ extension, page }) => {
    extension.serve(addresses.unrelated, `<!doctype html><pre id="log">${log}\n</pre>`)
    await page.goto(addresses.unrelated)
    await page
      .locator('#log')
      .evaluate((element) => element.append(`${'filler '.repeat(40)}\n`.repeat(8_000)))
    await select(page, '#log')
    await diagnose(extension.background, page)
    await expect(page.getByText(selectionWords.en.notices.cut)).toBeVisible()
    await expect(panelOn(page).verdict('confirmed')).toBeVisible()
  })
})

test('where no script may run the full page opens, with line breaks put back', async ({
  extension,
  page,
}) => {
  await page.goto('chrome://version')
  const opening = extension.context.waitForEvent('page')
  await diagnose(extension.background, page, flattened)
  const opened = await opening
  expect(new URL(opened.url()).pathname).toBe('/check.html')
  await expect(opened.locator('textarea')).toHaveValue(log)
  await expect(opened.locator('.badge').filter({ hasText: english.panel.verdict.confirmed })).toBeVisible()
})
