import type { Fact } from '../facts'
import type { Passage } from './passages'
import { isReporter, linesAbout, passagesOf, sentencesOf } from './passages'
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

/** A fault that is denied, and what stands around it that would read as one. */
const DENIED =
  /(?<!还|还是|依然|仍然?)(?:不再|没有?再|没有?任何|并?没有?|不会再?|并不|毫无|未再|未|无(?!法)|不(?!知|是))(?:出现|遇到|看到|见到|有|发生|被)?(?:任何|什么)?(?:报错|出错|错误|移除|删(?:除|掉)|缺少)|不(?:是|算)(?:多余|缺少|错误|报错)|\b(?:no|without|zero)(?: (?:a|an|any|more|such|further|other|real|single))? (?:errors?|crash|missing)|(?:\bnot|n't|\bnever|\bno longer|\bneither)(?: (?:be|been|get|give|show|see|have|ever|even|raise|an?|any|the|really|actually)){0,4} (?:errors?|fails?|failing|missing|removed|gone(?! as)|broken?|raises?|raise|crash(?:es|ed|ing)?|unsupported|unexpected|unknown)\b(?: (?:an?|any|the) errors?)?/gi
/** Not what it says: such a fault is still there. */
const NOT_GONE =
  /\bnot (?:yet )?gone\b|(?:还|仍|并)(?:是|然)?没(?:有)?(?:解决|消失|好)|没法解决|解决不了|无法解决/i

/** A fault that is over. */
const OVER =
  /\b(?:errors?|exceptions?|issues?|problems?|crash(?:es)?|warnings?|failures?|traceback|message)\b[^.;]{0,60}\b(?:gone|(?:went|goes) away|disappear(?:s|ed)|vanished|fixed|solved|resolved|cured)\b|\b(?:fix|solv|resolv|cur)(?:es|ed)\b(?: (?:the|this|that|my|our|it))?[^.;,]{0,40}\b(?:errors?|exceptions?|issues?|problems?|crash(?:es)?|failures?)\b|\b(?:it|everything|all) (?:is|works|runs|trains)(?: just)? (?:fine|well|ok|again)\b|\bworks? (?:fine )?(?:now|again)\b|(?:报错|错误|问题|异常)[^，,。；;]{0,12}(?:没有了|没了|消失|解决了|解决掉|修复了|好了|不见了)|(?:之?后|就|已经?|现在|终于)[^，,。；;]{0,6}(?:好了|正常了|可以了|解决了|能跑了|能用了|能加载了)|[，,]\s?(?:就?能|可以)(?:跑|用|加载|训练|运行)了/i

/** What the writer took out of their own code is not what is missing. */
const OWN_DOING =
  /\b(?:I|we|you)(?:'ve|'d)?(?: (?:have|had|then|just|also|simply|already|deleted|and|finally|can|could|only)){0,4} removed\b|(?:我们?|自己)[^，,。；;被]{0,16}(?:移除|删(?:除|掉|了)|去掉了)|把[^，,。；;被]{0,40}(?:移除|删(?:除|掉|了)|去掉了)|^\s{0,4}(?:我)?(?:删(?:除|掉|了)|移除了|去掉了)/gi

/** What a release leaves out, as against what somebody misses. */
const LEFT_OUT =
  /不支持|被?移除|被?删(?:除|掉|了)|去掉了|\bunsupported\b|\bnot supported\b|\bgone\b|\bremoved\b|\bno longer\b|\bdoes not (?:exist|accept|know|take)\b|\bdoesn't (?:exist|accept|know|take)\b/gi
const NOTES_HEADING =
  /\bbreaking\b|\bchange ?log\b|\bwhat'?s (?:new|changed)\b|\brelease notes\b|\bremov(?:ed|als?)\b|\bdeprecat|\bmigrat|变更|更新日志|更新说明|移除|废弃|弃用|迁移/i
const FIRST_PERSON = /我|咱|本人|\bI\b|\bI'|\bm(?:y|e|ine)\b|同样|\bsame (?:here|error|issue|problem)\b/i

/** Whether a sentence that has a word of trouble tells of trouble that its writer has. */
function hasTrouble(view: View, passage: Passage, sentence: string): boolean {
  const isAnnounced =
    (NOTES_HEADING.test(passage.heading) && view.block.kind !== 'title') ||
    (!isReporter(view) && !FIRST_PERSON.test(sentence))
  const denied = sentence.replace(DENIED, ' ').replace(OWN_DOING, ' ')
  const rest = isAnnounced ? denied.replace(LEFT_OUT, ' ') : denied
  if (rest.search(TROUBLE) < 0 && !NOT_GONE.test(sentence)) return false
  return !OVER.test(sentence) || NOT_GONE.test(sentence)
}

/**
 * Sentences of prose that complain of something by its name in the program, where the message itself is not quoted:
 * it stands in a picture, in the title, in the writer's own words. Trouble that is denied, over, the writer's own
 * doing or announced by those who make the program is none. Which name means what is for the rules to say.
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
      if (!hasTrouble(view, passage, sentence.text)) continue
      const text = sentence.text.trim().slice(0, LONGEST_COMPLAINT)
      if (found.has(text)) continue
      const start = sentence.start + sentence.text.indexOf(text)
      found.set(text, { kind: 'complaint', text, ...spanOf(view, start, start + text.length) })
    }
  }
  return [...found.values()]
}
