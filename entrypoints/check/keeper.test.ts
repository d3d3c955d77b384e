import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeptPaste, PasteStore } from '../../storage/pastes'
import { createKeeper } from './keeper'

const paste = (text: string): KeptPaste => ({ text, choices: {}, attachments: [] })
const kept: string[] = []
const store: PasteStore = {
  read: async () => paste('earlier'),
  keep: async ({ text }) => void kept.push(text),
}
const outcome = vi.fn()

beforeEach(() => {
  kept.length = 0
  outcome.mockClear()
  vi.useFakeTimers()
})

async function keeperOver(opened: Promise<PasteStore>) {
  const keeper = createKeeper(opened, outcome)
  await vi.advanceTimersByTimeAsync(0)
  return keeper
}

it('keeps a paste at once', async () => {
  const keeper = await keeperOver(Promise.resolve(store))
  keeper.keep(paste('a'))
  expect(kept).toEqual(['a'])
})

it('keeps what is typed quickly together, the last of it always', async () => {
  const keeper = await keeperOver(Promise.resolve(store))
  for (const text of ['a', 'ab', 'abc']) keeper.keep(paste(text))
  expect(kept).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(kept).toEqual(['a', 'abc'])
  keeper.keep(paste('abcd'))
  expect(kept.at(-1)).toBe('abcd')
})

it('keeps what waits when the page goes away, without waiting', async () => {
  const keeper = await keeperOver(Promise.resolve(store))
  keeper.keep(paste('a'))
  keeper.keep(paste('ab'))
  expect(kept).toEqual(['a'])
  void keeper.flush()
  expect(kept).toEqual(['a', 'ab'])
})

it('waits for a store that is still opening', async () => {
  const keeper = createKeeper(new Promise((resolve) => setTimeout(() => resolve(store), 50)), outcome)
  keeper.keep(paste('a'))
  await vi.advanceTimersByTimeAsync(50)
  expect(kept).toEqual(['a'])
})

it('says when nothing can be kept', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const keeper = await keeperOver(Promise.reject(new Error('off')))
  keeper.keep(paste('a'))
  await vi.advanceTimersByTimeAsync(0)
  expect(outcome).toHaveBeenCalledWith(true)
  await expect(keeper.read()).rejects.toThrow('off')
})

describe('what another page has kept meanwhile', () => {
  it('is read, after what waits here is kept', async () => {
    const keeper = await keeperOver(Promise.resolve(store))
    keeper.keep(paste('a'))
    keeper.keep(paste('ab'))
    expect(await keeper.readAgain()).toEqual(paste('earlier'))
    expect(kept).toEqual(['a', 'ab'])
  })

  it('does not take the place of what was given while it was read', async () => {
    let deliver = (_: KeptPaste) => {}
    const slow = { ...store, read: () => new Promise<KeptPaste>((resolve) => (deliver = resolve)) }
    const keeper = await keeperOver(Promise.resolve(slow))
    const reading = keeper.readAgain()
    await vi.advanceTimersByTimeAsync(0)
    keeper.keep(paste('a'))
    deliver(paste('earlier'))
    expect(await reading).toBeUndefined()
  })

  it('does not take the place of what could not be kept', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    const keep = vi.fn(store.keep).mockRejectedValueOnce(new DOMException('no room', 'QuotaExceededError'))
    const keeper = await keeperOver(Promise.resolve({ ...store, keep }))
    keeper.keep(paste('a'))
    expect(await keeper.readAgain()).toBeUndefined()
    keeper.keep(paste('ab'))
    expect(await keeper.readAgain()).toEqual(paste('earlier'))
  })
})
