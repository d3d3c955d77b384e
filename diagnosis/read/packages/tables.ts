import type { Cell, Outcome } from './columns'
import { bare, isTableLine, outcomeOfRow, splitCells, verdictsOf } from './columns'
import { knownName } from './names'
import type { Page } from './page'
import { versionAt } from './version-text'

const pipHeader =
  /^[\s>#]{0,40}Package\s{1,80}Version(?:\s{1,80}(?:Latest|Editable project location|Location|Installer|Type|Build)[\w\s]{0,80})?\s*$/i
const condaHeader = /^[\s>]{0,40}#?\s{0,8}Name\s{1,80}Version\s{1,80}Build(?:\s{1,80}Channel)?\s*$/i
const row =
  /^([\s>]{0,40}(?:\[conda\]\s{1,4})?)([A-Za-z0-9_][\w.-]{0,98})(\s{1,120}\(?)v?(\d[\w.+!-]{0,60})\)?(?=$|[\s,])/
const oneLineHeader = /Package\s{1,20}Version\s{1,20}(?:-{3,}\s{1,20}){2}/g

/** Reads the columns that `pip list`, `uv pip list` and `conda list` print, and Markdown tables of versions. */
export function readTables(page: Page): void {
  let next = 0
  for (const index of page.linesWith('Version')) {
    const text = page.lines[index]?.text ?? ''
    if (/Package\s{1,20}Version\s{1,20}-{3}/.test(text)) readSelection(page, index)
    if (index >= next && text.length < 300 && (pipHeader.test(text) || condaHeader.test(text)))
      next = readRows(page, index)
  }
  readHeadless(page)
  readMarkdownTables(page)
}

/** The rows under a header; returns the line after the last. A blank line or two may stand between. */
function readRows(page: Page, header: number): number {
  page.claim(header)
  let missed = 0
  for (let index = header + 1; index < page.lines.length; index++) {
    const text = page.lines[index]?.text ?? ''
    if (text.length < 600 && readRow(page, index)) missed = 0
    else if (/^[\s>]{0,40}[-─ ]{6,200}$/.test(text)) page.claim(index)
    else if (!/^[\s>#]{0,80}$/.test(text) || ++missed > 2) return index
  }
  return page.lines.length
}

/** One row `name  version  …`; false where the line is none. */
function readRow(page: Page, index: number): boolean {
  const line = page.lines[index]
  const match = line && row.exec(line.text)
  if (!line || !match) return false
  const [, before = '', name = '', gap = '', version = ''] = match
  if (/[,;:]$/.test(name) || /^\d+(?:\.\d+)?$/.test(name)) return false
  const start = line.start + match.index + before.length + name.length + gap.length
  const at = line.text[start - line.start] === 'v' ? start + 1 : start
  page.add({
    name: name.replace(/^_+/, ''),
    version,
    start: at,
    end: at + version.length,
    line: index,
    how: 'list',
  })
  page.claim(index)
  return true
}

/** A selection whose line breaks the browser turned into blanks: the whole `pip list` in one line. */
function readSelection(page: Page, index: number): void {
  const line = page.lines[index]
  if (!line) return
  for (const header of line.text.matchAll(oneLineHeader)) {
    const pair = /([A-Za-z0-9][\w.-]{0,98})\s{1,80}(\d[\w.+!]{0,60})(?:\s{1,80}|$)/y
    pair.lastIndex = header.index + header[0].length
    for (let match = pair.exec(line.text); match; match = pair.exec(line.text)) {
      const [, name = '', version = ''] = match
      const start = line.start + match.index + match[0].indexOf(version, name.length)
      page.add({ name, version, start, end: start + version.length, line: index, how: 'list' })
    }
  }
}

/** A table whose header was cut off: rows around one that names a known package, blanks in a row between the two. */
function readHeadless(page: Page): void {
  const isRow = (index: number) => {
    const text = page.lines[index]?.text ?? ''
    const match = row.exec(text)
    return (
      text.length < 300 &&
      /\s{2,}|\t/.test(match?.[3] ?? '') &&
      // "transformers  4.45.2 >> 4.43.4" tells of a move
      !/^\s{0,4}(?:>>|->|=>|→|》|\bto\b|换|改|升|降)/.test(text.slice(match?.[0].length))
    )
  }
  for (const { line: index, start } of page.names) {
    const line = page.lines[index]
    if (
      !line ||
      page.isClaimed(index) ||
      line.text.slice(0, start - line.start).trim() !== '' ||
      !isRow(index)
    )
      continue
    for (const step of [-1, 1])
      for (let at = index + step; isRow(at) && !page.isClaimed(at); at += step) readRow(page, at)
    readRow(page, index)
  }
}

/** What the column of a table holds, by its header. */
const recommended =
  /min(?:imum)?\b|required?|recommend|mandatory|latest|suggest|upstream|最低|最新|要求|推荐|建议|官方|需要/i
const good =
  /\bwork|\bok\b|good|fine\b(?!-? ?tun)|\bold|before|previous|\blast\b|yesterday|^\W{0,4}from\b|正常|可用|能跑|旧|之前|以前|原(?!因)|上(?:周|个?月|次)|昨天|(?:升级|更新|改动?|变更|出事|重装)前|修复后|✅/i
const bad =
  /fail|broken|bad|not work|new|current|\bnow\b|today|^\W{0,4}to\W{0,4}$|after|mine|here|installed|今天|(?:升级|更新|变更|出事|重装)后|坏|异常|出错|出问题|报错|不行|新|现(?!象)|当前|本机|我的|实际|❌/i

/** Markdown tables of versions: packages in rows or in the header, one or several columns of numbers. */
function readMarkdownTables(page: Page): void {
  let next = 0
  for (const { line: index } of page.names) {
    if (index < next || !isTableLine(page, index)) continue
    let first = index
    while (first > next && isTableLine(page, first - 1)) first--
    next = index
    while (isTableLine(page, next)) next++
    readMarkdownTable(page, first, next)
  }
}

function readMarkdownTable(page: Page, first: number, end: number): void {
  const header = splitCells(page.lines[first]?.text ?? '').map(({ text }) => text)
  const columns = header.map((text) => knownName(bare(text))?.name ?? null)
  const verdicts = verdictsOf(page, first, end, header)
  const outcomes = new Set(
    columns.some(Boolean)
      ? range(first + 1, end).map((index) => outcomeOfRow(splitCells(page.lines[index]?.text ?? ''), columns))
      : [],
  )
  for (let index = first; index < end; index++) {
    const line = page.lines[index]
    if (!line || page.isClaimed(index)) continue
    const row = splitCells(line.text)
    const name = knownName(bare(row[0]?.text ?? ''))?.name
    if (name && (index > first || columns.filter(Boolean).length < 2))
      readTableRow(page, index, name, row, header, verdicts)
    else if (index > first && columns.some(Boolean)) {
      const isHistory = outcomes.has('broken') && outcomeOfRow(row, columns) === 'works'
      row.forEach((cell, column) => {
        const version = columns[column] ? versionAt(cell.text, 0) : null
        if (version?.end !== cell.text.length || !version) return
        const start = line.start + cell.start
        page.add({
          name: columns[column] ?? '',
          version: version.version,
          start,
          end: start + version.end,
          line: index,
          how: 'list',
          stance: isHistory ? 'mentioned' : undefined,
        })
      })
    }
  }
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

/** A column of what came of a change. */
const later = /after|fixed|\bnow\b|(?:之|以|改|换|修复|升级|降级|更新)后|现在|修好/i

/** A package's row: of several numbers, the headers say which one is the writer's. */
function readTableRow(
  page: Page,
  index: number,
  name: string,
  row: Cell[],
  header: string[],
  verdicts: Outcome[],
): void {
  const line = page.lines[index]
  if (!line) return
  const numbers = row.flatMap((cell, column) => {
    const lead = /^[`*=\s]{0,6}/.exec(cell.text)?.[0].length ?? 0
    const version = column > 0 && cell.text.length < 60 ? versionAt(cell.text, lead) : null
    const from = line.start + cell.start
    return version
      ? [
          {
            ...version,
            label: header[column] ?? '',
            outcome: verdicts[column],
            start: from + lead,
            stop: from + version.end,
          },
        ]
      : []
  })
  const isTold = numbers.some(({ outcome }) => outcome === 'broken')
  const isBad = numbers.some(({ label }) => bad.test(label) && !recommended.test(label))
  numbers.forEach(({ version, label, outcome, orLater, wildcard, start, stop }, position) => {
    const isOther =
      numbers.length > 1 &&
      (isTold ? outcome !== 'broken' : isBad ? !bad.test(label) : good.test(label) || position > 0)
    const isCure = isTold && outcome === 'works' && later.test(label)
    const stance =
      isCure && !orLater && !wildcard
        ? 'cure'
        : isOther || recommended.test(label) || orLater || wildcard
          ? 'mentioned'
          : undefined
    page.add({ name, version, start, end: stop, line: index, how: 'list', stance })
  })
  if (numbers.length) page.claim(index)
}
