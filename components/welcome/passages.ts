/** A stretch of a text that an answer rests on. UTF-16 units. */
export interface MarkedRange {
  block: string
  start: number
  end: number
  cure: boolean
}

/** A piece of a line: plain, or one that an answer rests on. */
export interface Piece {
  text: string
  /** Where it stands in its text. */
  start: number
  mark?: 'evidence' | 'cure'
}

/** Lines that stand together: prose, or code between fences. */
export interface Passage {
  code: boolean
  lines: Piece[][]
}

function piecesOf(text: string, start: number, ranges: MarkedRange[]): Piece[] {
  const end = start + text.length
  const cuts = new Set([start, end])
  for (const range of ranges)
    for (const cut of [range.start, range.end]) if (cut > start && cut < end) cuts.add(cut)
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const covering = ranges.filter((range) => range.start <= from && range.end > from)
    const mark = covering.some(({ cure }) => cure) ? 'cure' : covering.length > 0 ? 'evidence' : undefined
    return { text: text.slice(from - start, (sorted[index + 1] ?? end) - start), start: from, mark }
  })
}

/**
 * A text in Markdown's simplest form as passages, with the ranges of it that are marked. Fences (three backquotes on
 * a line) and empty lines part passages and are not shown; every other character is.
 */
export function passagesOf(text: string, ranges: MarkedRange[]): Passage[] {
  const passages: Passage[] = []
  let start = 0
  let code = false
  let open = false
  for (const line of text.split('\n')) {
    const fence = line.startsWith('```')
    if (fence) code = !code
    if (fence || (!code && line === '')) open = false
    else {
      if (!open) passages.push({ code, lines: [] })
      open = true
      passages.at(-1)?.lines.push(piecesOf(line, start, ranges))
    }
    start += line.length + 1
  }
  return passages
}
