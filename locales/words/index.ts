import type { Language } from '../language'
import { en } from './en'
import { zh_CN } from './zh_CN'

type VerdictId = 'confirmed' | 'likely' | 'cannot-tell' | 'at-risk' | 'ruled-out'

/** What a ruler shows, for the sentence that a screen reader says instead. Versions are minor releases or full ones. */
export interface RulerText {
  package: string
  first: string
  last: string
  /** `0.7 – 0.11` */
  broken?: string
  installed: string[]
  cures: string[]
  fits?: string
}

/** What a loss curve shows, in numbers. */
export interface SeriesText {
  /** Lines in the log. */
  length: number
  /** The step or, where the log names none, the line (from 1) on which the loss broke. */
  at?: number
  atStep: boolean
  /** The last finite loss before the break. */
  last?: number
  /** What the log says from the break on: `0.0`, `nan`. */
  value: string
}

/** Every word of the interface. A language that lacks one is a type error. */
export interface Words {
  panel: {
    /** Name of the landmark. */
    label: string
    verdict: Record<VerdictId, string>
    /** Badge of a remark that is no diagnosis. */
    note: string
    /** The extension was updated under the open page, whose controls no longer reach it. */
    updated: string
    yourSetup: string
    reporterSetup: string
    /** Stand for a name where the text gives none. */
    you: string
    reporter: string
    setupOf: (author: string, isReporter: boolean) => string
    open: string
    fold: string
    collapse: string
    expand: string
    dismiss: string
    marks: string
    languages: string
    reply: string
    copy: string
    copied: string
    copyFailed: string
    more: (count: number) => string
    fewer: string
  }
  ruler: {
    title: (name: string) => string
    broken: string
    fits: (range: string) => string
    installed: (version: string) => string
    cure: (version: string) => string
    text: (ruler: RulerText) => string
  }
  fixes: {
    title: string
    titleOne: string
    workaround: string
    reportedBy: (author?: string) => string
    more: (count: number) => string
    noHelp: string
  }
  changes: {
    /** One package to change clears so many of the diagnoses; `all` of them, perhaps. */
    title: (clears: number, all: boolean) => string
    /** The installed versions that it replaces: `peft 0.9.0`. */
    from: (versions: string[]) => string
    /** In place of a fix that is said above for several. */
    above: string
  }
  /** What a rule's range rests on. */
  basis: { measured: (releases: number, date: string) => string; source: string; reports: string }
  catalogue: { all: string }
  missing: { cannotTell: string; likely: string; how: string }
  evidence: { title: string; jump: string; cure: string }
  series: {
    title: string
    step: (step: number) => string
    line: (line: number) => string
    text: (series: SeriesText) => string
    /** Of the lines after the break; `nan-behind-zero` where the log says 0.0 for a loss that is NaN. */
    gradNorm: Record<'nan-behind-zero' | 'nan' | 'zero' | 'finite', string>
  }
  chain: {
    title: (count: number) => string
    /** The same links where they did not happen. */
    ruledOut: (count: number) => string
    measured: string
    source: string
    guesses: string
    right: string
    wrong: string
  }
  differential: {
    title: (count: number) => string
    ruledOut: string
    sign: string
    then: string
    pointedTo: string
  }
  links: { title: string; newTab: string }
  reply: {
    greeting: Record<VerdictId, string>
    evidence: string
    wrote: (author: string) => string
    fixes: string
    fix: string
    workaround: string
    reported: string
    missing: string
    differential: string
    sign: string
    links: string
  }
}

export const words: Record<Language, Words> = { en, zh_CN }

/** A language's own name, for the switch, and its BCP 47 tag. */
export const languageNames: Record<Language, { name: string; tag: string }> = {
  en: { name: 'English', tag: 'en' },
  zh_CN: { name: '中文', tag: 'zh-CN' },
}

/** What a rule's range rests on, in a sentence. */
export function basisWords(
  basis: { kind: 'measured'; releases: number; date: string } | { kind: 'source' | 'reports' },
  language: Language,
): string {
  const { basis: say } = words[language]
  return basis.kind === 'measured' ? say.measured(basis.releases, basis.date) : say[basis.kind]
}
