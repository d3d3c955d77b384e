import type { Stance } from '../facts'
import type { Passage } from './passages'
import { isReporter, sentencesOf } from './passages'
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

const CURED =
  /好了|正常了|恢复正常|就(?:能|可以)?正常|后.{0,16}正常|可以了|解决了|有效|搞定|成功了|不再|跑通|就有(?:回复|输出)|\bworks? (?:now|fine|again)|\bit works\b|\bfixed (?:it|mine|the)|\bfixes (?:it|the)|\bsolved\b|\bfine now\b|\bdid it\b|\bdid the trick\b|\bhelped\b|looks? normal|\bno longer\b|\bis gone\b|\bwent away\b/i
const FAILED_TOO =
  /(?:也|均|都|仍|还|依旧|依然|照样|同样).{0,6}(?:失败|不行|报错|一样|没用|无效|nan|为\s?0|是\s?0)|\bsame (?:result|thing|problem)|\balso (?:fails?|nan|zero)|: same\b|\bno (?:change|difference)|没有(?:任何)?(?:区别|变化)/i

/** Headings under which a text tells what to do. */
const ADVICE_HEADING =
  /处理$|怎么处理|如何(?:处理|解决|修复)|解决|修复$|改法|方案|建议|\bfix|\bsolution|\bworkaround|\bhow to (?:fix|solve)|\bwhat to do|\brecommend/i

/** Before the thing, in its clause: it is not there, or was taken away. */
const DENIED_BEFORE =
  /(?:不(?!过|同|管|变|知)|没|未|别|无(?!论)|去掉|删|关|移除|取消|而不是|\bwithout|\bno|\bnot|n't|\bnever|\bremoved?|\bdropp?e?d?|\bdisabled?|\bturn(?:ed|ing)? off|\binstead of|\brather than|\bleft? out|\bleav(?:e|ing) out)(?:[^，,。;；]{0,14})$/i
/** After it. */
const DENIED_AFTER =
  /^[^，,。;；]{0,10}(?:不支持|支持|不行|不可用|用不了|关掉|关闭|删|去掉|无法)|^\W{0,3}(?:is|are|was)?\s?(?:not|n't|unsupported|unavailable|removed)\b/i
/** Said of it later in the sentence. */
const TAKEN_OUT =
  /把它(?:删|去|关)|(?:删|去掉|关掉)了?才|\b(?:removed|dropped|disabled) it\b|\btook it out\b|\bwithout it\b/i
/** It is what something else took the place of. */
const REPLACED_AFTER = /^[`"'\s]{0,3}(?:改成|换成|改为|换为|调成|→|->|=>|\bto\b)/i

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

function judgeCode(view: View, passage: Passage): Judged {
  if (passage.language === 'diff' && /^[+-]/.test(passage.text.trimStart())) return MENTIONED
  const { lead } = passage
  if (CURED.test(lead) && !FAILED_TOO.test(lead)) return { stance: 'cure' }
  if (STRONG_ADVICE.test(lead) || ADVICE_HEADING.test(passage.heading)) return ADVISED
  if (!isReporter(view) && !speaksOfOwnRun(view, { text: lead, start: 0 }))
    return isAdvice(lead) ? ADVISED : MENTIONED
  return { stance: 'used' }
}

/** A table whose rows or heading tell of what was tried, or a sentence: `start` and `end` are offsets into the line. */
function judgeProse(view: View, passage: Passage, start: number, end: number): Judged {
  const { sentence, untilClause, before, after, clauseBefore } = around(passage, start, end)
  if (
    DENIED_BEFORE.test(clauseBefore) ||
    DENIED_AFTER.test(after) ||
    REPLACED_AFTER.test(after) ||
    TAKEN_OUT.test(after)
  )
    return MENTIONED
  if (FAILED_TOO.test(sentence) && speaksOfOwnRun(view, { text: sentence, start: 0 }))
    return { stance: 'used' }
  if (CURED.test(sentence))
    return speaksOfOwnRun(view, { text: sentence, start: 0 }) || isReporter(view)
      ? { stance: 'cure' }
      : MENTIONED
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
    ? judgeCode(view, passage)
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
