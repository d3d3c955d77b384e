import type { Passage } from './passages'
import { indexOfPassage, isReporter, passagesOf, sentencesOf } from './passages'
import type { View } from './view'
import { isQuestion } from './voice'

/** Of a sentence, so much is looked at before and after a message. UTF-16 units. */
const LONGEST_LEAD = 300
/** Lines above a quotation that may say whose words it is. */
const MOST_LINES_ABOVE = 4

/** What may stand between the word that tells how a message is meant and the message itself. */
const UP_TO_IT =
  '(?:[\\s:"\'`*(_-]|\\b(?:the|this|that|an?|any|such|same|like|of|with|as|is|are|error|errors|exception|message|warning|following|called|more|now|here|anymore|these|those|it)\\b|这个|那个|这种|这类|上面|的|是|过|了|到|错误|报错|异常|提示|警告|问题){0,14}$'

const upToIt = (source: string): RegExp => new RegExp(`(?:${source})${UP_TO_IT}`, 'i')

const MEETS =
  '(?:gets?|got|getting|sees?|saw|seen|seeing|hits?|hitting|ha[sd]|have|having|encounter(?:s|ed|ing)?|fac(?:e|es|ed|ing)|receiv(?:e|es|ed)|meets?|met|r[au]n into|running into|observ(?:e|ed)|experienc(?:e|ed)|report(?:s|ed|ing)?|mention(?:s|ed)?|show(?:s|ed|ing)?|throws?|threw|raises?|raised|reproduced?|print(?:s|ed)?|come across)'
const MEETS_CHINESE = '(?:遇到|遇见|碰到|碰上|出现|看到|见到|报|抛出?|提示|显示|提到|反馈|说|贴|写|有)'

/** The writer's own, whatever else the sentence says. */
const OWN = upToIt(
  `(?:\\b(?:I|we)(?:'(?:m|ve|re))?(?: (?:am|are|have|had|was|were|still|now|also|just|always|only|then|both|keep|kept|do|did))?(?: (?:always|still|now))? ${MEETS}\\b|\\bmine\\b|\\b(?:but|now|still|again)\\b(?: (?:it|there|with|gives?|${MEETS})){0,3}|(?:但|又|还是|仍然?|结果|现在|我(?:这边|也|的|还)?(?:是|就|却)?)${MEETS_CHINESE}?)`,
)
const FIRST_PERSON = /我|咱|本人|同样|\bI\b|\bI'|\bm(?:y|e|ine)\b|\bsame (?:here|error|issue|problem)\b|\+1/i

const DENIED = [
  upToIt(`(?:\\bnot|n't|\\bnever|\\bno longer)(?: (?:even|actually|ever|yet))? ${MEETS}\\b`),
  upToIt('\\b(?:no|without|not|instead of|rather than|other than|unlike|nor)\\b'),
  upToIt(
    `(?:没有?|不会|不再|不再会|不|未|并未|并没有?|从没有?)(?:再|也)?(?:${MEETS_CHINESE}(?!不)|是(?!不))(?:错)?`,
  ),
  upToIt('(?<!有)没有|而不是|(?<!是)不是'),
]
/** After the message. */
const OVER =
  /\b(?:is|was|are|were|has been|have been|got) (?:now |all |already )?(?:gone|fixed|resolved|solved)\b|\b(?:went|goes|gone) away\b|\bdisappear(?:s|ed)\b|\bno longer (?:occurs?|appears?|happens?|shows?|there)\b|没有了|没了|消失了|不再(?:出现|报|有)|不(?:会)?出现了|(?:已经?|就)(?:修复|解决)/i

