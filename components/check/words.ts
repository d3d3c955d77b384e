import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { CheckWords } from '../../locales/words/check'
import { checkWords } from '../../locales/words/check'

export const WordsContext = createContext<CheckWords>(checkWords.en)

/** The page's words in the reader's language. */
export const useWords = () => useContext(WordsContext)
