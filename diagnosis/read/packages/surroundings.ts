import * as cues from './cues'
import { knownName } from './names'
import type { Page } from './page'
import type { VersionText } from './version-text'

/** What surrounds a version in running text. All of it short: a sentence, not a text. */
export interface Surroundings {
  /** The sentence up to the package's name, its last clause alone, and what follows the number before. */
  before: string
  clause: string
  recent: string
  /** What stands between name and number. */
  between: string
  /** From the number on, a few sentences, up to where another version of the package is spoken of. */
  after: string
  /** The rest of the line, with what it says of other versions. */
  rest: string
  /** Said by the one who opened the thread (or wrote the card, or pasted the text). */
  opener: boolean
  /** A comment; in other blocks a command is what was run, not what others should. */
  comment: boolean
  command: boolean
  /** Other packages stand with their numbers in the same line: a list of one's own. */
  listed: boolean
  /** The number bounds by its form: `>=0.7`, `4.45.*`, `2.0+`. */
  bound: boolean
  /** The line is an item of a list. */
  row: boolean
}

/** A name with its number in a sentence. */
export interface Hit {
  name: string
  number: VersionText
  /** Of the name and of the number, in the text. */
  nameStart: number
  start: number
  between: string
  line: number
}

/** Signs and words of a bound between a name and its number. */
export const range =
  /[<>≥≤~^]|!=|大于|小于|高于|低于|至少|早于|晚于|\b(?:than|least|most|below|above|before|since|until)\b|\bafter\b/i

const item = /^\s{0,8}(?:[-*•·+]|\d{1,2}[.)、])\s/
const SENTENCE = 120
const clauseEnds = new RegExp(cues.clauseEnd, 'gi')
const MOST_SENTENCES = 4
/** A longer block of code or log leads nowhere. */
const LONGEST_FENCE = 3000

/** Whether a block speaks for the one whose thread it is. */
export function isOpener(page: Page): boolean {
  const { block, outline, author } = page.view
  if (block.kind !== 'comment') return true
  const first = outline.blocks.find(({ kind }) => kind !== 'title' && kind !== 'metadata')
  return author === (first?.author ?? author)
}

/** The sentence around a number; no more of it than a sentence can be long. */
export function surroundingsOf(page: Page, hit: Hit, listed: boolean): Surroundings {
  const { text, block } = page.view
  const line = page.lines[hit.line]
  const from = Math.max(line?.start ?? 0, hit.nameStart - SENTENCE)
  const before = text.slice(from, hit.nameStart).split(cues.sentenceEnd).at(-1) ?? ''
  return {
    before,
    clause: before.split(cues.clauseEnd).at(-1) ?? '',
    recent: listed ? before : (before.split(/\d\.\d+(?:\.\d+)?/).at(-1) ?? ''),
    between: hit.between,
    after: untilLeft(
      untilAnother(behind(text, hit.number.end), hit.name),
      text.slice(hit.start, hit.number.end).replace(/^v/i, ''),
    ),
    rest: text.slice(
      hit.number.end,
      Math.min((line?.start ?? 0) + (line?.text.length ?? 0), hit.number.end + SENTENCE),
    ),
    opener: isOpener(page),
    comment: block.kind === 'comment',
    command: false,
    listed,
    bound: hit.number.wildcard || hit.number.orLater || range.test(hit.between.replace(/-{1,3}>/g, '')),
    row: item.test(line?.text.slice(0, 20) ?? ''),
  }
}

const paragraphEnd = /\n\s{0,8}\r?\n|\n\s{0,8}(?:```|~~~|#|[-*]\s|\d{1,2}[.)]\s)/

/** What follows an offset; a block of code or log that a colon leads to is passed over. */
function behind(text: string, from: number): string {
  const near = text.slice(from, from + 2 * SENTENCE)
  const fence = /^([^\n]{0,160}[:.。])\s{0,8}\n\s{0,8}(?:```|~~~)/.exec(near)
  if (!fence) return near
  const mark = fence[0].slice(-3)
  const end = text.slice(from + fence[0].length, from + fence[0].length + LONGEST_FENCE).indexOf(`\n${mark}`)
  if (end < 0) return near
  const next = from + fence[0].length + end + 1 + mark.length
  return `${fence[1]}\n${text.slice(next, next + 2 * SENTENCE).trimStart()}`
}

const leaving =
  /^[\s`*)"']{0,4}(?:到|至|成|为|换成?|改成?|降级?到|升级?到|->|=>|→|>>|\bto\b|\bby\b|\bwith\b|\bfor\b)/i

/** The text behind a number up to where the same number is said to have been left: "… when I changed 1.7 to 1.6". */
function untilLeft(after: string, raw: string): string {
  const again = after.indexOf(raw)
  if (again <= 0 || /[\d.]/.test(after[again - 1] ?? '') || !leaving.test(after.slice(again + raw.length)))
    return after
  let cut = 0
  for (const border of after.slice(0, again).matchAll(clauseEnds)) cut = border.index
  return after.slice(0, cut)
}

/** The text behind a number without what is said of another version of the same package. */
export function untilAnother(text: string, name: string): string {
  const after = (text.split(paragraphEnd)[0] ?? '')
    .split(/(?<=[。!?;\n]|\.\s)/)
    .slice(0, MOST_SENTENCES)
    .join('')
  for (const match of after.matchAll(/\d{1,2}\.\d{1,3}\.\d/g)) {
    if (/[\d.]/.test(after[match.index - 1] ?? '')) continue
    const head = after.slice(0, match.index)
    const before = /([A-Za-z][\w-]{0,30})[\s=:`*v]{0,6}$/.exec(head.slice(-40))?.[1]
    const other = before ? knownName(before)?.name : undefined
    if (other && other !== name) continue
    let cut = -1
    for (const border of head.matchAll(clauseEnds)) cut = border.index
    // the question mark belongs to the number before it
    if (cut >= 0) return after.slice(0, after[cut] === '?' ? cut + 1 : cut)
  }
  return after
}
