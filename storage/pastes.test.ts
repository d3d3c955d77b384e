import { beforeEach, expect, it, vi } from 'vitest'
import type { KeptPaste } from './pastes'
import { LARGEST_KEPT, countPastes, forgetPastes, openPastes } from './pastes'

/** What stands in for the browser's database: two stores, and a note of every attachment written. */
const database = vi.hoisted(() => ({
  stores: { box: new Map<string, unknown>(), attachments: new Map<string, unknown>() },
  written: [] as string[],
  refuses: false,
}))

vi.mock('idb', () => {
  type Name = keyof typeof database.stores
  const storeOf = (name: Name) => {
    const store = database.stores[name]
    return {
      get: async (key: string) => store.get(key),
      getAll: async () => [...store.values()],
      delete: async (key: string) => void store.delete(key),
      clear: async () => store.clear(),
      put: async (value: { id?: string }, key = value.id ?? '') => {
        if (name === 'attachments') database.written.push(key)
        store.set(key, structuredClone(value))
      },
    }
  }
  return {
    openDB: async () => {
      if (database.refuses) throw new DOMException('off', 'InvalidStateError')
      return {
        transaction: () => ({
          store: storeOf('box'),
          objectStore: storeOf,
          commit: () => undefined,
          done: Promise.resolve(),
        }),
        get: (name: Name, key: string) => storeOf(name).get(key),
        count: async (name: Name) => database.stores[name].size,
        close: () => undefined,
      }
    },
  }
})

const readPaste = async () => (await openPastes()).read()
const keepPaste = async (paste: KeptPaste) => (await openPastes()).keep(paste)

const file = (id: string, content = new Blob([id])) => ({ id, name: `${id}.txt`, content })

beforeEach(() => {
  database.stores.box.clear()
  database.stores.attachments.clear()
  database.written = []
  database.refuses = false
})

it('is empty at first', async () => {
  expect(await readPaste()).toEqual({ text: '', choices: {}, attachments: [] })
  expect(await countPastes()).toBe(0)
})

it('gives back what was kept, files in their order', async () => {
  await keepPaste({
    text: 'peft==0.9.0',
    choices: { model: 'chatglm3-6b' },
    attachments: [file('z'), file('a')],
  })
  const kept = await readPaste()
  expect(kept).toMatchObject({ text: 'peft==0.9.0', choices: { model: 'chatglm3-6b' } })
  expect(kept.attachments.map(({ id }) => id)).toEqual(['z', 'a'])
  expect(await countPastes()).toBe(3)
})

it('does not write a file again while somebody types, and drops one that was removed', async () => {
  const store = await openPastes()
  await store.keep({ text: 'p', choices: {}, attachments: [file('a'), file('b')] })
  await store.keep({ text: 'pe', choices: {}, attachments: [file('b')] })
  expect(database.written).toEqual(['a', 'b'])
  expect((await readPaste()).attachments.map(({ id }) => id)).toEqual(['b'])
})

it('leaves out what is too large', async () => {
  const large = { ...file('large'), content: { size: LARGEST_KEPT + 1 } as Blob }
  await keepPaste({ text: '', choices: {}, attachments: [large] })
  expect((await readPaste()).attachments).toEqual([])
})

it('hands everything to the browser before it returns: the popup may close', async () => {
  const store = await openPastes()
  void store.keep({ text: 'p', choices: { gpu: 'V100' }, attachments: [file('a')] })
  expect(database.stores.box.get('text')).toBe('p')
  expect(database.written).toEqual(['a'])
})

it('forgets everything', async () => {
  await keepPaste({ text: 'p', choices: { gpu: 'V100' }, attachments: [file('a')] })
  await forgetPastes()
  expect(await readPaste()).toEqual({ text: '', choices: {}, attachments: [] })
})

it('rejects where the browser stores nothing', async () => {
  database.refuses = true
  await expect(readPaste()).rejects.toThrow()
  await expect(keepPaste({ text: '', choices: {}, attachments: [] })).rejects.toThrow()
})
