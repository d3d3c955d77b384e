import type { Language } from '../locales/language'
import type { Fact, LossSeries, Verdict } from './facts'
import type { Report, Severity } from './report'

/** What a person is shown of one diagnosis, in one language: every string is Markdown, filled in and ready. */
export interface Explanation {
  rule: string
  verdict: Verdict
  severity: Severity
  /** The hazard's short name. */
  name: string
  /** The verdict in one sentence. */
  sentence: string
  /** Whose setup it is: an author's login, or `you` for a paste. */
  about: string
  /** True when `about` wrote the thread's description. */
  aboutReporter: boolean
  cause: string
  chain: { short: string; long: string; measured: boolean }[]
  guesses: { guess: string; right: boolean; truth: string }[]
  /** The lines it rests on, the weightiest first, each once. */
  evidence: Evidence[]
  /** The ids of what would settle it, such as `package:peft`, with words for a person. */
  missing: { id: string; words: string }[]
  /** Best first for these facts; workarounds after the fixes. */
  fixes: ShownFix[]
  noFix?: string
  /** Look-alikes; those that the text points to first. */
  differential: { id: string; what: string; sign: string; then: string; pointedTo: boolean }[]
  /** `short` names the guide where space is scarce; `warning` leads to it once the harm is done. */
  guides: { id: string; title: string; text: string; code?: string; short?: string; warning?: string }[]
  ruler?: Ruler
  /** The training log that the verdict rests on. */
  series?: LossSeries
  links: { url: string; label: string; what: string }[]
  basis: Basis
  /** The fix that a change of the answer amounts to: what clears several diagnoses is said once, for all. */
  sharedFix?: string
}

/** One command that clears several diagnoses at once. */
export interface ShownChange {
  about: string
  /** For a shell. */
  command: string
  /** What it replaces: installed versions by package. */
  from: Record<string, string>
  /** Indexes into the explanations. */
  clears: number[]
}

/** What a rule's range rests on: runs of real releases, their source, or what users report. */
export type Basis =
  { kind: 'measured'; releases: number; date: string } | { kind: 'source' } | { kind: 'reports' }

export interface Evidence {
  /** Index into the report's facts. */
  fact: number
  kind: Fact['kind']
  block: string
  start: number
  end: number
  author?: string
  quote: { text: string; start: number; end: number }
  /** The line reports a cure. */
  cure: boolean
}

export interface ShownFix {
  id: string
  /** Markdown, without the command. */
  title: string
  /** For a shell. */
  command?: string
  /** For the training script. */
  code?: string
  limits?: string
  workaround: boolean
  /** The line of the thread in which somebody reports that this cured it. */
  reportedBy?: Evidence
}

/** A package's releases on a line. */
export interface Ruler {
  package: string
  /** Minor releases in order, each with the newest patch release known: `0.9` and `0.9.0`. */
  stops: { label: string; version: string; broken: boolean; fits: boolean }[]
  /** Versions of the thread: the environment's, and the cures. */
  marks: { version: string; stance: 'installed' | 'cure'; author?: string }[]
  /** The range of the best fix, for a label: `>=0.12.0,<0.14.0`. */
  fits?: { range: string; because?: string }
}

/** A remark on a base model's own page. */
export interface ShownNote {
  rule: string
  model: string
  text: string
  cause: string
  fixes: ShownFix[]
  links: Explanation['links']
}

/** What crosses to whoever shows it: the report, and the words for it in both languages. */
export interface Answer {
  report: Report
  /** In the order of `report.diagnoses`. */
  explanations: Record<Language, Explanation[]>
  notes: Record<Language, ShownNote[]>
  /** What clears several at once, the change that clears most first. */
  changes: ShownChange[]
}

export type { Language }
