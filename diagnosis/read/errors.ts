import type { Fact } from '../facts'
import type { Passage, Trial } from './passages'
import { linesAbout, passagesOf, trialOf } from './passages'
import type { View } from './view'
import { isOnlySpokenOf } from './hearsay'
import { tracebackAround } from './traceback'
import { spanOf } from './view'

/** An exception's text is cut here. UTF-16 units. */
const LONGEST_ERROR = 500
/** Lines are read up to here; an exception stands at the beginning of its line or in a short one. */
const LONGEST_LINE = 4000
/** A block with more exceptions than this repeats them. */
const MOST_ERRORS = 50

/** An exception's class, with its modules: `torch.cuda.OutOfMemoryError`. No bare `Error`, no warnings. */
const CLASS =
  '(?:[a-z_]\\w{0,40}\\.){0,6}(?:[A-Z]\\w{0,60}(?:Error|Exception)|Exception|StopIteration|SystemExit)'
/** A terminal's colours begin with it. */
const ESCAPE = String.fromCharCode(27)
const AT_START = new RegExp(
  `^(?:\\s|>|${ESCAPE}\\[[\\d;]{0,8}m|\\d\\.|[-*#|]|\\[rank\\d{1,4}\\]:|\\(\\w{1,40} pid=[^)]{0,60}\\)|E(?=\\s{3})){0,12}(${CLASS})\\s?:(?!:)`,
)
const INSIDE = new RegExp(`(?<![\\w./])(${CLASS})\\s?:\\s?(?=[^\\s:])`, 'g')
const BARE = new RegExp(`^(?:\\[rank\\d{1,4}\\]:)?\\s{0,2}(${CLASS})\\s*$`)

