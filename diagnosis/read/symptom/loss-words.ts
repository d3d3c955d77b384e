import type { SymptomId } from '../../facts'
import { isOfOthers, isSupposed } from '../voice'

/** A symptom told in a sentence; offsets into that sentence. */
export interface Told {
  id: SymptomId
  start: number
  end: number
  /** On held-out data only, or in the last line only. */
  aside?: true
}

const LOSS =
  /(?<![A-Za-z])loss(?:es)?(?![A-Za-z_.]|\s?(?:scale|scaler|function|mask|weight|rate|of (?:data|rows|packets|precision)))|损失(?!函数|惨)|训练曲线/gi

/** What every sentence about a loss has. */
export const LOSS_HINT = /loss|损失|训练曲线/gi

/** Directly before "loss": on held-out data. */
const HELD_OUT =
  /(?:eval(?:uation)?|val(?:id(?:ation)?)?|test|dev|held-out|验证集?的?|测试集?的?|评估)[ _/-]{0,2}$/i

/** Only the end of the log has it. */
const ONLY_LAST =
  /\b(?:only|just) (?:in |on |at )?the (?:very )?(?:last|final) (?:log |logging |logged )?(?:line|step|entry|row)|\b(?:very last|final) (?:log |logging |logged )?(?:line|step|entry|row)\b|(?:只有|唯独|就|仅)?最后(?:一|那)(?:行|步|条|次|个)(?:日志|记录|log|step)?(?!.{0,6}(?:之后|以后|都|全))/i

/** How far back a reserve such as "if" may stand. UTF-16 units. */
const LOOK_BACK = 120
/** How far the value may stand behind the word. UTF-16 units. */
const REACH = 70

const LINK_ZERO =
  '(?:[为是成到至归在于恒降变剩显示掉跌落等着见=:：]|清一色|全程|一路|只有|统统|(?<![A-Za-z])(?:is|are|was|were|be|been|becomes?|became|becoming|turns?|turned|to|at|of|hits?|hit|as|stays?|reads?|shows?|equals?|always|exactly|all|just|only|constantly|drops?|goes|with|into|then|on|flat|flatlines?|pinned|nothing but|reports?|printed|prints|showing|printing|reporting))'
const NUMBER_ZERO = '(?:0(?:\\.0{1,8})?|零|zero(?:s|es)?|zeroes)'
const NOT_MORE =
  '(?![\\d\\w%]|-[a-z]|\\.?\\d|\\.?几|\\.[xX]|\\s?(?:号|步|个|条|到|~|-\\s?\\d|多|以下|epoch|step|%))'
const ADVERB =
  '(?:\\s|`|\\*|"|\'|全部|全|都|恒|直接|突然|瞬间|一直|又|了|值|是|显示|exactly|always|all|just|constantly|only|about from|a|the|straight)'
const ZERO = new RegExp(`${LINK_ZERO}${ADVERB}{0,6}(${NUMBER_ZERO})${NOT_MORE}`, 'i')
const ADJACENT_ZERO = new RegExp(`^[\\s\`*"']{0,3}(${NUMBER_ZERO})${NOT_MORE}`, 'i')
const NAN = /(?<![A-Za-z])(nan(?:s|ned)?(?! (?:check|filter|guard))|非数|not a number)(?![A-Za-z])/i

/** Between the word and the value: another quantity, or a loss that is well. */
const ANOTHER_SUBJECT =
  /(?<![A-Za-z])(?:acc|accuracy|grad|gradients?|gnorm|norms?|rouge|bleu|lr|learning rate|epochs?|rewards?|kl|f1|warmup|scores?|weights?|params?|parameters?|tokens?|tensors?|labels?)(?![A-Za-z])|grad_|_acc|梯度|准确率|精度|学习率|正确率|权重|参数|标签|奖励|显存/i

/** A loss that is well, unless the sentence goes on to a later time. */
const WELL = /(?<![A-Za-z])(?:fine|normal|ok|okay)(?![A-Za-z])|正常(?!显示|打印)/i
const LATER =
  /后面|之后|以后|然后|接着|随后|突然|往后|后来|第[二三四五\d]|直到|\bthen\b|\blater\b|\bafter|\bsuddenly\b|\buntil\b|\bfrom step\b|\bfollowed\b/i

const isWell = (between: string): boolean => {
  const well = WELL.exec(between)
  return !!well && !LATER.test(between.slice(well.index))
}

/** Directly before the value: it is not so, or no longer, or only nearly so. */
const DENIED =
  /(?:不再?|没有?|未|并非|非|no longer|not|n't|never|without|isn't|接近|趋近|趋于|逼近|靠近|close|near|nearly|almost|approach\w*|around|towards?)(?:\s|[是为会到变成有出现再于]|be|to|at|come|turn|become){0,6}$/i
const NOT_BEFORE_NAN =
  /(?:不再?|没有?|未|并非|别|no longer|not|n't|never|no|nothing|none|neither|nor|without|isn't|检查|看看?|是否)(?:\s|[是为会到变成有出现再]|is|are|was|were|be|to|any|become|turn){0,6}$/i

const REVERSED =
  /(?<![A-Za-z])(?:(nan)|(zero|0(?:\.0+)?))[- ](?:(?:training|train|validation|eval)[- ])?loss(?:es)?(?![A-Za-z_]|\s?scal)|(?<![A-Za-z])(nan)s?\s(?:for|as|in)\s(?:the\s|my\s)?(?:training\s|train\s|validation\s)?loss(?![a-z])/i
