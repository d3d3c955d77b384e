import type { LineKind } from './lines'
import { kindOfLine } from './lines'

/** What a stretch of a paste was taken for. */
export type PasteKind =
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

/** A stretch of a paste. Lines are counted from 1, the last one included. */
export interface PastePart {
  kind: PasteKind
  from: number
  to: number
}

/** With more stretches than this, each kind is named once, from its first line to its last. */
const MOST_PARTS = 6

/** JSON is told by its keys; only the beginning is looked at. UTF-16 units. */
const JSON_HEAD = 20_000

const wholeKinds: [RegExp, PasteKind][] = [
  [/"log_history"\s?:|"best_metric"\s?:/, 'trainer-state'],
  [/"peft_type"\s?:|"lora_alpha"\s?:/, 'adapter-config'],
  [/"blocks"\s?:/, 'thread'],
  [/"_meta"\s?:|"hashes"\s?:/, 'lock-file'],
  [
    /"name"\s?:\s?"[^"]{1,100}",[^{}]{0,600}"version"\s?:|"version"\s?:\s?"[^"]{1,100}",[^{}]{0,600}"name"\s?:/,
    'pip-list-json',
  ],
]

/** What a text in JSON is as a whole; undefined for one that is not JSON throughout. */
export function kindOfJson(text: string): PasteKind | undefined {
  const first = /^\s{0,400}([[{])/.exec(text)?.[1]
  const last = text.slice(-400).trimEnd().at(-1)
  if (!first || last !== (first === '{' ? '}' : ']')) return undefined
  const head = text.slice(0, JSON_HEAD)
  // a Trainer's lines are dictionaries of Python, and one JSON object a line is a log
  if (!/^\s*[[{]\s*(?:["{[\]}]|$)/.test(head) || /^\s*\{[^\n]{0,4000}\}\s*\n\s*\{/.test(head))
    return undefined
  return wholeKinds.find(([pattern]) => pattern.test(head))?.[1] ?? (first === '{' ? 'json' : undefined)
}

/** The kinds that a stretch goes on through once it has begun: a lock file has lines that look like other things. */
const absorbs: Partial<Record<LineKind, LineKind[]>> = {
  lock: ['code', 'keyed', 'prose', 'requirement', 'pin', 'row', 'bare', 'item', 'setting'],
  'conda-file': ['keyed', 'requirement', 'pin', 'item', 'setting'],
  show: ['keyed', 'setting'],
  environment: ['keyed', 'setting', 'pin', 'row', 'conda-row'],
  traceback: ['code', 'bare'],
  code: ['keyed', 'setting', 'bare'],
  pin: ['requirement', 'bare'],
  requirement: ['pin', 'bare'],
  'conda-row': ['row'],
  row: ['conda-row'],
}

/** Lines that by themselves are a text like any other. */
const loose = new Set<LineKind>(['keyed', 'setting', 'item', 'bare'])

interface Stretch {
  line: LineKind
  kinds: Map<LineKind, number>
  from: number
  to: number
  /** Two blanks or more stand between name and version. */
  columns: boolean
}

function stretchesOf(lines: string[], kinds: LineKind[]): Stretch[] {
  const stretches: Stretch[] = []
  kinds.forEach((kind, index) => {
    if (kind === 'furniture') return
    const last = stretches.at(-1)
    const line = loose.has(kind) ? 'prose' : kind
    const columns = kind === 'row' && /\S\s{2,}\S|\t/.test(lines[index]?.trim().slice(0, 200) ?? '')
    const goesOn =
      last && (last.line === line || last.line === kind || absorbs[last.line]?.includes(kind) === true)
    if (!goesOn) {
      stretches.push({ line, kinds: new Map([[kind, 1]]), from: index + 1, to: index + 1, columns })
      return
    }
    last.to = index + 1
    last.kinds.set(kind, (last.kinds.get(kind) ?? 0) + 1)
    last.columns ||= columns
  })
  return stretches
}

const plainKinds: Partial<Record<LineKind, PasteKind>> = {
  show: 'pip-show',
  environment: 'environment-report',
  'conda-file': 'conda-file',
  lock: 'lock-file',
  installer: 'installer',
  log: 'log',
  traceback: 'traceback',
  code: 'code',
}

function kindOfStretch({ line, kinds, columns, from }: Stretch, lines: string[]): PasteKind {
  const plain = plainKinds[line]
  if (plain) return plain
  if (line === 'pin' || line === 'requirement')
    return kinds.has('requirement') || kinds.has('bare') ? 'requirements' : 'pip-freeze'
  if (line === 'row' || line === 'conda-row') {
    const head = lines.slice(Math.max(0, from - 4), from - 1).join('\n')
    if (/packages in environment|\bBuild\b/.test(head)) return 'conda-list'
    if ((kinds.get('conda-row') ?? 0) > (kinds.get('row') ?? 0)) return 'conda-list'
    return columns || /Package\s{1,80}Version/i.test(head) ? 'pip-list' : 'versions'
  }
  const settings = kinds.get('setting') ?? 0
  return settings > 1 && settings * 2 > [...kinds.values()].reduce((sum, count) => sum + count, 0)
    ? 'configuration'
    : 'prose'
}

/** Neighbours of one kind are one stretch. */
function joined(parts: PastePart[]): PastePart[] {
  const result: PastePart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last?.kind === part.kind) last.to = part.to
    else result.push({ ...part })
  }
  return result
}

/** Each kind once, from its first line to its last, in the order in which they begin. */
function summed(parts: PastePart[]): PastePart[] {
  const byKind = new Map<PasteKind, PastePart>()
  for (const part of parts) {
    const known = byKind.get(part.kind)
    if (known) known.to = part.to
    else byKind.set(part.kind, { ...part })
  }
  return [...byKind.values()]
}

/** The stretches of a text, in its order. `kinds` has the kind of each of its lines. */
export function partsOf(text: string, lines: string[], kinds: LineKind[]): PastePart[] {
  const whole = kindOfJson(text)
  if (whole) return [{ kind: whole, from: 1, to: lines.length }]
  const parts = joined(
    stretchesOf(lines, kinds).map((stretch) => ({
      kind: kindOfStretch(stretch, lines),
      from: stretch.from,
      to: stretch.to,
    })),
  )
  return parts.length > MOST_PARTS ? summed(parts) : parts
}

/** The kind of each line. */
export const kindsOf = (lines: string[]): LineKind[] => lines.map(kindOfLine)