/** What may be; "if you run it …" is how people tell what happens, "if you see …" is not. */
const SUPPOSED = [
  upToIt(
    `\\b(?:if|when|whenever|in case|should|once)\\s(?:you|anyone|anybody|someone|somebody|one|people|users?|others?|they)(?: (?:still|ever|also|do|then|happen to)){0,2} ${MEETS}\\b`,
  ),
  upToIt(
    `(?:如果|若|假如|要是|万一|一旦|当)\\s?(?:你们?|您|大家|有人|用户|还|也|仍然?|依然|再|又|后面|之后|启动|运行|加载|导入|训练|推理|时|会|\\s){0,5}${MEETS_CHINESE}`,
  ),
]
/** The same in the mouth of one who helps, and of the person who is spoken to. */
const SUPPOSED_FOR_OTHERS =
  /\b(?:if|in case|whenever|may|might|would|could|can|usually|often|typically)\b|\byou(?:'re|'ve| are| have| will|'ll)?(?: \w{1,10})? (?:get|got|getting|see|saw|seeing|hit|have|had|need|run into)\b|\byour ["'`]?$|\byour (?:\w{1,12} )?(?:error|exception|message|problem|issue)\b|如果|要是|假如|万一|可能|容易|通常|一般|你|您|楼主|题主/i
const FOR_THOSE = /的(?:同学|朋友|话|用户|小伙伴|人可以)/
/** Messages explain themselves: without such a word it may be their own. */
const EXPLAINED =
  /\b(?:usually|typically|often|just|simply|mostly) (?:means?|indicates?|comes? from|is caused by|is due to|(?:happens|occurs|appears) (?:when|if|because)|is raised (?:when|if|by))\b|说明|意味着|是因为|是由于|(?:可以|请|建议|试试|需要).{0,12}(?:升|降|换|改|装)/i

/** In the mouth of one who helps. */
const TO_DO_FOR_OTHERS = /\b(?:workaround|fix|solution|patch|remedy) (?:for|to|against)\b[^.;,]{0,40}$/i
const TO_DO = [
  /^\W{0,8}(?:in order )?to (?:fix|solve|avoid|resolve|prevent|work around|get rid of)\b/i,
  /(?<!how )(?<!how can i )(?<!how do i )\bto (?:avoid|prevent|work around|get around)\b[^.;,]{0,60}$/i,
  upToIt('(?<!怎么|如何|怎样|办法)(?:避免|防止|以免|绕过|规避)'),
]

/** What was wrong, between the word of its mending and the message. */
const FAULT =
  '(?: (?:the|a|an|this|that|some|known|old|rare)){0,2}(?: (?:bug|issue|problem|crash|error|regression|failure|case)s?)?(?: (?:where|when|that|in which|with|of|causing|leading to)\\b[^.;,]{0,80})?'
const MENDED = [
  upToIt(`\\b(?:fix|resolv|solv|address|handl|clos)(?:es|ed|s|d)${FAULT}`),
  upToIt(
    '(?<!怎么|如何|怎样|求|没|没有|未|法|请|帮|忙|能|不|望|想|要)(?:修复|修掉|修正|解决)了?[^，,。；;后又但再却]{0,20}',
  ),
]
/** What its own text is about, said at its top: a pull request names the fault that it mends. */
const IS_TOPIC = upToIt('\\b(?:fix|resolv|solv|address|handl|clos)(?:es|s)\\b(?: the)?')

const OTHERS = [
  upToIt(
    `\\b(?:they|people|others?|other people|some(?:one|body)?(?: else)?|some (?:people|users|folks)|everyone else|folks|(?<!our )users)(?: (?:on|in|at) \\w{1,20})?(?: (?:also|have|has|all|there|who|once|often|had|was|were)){0,2} (?:${MEETS}|sa(?:y|ys|id)|wrote|post(?:s|ed)?|complain(?:s|ed)?)\\b[^.;,]{0,40}`,
  ),
  /\b(?:another|other|different|linked|that) (?:issue|thread|post|report|ticket)\b[^.;]{0,80}$|\bas (?:reported|mentioned|described|seen) in\b[^.;]{0,60}$|\bin #\d{1,6}\b[^.;]{0,60}$/i,
  /(?:别人|有人|他们|其他人|其它人|网友|有同学|有的同学|网上|群里|(?:帖子?|issue|楼上|文章|博客|文档|别处)里?)[^，,。；;我]{0,16}(?:说|报|遇到|提到|出现|碰到|反馈|写|贴|有)[^，,。；;我]{0,8}$/i,
]
const UNRELATED = /\b(?:not|un)\s?related\b|\bdifferent from\b|\bunlike\b|\bnot the same\b|无关|不同|不一样/i
const ASKED_OF_OTHERS =
  /\b(?:has|have|did|does|do|is) (?:anyone|anybody|someone|somebody|people)\b|有没有|请问/i

const some = (patterns: RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text))

/** The line of prose above a quotation says that it is somebody else's, or something else. */
function isQuotedFromOthers(view: View, passage: Passage): boolean {
  const passages = passagesOf(view)
  const at = indexOfPassage(view, passage)
  for (let above = at - 1; above >= Math.max(0, at - MOST_LINES_ABOVE); above--) {
    const { text, quoted } = passages[above]!
    if (quoted > 0 || !text.trim()) continue
    const lead = text.slice(-LONGEST_LEAD)
    if (FIRST_PERSON.test(lead) && !UNRELATED.test(lead)) return false
    return UNRELATED.test(lead) || some(OTHERS, `${lead.replace(/[\s:.,]{1,8}$/, '')} `)
  }
  return false
}

/**
 * Whether a message that stands at `start` (an offset into the block's text) of a line is only spoken of: it stands in
 * a sentence of prose that says what may be, is not, is mended, is to be done, or is somebody else's. In code, in a
 * title and on a line of its own a message is shown.
 */
export function isOnlySpokenOf(view: View, passage: Passage, start: number): boolean {
  if (passage.code || view.block.kind === 'title' || view.block.kind === 'log') return false
  if (passage.quoted > 0) return isQuotedFromOthers(view, passage)
  const sentence = sentencesOf(passage).findLast((one) => one.start <= start)
  if (!sentence) return false
  const at = start - sentence.start
  const before = sentence.text.slice(Math.max(0, at - LONGEST_LEAD), at)
  const after = passage.text.slice(start - passage.start).slice(0, LONGEST_LEAD)
  const isOwn = OWN.test(before)
  if (some(DENIED, before)) return true
  if (isOwn) return false
  const isFirstPerson = FIRST_PERSON.test(before)
  if (some(SUPPOSED, before) || (!isFirstPerson && (OVER.test(after) || FOR_THOSE.test(after)))) return true
  if (some(TO_DO, before) && !isFirstPerson) return true
  if (some(MENDED, before) && !(isReporter(view) && IS_TOPIC.test(before))) return true
  const isAsked = ASKED_OF_OTHERS.test(before) || isQuestion(`${sentence.text}`)
  if (some(OTHERS, before) && !isAsked) return true
  if (isReporter(view) || isFirstPerson || FIRST_PERSON.test(after)) return false
  return SUPPOSED_FOR_OTHERS.test(before) || TO_DO_FOR_OTHERS.test(before) || EXPLAINED.test(after)
}
