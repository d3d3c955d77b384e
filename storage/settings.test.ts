import { beforeEach, describe, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import {
  changeChoices,
  changeSettings,
  countDismissed,
  dismiss,
  forgetDismissed,
  isDismissed,
  isWanted,
  onChoicesChange,
  readChoices,
  readSettings,
} from './settings'

const everythingOn = { github: true, huggingface: true }

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('zh-TW')
})

describe('what was chosen', () => {
  test('nothing yet: the browser’s language, marks and both sites on', async () => {
    expect(await readChoices()).toEqual({ language: 'browser', marks: true, sites: everythingOn })
    expect(await readSettings()).toEqual({ language: 'zh_CN', marks: true })
  })

  test('a change leaves the rest as it was', async () => {
    await changeChoices({ marks: false })
    await changeChoices({ language: 'en' })
    const all = await changeChoices({ sites: { huggingface: false } })
    expect(all).toEqual({ language: 'en', marks: false, sites: { github: true, huggingface: false } })
    expect(await readChoices()).toEqual(all)
  })

  test('changes made at once do not undo each other', async () => {
    await Promise.all([
      changeChoices({ marks: false }),
      changeChoices({ language: 'en' }),
      changeChoices({ sites: { github: false } }),
      changeSettings({ language: 'zh_CN' }),
    ])
    expect(await readChoices()).toEqual({
      language: 'zh_CN',
      marks: false,
      sites: { github: false, huggingface: true },
    })
  })

  test('back to the browser’s language', async () => {
    await changeChoices({ language: 'en' })
    expect((await readSettings()).language).toBe('en')
    await changeChoices({ language: 'browser' })
    expect((await readSettings()).language).toBe('zh_CN')
  })

  test('the panel’s switches change what the options show', async () => {
    expect(await changeSettings({ marks: false, language: 'en' })).toEqual({ language: 'en', marks: false })
    expect(await readChoices()).toMatchObject({ language: 'en', marks: false })
  })

  test('a write that fails does not hold up the next', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('full'))
    await expect(changeChoices({ marks: false })).rejects.toThrow('full')
    expect(await changeChoices({ language: 'en' })).toMatchObject({ language: 'en', marks: true })
  })

  test('listeners hear of changes to the choices only, until they end it', async () => {
    const heard = vi.fn()
    const end = onChoicesChange(heard)
    await dismiss('https://github.com/example/repository/issues/1')
    await changeChoices({ marks: false })
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
    expect(heard).toHaveBeenCalledWith({ language: 'browser', marks: false, sites: everythingOn })
    end()
    await changeChoices({ marks: true })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(heard).toHaveBeenCalledTimes(1)
  })
})

test('a page is wanted unless its site is off; what belongs to no site always is', async () => {
  await changeChoices({ sites: { github: false } })
  expect(await isWanted('https://github.com/example/repository/issues/1')).toBe(false)
  expect(await isWanted('https://huggingface.co/example/model')).toBe(true)
  expect(await isWanted('https://github.com.example.org/')).toBe(true)
  expect(await isWanted(undefined)).toBe(true)
  expect(await isWanted('no address')).toBe(true)
})

describe('dismissed threads', () => {
  const thread = (number: number) => `https://github.com/example/repository/issues/${number}`

  test('are counted once each, and forgotten without the settings', async () => {
    await changeChoices({ marks: false })
    await Promise.all([dismiss(thread(1)), dismiss(thread(2)), dismiss(thread(1))])
    expect(await countDismissed()).toBe(2)
    expect(await isDismissed(thread(1))).toBe(true)
    await forgetDismissed()
    expect(await countDismissed()).toBe(0)
    expect(await isDismissed(thread(1))).toBe(false)
    expect((await readChoices()).marks).toBe(false)
    expect(await browser.storage.local.get('dismissed')).toEqual({})
  })

  test('beyond 500 the oldest is forgotten', async () => {
    for (let number = 0; number <= 500; number++) await dismiss(thread(number))
    expect(await countDismissed()).toBe(500)
    expect(await isDismissed(thread(0))).toBe(false)
    expect(await isDismissed(thread(500))).toBe(true)
  })
})
