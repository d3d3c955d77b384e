import * as cues from './cues'
import type { Page } from './page'

export interface Cell {
  text: string
  start: number
}

/** Whether a line is a row of a Markdown table. */
export function isTableLine(page: Page, index: number): boolean {
  const text = page.lines[index]?.text ?? ''
  return text.length < 2000 && (/^[\s>]{0,12}\|/.test(text) || text.indexOf('|') !== text.lastIndexOf('|'))
}

/** How a run went. */
export type Outcome = 'works' | 'broken' | undefined

/** What a cell says of a run: in words, or by its loss. */
function outcomeOfCell(text: string): Outcome {
  if (/^(?:0|0\.0{1,6}|nan)$/i.test(text) || cues.stillBroken.test(text) || cues.nowBroken.test(text))
    return 'broken'
  return cues.nowWorks.test(text) || /^\d{1,2}\.\d{1,4}$/.test(text) ? 'works' : undefined
}

/** What a row tells beside its versions. */
export function outcomeOfRow(row: Cell[], columns: (string | null)[]): Outcome {
  const said = row.flatMap((cell, column) => (columns[column] ? [] : (outcomeOfCell(cell.text) ?? [])))
  return said.includes('broken') ? 'broken' : said[0]
}

/** What the table says of each of its columns: in the header, or in a row about the result. */
export function verdictsOf(page: Page, first: number, end: number, header: string[]): Outcome[] {
  const verdicts = header.map((text): Outcome =>
    /loss|nan|正常|works?\b|✅|❌/i.test(text) ? outcomeOfCell(text) : undefined,
  )
  for (let index = first + 1; index < end; index++) {
    const [label, ...cells] = splitCells(page.lines[index]?.text ?? '')
    if (!label || !/loss|损失|result|outcome|status|output|结果|状态|现象|表现|效果|输出/i.test(label.text))
      continue
    cells.forEach(({ text }, column) => (verdicts[column + 1] ??= outcomeOfCell(text)))
  }
  return verdicts.some(Boolean) ? verdicts : toldOf(page, first, end, header)
}

const allZero = /(?:全|都|一直|就)(?:是|为|成|变成)? ?(?:0|零|nan)(?![\d.])|归零|\ball (?:0|zeros?|nan)/i
const sides: [first: RegExp, second: RegExp] = [
  /左(?:边|侧|列|面)|前者|前一[列个]|第一[列个]|\bleft\b|\bformer\b|\bfirst (?:one|column)\b/i,
  /右(?:边|侧|列|面)|后者|后一[列个]|第二[列个]|\bright(?:-hand)?\b(?! (?:after|now|away))|\blatter\b|\bsecond (?:one|column)\b/i,
]

/** What the lines around a table say of its columns, by their headers or by where they stand. */
function toldOf(page: Page, first: number, end: number, header: string[]): Outcome[] {
  const verdicts: Outcome[] = header.map(() => undefined)
  const named = header.map((text, column) => (column > 0 ? bare(text).trim().toLowerCase() : ''))
  const columns = [...named.keys()].slice(1)
  const around = [end, end + 1, end + 2, end + 3, first - 1, first - 2]
  for (const index of around) {
    const text = page.lines[index]?.text.slice(0, 400) ?? ''
    if (!text.trim() || isTableLine(page, index)) continue
    const places = columns.flatMap((column) => {
      const at = placeOf(text, named[column] ?? '')
      const side = columns.length === 2 ? sides[columns.indexOf(column)]?.exec(text)?.index : undefined
      return at >= 0 || side !== undefined ? [{ column, at: at >= 0 ? at : side! }] : []
    })
    places.sort((a, b) => a.at - b.at)
    places.forEach(({ column, at }, order) => {
      const clause = text.slice(at, places[order + 1]?.at ?? text.length).split(/[。!?;]|\.\s/)[0] ?? ''
      verdicts[column] ??= allZero.test(clause) ? 'broken' : outcomeOfCell(clause)
    })
  }
  return verdicts.includes('broken') && verdicts.includes('works') ? verdicts : header.map(() => undefined)
}

/** Where a line names a header as a word of its own; -1 where it does not. */
function placeOf(text: string, name: string): number {
  if (!name) return -1
  const lower = text.toLowerCase()
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
    const before = lower[at - 1] ?? ' '
    const after = lower[at + name.length] ?? ' '
    if (
      !(/[a-z0-9]/.test(name[0]!) && /[a-z0-9]/.test(before)) &&
      !(/[a-z0-9]$/.test(name) && /[a-z0-9]/.test(after))
    )
      return at
  }
  return -1
}

/** A cell without Markdown's decoration. */
export function bare(text: string): string {
  return text.replace(/[`*_[\]]/g, '').replace(/\s*(?:version|版本)$/i, '')
}

/** The cells of a table's line, trimmed, with their offsets in it; the bars at its ends open and close no cell. */
export function splitCells(text: string): Cell[] {
  const result: Cell[] = []
  let start = /^[\s>]{0,12}\|/.exec(text)?.[0].length ?? 0
  while (start < text.length) {
    const bar = text.indexOf('|', start)
    const end = bar < 0 ? text.length : bar
    const raw = text.slice(start, end)
    if (bar >= 0 || raw.trim() !== '')
      result.push({ text: raw.trim(), start: start + raw.length - raw.trimStart().length })
    start = end + 1
  }
  return result
}
