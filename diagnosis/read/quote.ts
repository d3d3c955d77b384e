/** A line of the text cut to a length that can be shown; `start` and `end` say where in it the thing is. */
export interface Quote {
  text: string
  start: number
  end: number
}

/** UTF-16 units. */
const LONGEST_QUOTE = 160
const MOST_BEFORE = 60
/** A thing that is longer than a quote is cut at the end of a word no nearer to its beginning than this. */
const LEAST_SHOWN = 80

/** Where to cut a line, the best first: behind a sentence, a clause, a word. */
const ENDS = [/[。！？!?；]|[.;](?=\s)/y, /[，、：]|[,:](?=\s)/y, /\s/y]

const isEnd = (mark: RegExp, source: string, at: number): boolean => {
  mark.lastIndex = at
  return mark.test(source)
}

/** The first place from `from` up to `start` at which a sentence, a clause or a word begins; `from` where none does. */
function beginAfter(source: string, from: number, start: number): number {
  for (const mark of ENDS)
    for (let at = from - 1; at < start; at++) if (isEnd(mark, source, at)) return at + 1
  return isInsideCharacter(source, from) ? from + 1 : from
}

/** The last place from `to` down to `least` at which a sentence, a clause or a word ends; `to` where none does. */
function stopBefore(source: string, least: number, to: number): number {
  for (const mark of ENDS) for (let at = to; at > least; at--) if (isEnd(mark, source, at - 1)) return at
  return isInsideCharacter(source, to) ? to - 1 : to
}

const isInsideCharacter = (source: string, at: number): boolean => {
  const unit = source.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/**
 * The line around `start` to `end` (offsets into `source`), cut where it is too long to show: at the end of a sentence
 * where one is near, else of a clause, else of a word.
 */
export function quoteAround(source: string, start: number, end: number): Quote {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const newline = source.indexOf('\n', start)
  const lineEnd = newline < 0 ? source.length : newline
  let from = Math.max(lineStart, start - MOST_BEFORE)
  if (from > lineStart) from = beginAfter(source, from, start)
  let to = Math.min(Math.max(lineEnd, end), from + LONGEST_QUOTE)
  if (to < lineEnd || to < end) to = stopBefore(source, Math.min(end, from + LEAST_SHOWN), to)
  while (from < start && /\s/.test(source[from] ?? '')) from++
  while (to > end && /\s/.test(source[to - 1] ?? '')) to--
  return { text: source.slice(from, to), start: start - from, end: Math.min(end, to) - from }
}
