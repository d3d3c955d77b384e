import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { missingSites, onAccessChange, requestSites } from './host-access'

/** The event as the browser has it; the fake browser has none for permissions. */
function eventOf() {
  const listeners = new Set<() => void>()
  return {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
    fire: () => listeners.forEach((listener) => listener()),
  }
}

const granted = new Set<string>()
const permissions = {
  contains: vi.fn(async ({ origins }: { origins: string[] }) => origins.every((one) => granted.has(one))),
  request: vi.fn(async ({ origins }: { origins: string[] }) => {
    for (const origin of origins) granted.add(origin)
    return true
  }),
  onAdded: eventOf(),
  onRemoved: eventOf(),
}

beforeEach(() => {
  granted.clear()
  Object.assign(browser, { permissions })
})

test('names the sites that the browser keeps from the extension, until they are granted', async () => {
  granted.add('https://github.com/*')
  expect(await missingSites()).toEqual(['huggingface'])
  expect(await requestSites(['huggingface'])).toBe(true)
  expect(permissions.request).toHaveBeenCalledWith({ origins: ['https://huggingface.co/*'] })
  expect(await missingSites()).toEqual([])
})

test('asks at once: Firefox counts nothing after an await as a click', () => {
  permissions.request.mockClear()
  void requestSites(['github', 'huggingface'])
  expect(permissions.request).toHaveBeenCalledOnce()
})

test('hears of what is granted and withdrawn, until it ends', () => {
  const heard = vi.fn()
  const end = onAccessChange(heard)
  permissions.onAdded.fire()
  permissions.onRemoved.fire()
  expect(heard).toHaveBeenCalledTimes(2)
  end()
  permissions.onRemoved.fire()
  expect(heard).toHaveBeenCalledTimes(2)
})
