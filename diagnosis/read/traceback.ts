/** How far a traceback is followed above its exception, and how much of it is kept. Lines; UTF-16 units. */
const MOST_LINES = 40
const LONGEST = 1500
/** Some viewers print the exception first and the frames below. Lines. */
const MOST_BELOW = 2

/** A frame, a line of source under it, a caret, a rule between notebook cells. */
const FRAME =
  /^(?:\[rank\d{1,4}\]:|>|\||E |│|❱|╭|╰)|^\s{2,}\S|^\s*File\b|\bline \d+\b|^-+>|^~|^\s*\d+ |^Traceback|^\s*$/

/**
 * The lines of the traceback around an exception that stands at `start`–`end` of a text: its frames and their source
 * lines, above it and at most two below; undefined where no traceback surrounds it.
 */
export function tracebackAround(text: string, start: number, end: number): string | undefined {
  const above: string[] = []
  let lineStart = text.lastIndexOf('\n', start - 1) + 1
  let kept = 0
  while (lineStart > 0 && above.length < MOST_LINES && kept < LONGEST) {
    const previous = text.lastIndexOf('\n', lineStart - 2) + 1
    const line = text.slice(previous, Math.min(lineStart - 1, previous + LONGEST))
    if (!FRAME.test(line)) break
    above.unshift(line)
    kept += line.length + 1
    lineStart = previous
  }
  const lineEnd = text.indexOf('\n', end)
  const below = lineEnd < 0 ? [] : text.slice(lineEnd + 1, lineEnd + 401).split('\n', MOST_BELOW)
  const frames = below.filter((line) => /^\s*File\b|\bline \d+\b/.test(line))
  const all = [...above, ...frames].join('\n').trim()
  return all ? all.slice(-LONGEST) : undefined
}
