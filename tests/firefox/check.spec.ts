/** The paste box in Firefox, in the popup's page and on the full page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { words } from '../../locales/words'
import { checkWords } from '../../locales/words/check'
import { addresses, issuePage } from '../browser/pages'
import { confirmed } from '../browser/threads'
import { click, expect, find, insertAtEnd, test, texts } from './fixtures'

const { en, zh_CN } = words
const environment = `accelerate==0.28.0
peft==0.9.0
torch==2.1.2+cu121
transformers==4.38.2
`
const log = `{'loss': 3.2145, 'grad_norm': 2.7311, 'learning_rate': 4.9e-05, 'epoch': 0.01}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 4.8e-05, 'epoch': 0.02}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 4.7e-05, 'epoch': 0.03}
`
const textOf = (page: Page) => page.evaluate(() => document.querySelector('textarea')?.value)

async function chooseModel(page: Page, model: string): Promise<void> {
  const field = await find(page, 'input', checkWords.en.choices.model)
  await field.click()
  await page.keyboard.type(model)
}

test('the popup: an environment is at risk, with its log confirmed, and kept over closing', async ({
  firefox,
}) => {
  const popup = await firefox.openOwn('popup.html')
  await insertAtEnd(popup, 'textarea', environment)
  await chooseModel(popup, 'chatglm3-6b')
  await find(popup, '.answer .badge', en.panel.verdict['at-risk'])
  expect(await texts(popup, '.answer .badge')).not.toContain(en.panel.verdict.confirmed)

  await insertAtEnd(popup, 'textarea', log)
  await find(popup, '.answer .badge', en.panel.verdict.confirmed)
  await popup.close()

  const again = await firefox.openOwn('popup.html')
  await expect.poll(() => textOf(again)).toBe(environment + log)
  await find(again, '.answer .badge', en.panel.verdict.confirmed)

  await click(again, 'button', checkWords.en.openFull)
  const full = await firefox.waitForPage((url) => url.startsWith(firefox.ownUrl('check.html')))
  await expect.poll(() => textOf(full)).toBe(environment + log)
})

test('the popup tells what the page in front has', async ({ firefox }) => {
  const popup = await firefox.openOwn('popup.html')
  const issue = await firefox.openPage(addresses.issue, issuePage(confirmed))
  await find(issue, '.badge', en.panel.verdict.confirmed)
  await issue.bringToFront()
  // behind the issue's page, as a real popup is in front of it
  await popup.evaluate(() => setTimeout(() => location.reload()))
  await find(popup, '.this-page .badge', en.panel.verdict.confirmed)
})

test('the full page: a dropped log, a chosen adapter file', async ({ firefox }) => {
  const page = await firefox.openOwn('check.html')
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([text], 'run.txt'))
    for (const type of ['dragenter', 'dragover', 'drop'])
      document
        .querySelector('main')
        ?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
  }, `LoRA on chatglm3-6b\n${environment}${log}`)
  await find(page, '*', 'run.txt')
  await find(page, '.answer .badge', en.panel.verdict.confirmed)

  const folder = await mkdtemp(join(tmpdir(), 'unmute-adapter-'))
  try {
    const file = join(folder, 'adapter_model.safetensors')
    await writeFile(file, adapterOfNaN())
    const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement> | null
    await input?.uploadFile(file)
    await find(page, '*', 'adapter_model.safetensors')
    await find(page, '*', 'NaN')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('the language is switched here and holds there', async ({ firefox }) => {
  const page = await firefox.openOwn('check.html')
  await insertAtEnd(page, 'textarea', `chatglm3-6b, LoRA\n${environment}${log}`)
  await find(page, '.answer .badge', en.panel.verdict.confirmed)
  const popup = await firefox.openOwn('popup.html')
  await page.bringToFront()
  await click(page, 'button', '中文')
  for (const each of [page, popup]) {
    await find(each, '.answer .badge', zh_CN.panel.verdict.confirmed)
    expect(await each.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  }
})

/** A safetensors file with one LoRA layer in float16, all of it NaN. */
function adapterOfNaN(): Buffer {
  const header = Buffer.from(
    JSON.stringify({
      'layer.lora_A.weight': { dtype: 'F16', shape: [4], data_offsets: [0, 8] },
      'layer.lora_B.weight': { dtype: 'F16', shape: [4], data_offsets: [8, 16] },
    }),
  )
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(header.length))
  const values = Buffer.alloc(16)
  for (let at = 0; at < values.length; at += 2) values.writeUInt16LE(0x7e00, at)
  return Buffer.concat([length, header, values])
}
