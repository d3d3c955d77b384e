import type { Found, Page } from './page'

/** `| 0.9.0 | nan |`, `- 0.9.0: nan`: the number opens its row, after marks alone. */
const OPENS_ROW = /^[\s|>*•·`"'-]{1,12}v?$/
/** Rows of one table stand at most so many lines apart. */
const GAP = 2

/**
 * Versions of a package compared row by row with what came of each: which of them is installed is said elsewhere in the
 * text, if it is, and then the others were only tried.
 */
export function settleCompared(page: Page, found: Found[]): void {
  const opensRow = ({ line, start }: Found) => {
    const { text = '', start: from = 0 } = page.lines[line] ?? {}
    return start - from <= 14 && OPENS_ROW.test(text.slice(0, start - from))
  }
  const rows = found.filter(opensRow)
  if (rows.length < 2) return
  const isCompared = (one: Found) =>
    rows.some(
      (other) =>
        other !== one &&
        other.name === one.name &&
        other.version !== one.version &&
        Math.abs(other.line - one.line) <= GAP,
    )
  const compared = new Set(rows.filter(isCompared))
  for (const one of compared) {
    const stated = found.filter(
      (other) =>
        other.name === one.name && !compared.has(other) && (other.stance ?? 'installed') === 'installed',
    )
    if (
      stated.length &&
      (one.stance ?? 'installed') === 'installed' &&
      stated.every(({ version }) => version !== one.version)
    )
      one.stance = 'mentioned'
  }
}
