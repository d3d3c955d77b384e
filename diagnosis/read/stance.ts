import type { Stance } from '../facts'
import type { Passage } from './passages'
import { indexOfPassage, isReporter, passagesOf, sentencesOf } from './passages'
import { CURED, FAILED_TOO, hasTrouble, isToldAsCure } from './trouble'
import type { View } from './view'
import { isAdvice, isQuestion, isSupposed, speaksOfOwnRun } from './voice'

/** How a thing is said: whether the writer runs it, was cured by it, or only mentions it, perhaps as advice. */
export interface Judged {
  stance: Stance
  advice?: true
}

const MENTIONED: Judged = { stance: 'mentioned' }
const ADVISED: Judged = { stance: 'mentioned', advice: true }

/** Advice even in the mouth of one who tells of their own run. */
const STRONG_ADVICE =
  /建议|推荐|改用|请(?:使用|改|用)|应该(?!不?是|没)|最好|尽量|务必|不妨|试试|换用|改法|怎么处理|怎么办|^处理|处理[:：]|解决办法|处理办法|修复|\brecommend|\bsuggest|\bshould\b|\bmust\b|\bplease\b|\bconsider\b|(?:^|[.,;:]\s?|\b(?:or|please|just|you|could|can|should|then|maybe)\s)try\b|\badvis|\bfix(?:es)?\b|\bworkaround|\bsolution\b|\binstead\b/i

/** Headings under which a text tells what to do. */
const ADVICE_HEADING =
  /处理$|怎么处理|如何(?:处理|解决|修复)|解决|修复$|改法|方案|建议|\bfix|\bsolution|\bworkaround|\bhow to (?:fix|solve)|\bwhat to do|\brecommend/i

