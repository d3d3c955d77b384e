/** What Firefox grants only to a real hand: the menu on a page that was never granted, and a site given back. */
import { words } from '../../locales/words'
import { optionsWords } from '../../locales/words/options'
import { selectionWords } from '../../locales/words/selection'
import { log } from '../browser/selected'
import { expect, test } from './desk'
import { click, find, texts, withdraw } from './fixtures'

const { en } = words
const notes = 'https://notes.example.org/training/log'

test('the menu shows the panel for the lines of a log', async ({ desk }) => {
  const page = await desk.openPage(notes, `<!doctype html><h1>Notes</h1><pre id="log">${log}</pre>`)
  await desk.diagnose(page, '#log')
  await find(page, '.badge', en.panel.verdict.confirmed)
  // read with its line breaks: the menu's own text has none
  expect((await texts(page, '*')).join('\n')).not.toContain(selectionWords.en.notices.guessed)

  await click(page, 'button.evidence-line', 'peft==0.9.0')
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('peft==0.9.0')
})

test('the menu shows the panel for the text of a text field', async ({ desk }) => {
  const page = await desk.openPage(notes, `<!doctype html><textarea rows="12" cols="80">${log}</textarea>`)
  await desk.diagnose(page, 'textarea')
  await find(page, '.badge', en.panel.verdict.confirmed)
})

test('the menu opens the full page where the browser lets no script run', async ({ desk }) => {
  const store = 'https://addons.mozilla.org/en-US/firefox/'
  const page = await desk.openPage(store, `<!doctype html><pre id="log">${log}</pre>`)
  await desk.diagnose(page, '#log')
  const full = await desk.waitForPage((url) => url.startsWith(desk.ownUrl('check.html')))
  await expect.poll(() => full.evaluate(() => document.querySelector('textarea')?.value)).toBe(log)
  await find(full, '.answer .badge', en.panel.verdict.confirmed)
  expect(await page.evaluate(() => document.querySelectorAll('unmute-panel').length)).toBe(0)
})

test('a site is given back by a click and the answer to the browser’s question', async ({ desk }) => {
  await withdraw(await desk.openOwn('options.html'), 'https://huggingface.co/*')
  const options = await desk.openOwn('options.html')
  await options.bringToFront()
  await desk.agreeTo(() => click(options, '.access button', optionsWords.en.access.allow('huggingface.co')))
  await expect.poll(() => texts(options, '.access')).toEqual([])
})
