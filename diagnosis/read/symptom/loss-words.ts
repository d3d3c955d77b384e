import type { SymptomId } from '../../facts'
import { isOfOthers, isSupposed } from '../voice'
import { isOfAnother, isShared } from './loss-subject'
import { badValuesIn } from './loss-values'

/** A symptom told in a sentence; offsets into that sentence. */
export interface Told {
  id: SymptomId
  start: number
  end: number
  /** On held-out data only, or in the last line only. */
  aside?: true
}

const LOSS =
  /(?<![A-Za-z])loss(?:es)?(?:\.item\(\)|\.mean\(\))?(?![A-Za-z_.]|\s?(?:scale|scaler|mask|weight|rate|of (?:data|rows|packets|precision))|\s?(?:function|fn)(?!\s(?:value\s)?(?:is|was|becomes?|became|goes|went|turns?|turned|stays?|drops?|gives?|returns?|shows?)\b)|\s?(?:掩码|系数|缩放|权重|因子))|损失(?!惨|函数(?!的?值?[^,，。;；]{0,8}(?:为|是|变|成|nan|归)))|训练曲线/gi

/** What every sentence about a loss has. */
export const LOSS_HINT = /loss|损失|训练曲线/gi

/** Directly before "loss": on held-out data. */
const HELD_OUT =
  /(?:eval(?:uation)?|val(?:id(?:ation)?)?|test|dev|held-out|验证集?的?|测试集?的?|评估的?)[ _/-]{0,2}$/i

/** On both. */
const ON_TRAINING_TOO = /(?:训练|train(?:ing)?)\s?(?:和|与|、|\/|and|&)\s?\S{0,10}\s?$/i

/** Only the end of the log has it. */
const ONLY_LAST =
  /\b(?:only|just) (?:in |on |at )?the (?:very )?(?:last|final) (?:log |logging |logged )?(?:line|step|entry|row)|\b(?:very last|final) (?:log |logging |logged )?(?:line|step|entry|row)\b|(?:只有|唯独|就|仅)?最后(?:一|那)(?:行|步|条|次|个)(?:日志|记录|log|step)?(?!.{0,6}(?:之后|以后|都|全))/i

/** How far back a reserve such as "if" may stand. UTF-16 units. */
const LOOK_BACK = 120
/** How far the value may stand behind the word. UTF-16 units. */
const REACH = 70

