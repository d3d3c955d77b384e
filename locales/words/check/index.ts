import type { Language } from '../../language'
import { en } from './en'
import { zh_CN } from './zh_CN'

type PasteKindId =
  | 'pip-freeze'
  | 'pip-list'
  | 'pip-list-json'
  | 'pip-show'
  | 'requirements'
  | 'versions'
  | 'conda-list'
  | 'conda-file'
  | 'lock-file'
  | 'environment-report'
  | 'installer'
  | 'log'
  | 'trainer-state'
  | 'adapter-config'
  | 'traceback'
  | 'code'
  | 'configuration'
  | 'json'
  | 'prose'
  | 'thread'

type PrecisionId = 'fp16' | 'amp' | 'bf16' | 'fp32' | 'int8' | 'int4'

/** Every word of the paste box and of its full page. Apart from the panel's, which every page with something to say loads. */
export interface CheckWords {
  title: string
  lead: string
  openFull: string
  thisPage: { title: string; own: string }
  box: {
    label: string
    placeholder: string
    example: string
    exampleLog: string
    choose: string
    drop: string
    clear: string
    cleared: string
    /** A selection took the place of what was in the box. */
    replaced: string
    undo: string
    kept: string
    letGo: string
  }
  attached: {
    title: string
    /** Name of a paste too long for the box. */
    longPaste: string
    remove: (name: string) => string
    notKept: string
  }
  choices: {
    title: string
    help: string
    model: string
    modelExample: string
    precision: string
    gpu: string
    python: string
    unsaid: string
    unknownModel: string
    precisions: Record<PrecisionId, string>
  }
  reading: string
  takenFor: {
    title: string
    kinds: Record<PasteKindId, string>
    lines: (from: number, to: number) => string
    show: (what: string) => string
  }
  packages: {
    title: string
    affected: string
    fine: string
    unknown: string
    range: string
    others: (count: number) => string
    /** Packages were found, but none of the stack. */
    onlyOthers: (count: number) => string
    show: (name: string) => string
  }
  unread: {
    title: (count: number) => string
    help: string
    probably: string
    line: (line: number) => string
    rest: (count: number) => string
  }
  verdict: {
    title: string
    nothing: string
    nothingHelp: string
    undecided: (names: string) => string
    undecidedHelp: string
  }
  adapter: {
    dead: string
    deadHelp: string
    partly: string
    partlyHelp: string
    untrained: string
    untrainedHelp: string
    fine: string
    fineHelp: string
    noTensors: string
    counts: (tensors: number, dtypes: string[], nonFinite: number, zero: number) => string
  }
  problem: {
    crashed: string
    notSaved: string
  }
}

export const checkWords: Record<Language, CheckWords> = { en, zh_CN }
