import type { Fact } from '../facts'
import { linesAbout, passagesOf } from './passages'
import type { View } from './view'
import { spanOf } from './view'

/** A warning's text is cut here. UTF-16 units. */
const LONGEST_WARNING = 400
/** A block with more warnings than this repeats them. */
const MOST_WARNINGS = 40

/** How programs say, without an exception, that something is wrong, gone or going. */
const CUE =
  /\w{0,40}Warning:|\bWARNING\b|\bdeprecated\b|not supported any ?more|no longer supported|(?:are|is|be) ignored|required but found|require users to upgrade|required for a normal functioning|\bFailed to (?:load|import)\b|known bugs|cannot be run in|doesn't directly inherit|\bTo fix: (?:run|pip)\b|compiled without GPU|CUDA SETUP|CUDA VERSION MISMATCH|\bCould not (?:find|load) (?:the )?\w{1,40} (?:CUDA|ROCm|native)\b|\blibrary load error\b|\bnot compatible\b|newly initialized|weights not initialized|not sharded|undefined symbol|\bGradients will be None\b/gi

/** An exception's own line, which is an error and no warning. */
const EXCEPTION = /^(?:\[rank\d{1,4}\]:)?\s*(?:[a-z_]\w{0,40}\.){0,6}[A-Z]\w{0,60}(?:Error|Exception)\s?:/

/**
 * The lines of warning and of log that tell of a fault and are no exception, each once, whatever hazard they belong
 * to: which of them means what is for the rules to say.
 */
export function readWarnings(view: View): Fact[] {
  if (view.block.kind === 'metadata' || view.block.kind === 'title') return []
  const passages = passagesOf(view)
  const found = new Map<string, Fact>()
  for (const at of linesAbout(view, CUE)) {
    if (found.size >= MOST_WARNINGS) break
    const passage = passages[at]!
    if (!passage.own || passage.language === 'diff' || EXCEPTION.test(passage.text)) continue
    const indent = passage.text.length - passage.text.trimStart().length
    const first = passage.text.search(CUE)
    // a very long line is cut around its cue
    const from = first > LONGEST_WARNING ? first - LONGEST_WARNING / 2 : indent
    const text = passage.text.slice(from, from + LONGEST_WARNING).trim()
    if (found.has(text)) continue
    const start = passage.start + from
    found.set(text, { kind: 'warning', text, ...spanOf(view, start, start + text.length) })
  }
  return [...found.values()]
}
