import type { Block, Outline } from '../thread'
import { READER, REPORTER } from '../thread'
import type { Quote } from './quote'
import { quoteAround } from './quote'

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

/** A block prepared for reading: every reader gets the same one. */
export interface View {
  block: Block
  outline: Outline
  /** Whose setup the block tells of. */
  author: string
  /** The whole text, folded as the lines are. */
  text: string
  lines: Line[]
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

/** Splits a block into folded lines and says which are code and which are quoted. */
export function viewOf(block: Block, outline: Outline): View {
  const text = fold(block.text.length > LONGEST_BLOCK ? block.text.slice(0, LONGEST_BLOCK) : block.text)
  const lines: Line[] = []
  const allCode = block.kind === 'log' || block.kind === 'code'
  let fence = ''
  let start = 0
  while (start <= text.length) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end
    const raw = text.slice(start, stop)
    const quoted = allCode ? 0 : countQuoteMarks(raw)
    const inner = quoted ? raw.replace(/^[\s>]{1,40}/, '') : raw
    const opening = /^\s{0,8}(```|~~~)/.exec(inner)?.[1] ?? ''
    const isFenceLine = opening !== '' && (fence === '' || fence === opening)
    lines.push({
      text: raw,
      start,
      code: allCode || fence !== '' || isFenceLine || /^(?: {4}|\t)\S/.test(raw),
      quoted,
    })
    if (isFenceLine) fence = fence === '' ? opening : ''
    start = end + 1
  }
  return { block, outline, author: authorOf(block, outline), text, lines }
}

function countQuoteMarks(line: string): number {
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
