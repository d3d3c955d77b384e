import type { Sentence } from '../passages'
import { isReporter } from '../passages'
import type { View } from '../view'
import { isAboutAnother, isGeneral, isQuestion, speaksOfOwnRun } from '../voice'

/** Says that the writer has the same as another. */
const SAME_AS =
  /(?:跟|和|与|同)\s?@?(?:楼主|题主|你|您|楼上|lz|上面|层主|原帖)[^,，。]{0,8}(?:一样|相同|类似|同样|一致|差不多)|同楼(?:主|上)|同款|同样的?(?:问题|情况|现象|遇到|碰到|出现)|一样的(?:问题|情况|现象)|同问|同求|加一|\+1|\bsame (?:as|for|here|issue|problem|thing|with|symptom|story)\b|\blike (?:you|the op|op)\b|\bme too\b|\bexactly what you see\b|\bas (?:you|the op|op) (?:do|did|describe)/i

/** One who asks for the cure has the trouble. */
const ASKS_FOR_CURE =
  /解决(?:了|掉)?(?:吗|么|没|嘛)|(?:怎么|如何|咋)(?:解决|办|处理|破|回事|弄)|求(?:解|助|教|问|救)|有(?:没有)?(?:人|大佬|办法|解)|\bsolved?\b|\bsolution\b|\bdid you (?:fix|find|figure)|\bany (?:update|luck|ideas?|fix|clue|help|news|progress)|\bhow (?:did|do|can|to)\b[^.?]{0,20}\b(?:fix|solve|resolve)/i
/** Asks about the writer's own run. */
const ASKS_OF_OWN =
  /为什么|为啥|怎么(?!样)|咋|还是|依然|仍|我(?!们的)|\bwhy\b|\bhow come\b|\bmy\b|\bmine\b|\bstill\b|\bI\b/i
const SECOND_PERSON = /你|您|楼主|题主|\byou\b|\byour\b/i

/** The run of the person spoken to. */
const OTHERS_RUN =
  /(?:你|您|楼主)们?(?:的|这|那里|那边)[^,，。]{0,8}(?:loss|损失|模型|输出|回复|回答|训练)|\byour (?:\w{1,12} ){0,2}(?:loss|model|output|repl|answer|response|training|run|adapter)/i

/** What only says whose opinion a sentence is, not whose run it tells of. */
const OPINION =
  /\bI(?:'d| would)? (?:think|guess|believe|suspect|assume|bet|suppose|remember|doubt)\b|\bin my (?:opinion|experience|view)\b|\bIMO\b|\bmy guess\b|我(?:觉得|猜|想|看(?!到)|认为|估计|怀疑|感觉|建议|记得|们的)|个人(?:觉得|认为|感觉)/gi

/** Gives the reason of a symptom, whoever has it. */
const EXPLAINS =
  /^\s*(?:那|这)(?:就|正)?是|导致|溢出|典型|经典|这(?:是|就是|正是)|因为|由于|所以|原因|属于|\bclassic\b|\bsymptom of\b|\bthat(?:'s| is) (?:the|a|what|because)|\bbecause\b|\bdue to\b|\bsince\b[^,]{0,40},|\boverflow|\bmask(?:ed)?\b|\bknown (?:issue|bug|problem)/i

const CLAUSE = /[,，;；]/

/** The clause that holds what is told, and whether another follows. */
function clauseAt(text: string, start: number, end: number): { clause: string; isLast: boolean } {
  let from = 0
  for (let at = start - 1; at >= 0; at--)
    if (CLAUSE.test(text[at]!)) {
      from = at + 1
      break
    }
  let to = end
  while (to < text.length && !CLAUSE.test(text[to]!)) to++
  return { clause: text.slice(from, to), isLast: to >= text.length }
}

function asksOfOwn(view: View, text: string, clause: string, isLast: boolean): boolean {
  if (SAME_AS.test(text)) return true
  if (!isLast && isReporter(view)) return !OTHERS_RUN.test(clause)
  if (!isLast) return !SECOND_PERSON.test(clause) && ASKS_FOR_CURE.test(text)
  return ASKS_OF_OWN.test(clause) && !SECOND_PERSON.test(clause)
}

/**
 * Whether a symptom told in a sentence of a comment is the writer's own. `start` and `end`: where in the sentence it is
 * told. The reporter's questions about their own run, and those of one who has the same and asks for the cure, tell of
 * it; what others ask, explain or say about the reader's run does not. Outside of comments everything is the writer's.
 */
export function isOwnSymptom(view: View, sentence: Sentence, start: number, end: number): boolean {
  if (view.block.kind !== 'comment') return true
  const { text } = sentence
  const { clause, isLast } = clauseAt(text, start, end)
  if (isQuestion(text)) return asksOfOwn(view, text, clause, isLast)
  if (SAME_AS.test(text)) return true
  if (isReporter(view)) return !OTHERS_RUN.test(text)
  if (OTHERS_RUN.test(clause)) return false
  const bare = text.replace(OPINION, '')
  if (isAboutAnother(bare) && (SECOND_PERSON.test(clause) || !ASKS_FOR_CURE.test(text))) return false
  return !(isGeneral(text) || EXPLAINS.test(text)) || speaksOfOwnRun(view, { ...sentence, text: bare })
}
