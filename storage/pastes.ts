import type { DBSchema, IDBPDatabase } from 'idb'
import { openDB } from 'idb'

/** What somebody said beside the text; all optional. */
export interface KeptChoices {
  model?: string
  precision?: string
  gpu?: string
  python?: string
}

/** A file, or a paste too long for a text box. */
export interface KeptAttachment {
  id: string
  name: string
  content: Blob
}

/** What is in the paste box, for the next time it is opened. */
export interface KeptPaste {
  text: string
  choices: KeptChoices
  attachments: KeptAttachment[]
}

/** Larger files are not kept: an adapter can have gigabytes. Bytes. */
export const LARGEST_KEPT = 32 * 1024 * 1024

interface Pastes extends DBSchema {
  /** Small things under fixed names, so that typing does not write the files again. */
  box: { key: 'text' | 'choices' | 'order'; value: string | KeptChoices | string[] }
  attachments: { key: string; value: KeptAttachment }
}

/** Opened for each use: a popup may close at any time, and an open database would block deleting it. */
async function within<T>(use: (database: IDBPDatabase<Pastes>) => Promise<T>): Promise<T> {
  const database = await openDB<Pastes>('pastes', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('box')
      fresh.createObjectStore('attachments', { keyPath: 'id' })
    },
  })
  try {
    return await use(database)
  } finally {
    database.close()
  }
}

/** What was kept last; empty at first. Rejects where the browser stores nothing. */
export function readPaste(): Promise<KeptPaste> {
  return within(async (database) => {
    const { store } = database.transaction('box')
    const [text, choices, order] = await Promise.all([
      store.get('text'),
      store.get('choices'),
      store.get('order'),
    ])
    const attachments = await database.getAll('attachments')
    const place = (id: string) => (Array.isArray(order) ? order.indexOf(id) : -1)
    return {
      text: typeof text === 'string' ? text : '',
      choices: choices && typeof choices === 'object' && !Array.isArray(choices) ? choices : {},
      attachments: attachments.sort((one, other) => place(one.id) - place(other.id)),
    }
  })
}

/**
 * Keeps a paste in place of the one before. Attachments that are kept already are not written again, and those above
 * `LARGEST_KEPT` are left out. Rejects where the browser has no room.
 */
export function keepPaste({ text, choices, attachments }: KeptPaste): Promise<void> {
  return within(async (database) => {
    const transaction = database.transaction(['box', 'attachments'], 'readwrite')
    const box = transaction.objectStore('box')
    const files = transaction.objectStore('attachments')
    const kept = attachments.filter(({ content }) => content.size <= LARGEST_KEPT)
    const ids = kept.map(({ id }) => id)
    const known = await files.getAllKeys()
    await Promise.all([
      box.put(text, 'text'),
      box.put(choices, 'choices'),
      box.put(ids, 'order'),
      ...known.filter((id) => !ids.includes(id)).map((id) => files.delete(id)),
      ...kept.filter(({ id }) => !known.includes(id)).map((attachment) => files.put(attachment)),
      transaction.done,
    ])
  })
}

/** How many texts are kept: the one in the box and each attachment. */
export async function countPastes(): Promise<number> {
  return within(async (database) => {
    const text = await database.get('box', 'text')
    return (text ? 1 : 0) + (await database.count('attachments'))
  })
}

/** Forgets the texts, the attachments and the choices. */
export function forgetPastes(): Promise<void> {
  return within(async (database) => {
    const transaction = database.transaction(['box', 'attachments'], 'readwrite')
    await Promise.all([
      transaction.objectStore('box').clear(),
      transaction.objectStore('attachments').clear(),
      transaction.done,
    ])
  })
}