/** A line of a program, which would raise or catch, as against a traceback, which did. */
const SOURCE = /\braise\s|\bexcept\b|\bassert\b|\bclass\s+\w|\bcatch\s?\(|\bprint\(|\bdef\s/

/** Messages that tell their exception without its class: a screenshot's caption, a log that swallowed it. */
const MESSAGES = [
  /(?:[\w.]{1,80}\(\)\s)?got an unexpected keyword argument ['"`‘]?[\w ]{1,60}['"`’‘]?/i,
  /(?:module\s)?['"`‘][\w.]{1,80}['"`’‘]\s(?:object\s)?has no attribute\s['"`‘]\w{1,80}['"`’‘]?/i,
  /cannot import name\s['"`‘]\w{1,80}['"`’‘](?:\sfrom\s['"`‘][\w.]{1,80}['"`’‘])?/i,
  /(?:too many|not enough) values to unpack \(expected[^)]{0,24}\)/i,
  /no module named\s['"`‘][\w.]{1,80}['"`’‘]/i,
  /attempting to unscale FP16 gradients/i,
  /element \d(?: or \d)? of tensors does not require grad and does not have a grad_fn/i,
  /probability tensor contains either `?inf`?, `?nan`? or element < 0/i,
  /expected all tensors to be on the same device/i,
  /CUDA setup failed despite GPU being available/i,
  /CUDA out of memory/i,
  /missing \d{1,2} required positional arguments?: ['"`‘]\w{1,60}['"`’‘]/i,
  /"\w{1,60}" not implemented for '(?:Half|BFloat16)'/i,
  /expected scalar type \w{1,20} but found \w{1,20}/i,
]

/** What every line of interest has: a class, or a part of one of the messages. */
const HINT =
  /Error|Exception|StopIteration|SystemExit|got an unexpected|has no attribute|cannot import name|no module named|values to unpack|unscale FP16|does not require grad|probability tensor|to be on the same device|CUDA setup failed|CUDA out of memory|required positional|not implemented for|expected scalar type/gi

interface Raised {
  text: string
  start: number
  end: number
  mentioned?: boolean
}

/** Where a message ends in prose: at a Chinese stop, at the closing of what opened before it, before a new sentence. */
function endOfMessage(text: string, from: number, opener: string): number {
  let end = Math.min(text.length, from + LONGEST_ERROR)
  const cut = (at: number) => {
    if (at >= from && at < end) end = at
  }
  if ('`"\''.includes(opener) && opener) cut(text.indexOf(opener, from))
  if (opener === '(' || opener === '（') cut(closingOf(text, from))
  const stop =
    /[。；，！]|\.\s+(?=[A-Z])|[?？]\s+(?=[A-Z一-龥])|`?\s+#\d|\s*<\/?(?:summary|code|b)>|\s?的(?:错误|报错|异常|问题|情况)|[,，]\s?(?:any (?:ideas?|help|clue)|请问|怎么|how (?:do|can|to)|what (?:is|should)|why)(?![a-z])/.exec(
      text.slice(from, end),
    )
  if (stop) cut(from + stop.index)
  return end
}

function endOfLine(text: string, from: number): number {
  const colour = text.indexOf(ESCAPE, from)
  return colour < 0 ? text.length : colour
}

function closingOf(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if ('(（'.includes(text[at]!)) depth++
    if (')）'.includes(text[at]!) && depth-- === 0) return at
  }
  return -1
}

const isOpen = (message: string): boolean =>
  message === '' || /[:,(]$/.test(message) || message.split('(').length > message.split(')').length

/** The line that goes on with a message which its own line leaves open. */
function continuationOf(passages: Passage[], at: number, message: string): Passage | undefined {
  if (!isOpen(message.trim())) return undefined
  for (let next = at + 1; next <= at + 2; next++) {
    const passage = passages[next]
    if (!passage || passage.segment !== passages[at]!.segment) return undefined
    const text = passage.text.trim()
    if (!text) continue
    return /^(?:```|~~~|File "|Traceback|=|-{3}|\{)/.test(text) || AT_START.test(text) ? undefined : passage
  }
  return undefined
}

function ofClass(view: View, passages: Passage[], at: number): Raised[] {
  const passage = passages[at]!
  const text = passage.text.slice(0, LONGEST_LINE)
  if (!/Error|Exception|StopIteration|SystemExit/.test(text)) return []
  const code = passage.code
  const own = (from: number, to: number) => view.block.text.slice(passage.start + from, passage.start + to)
  const atStart = AT_START.exec(text)
  if (atStart && (code || view.block.kind !== 'title')) {
    const start = atStart.index + atStart[0].lastIndexOf(atStart[1]!)
    const prose = !code && passage.segment === 0 && view.block.kind !== 'paste'
    const opener = text[start - 1] ?? ''
    const end = prose
      ? endOfMessage(text, atStart[0].length, opener)
      : Math.min(endOfLine(text, start), start + LONGEST_ERROR)
    const whole = own(start, end).trim()
    const more = continuationOf(passages, at, text.slice(atStart[0].length, end))
    return [
      {
        text: more
          ? `${whole} ${view.block.text.slice(more.start, more.start + more.text.length).trim()}`.slice(
              0,
              LONGEST_ERROR,
            )
          : whole,
        start: passage.start + start,
        end: passage.start + start + whole.length,
      },
    ]
  }
  if (SOURCE.test(text)) return []
  // in a paste nothing marks a traceback but its frames
  const bare = code || view.block.kind === 'paste' ? BARE.exec(text) : null
  if (bare && /^(?:\[rank\d{1,4}\]:)?\s{2,}\S/.test(passages[at - 1]?.text ?? '')) {
    const start = text.indexOf(bare[1]!)
    return [{ text: bare[1]!, start: passage.start + start, end: passage.start + start + bare[1]!.length }]
  }
  const raised: Raised[] = []
  INSIDE.lastIndex = 0
  for (let match = INSIDE.exec(text); match; match = INSIDE.exec(text)) {
    const opener = text[match.index - 1] ?? ''
    // in a program a string, not an exception
    if (code && opener && '"\''.includes(opener)) continue
    const end = endOfMessage(text, INSIDE.lastIndex, opener)
    const whole = own(match.index, end).trim()
    INSIDE.lastIndex = Math.max(end, INSIDE.lastIndex)
    raised.push({
      text: whole,
      start: passage.start + match.index,
      end: passage.start + match.index + whole.length,
    })
  }
  return raised.filter(({ text: one }) => one.length >= 12)
}

function ofMessage(view: View, passage: Passage, trial: Trial, at: number): Raised[] {
  const text = passage.text.slice(0, LONGEST_LINE)
  if (SOURCE.test(text)) return []
  for (const [index, pattern] of MESSAGES.entries()) {
    if (!trial.at(index, at)) continue
    const match = pattern.exec(text)
    if (!match) continue
    const start = passage.start + match.index
    return [
      { text: view.block.text.slice(start, start + match[0].length), start, end: start + match[0].length },
    ]
  }
  return []
}

/**
 * The exceptions that a block shows, each once, in the spelling of the text (curly quotes stay): the last lines of
 * tracebacks, joined where the message goes on below, and those named in prose or inline code with their message.
 * No source lines that would raise one, no warnings, no class without a message outside a traceback. One that a sentence
 * only speaks of is mentioned.
 */
export function readErrors(view: View): Fact[] {
  if (view.block.kind === 'metadata') return []
  const lines = linesAbout(view, HINT)
  if (!lines.length) return []
  const trial = trialOf(view, MESSAGES)
  const passages = passagesOf(view)
  const found = new Map<string, Raised>()
  for (const at of lines) {
    if (found.size >= MOST_ERRORS) break
    const passage = passages[at]!
    if (!passage.own || passage.language === 'diff') continue
    const classed = ofClass(view, passages, at)
    for (const raised of classed.length ? classed : ofMessage(view, passage, trial, at)) {
      const known = found.get(raised.text)
      if (known && !known.mentioned) continue
      const mentioned = isOnlySpokenOf(view, passage, raised.start)
      // what is shown anywhere is shown
      if (!known || !mentioned) found.set(raised.text, { ...raised, mentioned })
    }
  }
  const all = [...found.values()]
  // a message repeated without its class is the same exception
  return all
    .filter(
      (raised) =>
        !all.some(
          (other) =>
            other !== raised &&
            (!other.mentioned || raised.mentioned) &&
            other.text.length > raised.text.length &&
            other.text.includes(raised.text),
        ),
    )
    .map(({ text, start, end, mentioned }) => {
      const traceback = tracebackAround(view.block.text, start, end)
      return {
        kind: 'error',
        text,
        ...(traceback && { traceback }),
        ...(mentioned && { stance: 'mentioned' }),
        ...spanOf(view, start, end),
      }
    })
}
