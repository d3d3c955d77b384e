import { linesFor, linesForAny, mayMatch } from './sift/watch'
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

/** As much of a line is kept for judging what it leads to. */
const LONGEST_LEAD = 300

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

/** More blank lines in a row than this tell nothing. */
const MOST_BLANK_LINES = 2

const passage = (line: Line, own: boolean, code: boolean, segment: number): Passage => ({
  text: line.text,
  start: line.start,
  code,
  quoted: line.quoted,
  own,
  segment,
  lead: '',
  heading: '',
  language: '',
})

function plain(view: View): Passage[] {
  const passages: Passage[] = []
  let blank = 0
  for (const line of view.lines) {
    blank = line.text === '' ? blank + 1 : 0
    if (blank <= MOST_BLANK_LINES) passages.push(passage(line, true, line.code, 1))
  }
  return passages
}

function fenced(view: View): Passage[] {
  const passages: Passage[] = []
  const isPaste = view.block.kind === 'paste'
  const isComment = view.block.kind === 'comment'
  let fence = ''
  let fenceIsQuoted = false
  let language = ''
  let lead = ''
  let heading = ''
  let segment = 0
  let wasCode = false
  let blank = 0
  for (const line of view.lines) {
    blank = line.text === '' ? blank + 1 : 0
    if (blank > MOST_BLANK_LINES) continue
    const mark = line.code ? FENCE.exec(line.text) : null
    const code = line.code && !(isPaste && fence === '' && !mark)
    const opens = !!mark && fence === ''
    const closes = !!mark && fence === mark[1]
    if (opens) {
      fence = mark[1]!
      language = mark[2]!.toLowerCase()
      fenceIsQuoted = line.quoted > 0
    }
    if (opens || (code && !wasCode)) segment++
    const quoted = fence !== '' ? fenceIsQuoted : line.quoted > 0
    const here = passage(line, !quoted || !isComment, code, code ? segment : 0)
    if (code) {
      here.lead = lead
      here.language = language
    } else if (blank === 0) {
      if (/^\s{0,3}(?:#|\*\*)/.test(line.text)) {
        const title = HEADING.exec(line.text)
        if (title) heading = (title[1] ?? title[2] ?? '').trim()
      }
      const words = line.text.slice(0, LONGEST_LEAD).trim()
      if (words) lead = words
    }
    here.heading = heading
    passages.push(here)
    if (closes && !opens) {
      fence = ''
      language = ''
    }
    // a blank line inside an indented block does not end it
    wasCode = code ? !closes : fence !== '' || (wasCode && blank > 0)
  }
  return passages
}

/**
 * The places, among the block's passages, of the lines that match a pattern. Only lines that have what the pattern
 * needs are put to it. The pattern has the flag `g`, and looks neither behind nor beyond its line.
 */
export function linesAbout(view: View, pattern: RegExp): number[] {
  const lines = linesFor(view.sifted, pattern)
  if (lines === null) return searched(view, pattern)
  if (!lines.length) return []
  const { starts } = view.sifted
  const matching = lines.filter((line) => {
    pattern.lastIndex = 0
    return pattern.test(view.text.slice(starts[line], starts[line + 1]))
  })
  return placesOf(view, matching)
}

/** The places, among the block's passages, of the lines that may match one of several patterns. */
export function linesWorthTrying(view: View, patterns: readonly RegExp[]): number[] {
  const lines = linesForAny(view.sifted, patterns)
  return lines === null ? [...passagesOf(view).keys()] : placesOf(view, lines)
}

/** Of several patterns, those that are worth trying on a line. */
export interface Trial {
  /** Whether any of them is worth trying anywhere in the block. */
  some: boolean
  /** Whether a pattern, by its index, is worth trying at a place. Places are asked for in ascending order. */
  at: (pattern: number, place: number) => boolean
}

const NEVER: Trial = { some: false, at: () => false }

/** What of a table of patterns is worth trying on which of the block's lines. */
export function trialOf(view: View, patterns: readonly RegExp[]): Trial {
  const lines = patterns.map((pattern) => linesFor(view.sifted, pattern))
  if (lines.every((one) => one?.length === 0)) return NEVER
  const places = lines.map((one) => one && placesOf(view, one))
  const next = patterns.map(() => 0)
  return {
    some: true,
    at: (pattern, place) => {
      const own = places[pattern]
      if (!own) return true
      while (own[next[pattern]!]! < place) next[pattern]!++
      return own[next[pattern]!] === place
    },
  }
}

/** Whether the block has what the pattern needs; what it has not, need not be put to it. */
export const isWorthTrying = (view: View, pattern: RegExp): boolean => mayMatch(view.sifted, pattern)

/** One pass over the text. */
function searched(view: View, pattern: RegExp): number[] {
  const passages = passagesOf(view)
  const found: number[] = []
  let at = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(view.text); match; match = pattern.exec(view.text)) {
    const place = match.index
    while (at + 1 < passages.length && passages[at + 1]!.start <= place) at++
    const { start, text } = passages[at]!
    found.push(at)
    // the rest of the line is known to be of interest
    pattern.lastIndex = Math.max(place + match[0].length, start + text.length, place + 1)
  }
  return found
}

/** Blank lines that were left out make places and lines differ. */
function placesOf(view: View, lines: readonly number[]): number[] {
  if (!lines.length) return []
  const passages = passagesOf(view)
  const { starts } = view.sifted
  if (passages.length === starts.length) return [...lines]
  const places: number[] = []
  let at = 0
  for (const line of lines) {
    while (at + 1 < passages.length && passages[at + 1]!.start <= starts[line]!) at++
    if (passages[at]?.start === starts[line]) places.push(at)
  }
  return places
}

/** The place of a passage among the block's, found by halves. */
export function indexOfPassage(view: View, { start }: Passage): number {
  const passages = passagesOf(view)
  let low = 0
  let high = passages.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (passages[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the block speaks for the person whose thread it is. */
export function isReporter(view: View): boolean {
  return view.block.kind !== 'comment' || reporterOf(view.outline) === view.author
}

const STOPS = new Set([...'。！？!?；;'].map((mark) => mark.charCodeAt(0)))
const FULL_STOP = 46

function endsSentence(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  // letters and ideographs, which most characters are
  if ((code > 63 && code < 0x3002) || (code > 0x3002 && code < 0xff01)) return false
  if (code === FULL_STOP) return at + 1 === text.length || /\s/.test(text[at + 1]!)
  return STOPS.has(code)
}

/** The sentences of a line of prose, in order, each with its closing mark. A full stop inside a number ends none. */
export function sentencesOf(line: Line): Sentence[] {
  const text = line.text.slice(0, LONGEST_PROSE_LINE)
  const sentences: Sentence[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !endsSentence(text, at)) continue
    const sentence = text.slice(from, at + 1)
    if (sentence.trim()) sentences.push({ text: sentence, start: line.start + from })
    from = at + 1
  }
  return sentences
}
