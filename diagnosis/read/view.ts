import type { Block, Outline } from '../thread'
import { READER, REPORTER } from '../thread'
import type { Quote } from './quote'
import { quoteAround } from './quote'
import type { Sifted } from './sift/sieve'
import { sift } from './sift/watch'
import { simplified } from './traditional'

/** A line of a block, as the readers see it. */
export interface Line {
  /** Folded to ASCII width, one UTF-16 unit for one, so that offsets hold for the block's own text. */
  text: string
  /** Offset of its first character in the block's text. */
  start: number
  /** Inside a code fence, an indented code block or a block that is code as a whole. */
  code: boolean
  /** How many `>` stand before it. */
  quoted: number
}

/** A block prepared for reading: every reader gets the same one. What few readers need is made on first use. */
export interface View {
  block: Block
  outline: Outline
  /** Whose setup the block tells of. */
  author: string
  /** The whole text, folded as the lines are, in simplified characters. */
  text: string
  lines: Line[]
  /** What of all that is watched for stands in the text, and on which lines. */
  sifted: Sifted
}

export interface Span {
  block: string
  start: number
  end: number
  author: string
  quote: Quote
}

/** Blocks longer than this are cut: no hand-written text is, and a log says what it says long before. UTF-16 units. */
const LONGEST_BLOCK = 24 * 1024 * 1024

/**
 * Full-width forms, ideographic and no-break spaces and zero-width characters become their ASCII counterparts, each
 * one UTF-16 unit for one: people type versions with a Chinese input method (`peft＝＝０.９.０`).
 */
export function fold(text: string): string {
  return text.replace(
    /[\uFF01-\uFF5E\u3000\u00A0\u200B-\u200D\u2060\uFEFF\u2018\u2019\u201C\u201D]/g,
    (character) => {
      const code = character.charCodeAt(0)
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
      if (code === 0x2018 || code === 0x2019) return "'"
      if (code === 0x201c || code === 0x201d) return '"'
      return ' '
    },
  )
}

/** The author that a block's facts belong to: its own, or, where it names none, the reporter or the reader. */
function authorOf(block: Omit<Block, 'text'>, outline: Outline): string {
  if (block.author) return block.author
  if (block.kind === 'paste' || block.kind === 'log' || block.kind === 'code') return READER
  return outline.blocks.find((other) => other.kind === 'description')?.author ?? REPORTER
}

/** Whose thread it is: the description's author, or the reader of a text of their own. */
export function reporterOf(outline: Outline): string {
  const description = outline.blocks.find(({ kind }) => kind === 'description') ?? outline.blocks[0]
  return description ? authorOf(description, outline) : READER
}

/** What `fold` replaces. */
const FOLDABLE = /[\uFF01-\uFF5E\u3000\u00A0\u200B-\u200D\u2060\uFEFF\u2018\u2019\u201C\u201D]/

class BlockView implements View {
  private whole: string | undefined
  private split: Line[] | undefined
  private found: Sifted | undefined
  private writer: string | undefined

  constructor(
    readonly block: Block,
    readonly outline: Outline,
  ) {}

  get author(): string {
    this.writer ??= authorOf(this.block, this.outline)
    return this.writer
  }

  get text(): string {
    if (this.whole === undefined) {
      const { text } = this.block
      const cut = text.length > LONGEST_BLOCK ? text.slice(0, LONGEST_BLOCK) : text
      this.whole = simplified(FOLDABLE.test(cut) ? fold(cut) : cut)
    }
    return this.whole
  }

  get sifted(): Sifted {
    this.found ??= sift(this.text)
    return this.found
  }

  get lines(): Line[] {
    this.split ??= linesOf(this.text, this.sifted.starts, this.block)
    return this.split
  }
}

/** A block as the readers see it: its text folded, its lines told apart as code, quotation or prose. */
export const viewOf = (block: Block, outline: Outline): View => new BlockView(block, outline)

function linesOf(text: string, starts: number[], { kind }: Block): Line[] {
  const lines: Line[] = []
  const allCode = kind === 'log' || kind === 'code'
  let fence = ''
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index]!
    const end = index + 1 < starts.length ? starts[index + 1]! - 1 : text.length
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end
    const raw = text.slice(start, stop)
    if (allCode) {
      const opening = openingOf(raw)
      if (opening !== '' && (fence === '' || fence === opening)) fence = fence === '' ? opening : ''
      lines.push({ text: raw, start, code: true, quoted: 0 })
      continue
    }
    const quoted = countQuoteMarks(raw)
    const opening = openingOf(quoted ? raw.replace(/^[\s>]{1,40}/, '') : raw)
    const isFenceLine = opening !== '' && (fence === '' || fence === opening)
    lines.push({ text: raw, start, code: fence !== '' || isFenceLine || isIndented(raw), quoted })
    if (isFenceLine) fence = fence === '' ? opening : ''
  }
  return lines
}

/** The first character that is no space or tab, by its code; NaN for a blank line. */
function firstOf(line: string): number {
  let at = 0
  let code = line.charCodeAt(0)
  while (code === 32 || code === 9) code = line.charCodeAt(++at)
  return code
}

const isIndented = (line: string): boolean => {
  const code = line.charCodeAt(0)
  return (code === 32 || code === 9) && /^(?: {4}|\t)\S/.test(line)
}

const BACKTICK = 96
const TILDE = 126
const MORE_THAN = 62

/** The mark that opens or closes a fence; empty for any other line. */
function openingOf(line: string): string {
  const code = firstOf(line)
  if (code !== BACKTICK && code !== TILDE && isPlain(code)) return ''
  return /^\s{0,8}(```|~~~)/.exec(line)?.[1] ?? ''
}

/** A character that is neither a mark nor one of the rarer kinds of blank. */
const isPlain = (code: number): boolean => code > 32 && code !== 0xa0 && code < 0x1680

function countQuoteMarks(line: string): number {
  const code = firstOf(line)
  if (code !== MORE_THAN && isPlain(code)) return 0
  // `>>> ` is a Python prompt, not a quotation
  if (/^\s*>>>(?:\s|$)/.test(line)) return 0
  const marks = /^\s{0,3}((?:>\s?){1,12})/.exec(line)?.[1]
  return marks ? marks.replace(/\s/g, '').length : 0
}

/** Where a fact stands, with the line around it cut to a length that can be shown. Offsets into the block's text. */
export function spanOf(view: View, start: number, end: number): Span {
  return {
    block: view.block.id,
    start,
    end,
    author: view.author,
    quote: quoteAround(view.block.text, start, end),
  }
}
