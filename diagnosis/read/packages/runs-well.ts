import { canRun } from './bounds'
import * as cues from './cues'
import type { Found, Page } from './page'

/** So many rows one below the other are a set of versions, not a whole environment. */
const MOST_ROWS = 8

/** The words right under a few rows, which speak for all of them. */
function underRows(page: Page, line: number): string {
  for (const { text } of page.lines.slice(line + 1, line + MOST_ROWS)) {
    if (!text.trim()) return ''
    if (!/^\s*[\w.[\]-]{1,60}\s*[=<>~ ]=?\s*v?\d/.test(text)) return text.slice(0, 160)
  }
  return ''
}

/** Whether the rest of a row, or what follows on a few rows, says that all is well with it. */
export function runsWell(page: Page, { line, end }: Found): boolean {
  const { text = '', start = 0 } = page.lines[line] ?? {}
  const beside = text.slice(end - start, end - start + 160)
  const rest = beside.trim() ? beside : underRows(page, line)
  return (
    (cues.notHere.test(rest) || cues.nowWorks.test(rest) || canRun.test(rest)) &&
    !cues.nowBroken.test(rest) &&
    !cues.stillBroken.test(rest)
  )
}
