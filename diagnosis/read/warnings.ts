import type { Fact } from '../facts'
import { isOnlySpokenOf } from './hearsay'
import { linesAbout, passagesOf } from './passages'
import type { View } from './view'
import { spanOf } from './view'

/** A warning's text is cut here. UTF-16 units. */
const LONGEST_WARNING = 400
/** A block with more warnings than this repeats them. */
const MOST_WARNINGS = 40
/** Lines that differ by their numbers alone say little more than one does. */
const MOST_OF_A_SHAPE = 3
/** A cue is read with as much of what follows it, where the line has it. UTF-16 units. */
const ROOM_AFTER_CUE = 300

/** Before what a line of log says: when, by whom and how gravely. */
const STAMP =
  /^(?:[\s\d[\](){}|:,.<>/%█▏▎▍▌▋▊▉#*+-]|[TZ](?=\d|\b)|rank(?=\d)|(?:it|s|UTC|CST)\b|(?:WARN(?:ING)?|INFO|ERROR|DEBUG)\b|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b){0,160}/

/** What a line says, without its stamp. */
const sayingOf = (line: string): string => line.replace(STAMP, '')

/** What lines that differ by their figures have in common. */
const shapeOf = (saying: string): string => saying.replace(/\b0x[\da-f]{1,16}\b|\d+/gi, '#')

/** How programs say, without an exception, that something is wrong, gone or going. */
const CUE =
  /\w{0,40}Warning:|\bWARNING\b|\bdeprecated\b|not supported any ?more|no longer supported|(?:are|is|be) ignored|required but found|require users to upgrade|required for a normal functioning|\bFailed to (?:load|import)\b|known bugs|cannot be run in|doesn't directly inherit|\bTo fix: (?:run|pip)\b|compiled without GPU|CUDA SETUP|CUDA VERSION MISMATCH|\bCould not (?:find|load) (?:the )?\w{1,40} (?:CUDA|ROCm|native)\b|\blibrary load error\b|\bnot compatible\b|newly initialized|weights not initialized|not sharded|undefined symbol|\bGradients will be None\b/gi

/** An exception's own line, which is an error and no warning. */
const EXCEPTION = /^(?:\[rank\d{1,4}\]:)?\s*(?:[a-z_]\w{0,40}\.){0,6}[A-Z]\w{0,60}(?:Error|Exception)\s?:/

/** A line, or as much of a very long one as stands around its cue, and the offset at which that begins. */
function cutAround(line: string, cue: number): { text: string; from: number } {
  const from = cue + ROOM_AFTER_CUE > LONGEST_WARNING ? Math.max(0, cue - LONGEST_WARNING / 2) : 0
  const cut = line.trimEnd().length <= LONGEST_WARNING ? line : line.slice(from, from + LONGEST_WARNING)
  const indent = cut.length - cut.trimStart().length
  return { text: cut.trim(), from: (cut === line ? 0 : from) + indent }
}

/**
 * The lines of warning and of log that tell of a fault and are no exception, each once, whatever hazard they belong
 * to: which of them means what is for the rules to say.
 */
export function readWarnings(view: View): Fact[] {
  if (view.block.kind === 'metadata' || view.block.kind === 'title') return []
  const passages = passagesOf(view)
  const found = new Map<string, Fact>()
  const shapes = new Map<string, number>()
  for (const at of linesAbout(view, CUE)) {
    if (found.size >= MOST_WARNINGS) break
    const passage = passages[at]!
    if (!passage.own || passage.language === 'diff' || EXCEPTION.test(passage.text)) continue
    const first = passage.text.search(CUE)
    const { text, from } = cutAround(passage.text, first)
    const saying = sayingOf(text)
    const mentioned = isOnlySpokenOf(view, passage, passage.start + first)
    const known = found.get(saying)
    // what is shown anywhere is shown
    if (known && (mentioned || !('stance' in known))) continue
    const shape = shapeOf(saying)
    const alike = shapes.get(shape) ?? 0
    if (alike >= MOST_OF_A_SHAPE) continue
    shapes.set(shape, alike + 1)
    const start = passage.start + from
    found.set(saying, {
      kind: 'warning',
      text,
      ...(mentioned && { stance: 'mentioned' }),
      ...spanOf(view, start, start + text.length),
    })
  }
  return [...found.values()]
}
