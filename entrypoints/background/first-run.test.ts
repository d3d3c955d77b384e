import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { openOnFirstRun } from './first-run'

const create = vi.fn()

beforeEach(() => {
  fakeBrowser.reset()
  create.mockClear()
  vi.spyOn(browser.tabs, 'create').mockImplementation(create)
  openOnFirstRun()
})

const installed = (reason: 'install' | 'update' | 'chrome_update') =>
  fakeBrowser.runtime.onInstalled.trigger({ reason } as Parameters<
    typeof fakeBrowser.runtime.onInstalled.trigger
  >[0])

test('an installation opens the welcome page, once', async () => {
  await installed('install')
  expect(create).toHaveBeenCalledOnce()
  expect(create.mock.calls[0]?.[0]).toEqual({ url: browser.runtime.getURL('/welcome.html') })
})

test.each(['update', 'chrome_update'] as const)('%s opens nothing', async (reason) => {
  await installed(reason)
  expect(create).not.toHaveBeenCalled()
})
