import type { Language } from '../../language'
import { en } from './en'
import { zh_CN } from './zh_CN'

interface Item {
  title: string
  text: string
}

/** Every word of the page that opens after installation, its example's texts aside. */
export interface WelcomeWords {
  /** Of the tab. */
  tab: string
  title: string
  lead: string
  example: {
    title: string
    lead: string
    /** Name of the thread for those who cannot see it. */
    thread: string
    opened: string
    /** Of the choice between the reporter's answers. */
    answers: string
    answer: Record<'affected' | 'unaffected' | 'silent', string>
    noAnswer: string
  }
  where: { title: string; github: Item; huggingface: Item; paste: Item; selection: Item }
  never: { title: string; send: Item; ask: Item; act: Item; guess: Item }
  end: string
  settings: string
}

export const welcomeWords: Record<Language, WelcomeWords> = { en, zh_CN }
