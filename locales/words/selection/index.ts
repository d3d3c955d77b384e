import type { Language } from '../../language'
import { en } from './en'
import { zh_CN } from './zh_CN'

/** What is said about a text that somebody selected, and in the tooltip of the toolbar's button. */
export interface SelectionWords {
  /** Nothing is known about the selection, and what to select instead. */
  nothing: string
  what: string
  /** Why the selection was not read as it stands. */
  notices: Record<'cut' | 'guessed', string>
  /** The button's tooltip: what the page has. */
  button: (verdict: string, name: string) => string
}

export const selectionWords: Record<Language, SelectionWords> = { en, zh_CN }
