import { browser } from 'wxt/browser'
import type { Language } from '../locales/language'
import { languageFor } from '../locales/language'

/** What the reader has chosen. */
export interface Settings {
  language: Language
  /** Whether the lines that matter are marked in the page. */
  marks: boolean
}

/** Dismissed threads beyond this many are forgotten, the oldest first. */
const MOST_DISMISSED = 500

interface Stored {
  settings?: Partial<Settings>
  dismissed?: string[]
}

const stored = async (): Promise<Stored> => browser.storage.local.get(['settings', 'dismissed'])

/** The settings, with the browser's own language where none was chosen. */
export async function readSettings(): Promise<Settings> {
  const { settings } = await stored()
  return { language: languageFor(browser.i18n.getUILanguage()), marks: true, ...settings }
}

/** Changes some settings and returns all of them. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const { settings } = await stored()
  await browser.storage.local.set({ settings: { ...settings, ...change } })
  return readSettings()
}

/** Whether the reader has dismissed the panel on this thread. */
export async function isDismissed(thread: string): Promise<boolean> {
  return (await stored()).dismissed?.includes(thread) ?? false
}

/** Remembers that the reader wants no panel on this thread. */
export async function dismiss(thread: string): Promise<void> {
  const others = ((await stored()).dismissed ?? []).filter((other) => other !== thread)
  await browser.storage.local.set({ dismissed: [...others, thread].slice(-MOST_DISMISSED) })
}
