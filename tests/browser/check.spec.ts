/** The paste box: in the popup and on its full page. */
import AxeBuilder from '@axe-core/playwright'
import { problemWords } from '../../locales/problems'
import { selectionWords } from '../../locales/words/selection'
import { expect, test } from './fixtures'
import { addresses, issuePage } from './pages'
import { chinese, english } from './panel'
import {
  adapterFile,
  box,
  button,
  chip,
  drop,
  en,
  environment,
  inPopup,
  leave,
  log,
  open,
  textFile,
  verdict,
  zh_CN,
} from './paste-box'
import { confirmed } from './threads'

for (const place of ['popup', 'check'] as const)
  test(`${place}: an environment is at risk with its model, confirmed with its log`, async ({
    extension,
  }) => {
    const page = await open(extension, place)
    await box(page).fill(environment)
    await expect(chip(page, 'pip-freeze')).toContainText(en.takenFor.lines(1, 5))
    await expect(page.locator('.no-verdict-title')).toHaveText(en.verdict.undecided('peft 0.9.0'))
    await expect(
      page.getByRole('status').filter({ hasText: en.verdict.undecided('peft 0.9.0') }),
    ).toHaveCount(1)
    const peft = page.locator('.packages li').filter({ hasText: 'peft' })
    await expect(peft).toContainText(en.packages.affected)
    await expect(page.locator('.packages li')).toHaveCount(5)

    await page.getByLabel(en.choices.model).fill('chatglm3-6b')
    await expect(verdict(page, 'at-risk')).toBeVisible()
    await box(page).fill(`${environment}\nloss 0.0\n`)
    await expect(verdict(page, 'confirmed')).toBeVisible()
    await box(page).fill(environment + log)
    await expect(chip(page, 'log')).toContainText(en.takenFor.lines(6, 7))
    await expect(verdict(page, 'confirmed')).toBeVisible()
  })

test('precision sharpens the verdict, and an unknown model is named as such', async ({ extension }) => {
  const page = await open(extension, 'check')
  await box(page).fill(environment)
  await page.getByLabel(en.choices.precision).selectOption('fp16')
  await expect(verdict(page, 'at-risk')).toBeVisible()
  await page.getByLabel(en.choices.precision).selectOption('')
  await expect(verdict(page, 'at-risk')).toHaveCount(0)
  await page.getByLabel(en.choices.model).fill('florp-9000')
  await expect(page.getByText(en.choices.unknownModel)).toBeVisible()
})

test('lines that were not understood are listed and lead to their place', async ({ extension }) => {
  const page = await open(extension, 'check')
  await box(page).fill('torch==2.1.2\nI had a lovely day\npeft==0.9.O\n')
  await expect(page.getByText(en.unread.title(2))).toBeVisible()
  await page.locator('.unread li button').filter({ hasText: 'peft==0.9.O' }).click()
  const selected = await box(page).evaluate((element) => {
    const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement
    return value.slice(selectionStart, selectionEnd)
  })
  expect(selected).toBe('peft==0.9.O')
})

test('evidence leads into the box', async ({ extension }) => {
  const page = await open(extension, 'check')
  await box(page).fill(environment)
  await page.getByLabel(en.choices.precision).selectOption('fp16')
  await page.locator('.evidence-line').filter({ hasText: '0.9.0' }).click()
  await expect(box(page)).toBeFocused()
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('0.9.0')
  await page.locator('.evidence-line').filter({ hasText: 'float16' }).click()
  await expect(page.getByLabel(en.choices.model)).toBeFocused()
})

test('an example shows what happens, in two clicks', async ({ extension }) => {
  const page = await open(extension, 'popup')
  await button(page, en.box.example).click()
  await expect(verdict(page, 'at-risk')).toBeVisible()
  await button(page, en.box.exampleLog).click()
  await expect(verdict(page, 'confirmed')).toBeVisible()
  await expect(button(page, en.box.example)).toHaveCount(0)
})

test('a paste is there when the popup opens again, with the choices', async ({ extension }) => {
  const page = await open(extension, 'popup')
  await box(page).fill(environment)
  await page.getByLabel(en.choices.model).fill('chatglm3-6b')
  await expect(verdict(page, 'at-risk')).toBeVisible()
  await leave(page)
  const again = await open(extension, 'popup')
  await expect(box(again)).toHaveValue(environment)
  await expect(verdict(again, 'at-risk')).toBeVisible()
})

test('the full page takes over what the popup holds', async ({ extension }) => {
  const page = await open(extension, 'popup')
  await box(page).fill(environment)
  const opened = extension.context.waitForEvent('page')
  await button(page, en.openFull).click()
  const full = await opened
  expect(new URL(full.url()).pathname).toBe('/check.html')
  await expect(box(full)).toHaveValue(environment)
})

