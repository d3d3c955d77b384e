import { browser } from 'wxt/browser'
import type { Language } from '../locales/language'
import { languageFor } from '../locales/language'
import type { SiteId } from './sites'
import { siteIds, siteOf } from './sites'

/** What a page has to know of the reader's choices. */
export interface Settings {
  language: Language
  /** Whether the lines that matter are marked in the page. */
  marks: boolean
}

/** What the reader can choose. */
export interface Choices {
  /** `browser` follows the language of the browser's interface. */
  language: Language | 'browser'
  marks: boolean
  /** A site that is off gets no panel and no marks. */
  sites: Record<SiteId, boolean>
}

/** Dismissed threads beyond this many are forgotten, the oldest first. */
const MOST_DISMISSED = 500

interface Stored {
  settings?: { language?: Language; marks?: boolean; sitesOff?: SiteId[] }
  dismissed?: string[]
}

const stored = async (): Promise<Stored> => browser.storage.local.get(['settings', 'dismissed'])

let lastWrite: Promise<unknown> = Promise.resolve()

/** Runs one write after the other: each reads what is stored, and would else undo the one before it. */
function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const mine = lastWrite.then(write)
  lastWrite = mine.catch(() => undefined)
  return mine
}

/** The language that a choice comes to. */
export const languageOf = (choice: Choices['language']): Language =>
  choice === 'browser' ? languageFor(browser.i18n.getUILanguage()) : choice

/** What the reader has chosen; what they have not is on, and in the browser's language. */
export async function readChoices(): Promise<Choices> {
  const { language = 'browser', marks = true, sitesOff = [] } = (await stored()).settings ?? {}
  const sites = Object.fromEntries(siteIds.map((id) => [id, !sitesOff.includes(id)]))
  return { language, marks, sites: sites as Choices['sites'] }
}

/** Changes some choices and returns all of them. Sites that are not named stay as they are. */
export function changeChoices(
  change: Partial<Omit<Choices, 'sites'>> & { sites?: Partial<Choices['sites']> },
): Promise<Choices> {
  return inTurn(async () => {
    const before = await readChoices()
    const { language, marks, sites } = { ...before, ...change, sites: { ...before.sites, ...change.sites } }
    const sitesOff = siteIds.filter((id) => !sites[id])
    await browser.storage.local.set({
      settings: { marks, sitesOff, ...(language !== 'browser' && { language }) },
    })
    return { language, marks, sites }
  })
}

const settingsFrom = ({ language, marks }: Choices): Settings => ({ language: languageOf(language), marks })

/** What a page has to know, with the browser's own language where none was chosen. */
export const readSettings = async (): Promise<Settings> => settingsFrom(await readChoices())

/** Changes some settings and returns all of them. */
export const changeSettings = async (change: Partial<Settings>): Promise<Settings> =>
  settingsFrom(await changeChoices(change))

/** Calls back with the new choices whenever they change, in whichever window. Returns what ends it. */
export function onChoicesChange(callback: (choices: Choices) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && 'settings' in changes) void readChoices().then(callback)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

/** Whether the reader wants anything on this page. True for what belongs to no site: a paste, a selection. */
export async function isWanted(url: string | undefined): Promise<boolean> {
  const site = siteOf(url)
  return site === undefined || (await readChoices()).sites[site]
}

/** Whether the reader has dismissed the panel on this thread. */
export async function isDismissed(thread: string): Promise<boolean> {
  return (await stored()).dismissed?.includes(thread) ?? false
}

/** Remembers that the reader wants no panel on this thread. */
export function dismiss(thread: string): Promise<void> {
  return inTurn(async () => {
    const others = ((await stored()).dismissed ?? []).filter((other) => other !== thread)
    await browser.storage.local.set({ dismissed: [...others, thread].slice(-MOST_DISMISSED) })
  })
}

/** On how many threads the panel was dismissed. */
export const countDismissed = async (): Promise<number> => (await stored()).dismissed?.length ?? 0

/** Forgets on which threads the panel was dismissed; it appears there again. */
export const forgetDismissed = (): Promise<void> => inTurn(() => browser.storage.local.remove('dismissed'))
