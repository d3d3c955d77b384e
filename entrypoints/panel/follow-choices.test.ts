import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { exampleAnswer } from '../../components/example-answer'
import { changeChoices } from '../../storage/settings'
import type { PageHandle } from '../scout.content/handle'
import { followChoices } from './follow-choices'

const answer = exampleAnswer()
let address: string
let change: ReturnType<typeof vi.fn<PageHandle['change']>>
let handle: PageHandle

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en')
  address = 'https://github.com/example/repository/issues/1'
  change = vi.fn()
  handle = { answer, settings: { language: 'en', marks: true }, change } as unknown as PageHandle
  followChoices(handle, () => address)
})

const heard = (times: number) => vi.waitFor(() => expect(change).toHaveBeenCalledTimes(times))

test('language and marks reach the page', async () => {
  await changeChoices({ language: 'zh_CN', marks: false })
  await heard(1)
  expect(change).toHaveBeenCalledWith({ language: 'zh_CN', marks: false })
  expect(handle.answer).toBe(answer)
})

test('a site that is switched off shows nothing, and on again the same', async () => {
  await changeChoices({ sites: { github: false } })
  await heard(1)
  expect(handle.answer).toBeNull()
  await changeChoices({ marks: false })
  await heard(2)
  expect(handle.answer).toBeNull()
  await changeChoices({ sites: { github: true } })
  await heard(3)
  expect(handle.answer).toBe(answer)
})

test('the other site is no concern of this page', async () => {
  await changeChoices({ sites: { huggingface: false } })
  await heard(1)
  expect(handle.answer).toBe(answer)
})

test('nothing comes back on another thread', async () => {
  await changeChoices({ sites: { github: false } })
  await heard(1)
  address = 'https://github.com/example/repository/issues/2'
  await changeChoices({ sites: { github: true } })
  await heard(2)
  expect(handle.answer).toBeNull()
})

test('nor what was dismissed before', async () => {
  handle.answer = null
  await changeChoices({ sites: { github: false } })
  await changeChoices({ sites: { github: true } })
  await heard(2)
  expect(handle.answer).toBeNull()
})
