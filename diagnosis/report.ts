import type { Language } from '../locales/language'
import type { Fact, Verdict } from './facts'

export type Severity = 'silent-corruption' | 'crash' | 'wrong-result' | 'warning'

/** Verdicts that say something is wrong: shown unfolded, and to whoever did not ask. */
export const isLoud = (verdict: Verdict): boolean => verdict === 'confirmed' || verdict === 'likely'

/** Evidence weighed: what one rule says of one person's setup. */
export interface Diagnosis {
  rule: string
  verdict: Verdict
  severity: Severity
  /** Whose setup it is about: an author of the thread. */
  about: string
  /** The person's own text is about it, not only the address of the page. */
  aboutInText: boolean
  /** A list of versions alone proves the risk, whatever the script. */
  provenByVersions: boolean
  /** Indexes into the report's facts, the weightiest first. */
  because: number[]
  /** What would settle it: `package:peft`, `precision`, … */
  missing: string[]
  /** The look-alikes that the text points to. */
  differential: string[]
  /** Ids of the rule's fixes that hold for these facts, best first. */
  fixes: string[]
}

/** A quiet remark that is no diagnosis: what to mind with this base model. */
export interface Note {
  rule: string
  /** The base model that the page is about. */
  model: string
}

/** Serialisable: it crosses messages, goes to JSON, becomes a reply. */
export interface Report {
  facts: Fact[]
  /** The loudest first. */
  diagnoses: Diagnosis[]
  notes: Note[]
  /** The language that the thread is held in: a reply goes out in it, whatever its writer reads. */
  language: Language
}
