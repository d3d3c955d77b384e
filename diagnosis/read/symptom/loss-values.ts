import type { SymptomId } from '../../facts'

/** A value of zero or nan behind a word for the loss; offsets into the text behind the word. */
export interface BadValue {
  id: SymptomId
  start: number
  end: number
}

const LINK_ZERO =
  '(?:[为是成到至归在于恒降变剩显示掉跌落等着见=:：全都就均零]|清一色|全程|一路|只有|统统|永远|立马|马上|立刻|瞬间|保持|打印|输出|记录|返回|一条|(?<![A-Za-z])(?:is|are|was|were|be|been|being|becomes?|became|becoming|turns?|turned|to|at|of|hits?|hit|as|stays?|reads?|shows?|equals?|always|exactly|literally|suddenly|still|immediately|instantly|all|just|only|constantly|drops?|goes|with|into|then|on|flat|flatlines?|pinned|nothing but|reports?|printed|prints|showing|printing|reporting|remains?|remained|remaining|kept|keeps?|gets?|got|gives?|yields?|returns?|equal))'
const NUMBER_ZERO = '(?:0(?:\\.0{1,8})?|零|zero(?:s|es)?|zeroes)'
/** Behind a zero: it is part of another number, counts something, or is only near. */
const NOT_MORE =
  '(?![\\d\\w%]|-[a-z]|\\.?\\d|\\.?几|\\.[xX]|\\.some|\\s?(?:号|步|个|条|到|~|-\\s?\\d|多|以下|以上|附近|左右|上下|点[几一二三四五六七八九零\\d]|出头|之间|元|块|epoch|step|%|(?:warmup|steps?|epochs?|tokens?|samples?|errors?|warnings?|examples?|rows?|out of|layers?|workers?|gpus?)(?![a-z])))'
const ADVERB =
  '(?:\\s|`|\\*|"|\'|全部|全|都|恒|直接|突然|瞬间|一直|又|了|值|是|显示|exactly|always|all|just|constantly|only|both|about from|a|the|straight|perfect|constant|plain|hard|clean|dead|tensor\\()'
const ZERO = new RegExp(`${LINK_ZERO}${ADVERB}{0,6}(${NUMBER_ZERO})${NOT_MORE}`, 'i')
const ADJACENT_ZERO = new RegExp(`^[\\s\`*"']{0,3}(?:tensor\\()?(${NUMBER_ZERO})${NOT_MORE}`, 'i')
/** In Chinese a value may close the clause without a verb: `后面一排 0`, `数值 0.0，没有变化`. */
const CLOSING_ZERO = new RegExp(
  `(?<![第从卡号每共])[一-龥]\\s?(0(?:\\.0{1,8})?)${NOT_MORE}(?=\\s{0,3}(?:$|[,，。.;；!！?？、)]|[了的里上吗呢啊吧]))`,
)
/** `2.5 at first, zero afterwards`. */
const ZERO_AFTER =
  /[,，]\s?(?:and |then |and then )?(0(?:\.0{1,8})?|zero)\s(?:after|from|ever|for the rest|forever|on every|throughout)/i
const NAN =
  /(?<![A-Za-z])(nan(?:s|ned)?(?!\s?(?:checks?|filter|guard|检查|过滤|检测|iterations?|counts?|detect|grad|norm|logits?|weights?|activations?)))(?:'d)?|(?<![A-Za-z])(非数|not a number)/i
const NO_LETTER = /^[A-Za-z_]/
const BACK_TO_ZERO = /归零|变零|清零|归 0/

/** Directly before the value: it is not so, or no longer. */
const DENIED =
  /(?:不再?|没有?|未|并非|非|别|从未|从不|不至于|no longer|not|n't|never|without|neither|nor|hardly|stop(?:s|ped)?)(?:\s|[再会是为变成到有出现掉跌降落等于归像曾过应该]|突然|直接|be|been|being|have|had|has|to|at|come|turn|turned|become|becomes|became|becoming|goes|going|go|went|hits?|hitting|collapsed?|drops?|dropped|reach|get|a|fall|stay|exactly|actually|really|ever|even|suddenly|either|yet|quite){0,8}$/i
/** Directly before a zero: only nearly so, or the other side of it. */
const NEARLY =
  /(?:接近|趋近|趋于|趋向|逼近|靠近|约|大约|大概|几乎|差不多|快|将近|近乎|近似|越来越接近|大于|小于|高于|低于|超过|不足|close|near|nearly|almost|approach\w{0,4}|around|towards?|heading|practically|roughly|about|above|below|under|over|greater than|less than|lower than)(?:\s|[是为会到变成于再等]|be|to|at){0,6}$/i
const NONE_BEFORE_NAN =
  /(?:no|nothing|none|any|检查|看看?|是否|是不是|有没有)(?:\s|[是为会到变成有出现再]|is|are|was|were|be|to|any|become|turn){0,6}$/i

const COMMA = /[,，、]/

const clauseBefore = (text: string): string => text.split(COMMA).at(-1)!

/**
 * The values of zero and nan that `text`, which follows on a word for the loss, says; the nearest first. Nothing where
 * a value is denied ("no longer 0"), near ("接近 0"), or a part of another number ("0.几").
 */
export function badValuesIn(text: string): BadValue[] {
  const found: BadValue[] = []
  const zero = ADJACENT_ZERO.exec(text) ?? ZERO.exec(text) ?? CLOSING_ZERO.exec(text) ?? ZERO_AFTER.exec(text)
  if (zero) {
    const start = zero.index + zero[0].lastIndexOf(zero[1]!)
    found.push({ id: 'loss-zero', start, end: start + zero[1]!.length })
  }
  const back = BACK_TO_ZERO.exec(text)
  if (back) found.push({ id: 'loss-zero', start: back.index, end: back.index + back[0].length })
  const nan = NAN.exec(text)
  if (nan && !NO_LETTER.test(text.slice(nan.index + nan[0].length)))
    found.push({ id: 'loss-nan', start: nan.index, end: nan.index + nan[0].length })
  return found
    .filter(({ id, start }) => {
      const before = clauseBefore(text.slice(0, start))
      return !DENIED.test(before) && !(id === 'loss-nan' ? NONE_BEFORE_NAN : NEARLY).test(before)
    })
    .sort((a, b) => a.start - b.start)
}
