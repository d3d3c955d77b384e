import type { LossSeries } from '../../facts'
import type { Passage } from '../passages'
import { linesAbout, passagesOf } from '../passages'
import type { View } from '../view'
import type { Columns } from './tables'
import { columnsOf, entryOfRow, isRule } from './tables'
import type { Entry } from './entries'
import { entriesOfList, entryOfBareStep, entryOfBareValue } from './bare'
import { entriesOfLine, entryOfObject } from './entries'
import type { Printing } from './printing'
import { entryOfPrinted, printingOf } from './printing'
import { seriesOf } from './series'
import { VALUE, valueOf } from './values'

/** A log in a block: its steps, how it goes, and where to point. */
export interface Run {
  entries: Entry[]
  /** Absent where the log has held-out losses only. */
  series?: LossSeries
  /** Offsets of the breaking line, or of the first line where nothing breaks. */
  start: number
  end: number
}

/** A block with more steps has shown long before how its logs go. */
const MOST_STEPS = 200_000
/** Warnings, progress bars and evaluations may stand between two lines of one log; this many lines end it. */
const LONGEST_GAP = 200
/** An object of a log that stands on several lines has no more than this many. */
const LONGEST_OBJECT = 60
/** A line no longer than this is pointed at as a whole. */
const LONGEST_SHOWN_LINE = 400
/** Between two steps of a log that stands in prose: progress bars, timestamps, warnings. */
const MACHINE = /it\/s|s\/it|\d%\|?|^\s*\[|^\s*\d{2,4}[-/:]\d|warning|\bINFO\b|\*{5}|^\W{0,8}$/i
const LOSS_WORD = /loss|损失/gi
const LOSS_LEAD = /loss|损失/i
/** Numbers of another kind that a sentence about the loss may lead to. */
const OTHER_NUMBERS = /\blr\b|learning rate|学习率|\bacc|准确率|weights?|权重|grad|梯度|logits?|dropout/i
/** A header names columns and has no values yet. */
const HAS_VALUES = /\d\.\d|\{|: ?\d/
/** A line that opens an object has nothing else on it. */
const LONGEST_OPENING = 40
const REPL_LOSS = /^\s*(?:>>>|In \[\d{1,4}\]:)\s.{0,200}\bloss(?:es)?(?:\.item\(\))?\)?\s*$/
const REPL_ANSWER = new RegExp(`^\\s*(?:Out\\[\\d{1,4}\\]:\\s*)?(?:tensor\\()?${VALUE}`, 'i')

const known = new WeakMap<View, Run[]>()

/** The logs of a block, each a contiguous run of lines; quoted ones belong to whom they quote and are left out. */
export function runsOf(view: View): Run[] {
  const cached = known.get(view)
  if (cached) return cached
  const lines = linesAbout(view, LOSS_WORD)
  const led = LOSS_LEAD.test(view.outline.title ?? '')
  const runs = lines.length || (led && view.block.kind !== 'title') ? collect(view, lines) : []
  known.set(view, runs)
  return runs
}

function collect(view: View, linesWithLoss: number[]): Run[] {
  const allOutput = ['paste', 'log', 'code'].includes(view.block.kind)
  const runs: Run[] = []
  let entries: Entry[] = []
  let gap = 0
  let segment = -1
  let columns: Columns | undefined
  let object: Passage[] | undefined
  let replAsks = false
  let nextWithLoss = 0
  let kept = 0
  let ledByLoss = false
  /** The piece of code that prints a loss: what the next piece shows is its output. */
  let printing = -1
  let printed: Printing | undefined
  const titleSaysLoss = LOSS_LEAD.test(view.outline.title ?? '')

  const flush = () => {
    const run = runOf(view.text, entries, allOutput || segment > 0)
    if (run) runs.push(run)
    entries = []
    gap = 0
  }
  const add = (found: Entry[]) => {
    if (!found.length) return
    // one by one: a line can hold more steps than a call takes arguments
    for (const entry of found) entries.push(entry)
    kept += found.length
    gap = 0
  }
  const closeObject = () => {
    if (object) add([entryOfObject(object) ?? []].flat())
    object = undefined
  }

  const passages = passagesOf(view)
  for (let index = 0; index < passages.length && kept < MOST_STEPS; index++) {
    const passage = passages[index]!
    const { text, start } = passage
    const hasLoss = linesWithLoss[nextWithLoss] === index
    if (hasLoss) nextWithLoss++
    if (passage.segment !== segment) {
      closeObject()
      columns = undefined
      // blank lines do not part a log that stands in prose; a fence does
      if (passage.segment > 0 || segment > 0) flush()
      segment = passage.segment
      ledByLoss = LOSS_LEAD.test(passage.lead) || titleSaysLoss
    }
    if (!passage.own || passage.language === 'diff') continue
    const isOutput = allOutput || segment > 0
    if (hasLoss && PRINTS_LOSS.test(text)) {
      printing = segment
      printed = printingOf(text)
    }
    const isPrinted = printing > 0 && segment === printing + 1 && !OTHER_NUMBERS.test(passage.lead)
    const isLed = isLead(passage) || isPrinted
    const mayBeRow = isPrinted || (segment === printing && !/[A-Za-z]{4}/.test(text))
    if (columns && isRule(text)) continue
    const header = hasLoss && !HAS_VALUES.test(text) ? columnsOf(text) : undefined
    if (header) {
      columns = header
      continue
    }
    if (columns) {
      const row = entryOfRow(text, start, columns)
      if (row === 'outside') columns = undefined
      else {
        if (row) add([row])
        continue
      }
    }
    const opens = isOutput && text.length < LONGEST_OPENING && /^\s*\{\s*$/.test(text)
    if (opens) {
      closeObject()
      object = []
      continue
    }
    if (object) {
      object.push(passage)
      if (/^\s*\}/.test(text) || object.length > LONGEST_OBJECT) closeObject()
      continue
    }
    const list = isOutput ? entriesOfList(text, start, isLed || replAsks) : []
    const found = list.length ? list : hasLoss ? entriesOfLine(text, start) : []
    const row = printed && mayBeRow && !found.length && entryOfPrinted(text, start, printed)
    // a number alone may be any: those of a loop stand in a row
    if (row && printed && printed.count > 1) found.push(row)
    const bare =
      isOutput && !found.length && (ledByLoss || entries.length || isNear(linesWithLoss[nextWithLoss], index))
        ? entryOfBareStep(text, start, ledByLoss)
        : undefined
    if (bare) found.push(bare)
    else if (isOutput && !found.length && isLed) {
      const value = entryOfBareValue(text, start)
      const isOneOfMany = [passages[index - 1], passages[index + 1]].some(
        (beside) => beside?.segment === passage.segment && entryOfBareValue(beside.text, 0),
      )
      if (value && isOneOfMany) found.push(value)
    }
    if (isOutput && replAsks) {
      const answer = REPL_ANSWER.exec(text)?.[1]
      if (answer)
        found.push({
          point: { loss: valueOf(answer) },
          start,
          end: start + text.length,
          companions: 1,
        })
    }
    replAsks = hasLoss && REPL_LOSS.test(text)
    add(isOutput ? found : found.filter(({ companions }) => companions > 0))
    if (!found.length && text && (++gap > LONGEST_GAP || (!isOutput && !MACHINE.test(text)))) flush()
  }
  closeObject()
  flush()
  return runs
}

const PRINTS_LOSS = /\b(?:print|write|info|debug|log)\(.{0,120}\bloss/

/** What leads to the lines speaks of a loss and says nothing else of them. */
const isLead = ({ lead }: Passage): boolean => LOSS_LEAD.test(lead) && !OTHER_NUMBERS.test(lead)

/** A bare step counts where a line with a loss follows soon. */
const isNear = (next: number | undefined, index: number): boolean => next !== undefined && next - index <= 5

/** The whole line where it is short enough to show; else the place itself. */
function widen(text: string, start: number, end: number): { start: number; end: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  const to = newline < 0 ? text.length : newline
  return to - from <= LONGEST_SHOWN_LINE ? trimmed(text, from, to) : { start, end }
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}

function runOf(text: string, entries: Entry[], isOutput: boolean): Run | undefined {
  const [first] = entries
  if (!first) return undefined
  // one number in a sentence is no log, unless it comes as a whole line of one
  if (!isOutput && entries.length === 1 && first.companions < 2) return undefined
  const found = seriesOf(entries)
  const shown = found?.breaking ?? first
  return { entries, series: found?.series, ...widen(text, shown.start, shown.end) }
}
