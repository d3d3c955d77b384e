import type { Entry } from './entries'
import { VALUE, valueOf } from './values'

/** Where a table's columns are, found in its header. */
export interface Columns {
  separator: RegExp
  count: number
  loss: number
  evalLoss: number
  step: number
  gradNorm: number
  learningRate: number
}

const SEPARATORS = [/\|/, /\t/, /,/, / {2,}/]
const LOSS = /^(?:(?:train(?:ing)?|lora|avg|average|total|mean)[ _/]?)?loss$|^(?:训练)?损失值?$/
const EVAL_LOSS = /^(?:eval|val|valid|validation|test)[ _/]?loss$|^验证损失$/
const STEP = /^(?:global[ _])?(?:steps?|iter(?:ation)?s?)$|^步数?$/
const GRAD_NORM = /^(?:train\/)?(?:grad(?:ient)?[ _]?norm|gnorm|梯度范数)$/
const LEARNING_RATE = /^(?:train\/)?(?:learning[ _]?rate|lr|学习率)$/
const NUMBER = new RegExp(`^\\**${VALUE}\\**$`, 'i')

const cellsOf = (text: string, separator: RegExp): string[] =>
  text
    .replace(/^\s*\||\|\s*$/g, '')
    .split(separator)
    .map((cell) => cell.trim())

/** A header of single words with nothing but blanks between them. */
const COLUMN =
  /^(?:(?:global_)?steps?|iter(?:ation)?s?|epochs?|batch|(?:train|training|eval|val|valid|validation|test|avg|mean)?_?loss|lr|learning_rate|grad(?:ient)?_?norm|gnorm|acc(?:uracy)?|ppl|time|损失|步数|轮数|学习率)$/

function columnsAt(cells: string[], separator: RegExp): Columns {
  const at = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell))
  return {
    separator,
    count: cells.length,
    loss: at(LOSS),
    evalLoss: at(EVAL_LOSS),
    step: at(STEP),
    gradNorm: at(GRAD_NORM),
    learningRate: at(LEARNING_RATE),
  }
}

/** The columns, where the line is the header of a table with a loss in it. */
export function columnsOf(text: string): Columns | undefined {
  if (text.length > 1000 || !/loss|损失/i.test(text)) return undefined
  const notebook = /^\s{0,4}step\s{1,8}(?:training|train) loss(?:\s{1,8}validation loss)?\s*$/i.test(text)
  if (notebook)
    return {
      separator: /\s+/,
      count: /validation/i.test(text) ? 3 : 2,
      step: 0,
      loss: 1,
      evalLoss: /validation/i.test(text) ? 2 : -1,
      gradNorm: -1,
      learningRate: -1,
    }
  const words = text.trim().toLowerCase().split(/\s+/)
  if (words.length >= 2 && words.length <= 12 && words.every((word) => COLUMN.test(word)))
    return columnsAt(words, /\s+/)
  for (const separator of SEPARATORS) {
    if (!separator.test(text)) continue
    const cells = cellsOf(text, separator).map((cell) => cell.toLowerCase().replace(/^["'*]+|["'*]+$/g, ''))
    const columns = columnsAt(cells, separator)
    if (cells.length >= 2 && (columns.loss >= 0 || columns.evalLoss >= 0)) return columns
  }
  return undefined
}

/** The line between a Markdown table's header and its rows. */
export const isRule = (text: string): boolean => /^[\s|:-]{3,1000}$/.test(text)

/** A row of the table as an entry; `outside` where the line is no row of it, nothing where it has no loss. */
export function entryOfRow(text: string, start: number, columns: Columns): Entry | 'outside' | undefined {
  if (text.length > 2000) return 'outside'
  const cells = cellsOf(text.trim(), columns.separator)
  if (cells.length < 2 || Math.abs(cells.length - columns.count) > 1) return 'outside'
  const read = (column: number) => {
    const found = column >= 0 ? NUMBER.exec(cells[column] ?? '')?.[1] : undefined
    return found === undefined ? undefined : valueOf(found)
  }
  const loss = read(columns.loss)
  const evalLoss = read(columns.evalLoss)
  if (loss === undefined && evalLoss === undefined) return undefined
  const step = read(columns.step)
  const gradNorm = read(columns.gradNorm)
  const learningRate = read(columns.learningRate)
  return {
    point: {
      ...(typeof step === 'number' && { step }),
      ...(loss !== undefined && { loss }),
      ...(gradNorm !== undefined && { gradNorm }),
      ...(typeof learningRate === 'number' && { learningRate }),
    },
    evalLoss,
    start,
    end: start + text.length,
    companions: 1 + [step, gradNorm, learningRate].filter((value) => value !== undefined).length,
  }
}
