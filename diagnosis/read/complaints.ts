import type { Fact } from '../facts'
import { linesAbout, passagesOf, sentencesOf } from './passages'
import type { View } from './view'
import { spanOf } from './view'

/** A complaint's text is cut here. UTF-16 units. */
const LONGEST_COMPLAINT = 240
/** A block with more of them tells a story. */
const MOST_COMPLAINTS = 20

/** A name out of a program: words joined by underscores or humps, or set apart as code. */
const NAME =
  /(?<![\w/.-])(?:_{0,2}[a-z][a-z0-9]{0,30}(?:_[a-z0-9]{1,30}){1,8}|[A-Z][a-z0-9]{1,20}(?:[A-Z][a-z0-9]{1,20}){1,6})(?![\w/-])|`[^`\n]{3,80}`/

/** What people say of a name that does not do what it should. */
const TROUBLE =
  /报错|出错|错误|不支持|不认识|不兼容|找不到|没有这个|缺少|被?移除|被?删(?:除|掉|了)|去掉了|多余|多了个?|\bunknown\b|\bunexpected\b|\bunsupported\b|\bnot supported\b|\bmissing\b|\bgone\b|\bremoved\b|\bno longer\b|\bdoes not (?:exist|accept|know|take)\b|\bdoesn't (?:exist|accept|know|take)\b|\bnot found\b|\berrors?\b|\bfails?\b|\bfailing\b|\bbroken?\b|\braises?\b|\bcrash/gi

/** Asked, wished or thought of. */
const OPEN = /[?？]\s*$|吗\s*$|是不是|会不会|\bif\b.{0,40}\b(?:error|fail)/i

/**
 * Sentences of prose that complain of something by its name in the program, where the message itself is not quoted:
 * it stands in a picture, in the title, in the writer's own words. Which name means what is for the rules to say.
 */
export function readComplaints(view: View): Fact[] {
  if (view.block.kind === 'metadata' || view.block.kind === 'paste' || view.block.kind === 'log') return []
  const passages = passagesOf(view)
  const found = new Map<string, Fact>()
  for (const at of linesAbout(view, TROUBLE)) {
    const passage = passages[at]!
    if (!passage.own || passage.code) continue
    for (const sentence of sentencesOf(passage)) {
      if (found.size >= MOST_COMPLAINTS) break
      if (sentence.text.search(TROUBLE) < 0 || OPEN.test(sentence.text) || !NAME.test(sentence.text)) continue
      const text = sentence.text.trim().slice(0, LONGEST_COMPLAINT)
      if (found.has(text)) continue
      const start = sentence.start + sentence.text.indexOf(text)
      found.set(text, { kind: 'complaint', text, ...spanOf(view, start, start + text.length) })
    }
  }
  return [...found.values()]
}
