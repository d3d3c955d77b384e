import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import * as handover from './handover'
import { countKept, forgetKept } from './kept'
import * as pastes from './pastes'
import { dismiss } from './settings'

vi.mock('./pastes')
vi.mock('./handover')

beforeEach(() => {
  fakeBrowser.reset()
  let texts = 2
  vi.mocked(pastes.countPastes).mockImplementation(async () => texts)
  vi.mocked(pastes.forgetPastes).mockImplementation(async () => void (texts = 0))
  vi.mocked(handover.countHandedOver).mockResolvedValue(0)
  vi.mocked(handover.forgetHandedOver).mockResolvedValue()
})

test('counts all that is kept, and forgets all of it', async () => {
  await dismiss('https://github.com/example/repository/issues/1')
  expect(await countKept()).toEqual({ dismissed: 1, pastes: 2, selections: 0 })
  await forgetKept()
  expect(await countKept()).toEqual({ dismissed: 0, pastes: 0, selections: 0 })
  expect(handover.forgetHandedOver).toHaveBeenCalled()
})

test('where one thing cannot be forgotten the rest is, and that is said', async () => {
  await dismiss('https://github.com/example/repository/issues/1')
  vi.mocked(pastes.forgetPastes).mockRejectedValue(new Error('no database'))
  await expect(forgetKept()).rejects.toThrow('no database')
  expect((await countKept()).dismissed).toBe(0)
})

test('a browser without a database keeps nothing in it', async () => {
  const missing = new Error('no database')
  for (const call of [pastes.countPastes, handover.countHandedOver])
    vi.mocked(call).mockRejectedValue(missing)
  for (const call of [pastes.forgetPastes, handover.forgetHandedOver])
    vi.mocked(call).mockRejectedValue(missing)
  await dismiss('https://github.com/example/repository/issues/1')
  expect(await countKept()).toEqual({ dismissed: 1, pastes: 0, selections: 0 })
  await forgetKept()
  expect((await countKept()).dismissed).toBe(0)
})