/** Before the thing, in its clause: it is not there, or was taken away. */
const DENIED_BEFORE =
  /(?:不(?!过|同|管|变|知)|没|未|别|无(?!论)|去掉|删|关|移除|取消|而不是|\bwithout|\bno\b|\bnot|n't|\bnever|\bremoved?|\bdropp?e?d?|\bdisabled?|\bturn(?:ed|ing)? off|\binstead of|\brather than|\bleft? out|\bleav(?:e|ing) out)(?:[^，,。;；]{0,14})$/i
/** Before it, with other things between: "neither fp16 nor bf16". */
const DENIED_ALL = /\bneither\b|\bnone of\b|既没|既不|两个都没/i
/** After the things in a row: "fp16 和 bf16 都没开", "both are off". */
const DENIED_ALL_AFTER =
  /^[^，,。;；.]{0,16}(?:都|均|全|全都|也)(?:没|未|不(?!收敛|行|对|好|正常|稳|能)|是\s?false|关)|^[^，,。;；.]{0,24}\b(?:are|is|were|was) (?:both |all )?(?:off|disabled|not set|unset|left out|false)\b/i
/** It was tried and could not be run: no part of the setup that failed silently. */
const NOT_RUN =
  /显存(?:不够|不足|爆|溢出|放不下)|爆显存|放不下|装不下|跑不(?:动|起来|了)|加载不(?:了|进|起)|\bOOMs?\b|out of memory|\b(?:does|do|did|would|will|wo)(?:n't| not) fit\b|\b(?:is|was) (?:impossible|too (?:big|large|much))\b|\bnot enough (?:memory|vram)\b|\bcan(?:'t|not) (?:afford|load|fit|hold)\b/i
/** It goes well with that, or would be so. */
const ELSEWHERE =
  /^[^，,。;；.]{0,6}的话|^[^.;,]{0,24}\b(?:it|everything|training|all) (?:converges|works|trains|is fine|is ok)\b|^[^。;；，,.]{0,8}(?:就没问题|没有问题|没有?这个问题|没有?这种|没事|就没有|能收敛|不会|(?:反而|就|倒是?|却|则)(?:正常|没问题|没事|好使))|^[`"'\s]{0,3}(?:works|is fine|trains (?:fine|well|normally)|runs fine|is ok|has no such|does not (?:show|have) (?:it|this)|makes? (?:it|the loss) (?:work|fine|go)|fine-?tuning (?:works|is fine))\b/i
/** What was tried in a run that ended loudly is no part of the silent one. */
const ADDED =
  /加|开|打开|放开|启用|试|第二次|另一次|再跑|\badd(?:ed|ing)?\b|\bwith\b|\bturn(?:ed|ing)? on\b|\benabl|\btr(?:y|ied|ying)\b|\bsetting\b|\bsecond run\b|\banother run\b/i
const CRASHED =
  /报错|崩|抛|异常|\bcrash|\braises?\b|\braised\b|\bthrows?\b|\b[A-Z]\w{2,30}Error\b|\bget (?:an|the) (?:error|exception)\b|\bfails? with\b|\berrors? out\b/
/** From here on the sentence speaks of another setting, which is not on. */
const ANOTHER_DENIED =
  /(?:没有?|未|不)(?:再|去)?(?:开|用|加|设|写|启用|打开)|(?:\b(?:not|without|no)|n't) (?:\w{1,10} )?[`'"-]{0,3}(?:\w{0,12}[fb][fp]\d\d|set|pass|use|enable|add)/i
/** What a warning is about. */
const WARNED =
  /\b(?:warning|message|note|hint|docs?|documentation) (?:about|on|for|of|says?)\b[^.;]{0,20}$|(?:关于|提示说)[^，。;；]{0,10}$/i
/** After it. */
const DENIED_AFTER =
  /^[^，,。;；]{0,10}(?:不支持|支持|不行|不可用|用不了|关掉|关闭|删|去掉|无法)|^\W{0,3}(?:is|are|was)?\s?(?:not|n't|unsupported|unavailable|removed)\b/i
/** Said of it later in the sentence. */
const TAKEN_OUT =
  /把它(?:删|去|关)|(?:删|去掉|关掉)了?才|\b(?:removed|dropped|disabled) it\b|\btook it out\b|\bwithout it\b/i
/** It is what something else took the place of. */
const REPLACED_AFTER = /^[`"'\s]{0,3}(?:改成|换成|改为|换为|调成|→|->|=>|\bto\b)/i

/** Something was put in its place. */
const LEFT_FOR =
  /(?:改|换|切)(?:用|成|为|到)|换\s?[a-z`"']|\b(?:switch|chang|mov)(?:ed|ing|e)? (?:over )?to\b|[，,;；]\s?(?:而|但|则)?(?:使?用|开)\s?[`"']?(?:[bf][fp]|b?float|int\d|[半单全]精度)|[,;]\s?(?:but |while )?(?:with|using|under|in) [`"']?(?:--)?(?:[bf][fp]\d|b?float|int\d)|\breplac(?:ed|ing) (?:it|that) (?:by|with)\b/i
const ADDED_BEFORE = /加|改|换|切|开启|\badd|\bswitch|\bchang|\bmov|\breplac|\benabl/i

interface Around {
  sentence: string
  /** Up to the end of the clause: advice comes before what it advises. */
  untilClause: string
  before: string
  after: string
  clauseBefore: string
}

function around(passage: Passage, start: number, end: number): Around {
  const at = passage.start + start
  const sentence = sentencesOf(passage).find(
    (one) => one.start <= at && at < one.start + one.text.length,
  ) ?? {
    text: passage.text.slice(Math.max(0, start - 200), end + 200),
    start: passage.start + Math.max(0, start - 200),
  }
  const from = at - sentence.start
  const before = sentence.text.slice(0, from)
  const after = sentence.text.slice(from + (end - start))
  const clauses = before.split(/[，,、；;（(]/)
  const untilClause = `${before}${sentence.text.slice(from).split(/[，,；;]/)[0]}`
  return { sentence: sentence.text, untilClause, before, after, clauseBefore: clauses[clauses.length - 1]! }
}

/** The clause itself asks; a question that follows on a statement does not unsay it. */
const isAsked = (sentence: string, after: string): boolean => isQuestion(sentence) && !/[，,]/.test(after)

const COMMAND =
  /^\s*(?:\$|%|#|>|\(\w+\)\s?\$)\s|^\s*(?:python3?|accelerate|torchrun|deepspeed|CUDA_VISIBLE_DEVICES=\S+)\s/
const OUT_OF_MEMORY = /OutOfMemoryError|CUDA out of memory|^\s*Killed\s*$|ENOMEM/
/** Lines of output that are looked at for how a command went. */
const OUTPUT_LINES = 40

/** A command whose output ends for want of memory before any step: its settings are not those of the run that went on. */
function isOfFailedCommand(view: View, passage: Passage): boolean {
  if (!COMMAND.test(passage.text)) return false
  const at = indexOfPassage(view, passage) + 1
  for (const line of passagesOf(view).slice(at, at + OUTPUT_LINES)) {
    if (COMMAND.test(line.text) || /loss/i.test(line.text)) return false
    if (OUT_OF_MEMORY.test(line.text)) return true
  }
  return false
}

/** The end of a lead that announces the writer's setup, whatever the sentences before it were about. */
const OWN_SETUP =
  /(?<=[.。!！?？;；]\s?)(?:(?:here is |this is )?(?:my|our|the) )?(?:(?:full|training|run) )?(?:config\w{0,8}|settings?|command|script|param\w{0,6}|yaml)\s?[:：]\s*$|(?<=[.。!！?？;；]\s?)(?:我的)?(?:训练|运行|完整)?(?:的)?(?:参数|配置|命令|脚本|设置)(?:如下)?\s?[:：]\s*$/i

function judgeCode(view: View, passage: Passage, start: number): Judged {
  if (passage.language === 'diff' && /^[+-]/.test(passage.text.trimStart())) return MENTIONED
  const { lead } = passage
  if (CURED.test(lead) && !FAILED_TOO.test(lead)) return { stance: 'cure' }
  if (isReporter(view) && isToldAsCure(view, passage, passage.start + start)) return { stance: 'cure' }
  if (isReporter(view) && isOfFailedCommand(view, passage)) return MENTIONED
  const announcing = isReporter(view) ? OWN_SETUP.exec(lead)?.[0] : undefined
  if (STRONG_ADVICE.test(announcing ?? lead) || ADVICE_HEADING.test(passage.heading)) return ADVISED
  if (!isReporter(view) && !speaksOfOwnRun(view, { text: lead, start: 0 }))
    return isAdvice(lead) ? ADVISED : MENTIONED
  return { stance: 'used' }
}

/** "It diverges with A, went to B and it is fine": A is what failed. */
function isLeft(before: string, after: string): boolean {
  const change = LEFT_FOR.exec(after)
  if (!change || ADDED_BEFORE.test(before)) return false
  return CURED.test(after.slice(change.index)) && !CURED.test(after.slice(0, change.index))
}

/** A table whose rows or heading tell of what was tried, or a sentence: `start` and `end` are offsets into the line. */
function judgeProse(view: View, passage: Passage, start: number, end: number): Judged {
  const { sentence, untilClause, before, after, clauseBefore } = around(passage, start, end)
  if (
    DENIED_BEFORE.test(clauseBefore) ||
    DENIED_AFTER.test(after) ||
    REPLACED_AFTER.test(after) ||
    TAKEN_OUT.test(after) ||
    DENIED_ALL.test(before) ||
    DENIED_ALL_AFTER.test(after) ||
    WARNED.test(clauseBefore) ||
    NOT_RUN.test(`${clauseBefore}${after.split(/[;；。]/)[0]}`)
  )
    return MENTIONED
  if (FAILED_TOO.test(sentence) && speaksOfOwnRun(view, { text: sentence, start: 0 }))
    return { stance: 'used' }
  if (isLeft(before, after) && (speaksOfOwnRun(view, { text: sentence, start: 0 }) || isReporter(view)))
    return { stance: 'used' }
  if (CURED.test(sentence))
    return speaksOfOwnRun(view, { text: sentence, start: 0 }) || isReporter(view)
      ? { stance: 'cure' }
      : MENTIONED
  if (isReporter(view) && isToldAsCure(view, passage, passage.start + start)) return { stance: 'cure' }
  if (ELSEWHERE.test(after)) return MENTIONED
  const ofThis = after.split(ANOTHER_DENIED, 1)[0]!
  if (CRASHED.test(ofThis) && ADDED.test(`${clauseBefore}${ofThis}`) && hasTrouble(view)) return MENTIONED
  if (isSupposed(before) || (isAsked(sentence, after) && view.block.kind !== 'title')) return MENTIONED
  if (STRONG_ADVICE.test(untilClause) || ADVICE_HEADING.test(passage.heading)) return ADVISED
  if (!isReporter(view)) {
    if (isAdvice(sentence)) return ADVISED
    if (!speaksOfOwnRun(view, { text: sentence, start: 0 })) return MENTIONED
  }
  return { stance: 'used' }
}

/** How the text at `start` to `end` of a line (offsets into that line) is meant. */
export function judge(view: View, passage: Passage, start: number, end: number): Judged {
  return passage.code || view.block.kind === 'paste'
    ? judgeCode(view, passage, start)
    : judgeProse(view, passage, start, end)
}

/**
 * A line of a program or configuration without its comment, which says what is not done. What is cut is replaced by
 * nothing, so offsets before it hold. Prose keeps its number signs.
 */
export function withoutComment(view: View, passage: Passage): string {
  if (!passage.code && view.block.kind !== 'paste') return passage.text
  const text = passage.text
  if (/^\s*#(?!!)/.test(text)) return ''
  const at = /\s#\s|\s#(?=[A-Za-z一-龥])/.exec(text)
  return at ? text.slice(0, at.index) : text
}
