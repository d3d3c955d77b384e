import type { Language } from '../../language'
import { en } from './en'
import { zh_CN } from './zh_CN'

/** How much is kept besides the settings. */
export interface KeptCounts {
  /** Threads on which the panel was dismissed. */
  dismissed: number
  /** Texts and files in the paste box. */
  pastes: number
  /** Selected texts that were handed to the full page. */
  selections: number
}

/** Every word of the options page. Apart from the panel's, which every page with something to say loads. */
export interface OptionsWords {
  title: string
  language: { title: string; browser: string }
  pages: {
    title: string
    marks: string
    marksHint: string
    sites: Record<'github' | 'huggingface', string>
    /** What switching a site off and on means. */
    sitesHint: string
  }
  access: {
    missing: (host: string) => string
    allow: (host: string) => string
    refused: string
  }
  stored: {
    title: string
    where: string
    nothing: string
    /** A line for each thing that is kept, none for what is not. */
    kept: (counts: KeptCounts) => string[]
    forget: string
    question: (counts: KeptCounts) => string
    yes: string
    no: string
    forgotten: (counts: KeptCounts) => string
  }
  about: {
    title: string
    version: (version: string) => string
    rules: (date: string) => string
    /** Three sentences. */
    privacy: string
    introduction: string
    project: string
  }
  failed: string
}

export const optionsWords: Record<Language, OptionsWords> = { en, zh_CN }
