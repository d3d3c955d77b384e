import type { Language } from './language'

/** Marks that stand between pieces put together at run time: Chinese has its own, of full width and without blanks. */
interface Punctuation {
  colon: string
  /** Between the items of a list in a sentence. */
  comma: string
  brackets: (text: string) => string
}

export const punctuation: Record<Language, Punctuation> = {
  en: { colon: ': ', comma: ', ', brackets: (text) => ` (${text})` },
  zh_CN: { colon: '：', comma: '、', brackets: (text) => `（${text}）` },
}
