import type { Entry } from './entries'
import { VALUE, valueOf } from './values'

/** What a line of a program prints at each step: how many numbers, and which of them is the loss. */
export interface Printing {
  /** The place of the loss among the numbers, from 0. */
  at: number
  count: number
  /** The program's line, whose own words may stand in the output. */
  source: string
}

/** Longer calls print no plain row of numbers. UTF-16 units. */
const LONGEST_CALL = 300
const LONGEST_ROW = 240
const CALL = /\b(?:print|tqdm\.write|(?:log|logger|logging)(?:\.info|\.debug)?)\(/
const IS_LOSS =
  /(?<![A-Za-z_])(?:train_|total_|step_|running_|avg_|out(?:puts?)?\.)?loss(?:es\[-1\]|_val(?:ue)?)?(?![\w[])/
const OPENS = '([{'
const CLOSES = ')]}'

/** The parts of a text between commas that stand in no brackets and no quotation marks, up to the bracket that closes it. */
function argumentsOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const one = text[at]!
    if (quote) {
      if (one === quote) quote = ''
    } else if (one === '"' || one === "'") quote = one
    else if (OPENS.includes(one)) depth++
    else if (CLOSES.includes(one)) {
      if (depth-- === 0) return [...parts, text.slice(from, at)]
    } else if (one === ',' && depth === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}

/** What a part prints: the expressions of an f-string, of a `%` or of `format`, itself, or nothing where it is mere text. */
function expressionsIn(part: string): string[] {
  const text = part.trim()
  if (/^\w+\s?=[^=]/.test(text)) return []
  if (/^[fF]["']/.test(text)) return [...text.matchAll(/\{([^{}]{1,80})\}/g)].map(([, inner]) => inner!)
  if (/^["']/.test(text)) {
    const filled = /^(["'])[^"'\n]{0,120}\1\s?(?:%\s?\(?|\.format\()(.{1,120})$/.exec(text)?.[2]
    return filled ? argumentsOf(filled) : []
  }
  return text ? [text] : []
}

/** Reads a call that prints a loss among other numbers, or alone; undefined for any other line. */
export function printingOf(text: string): Printing | undefined {
  const call = CALL.exec(text)
  if (!call || text.length > LONGEST_CALL) return undefined
  const printed = argumentsOf(text.slice(call.index + call[0].length)).flatMap(expressionsIn)
  const at = printed.findIndex((one) => IS_LOSS.test(one))
  return at < 0 ? undefined : { at, count: printed.length, source: text }
}

const NUMBER = new RegExp(`(?<![\\w.])(?:tensor\\()?${VALUE}`, 'gi')
/** What a tensor prints behind its value. */
const TENSOR_TAIL = /,\s?(?:device|dtype|grad_fn|requires_grad)=[^)\n]{0,80}\)/g
const OF_LOGGER = /^(?:info|debug|tensor|nan|inf)$/i

/** A row that such a call printed. A row with words of its own, or with more or fewer numbers, is none. */
export function entryOfPrinted(text: string, start: number, printing: Printing): Entry | undefined {
  if (text.length > LONGEST_ROW) return undefined
  const row = text.replace(TENSOR_TAIL, ')')
  const words = row.match(/[A-Za-z一-龥]+(?![\w.]*\()/g) ?? []
  if (!words.every((word) => OF_LOGGER.test(word) || printing.source.includes(word))) return undefined
  const numbers = [...row.matchAll(NUMBER)].map(([, value]) => value!)
  const value = numbers[printing.at]
  // whole numbers count something
  if (numbers.length !== printing.count || value === undefined || !/\.|nan|inf/i.test(value)) return undefined
  const before = printing.at > 0 ? valueOf(numbers[printing.at - 1]!) : undefined
  const step = typeof before === 'number' && Number.isInteger(before) ? { step: before } : {}
  return { point: { ...step, loss: valueOf(value) }, start, end: start + text.length, companions: 1 }
}
