import type { Line, View } from './view'
import { reporterOf } from './view'

/** A line with what stands around it. */
export interface Passage extends Line {
  /** The writer's own: not quoted from somebody else. */
  own: boolean
  /** Code fences and indented blocks are numbered; 0 is prose. */
  segment: number
  /** The line of prose that leads to the segment: "change it to:" makes what follows advice. */
  lead: string
  /** The heading above it: what stands under "How to fix it" is advice. */
  heading: string
  /** The language after the opening fence, such as `diff`. */
  language: string
}

/** A piece of a line that ends with a full stop, in prose. */
export interface Sentence {
  text: string
  /** Offset into the block's text. */
  start: number
}

/** Longer lines of prose are machine output; only their beginning is read. UTF-16 units. */
const LONGEST_PROSE_LINE = 4000

const FENCE = /^[\s>]{0,40}(```|~~~)[ \t]{0,4}([\w+-]{0,20})/

const HEADING = /^\s{0,3}#{1,6}\s(.{1,120})|^\s{0,3}\*\*([^*]{1,60})\*\*\s*[:：]?\s*$/

const known = new WeakMap<View, Passage[]>()

/**
 * The block's lines with their surroundings. In a comment a quoted line belongs to whom it quotes, fenced or not; a
 * description quotes nobody, so there `> ` only sets a line apart. In a paste indentation makes no code: it may be
 * JSON, YAML or a freeze.
 */
export function passagesOf(view: View): Passage[] {
  const cached = known.get(view)
  if (cached) return cached
  const passages = view.block.kind === 'log' || view.block.kind === 'code' ? plain(view) : fenced(view)
  known.set(view, passages)
  return passages
}

const plain = (view: View): Passage[] =>
  view.lines.map((line) => ({ ...line, own: true, segment: 1, lead: '', heading: '', language: '' }))

function fenced(view: View): Passage[] {
  const passages: Passage[] = []
  let fence = ''
  let fenceIsQuoted = false
  let language = ''
  let lead = ''
  let heading = ''
  let segment = 0
  let wasCode = false
  const isPaste = view.block.kind === 'paste'
  for (const whole of view.lines) {
    const line = isPaste && fence === '' && !FENCE.test(whole.text) ? { ...whole, code: false } : whole
    const mark = line.code ? FENCE.exec(line.text) : null
    const opens = !!mark && fence === ''
    const closes = !!mark && fence === mark[1]
    if (opens) {
      fence = mark[1]!
      language = mark[2]!.toLowerCase()
      fenceIsQuoted = line.quoted > 0
    }
    if (opens || (line.code && !wasCode)) segment++
    const quoted = fence !== '' ? fenceIsQuoted : line.quoted > 0
    const title = line.code ? null : HEADING.exec(line.text)
    if (title) heading = (title[1] ?? title[2] ?? '').trim()
    passages.push({
      ...line,
      own: !quoted || view.block.kind !== 'comment',
      segment: line.code ? segment : 0,
      lead: line.code ? lead : '',
      heading,
      language: line.code ? language : '',
    })
    if (!line.code && line.text.trim()) lead = line.text.slice(0, LONGEST_PROSE_LINE).trim()
    if (closes && !opens) {
      fence = ''
      language = ''
    }
    // a blank line inside an indented block does not end it
    wasCode = line.code ? !closes : fence !== '' || (wasCode && !line.text.trim())
  }
  return passages
}

/** Whether the block speaks for the person whose thread it is. */
export function isReporter(view: View): boolean {
  return view.block.kind !== 'comment' || reporterOf(view.outline) === view.author
}

/** The sentences of a line of prose, in order, each with its closing mark. A full stop inside a number ends none. */
export function sentencesOf(line: Line): Sentence[] {
  const text = line.text.slice(0, LONGEST_PROSE_LINE)
  const sentences: Sentence[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const character = text[at]
    const ends =
      at === text.length ||
      '。！？!?；;'.includes(character!) ||
      (character === '.' && /^(?:\s|$)/.test(text.slice(at + 1, at + 2)))
    if (!ends) continue
    const sentence = text.slice(from, at + 1)
    if (sentence.trim()) sentences.push({ text: sentence, start: line.start + from })
    from = at + 1
  }
  return sentences
}