test('a selection that was sent here takes the place of a paste, which can be had back', async ({
  extension,
}) => {
  const page = await open(extension, 'check')
  await box(page).fill('my own notes')
  await leave(page)
  const other = await open(extension, 'popup')
  const key = await other.evaluate(
    (text) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('handover', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('texts', { autoIncrement: true })
        opening.onerror = reject
        opening.onsuccess = () => {
          const store = opening.result.transaction('texts', 'readwrite').objectStore('texts')
          const adding = store.add({ text, guessed: true, cut: false })
          adding.onsuccess = () => resolve(adding.result)
        }
      }),
    environment,
  )
  await other.goto(new URL(`/check.html#text=${String(key)}`, other.url()).href)
  await expect(box(other)).toHaveValue(environment)
  await expect(other.locator('.notice')).toHaveText(selectionWords.en.notices.guessed)
  await button(other, en.box.undo).click()
  await expect(box(other)).toHaveValue('my own notes')
  await other.reload()
  await expect(box(other)).toHaveValue('my own notes')
})

test('clearing can be undone, and leaves nothing behind', async ({ extension }) => {
  const page = await open(extension, 'check')
  await box(page).fill(environment)
  await expect(page.locator('.packages')).toBeVisible()
  await button(page, en.box.clear).click()
  await expect(box(page)).toHaveValue('')
  await expect(page.locator('.packages')).toHaveCount(0)
  await button(page, en.box.undo).click()
  await expect(box(page)).toHaveValue(environment)
  await expect(page.locator('.packages')).toBeVisible()

  await button(page, en.box.clear).click()
  await page.reload()
  await expect(box(page)).toHaveValue('')
  await expect(button(page, en.box.undo)).toHaveCount(0)
})

test('dropped files are read together, each named for what it is', async ({ extension }) => {
  const page = await open(extension, 'check')
  const utf16 = [0xff, 0xfe, ...[...environment].flatMap((letter) => [letter.charCodeAt(0), 0])]
  await drop(page, [
    { name: 'freeze.txt', bytes: utf16 },
    textFile('train.log', log),
    textFile('adapter_config.json', '{"peft_type": "LORA", "base_model_name_or_path": "THUDM/chatglm3-6b"}'),
    textFile('list.json', '[{"name": "peft", "version": "0.9.0"}]'),
    textFile('trainer_state.json', '{"log_history": [{"loss": 3.1, "step": 1}, {"loss": 0.0, "step": 2}]}'),
  ])
  const item = (name: string) => page.locator('.attachments > ul > li').filter({ hasText: name })
  await expect(item('freeze.txt')).toContainText(en.takenFor.kinds['pip-freeze'])
  await expect(item('train.log')).toContainText(en.takenFor.kinds.log)
  await expect(item('adapter_config.json')).toContainText(en.takenFor.kinds['adapter-config'])
  await expect(item('list.json')).toContainText(en.takenFor.kinds['pip-list-json'])
  await expect(item('trainer_state.json')).toContainText(en.takenFor.kinds['trainer-state'])
  await expect(verdict(page, 'confirmed')).toBeVisible()

  await button(page, en.attached.remove('freeze.txt')).click()
  await button(page, en.attached.remove('list.json')).click()
  await expect(verdict(page, 'confirmed')).toHaveCount(0)
})

test('an adapter file is dead, untrained or finite', async ({ extension }) => {
  const page = await open(extension, 'check')
  await drop(page, [
    adapterFile('dead.safetensors', [0x7e00, 0x3c00], [0x7e00, 0x7e00]),
    adapterFile('untrained.safetensors', [0x3c00, 0x3800], [0, 0]),
    adapterFile('finite.safetensors', [0x3c00, 0x3800], [0x2c00, 0x2800]),
    { name: 'cut.safetensors', bytes: adapterFile('', [1, 2], [3, 4]).bytes.slice(0, -3) },
  ])
  const item = (name: string) => page.locator('.attachments > ul > li').filter({ hasText: name })
  await expect(item('dead.safetensors')).toContainText(en.adapter.dead)
  await expect(item('untrained.safetensors')).toContainText(en.adapter.untrained)
  await expect(item('finite.safetensors')).toContainText(en.adapter.fine)
  await expect(item('cut.safetensors')).toContainText(problemWords.en['adapter-cut'])
})

test('nothing, a binary file and a page’s source each get a sentence', async ({ extension }) => {
  const page = await open(extension, 'check')
  const plain = (text: string) => text.replaceAll('`', '')
  await box(page).fill('  \n')
  await expect(page.locator('.problem')).toHaveText(plain(problemWords.en.empty))
  await box(page).fill('<!doctype html><html><body><pre>peft==0.9.0\ntorch==2.1.2</pre></body></html>')
  await expect(page.locator('.problem')).toHaveText(plain(problemWords.en.html))
  await expect(page.locator('.packages')).toContainText('0.9.0')
  await drop(page, [
    { name: 'picture.png', bytes: [137, 80, 78, 71, 0, 0, 1, 2] },
    { name: 'nothing.txt', bytes: [] },
  ])
  const item = (name: string) => page.locator('.attachments > ul > li').filter({ hasText: name })
  await expect(item('picture.png')).toContainText(plain(problemWords.en.binary))
  await expect(item('nothing.txt')).toContainText(plain(problemWords.en.empty))
})

