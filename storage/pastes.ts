import type { DBSchema } from 'idb'
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

const open = () =>
  openDB<Pastes>('pastes', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('box')
      fresh.createObjectStore('attachments', { keyPath: 'id' })
    },
  })

/** What a page of the extension keeps its paste in. */
export interface PasteStore {
  /** What was kept last; empty at first. */
  read(): Promise<KeptPaste>
  /**
   * Keeps a paste in place of the one before. Attachments that are kept already are not written again, and those above
   * `LARGEST_KEPT` are left out. All is handed to the browser before it returns, so that a popup may close at once.
   * Rejects where the browser has no room.
   */
  keep(paste: KeptPaste): Promise<void>
}

/** Opens the store for as long as the page lives. Rejects where the browser stores nothing. */
export async function openPastes(): Promise<PasteStore> {
  const database = await open()
  let known = new Set<string>()
  return {
    async read() {
      const transaction = database.transaction(['box', 'attachments'])
      const box = transaction.objectStore('box')
      const [text, choices, order, attachments] = await Promise.all([
        box.get('text'),
        box.get('choices'),
        box.get('order'),
        transaction.objectStore('attachments').getAll(),
      ])
      known = new Set(attachments.map(({ id }) => id))
      const place = (id: string) => (Array.isArray(order) ? order.indexOf(id) : -1)
      return {
        text: typeof text === 'string' ? text : '',
        choices: choices && typeof choices === 'object' && !Array.isArray(choices) ? choices : {},
        attachments: attachments.sort((one, other) => place(one.id) - place(other.id)),
      }
    },
    async keep({ text, choices, attachments }) {
      // written through: the browser may be closed the moment after
      const transaction = database.transaction(['box', 'attachments'], 'readwrite', { durability: 'strict' })
      const box = transaction.objectStore('box')
      const files = transaction.objectStore('attachments')
      const kept = attachments.filter(({ content }) => content.size <= LARGEST_KEPT)
      const ids = new Set(kept.map(({ id }) => id))
      const writes = [
        box.put(text, 'text'),
        box.put(choices, 'choices'),
        box.put([...ids], 'order'),
        ...[...known].filter((id) => !ids.has(id)).map((id) => files.delete(id)),
        ...kept.filter(({ id }) => !known.has(id)).map((attachment) => files.put(attachment)),
      ]
      // without waiting for the answers, which a page that goes away does not get
      transaction.commit()
      const before = known
      known = ids
      try {
        await Promise.all([...writes, transaction.done])
      } catch (error) {
        known = before
        throw error
      }
    },
  }
}

/** How many texts are kept: the one in the box and each attachment. */
export async function countPastes(): Promise<number> {
  const database = await open()
  try {
    const text = await database.get('box', 'text')
    return (text ? 1 : 0) + (await database.count('attachments'))
  } finally {
    database.close()
  }
}

/** Forgets the texts, the attachments and the choices. */
export async function forgetPastes(): Promise<void> {
  const database = await open()
  try {
    const transaction = database.transaction(['box', 'attachments'], 'readwrite')
    await Promise.all([
      transaction.objectStore('box').clear(),
      transaction.objectStore('attachments').clear(),
      transaction.done,
    ])
  } finally {
    database.close()
  }
}
