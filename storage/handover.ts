import type { DBSchema } from 'idb'
import { openDB } from 'idb'

/** A text on its way to the full page. */
export interface HandedOver {
  text: string
  /** The line breaks are guesses: the browser had taken them out. */
  guessed: boolean
  /** Only the beginning of what was selected. */
  cut: boolean
}

interface Handover extends DBSchema {
  texts: { key: number; value: HandedOver }
}

/** A page that is loaded again finds its text for as long as it is among the last few. */
const MOST_KEPT = 5

/** Too long for a message or an address. Opened for each use: the background may end at any time. */
const open = () =>
  openDB<Handover>('handover', 1, {
    upgrade: (database) => void database.createObjectStore('texts', { autoIncrement: true }),
  })

/** Leaves a text for the full page and returns what that page finds it by. Rejects where the browser has no room. */
export async function handOver(text: HandedOver): Promise<number> {
  const database = await open()
  try {
    const { store, done } = database.transaction('texts', 'readwrite')
    const key = await store.add(text)
    const keys = await store.getAllKeys()
    await Promise.all([...keys.slice(0, -MOST_KEPT).map((old) => store.delete(old)), done])
    return key
  } finally {
    database.close()
  }
}

/** The text that was left under a key; undefined for one that is long gone. */
export async function readHandedOver(key: number): Promise<HandedOver | undefined> {
  const database = await open()
  try {
    return await database.get('texts', key)
  } finally {
    database.close()
  }
}

/** How many texts are kept. */
export async function countHandedOver(): Promise<number> {
  const database = await open()
  try {
    return await database.count('texts')
  } finally {
    database.close()
  }
}

/** Forgets them all. */
export async function forgetHandedOver(): Promise<void> {
  const database = await open()
  try {
    await database.clear('texts')
  } finally {
    database.close()
  }
}

/** The full page's address for a text that was left for it; `null` leaves the box as it is. */
export const pathFor = (key: number | null) =>
  key === null ? ('/check.html' as const) : (`/check.html#text=${key}` as const)

/** What a full page was opened for, by the fragment of its address. */
export function keyIn(fragment: string): number | null {
  const key = /^#text=(\d{1,12})$/.exec(fragment)?.[1]
  return key === undefined ? null : Number(key)
}
