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
  let inside = false
  let missed = 0
  page.lines.forEach((line, index) => {
    const { text } = line
    if (text.length > 2000) {
      inside = false
      readSelection(page, index)
      return
    }
    if (pipHeader.test(text) || condaHeader.test(text)) {
      inside = true
      missed = 0
      page.claim(index)
    } else if (inside && !page.isClaimed(index)) {
      if (readRow(page, index)) missed = 0
      else if (/^[\s>]{0,40}[-─ ]{6,}$/.test(text)) page.claim(index)
      else if (!/^[\s>#]*$/.test(text) || ++missed > 2) inside = /^[\s>]{0,40}_/.test(text)
    }
    if (/Package\s{1,20}Version\s{1,20}-{3}/.test(text)) readSelection(page, index)
  })
  readHeadless(page)
  readMarkdownTables(page)
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

/** A table whose header was cut off: rows around one that names a known package, the name alone before the number. */
function readHeadless(page: Page): void {
  const isRow = (index: number) => {
    const match = row.exec(page.lines[index]?.text.slice(0, 300) ?? '')
    return match !== null && /^\s{2,}|^\s/.test(match[3] ?? '') && /\s{2,}|\t/.test(match[3] ?? '')
  }
  page.lines.forEach((line, index) => {
    if (page.isClaimed(index) || line.text.length > 300 || !/\s{2}|\t/.test(line.text) || !isRow(index))
      return
    const name = row.exec(line.text)?.[2] ?? ''
    if (!knownName(name)) return
    for (const step of [-1, 1])
      for (let at = index + step; isRow(at) && !page.isClaimed(at); at += step) readRow(page, at)
    readRow(page, index)
  })
}

/** What the column of a table holds, by its header. */
const recommended =
  /min(?:imum)?\b|required?|recommend|mandatory|latest|suggest|upstream|最低|最新|要求|推荐|建议|官方|需要/i
const good = /\bwork|\bok\b|good|fine|old|before|previous|正常|可用|能跑|旧|之前|以前|修复后|✅/i
const bad =
  /fail|broken|bad|not work|new|current|after|mine|here|installed|坏|异常|出错|出问题|报错|不行|新|现在|当前|本机|我的|实际|❌/i

/** Markdown tables of versions: packages in rows or in the header, one or several columns of numbers. */
function readMarkdownTables(page: Page): void {
  let header: string[] = []
  let columns: (string | null)[] = []
  let known = 0
  page.lines.forEach((line, index) => {
    if (!/^[\s>]{0,12}\|/.test(line.text) && !/\|.*\|/.test(line.text.slice(0, 400))) {
      header = []
      return
    }
    if (page.isClaimed(index) || line.text.length > 2000) return
    const row = splitCells(line.text)
    if (row.every(({ text }) => /^:?-*:?$/.test(text))) return
    if (!header.length) {
      header = row.map(({ text }) => text)
      columns = row.map(({ text }) => knownName(bare(text))?.name ?? null)
      known = columns.filter(Boolean).length
    }
    const first = knownName(bare(row[0]?.text ?? ''))
    if (first) {
      const numbers = row.flatMap((cell, column) => {
        const lead = /^[`*v=\s]{0,6}/.exec(cell.text)?.[0].length ?? 0
        const version = column > 0 && cell.text.length < 60 ? versionAt(cell.text, lead) : null
        const from = line.start + cell.start
        return version ? [{ ...version, column, start: from + lead, stop: from + version.end }] : []
      })
      const title = (column: number) => header[column] ?? ''
      const isBad = numbers.some(({ column }) => bad.test(title(column)))
      numbers.forEach((number, position) => {
        const label = title(number.column)
        const isOther =
          recommended.test(label) ||
          number.orLater ||
          number.wildcard ||
          (numbers.length > 1 && (isBad ? !bad.test(label) : good.test(label) || position > 0))
        page.add({
          name: first.name,
          version: number.version,
          start: number.start,
          end: number.stop,
          line: index,
          how: 'list',
          stance: isOther ? 'mentioned' : undefined,
        })
      })
      if (numbers.length) page.claim(index)
    } else if (known > 0) {
      row.forEach((cell, column) => {
        const name = columns[column]
        const version = name ? versionAt(cell.text, 0) : null
        if (!name || !version || version.end !== cell.text.length) return
        const start = line.start + cell.start
        page.add({
          name,
          version: version.version,
          start,
          end: start + version.end,
          line: index,
          how: 'list',
        })
      })
    }
  })
}

/** A cell without Markdown's decoration. */
function bare(text: string): string {
  return text.replace(/[`*_[\]]/g, '').replace(/\s*(?:version|版本)$/i, '')
}

/** The cells of a table's line, trimmed, with their offsets in it; the bars at its ends open and close no cell. */
function splitCells(text: string): { text: string; start: number }[] {
  const result: { text: string; start: number }[] = []
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
