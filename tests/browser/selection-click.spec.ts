/** A real click in the menu, on sites that were never granted: only that brings the permission for the page. */
import { selectionWords } from '../../locales/words/selection'
import { expect, test } from './desk'
import { english, panelOn } from './panel'
import { isGranted, log, select } from './selected'

const notes = 'https://notes.example.org/training/log'

test.describe('a real click', () => {
  test.slow()

  test('shows the panel for the lines of a log', async ({ desk }) => {
    desk.serve(notes, `<!doctype html><h1>Notes</h1><pre id="log">${log}</pre>`)
    const page = await desk.context.newPage()
    await page.goto(notes)
    await page.bringToFront()
    expect(await isGranted(desk.background)).toBe(false)
    await desk.diagnoseAt(page, await select(page, '#log'))
    await expect(panelOn(page).verdict('confirmed')).toBeVisible()
    // read with its line breaks: the menu's own text has none
    await expect(page.getByText(selectionWords.en.notices.guessed)).toHaveCount(0)
  })

  test('shows the panel for the text of a text field', async ({ desk }) => {
    desk.serve(notes, `<!doctype html><textarea rows="12" cols="80">${log}</textarea>`)
    const page = await desk.context.newPage()
    await page.goto(notes)
    await desk.diagnoseAt(page, await select(page, 'textarea'))
    await expect(panelOn(page).verdict('confirmed')).toBeVisible()
    await expect(page.getByText(selectionWords.en.notices.guessed)).toHaveCount(0)
  })

  test('shows the panel of a frame in the page around it, and finds back into the frame', async ({
    desk,
  }) => {
    const inner = 'https://notes.example.org/training/inner'
    desk.serve(inner, `<!doctype html><pre id="log">${log}${'\nmore'.repeat(200)}</pre>`)
    desk.serve(notes, `<!doctype html><iframe src="${inner}" width="900" height="300"></iframe>`)
    const page = await desk.context.newPage()
    await page.goto(notes)
    const frame = page.frame({ url: inner })
    if (!frame) throw new Error('The frame did not load.')
    await desk.diagnoseAt(page, await select(frame, '#log'))
    const panel = panelOn(page)
    await expect(panel.verdict('confirmed')).toBeVisible()
    await expect(frame.locator('unmute-panel')).toHaveCount(0)

    await panel.host.getByTitle(english.evidence.jump).filter({ hasText: 'peft==0.9.0' }).first().click()
    await expect.poll(() => frame.evaluate(() => String(getSelection()))).toBe('peft==0.9.0')
  })

  test('opens the full page for a frame of another site', async ({ desk }) => {
    const inner = 'https://output.example.net/cell'
    desk.serve(inner, `<!doctype html><pre id="log">${log}</pre>`)
    desk.serve(notes, `<!doctype html><iframe src="${inner}" width="900" height="300"></iframe>`)
    const page = await desk.context.newPage()
    await page.goto(notes)
    const frame = page.frame({ url: inner })
    if (!frame) throw new Error('The frame did not load.')
    const opening = desk.context.waitForEvent('page')
    await desk.diagnoseAt(page, await select(frame, '#log'))
    const opened = await opening
    expect(new URL(opened.url()).pathname).toBe('/check.html')
    await expect(opened.locator('textarea')).toHaveValue(log)
  })
})
