/** Lines that name a precision and set none: help texts, complaints, the code of libraries, what is commented out. */

const HELP =
  /add_argument\(|(?<!\w)field\(|\bmetadata\s?=|\[--[\w-]{1,40}[\] ]|^\s{1,8}--[\w-]{1,40}(?: \[?[A-Z_\d]{1,20}\]?)?\s{3,}[A-Za-z]\w*\s\w|^\s{0,8}usage:/
const COMPLAINT =
  /^\s{0,8}(?:[\w.]{1,80}\.)?\w{0,40}(?:Error|Exception)\s?:|\berror: |\bunrecognized arguments?\b|\bmutually exclusive\b|\bonly supports?\b|\bdeprecated\b|\bYou should\b|\bExample: /
const EXCEPTION = /^\s{0,8}(?:[\w.]{1,80}\.)?\w{0,40}(?:Error|Exception)\s?:/
const COMMENT = /^\s{0,40}(?:\/\/|<!--|REM\s)/
/** A commented setting outside a fence, where it looks like a heading. */
const COMMENTED_SETTING =
  /^\s{0,8}#{1,6}\s{0,3}(?:--[\w-]+(?:[ =]\S+)?\s?\\?|[\w.]+\s?=\s?\S+|[\w.]+\([^()]*\)),?\s*$/
const UNCHECKED = /^\s{0,8}[-*]\s\[\s?\]\s/

/** `File ".../site-packages/…", line 12`: the next line is the library's own. */
const LIBRARY_FRAME = /^\s{0,8}File "[^"\n]{0,400}(?:site-packages|dist-packages)[^"\n]{0,400}", line \d/
const BOXED = /^\s{0,4}[│|]/
const BOXED_FRAME = /^\s{0,4}[│|]\s{0,4}(\S{1,300}):\d{1,6} in /

/**
 * Whether a line sets nothing although it names a precision. `before` are the lines before it, the nearest last;
 * `isCode` says that it stands in code, output or a paste.
 */
export function isNoise(text: string, before: string[], isCode: boolean): boolean {
  if (!isCode) return EXCEPTION.test(text) || COMMENTED_SETTING.test(text) || UNCHECKED.test(text)
  if (HELP.test(text) || COMPLAINT.test(text) || COMMENT.test(text)) return true
  if (LIBRARY_FRAME.test(before.at(-1) ?? '')) return true
  if (!BOXED.test(text)) return false
  const frame = before.findLast((line) => BOXED_FRAME.test(line))
  return /site-packages|dist-packages/.test(frame ?? '')
}

/** The type of a tensor that is made or fed, not of the model. */
const TENSOR =
  /torch\.(?:arange|full|zeros|ones|empty|tensor|as_tensor|linspace|rand\w{0,8}|finfo)\(|softmax\(|(?<!\w)(?:np|pd)\.|(?<!\w)(?:images?|pixel_values|inputs?|mask|attention_mask|x|hidden_states|latents?|logits|labels)(?:\[[^\]\n]{0,30}\])?\.(?:to|half|float|type)\(|(?:==|!=|[<>])[^()\n]{0,40}\)\.float\(\)/

/** Whether a line of code gives a type to a tensor instead of a model. */
export const isOfTensor = (text: string): boolean => TENSOR.test(text) && !text.includes('from_pretrained')