const REVERSED =
  /(?<![A-Za-z])(?:["']?(nan)["']?|(zero|0(?:\.0+)?))(?:\s?(?:or|\/|and)\s?(?:nan|inf|0))?[- ](?:(?:training|train|validation|eval)[- ])?loss(?:es)?(?![A-Za-z_-]|\s?scal|\sof (?:data|rows|packets))|(?<![A-Za-z])(nan)s?\s(?:for|as|in)\s(?:the\s|my\s)?(?:training\s|train\s|validation\s)?loss(?![a-z])/i
/** Before `0 loss`: the number counts something, or the loss is denied. */
const NOT_A_VALUE =
  /(?:no|not|without|never|n't|watch out for|beware of|against)\s+(?:\w{1,12}\s)?$|(?:step|epoch|iter|iteration|batch|rank|gpu|第|#)\s{0,3}$/i
/** `zeros in the loss column`: the value before the word. */
const VALUE_FIRST =
  /(?<![A-Za-z])(?:["']?(nans?)["']?|(zero(?:s|es)?|0\.0+))(?:\s(?:values?|shows? up|appears?|showed up|appeared|popped up|pops up))?\s(?:in|for|under|as|inside)\s(?:the\s|my\s|our\s|every\s|each\s|both\s)?(?:(?:training|train|logged|validation|eval|and)\s){0,3}loss(?:es)?(?![a-z_])|(nan|0)\s?的\s?loss/i
/** `Loss vanishes: 3.4, 0.0, 0.0`, `loss 3.1 at step 1, 0.0 from step 2`: a row of losses. */
const ROW =
  /(?<![A-Za-z])loss(?:es)?[^\d]{0,40}?\d{1,2}\.\d{1,6}(?:\s?(?:at|on|in) (?:the )?(?:first )?(?:step|line|batch|iteration) ?\d{0,2})?(?:\s?[,，、→>-]{1,3}\s?)(?:(0(?:\.0{1,6})?)|(nan))(?=\s?[,，、。.→]|\s?$|\s)(?!\.?\d)/i
/** Before "loss": one of several terms, or another thing altogether. */
const ANOTHER_LOSS =
  /(?<![A-Za-z])(?:aux|auxiliary|kl|reg|regulari[sz]ation|[dgz]|gan|commit|contrastive|distill|router|balance|moe|mtp|packet|weight|data|hearing|sight|path|return|stop|hair|memory|heat|power|profit and|precision|accuracy|information|quality|rpo|丢包)[ _-]{1,2}$|(?:准确率|精度|数据|信息|画质|性能)$|(?:padding|pad|ignore_index|masked|mask|-100)[^,，。a-z]{0,8}$/i
/** After the value: only where nothing is to be learnt. */
const ON_PADDING =
  /^\s?(?:only )?(?:for|on|at|over|in) (?:the |all )?(?:pad|padding|masked|ignored|prompt)\b/i

/** "I tried it: if …" tells of what happened. */
const TRIED = /试了|试过|测了|测试了|\b(?:I|we) (?:have |'ve )?tried\b/i

/** What did not happen, before the word. */
const NOT_MET =
  /\b(?:n't|n’t|not|never|without)\s(?:get|got|getting|see|seen|seeing|observe|observed|have|had|having|hit|result in|resulted in|give|given|produce|show|reach|end up with|encounter|encountered)\s(?:a |an |any |the |my )?$|\b(?:did|do|does|have|has|had)n't\s(?:get|got|see|seen|observe|observed|have|had|hit|result in|give|produce|show|reach|end up with|encountered?)\s(?:a |an |any |the |my )?$|\bwithout (?:a |the |my )?$|(?:没有?|未)(?:再)?(?:出现|遇到|见到|见过|看到|发生|碰到|碰上)(?:过)?[^,，。]{0,3}$/i
/** What one is after, before the word. */
const GOAL =
  /(?:目标[^,，。]{0,8}|怎么才能|如何才能|怎样才能|想|希望|为了|才能|争取)(?:把|让|使|将)\s?$|\b(?:train|training|trained|keep going|run) until (?:the |my )?$|\b(?:to|can|want to) (?:bring|get|drive|push) (?:the |my )?(?:training |train )?$/i
/** What a program does when it meets one: `stop training when loss is nan`, `loss 为 nan 时停止`. */
const HANDLED_BEFORE =
  /(?<!\bI )\b(?:stop|stops|skip|skips|abort|aborts|raise|raises|break|breaks|exit|halt|terminate|warn|detect|detects|catch|catches|filters?|ignores?|assert)\b[^.]{0,24}\b(?:when|if|once|on|training|batch|error)?\s?(?:the |a |any )?$|(?:过滤|跳过|替换|检测|捕获)[^,，。]{0,6}$/i
const HANDLED_AFTER =
  /^\s?(?:的话|变回|恢复|回到正常|变成正常)|^\s?(?:的(?:话|时候)|时|就)?\s?(?:就|会|则|自动)?(?:停止|停训|跳过|中断|退出|报警|终止|抛|提前结束)/
/** The Trainer's filter, which prints nan as zero, is explained. */
const FILTER = /nan_inf_filter|\b(?:filter|replace)(?:s|ed)?\b|过滤|替换/i
const OWN = /我|咱|\bmy\b|\bmine\b|\bour\b/i

/** "Sometimes the loss would also be 0" tells of what happened. */
const PAST_HABIT =
  /(?<=\bwhy )would\b|(?<=\bwhat )could\b|\bif (?=(?:I|we) (?:turn|use|set|train|run|remove|load|enable|disable|switch|add|try|start|fine-?tune)\b)|如果(?=我)|\b(?:would|could)\b(?= (?:also|always|suddenly|sometimes|still|just|then)\b)/gi

/** "I met with it" is no supposition, "should you meet with it" is one. */
const MET =
  /(?:我们?|也|同样|都|刚|刚刚|经常|总是|曾|曾经|后来|今天|昨天|目前|现在|时|中|期间|时候|候|后|碰巧)(?:也|都|还|就|会|又|老|总)?遇到(?!的话)/g

const isReserved = (text: string): boolean => isSupposed(text.replace(PAST_HABIT, 'did').replace(MET, ''))

const isHeldOut = (before: string): boolean => HELD_OUT.test(before) && !ON_TRAINING_TOO.test(before)

/** What a condition or hearsay says holds beyond its clause; a doubt does not: "maybe it is fp16, but the loss is 0". */
const REACHES_ON =
  /如果|假如|假设|要是|倘若|否则|不然|万一|听说|据说|有人(?:说|建议)|避免|防止|以免|(?<!时|中|我|也|都)遇到|\bif\b|\bavoid|\bprevent|\bin case\b|\bpeople (?:say|tell|told)\b|\bsupposed\b/i

function isReservedBefore(before: string): boolean {
  const plain = before.replace(PAST_HABIT, 'did').replace(MET, '')
  return REACHES_ON.test(plain) || isSupposed(plain.split(/[,，;；]/).at(-1)!)
}

interface Occurrence {
  start: number
  end: number
  heldOut: boolean
}

function occurrencesIn(sentence: string): Occurrence[] {
  const found: Occurrence[] = []
  LOSS.lastIndex = 0
  for (let match = LOSS.exec(sentence); match; match = LOSS.exec(sentence))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      heldOut: isHeldOut(sentence.slice(Math.max(0, match.index - 24), match.index)),
    })
  return found
}

/** What is said behind one word for the loss, up to the next such word unless both share their value. */
function toldAt(sentence: string, here: Occurrence, next: Occurrence | undefined): Told | undefined {
  const before = sentence.slice(Math.max(0, here.start - LOOK_BACK), here.start)
  const near = before.slice(-50)
  if ((isReservedBefore(before) && !TRIED.test(before)) || isOfOthers(before)) return undefined
  if (ANOTHER_LOSS.test(before.slice(-20)) || NOT_MET.test(near) || GOAL.test(near)) return undefined
  const handled = HANDLED_BEFORE.test(near)
  const shared = !!next && isShared(sentence.slice(here.end, next.end + 1))
  const text = sentence.slice(here.end, here.end + REACH)
  for (const { id, start, end } of badValuesIn(text)) {
    const between = text.slice(0, start)
    const after = sentence.slice(here.end + end)
    if (next && !shared && next.start < here.end + start) return undefined
    if (isOfAnother(between) || isReserved(between)) continue
    if (handled || HANDLED_AFTER.test(after) || ON_PADDING.test(after)) continue
    const heldOut = here.heldOut && !(shared && !next!.heldOut)
    return {
      id,
      start: here.start,
      end: here.end + end,
      ...((heldOut || ONLY_LAST.test(sentence)) && { aside: true as const }),
    }
  }
  return undefined
}

/** The value before the word, or a row of values: `zeros in the loss column`, `nan loss`, `loss: 3.4, 0.0, 0.0`. */
function toldElsewise(sentence: string): Told | undefined {
  const row = ROW.exec(sentence)
  if (row && !isReserved(sentence.slice(0, row.index)))
    return { id: row[2] ? 'loss-nan' : 'loss-zero', start: row.index, end: row.index + row[0].length }
  for (const pattern of [VALUE_FIRST, REVERSED]) {
    const match = pattern.exec(sentence)
    if (!match) continue
    const before = sentence.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    if (isReserved(before) || isOfOthers(before)) continue
    if (NOT_A_VALUE.test(before) || HANDLED_BEFORE.test(before.slice(-50))) continue
    return {
      id: match[1] || /nan/i.test(match[3] ?? '') ? 'loss-nan' : 'loss-zero',
      start: match.index,
      end: match.index + match[0].length,
    }
  }
  return undefined
}

/**
 * A loss of zero or nan that a sentence reports, in English or Chinese: `loss一直为0`, `损失归零`, `the loss becomes
 * zero`, `loss is nan from batch 704 on`. Nothing where it is denied ("no longer 0"), near ("接近 0"), a part of
 * another number ("0.几"), another quantity's ("loss 在降，指标都为 0"), wished for or only supposed ("可能 loss 为 0").
 */
export function lossTold(sentence: string): Told[] {
  if (FILTER.test(sentence) && !OWN.test(sentence)) return []
  const occurrences = occurrencesIn(sentence)
  const told: Told[] = []
  let until = 0
  for (const [index, here] of occurrences.entries()) {
    if (here.start < until) continue
    const found = toldAt(sentence, here, occurrences[index + 1])
    if (!found) continue
    told.push(found)
    until = found.end
  }
  if (told.length) return told
  const elsewise = toldElsewise(sentence)
  return elsewise ? [elsewise] : []
}
