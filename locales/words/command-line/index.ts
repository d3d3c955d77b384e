import type { Language } from '../../language'
import { en } from './en'
import { zh_CN } from './zh_CN'

/** Every word of the command line that the panel and the paste box do not have. */
export interface CommandLineWords {
  /** How it is called, option by option. */
  usage: (precisions: string) => string
  /** What is wrong with how it was called; `option` is written as on the command line. */
  misuse: {
    'unknown-option': (option: string) => string
    'value-missing': (option: string) => string
    'value-unwanted': (option: string) => string
    /** `known`: what may be given instead. */
    'value-unknown': (option: string, known: string) => string
    'no-input': () => string
  }
  /** Said where `--keep` is given. */
  keepHasNoEffect: string
  /** The loss or the output is broken, but nothing says what was tuned. */
  brokenAlone: string
  /** No fact was found. */
  nothingRead: string
  /** Versions in an affected range, where nothing more is known. */
  undecided: (versions: string) => string
  /** Before the packages and models that were read. */
  found: string
}

export const commandLineWords: Record<Language, CommandLineWords> = { en, zh_CN }