test('twenty megabytes leave the page alive, and are given up when no longer wanted', async ({
  extension,
}) => {
  const page = await open(extension, 'popup')
  await box(page).evaluate((element, environment) => {
    const lines = Array.from(
      { length: 260_000 },
      (_, step) => `{'loss': 1.${step}, 'learning_rate': 4.9e-05, 'epoch': 0.01, 'step': ${step}}`,
    )
    const transfer = new DataTransfer()
    transfer.setData('text/plain', `${environment}\n${lines.join('\n')}`)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    )
  }, environment)
  const long = page.locator('.attachments li').filter({ hasText: en.attached.longPaste })
  await expect(long).toContainText('MB')
  await expect(box(page)).toHaveValue('')
  await expect(page.locator('.reading')).toBeVisible()
  // while it is being read
  await button(page, '中文').click()
  await expect(page.locator('.reading')).toHaveText(zh_CN.reading)
  await button(page, zh_CN.attached.remove(zh_CN.attached.longPaste)).click()
  await box(page).fill(environment)
  await expect(page.locator('.packages')).toContainText('4.38.2')
  await expect(page.locator('.reading')).toHaveCount(0)
})

test('the language is switched here and everywhere', async ({ extension }) => {
  const page = await open(extension, 'check')
  const popup = await open(extension, 'popup')
  await box(page).fill(environment)
  await page.getByLabel(en.choices.model).fill('chatglm3-6b')
  await button(page, '中文').click()
  await expect(page.locator('h1')).toHaveText(zh_CN.title)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(verdict(page, 'at-risk', chinese)).toBeVisible()
  await expect(popup.locator('h1')).toHaveText(zh_CN.title)
  await page.reload()
  await expect(page.locator('h1')).toHaveText(zh_CN.title)
})

test('the popup opens with the report on the page', async ({ extension, page }) => {
  const onlooker = await open(extension, 'check')
  extension.serve(addresses.issue, issuePage(confirmed))
  await page.goto(addresses.issue)
  await page.bringToFront()
  await expect(page.locator('unmute-panel .badge').first()).toBeVisible()
  await extension.background.evaluate(() =>
    (
      globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }
    ).chrome.action.openPopup(),
  )
  await expect
    .poll(() => inPopup(onlooker, (document) => document.querySelector('.this-page .badge')?.textContent))
    .toContain(english.panel.verdict.confirmed)
  expect(await inPopup(onlooker, (document) => document.querySelector('textarea') !== null)).toBe(true)
})

test('everything is reached and done by keyboard', async ({ extension }) => {
  const page = await open(extension, 'check')
  await expect(box(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(button(page, en.box.example)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(verdict(page, 'at-risk')).toBeVisible()
  const controls = page.locator('button, a[href], summary, input, select, textarea').filter({ visible: true })
  const names = await controls.evaluateAll((all) =>
    all.map((control, index) => {
      control.setAttribute('data-control', String(index))
      return control.tagName
    }),
  )
  const reached = new Set<string>()
  for (let presses = 0; presses < 300 && reached.size < names.length; presses++) {
    await page.keyboard.press('Tab')
    const control = await page.evaluate(() => document.activeElement?.getAttribute('data-control'))
    if (control) reached.add(control)
  }
  expect(names.filter((_, index) => !reached.has(String(index)))).toEqual([])
})

for (const scheme of ['light', 'dark'] as const)
  test.describe(`in ${scheme}`, () => {
    test.use({ scheme })

    for (const place of ['popup', 'check'] as const)
      test(`axe finds nothing wrong with the ${place}`, async ({ extension }) => {
        const page = await open(extension, place)
        const findings = async () =>
          (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
            id,
            nodes.map(({ html }) => html),
          ])
        expect(await findings()).toEqual([])
        await box(page).fill(`${environment}peft==0.9.O\nI had a lovely day\n`)
        if (place === 'check')
          await drop(page, [
            textFile('train.log', log),
            adapterFile('dead.safetensors', [0x7e00], [0x7e00]),
            { name: 'picture.png', bytes: [1, 0, 0, 2] },
          ])
        await page.getByLabel(en.choices.model).fill('chatglm3-6b')
        await expect(verdict(page, place === 'check' ? 'confirmed' : 'at-risk')).toBeVisible()
        expect(await findings()).toEqual([])
        await button(page, '中文').click()
        expect(await findings()).toEqual([])
      })
  })

test('a narrow window scrolls in one direction only', async ({ extension }) => {
  const page = await open(extension, 'check')
  await page.setViewportSize({ width: 340, height: 700 })
  await button(page, en.box.example).click()
  await expect(verdict(page, 'at-risk')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(340)
})
