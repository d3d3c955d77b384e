import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Evidence, Language } from '../diagnosis/explanation'
import { type Words, words } from '../locales/words'

/** What every part of the panel may need; the panel provides it. */
export interface PanelTools {
  language: Language
  words: Words
  /** Puts text on the clipboard and says so; false when the browser refused. */
  copy(text: string): Promise<boolean>
  /** Scrolls the page to a line. Absent where there is no page to scroll, as for a paste. */
  jump?: (evidence: Evidence) => void
  /** Opens the catalogue at a rule. Absent where that cannot be done. */
  catalogue?: (rule: string) => void
}

export const PanelContext = createContext<PanelTools>({
  language: 'en',
  words: words.en,
  copy: async () => false,
})

/** The panel's tools, for a part of it. */
export const useTools = () => useContext(PanelContext)