/** Before `0 loss`: the number counts something, or the loss is denied. */
const NOT_A_VALUE =
  /(?:no|not|without|never|n't)\s+(?:\w{1,12}\s)?$|(?:step|epoch|iter|iteration|batch|rank|gpu|第|#)\s{0,3}$/i
/** `zeros in the loss column`: the value before the word. */
const VALUE_FIRST =
  /(?<![A-Za-z])(?:(nans?)|(zero(?:s|es)?|0\.0+))\s(?:in|for|under|as)\s(?:the\s|my\s|our\s|every\s|each\s)?(?:training\s|train\s|logged\s)?loss(?:es)?(?![a-z_])|(nan|0)\s?的\s?loss/i
/** `Loss vanishes: 3.4, 0.0, 0.0`: a row of losses. */
const ROW =
  /(?<![A-Za-z])loss(?:es)?[^\d]{0,40}?\d{1,2}\.\d{1,6}(?:\s?[,，、→>-]{1,3}\s?)(?:(0(?:\.0{1,6})?)|(nan))(?=\s?[,，、。.→]|\s?$|\s)(?!\.?\d)/i
/** Before "loss": one of several terms, or another thing altogether. */
const ANOTHER_LOSS =
  /(?<![A-Za-z])(?:aux|auxiliary|kl|reg|regulari[sz]ation|[dg]|gan|commit|contrastive|distill|router|balance|moe|mtp|packet|weight|data|hearing|sight|path|return|stop|hair|memory|heat|power|profit and|precision|information|rpo|丢包)[ _-]{1,2}$/i
const BACK_TO_ZERO = /归零|变零|清零/

/** "I tried it: if …" tells of what happened. */
const TRIED = /试了|试过|测了|测试了|\b(?:I|we) (?:have |'ve )?tried\b/i

const COMMA = /[,，、]/

function clauseBefore(text: string): string {
  const parts = text.split(COMMA)
  return parts[parts.length - 1]!
}

function valueAfter(text: string): Told | undefined {
  const zero = ADJACENT_ZERO.exec(text) ?? ZERO.exec(text)
  const nan = NAN.exec(text)
  const candidates: (Told & { before: string; denied: RegExp })[] = []
  if (zero) {
    const start = zero.index + zero[0].length - zero[1]!.length
    candidates.push({
      id: 'loss-zero',
      start,
      end: zero.index + zero[0].length,
      before: text.slice(0, start),
      denied: DENIED,
    })
  }
  const back = BACK_TO_ZERO.exec(text)
  if (back)
    candidates.push({
      id: 'loss-zero',
      start: back.index,
      end: back.index + back[0].length,
      before: text.slice(0, back.index),
      denied: DENIED,
    })
  if (nan)
    candidates.push({
      id: 'loss-nan',
      start: nan.index,
      end: nan.index + nan[0].length,
      before: text.slice(0, nan.index),
      denied: NOT_BEFORE_NAN,
    })
  return candidates
    .filter(
      ({ before, denied }) =>
        !ANOTHER_SUBJECT.test(before) && !isWell(before) && !denied.test(clauseBefore(before)),
    )
    .sort((a, b) => a.start - b.start)[0]
}

/**
 * A loss of zero or nan that a sentence reports, in English or Chinese: `loss一直为0`, `损失归零`, `the loss becomes
 * zero`, `loss is nan from batch 704 on`. Nothing where it is denied ("no longer 0"), near ("接近 0"), a part of
 * another number ("0.几") or only supposed ("可能 loss 为 0").
 */
export function lossTold(sentence: string): Told[] {
  const told: Told[] = []
  LOSS.lastIndex = 0
  let until = 0
  for (let match = LOSS.exec(sentence); match; match = LOSS.exec(sentence)) {
    if (match.index < until) continue
    const before = sentence.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    if (
      (isSupposed(before) && !TRIED.test(before)) ||
      isOfOthers(before) ||
      ANOTHER_LOSS.test(before.slice(-20))
    )
      continue
    const from = match.index + match[0].length
    const found = valueAfter(sentence.slice(from, from + REACH))
    if (!found || isSupposed(sentence.slice(from, from + found.start))) continue
    told.push({
      id: found.id,
      start: match.index,
      end: from + found.end,
      ...((HELD_OUT.test(before.slice(-14)) || ONLY_LAST.test(sentence)) && { aside: true as const }),
    })
    until = from + found.end
  }
  if (told.length) return told
  const row = ROW.exec(sentence)
  if (row && !isSupposed(sentence.slice(0, row.index)))
    return [{ id: row[2] ? 'loss-nan' : 'loss-zero', start: row.index, end: row.index + row[0].length }]
  const first = VALUE_FIRST.exec(sentence)
  if (
    first &&
    !isSupposed(sentence.slice(0, first.index)) &&
    !NOT_A_VALUE.test(sentence.slice(0, first.index))
  )
    return [
      {
        id: first[1] || /nan/i.test(first[3] ?? '') ? 'loss-nan' : 'loss-zero',
        start: first.index,
        end: first.index + first[0].length,
      },
    ]
  const reversed = REVERSED.exec(sentence)
  if (reversed) {
    const before = sentence.slice(Math.max(0, reversed.index - LOOK_BACK), reversed.index)
    if (!isSupposed(before) && !isOfOthers(before) && !NOT_A_VALUE.test(before))
      told.push({
        id: reversed[1] || reversed[3] ? 'loss-nan' : 'loss-zero',
        start: reversed.index,
        end: reversed.index + reversed[0].length,
      })
  }
  return told
}
