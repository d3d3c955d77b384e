import { isOfOthers, isSupposed } from '../voice'
import type { Told } from './loss-words'

/** What every sentence has that tells how a loss went without calling it one. */
export const COURSE_HINT =
  /(?:后面|后边|之后|以后|往后|此后|其余|剩下|后来|最后|接着|随后|第[二三四五2345])[^\n]{0,24}(?:0|零|nan)|(?:after|then|second|rest|update|step|everything|every|all|each|following|later|sits)[^\n]{0,40}(?<![a-z.\d])(?:0\.0|zeros?|nans?)|(?<![a-z.\d])(?:0\.0|zeros?|nans?) (?:for|on|in|at|ever|from|after|there)/gi

const NUMBER = '\\d{1,2}\\.\\d{1,6}'
const BAD = '(?:(0(?:\\.0{1,8})?|零|zeros?)|(nans?))(?![\\w%.]\\d|[\\w%]|-)'

const PRINTED =
  'console|terminal|screen|progress|\\bbar\\b|\\blog(?:s|ged|ging)?\\b|print(?:s|ed)?|shows?|showed|displays?|numbers?|lines?|curve|trainer|reports?|starts? (?:at|with)|begins? (?:at|with)'

/** First a number, then nothing but zeros: `第一行 2.31，后面清一色 0.0`, `it logs 2.31 once, then 0.0 forever`. */
const COURSES = [
  new RegExp(
    `(?:第[一1]|首|头一?[个行步次]|先是|除了?第?[一1]|开始|开头|最初)[^。;；]{0,20}?${NUMBER}[^。;；]{0,8}[,，;；\\s][^。;；\\d]{0,3}(?:后面|后边|之后|以后|往后|此后|后来|紧?接着|随后|然后|其余|剩下|第[二2])[^。;；\\d]{0,14}${BAD}`,
    'i',
  ),
  new RegExp(
    `(?:first|once|initial\\w{0,2}|step 1|line 1)[^.;]{0,20}?${NUMBER}[^.;\\d]{0,30}?(?:then|after(?:wards?| that)?|from (?:then|there)|the rest|followed by|second)[^.;\\d]{0,24}${BAD}`,
    'i',
  ),
  new RegExp(
    `${NUMBER}(?: once| at first| on the first (?:line|step))?[,，]? (?:and )?then[^.;\\d]{0,20}${BAD}`,
    'i',
  ),
  // the number of the first step, then the zero, and that it is so for the rest
  new RegExp(
    `(?:${PRINTED})[^.;]{0,60}?${NUMBER}(?: once|[^.;\\d]{0,8} (?:for|at|on|in) (?:the )?(?:(?:very )?first|1st|step ?[01])[^.;\\d]{0,24})?[^.;\\d]{0,16}?(?<![a-z])${BAD} (?:for|on|in|at|after|from|ever|there)[^.;\\d]{0,12}(?:every|all|others?|rest|each|since|after|then|there|that|on)`,
    'i',
  ),
  new RegExp(
    `(?:${PRINTED}|first|only)[^.;]{0,40}?${NUMBER}(?:[^.;\\d]{0,8}step ?[01])?[^.;\\d]{0,14}(?:every|all|each|others?|following|later|sits?|stays?)[^.;\\d]{0,30}(?<![a-z])${BAD}`,
    'i',
  ),
  // it was falling, and then it was zero
  /(?:降|升|飙|越来越|涨|正常|一开始|起初)[^。;；]{0,24}(?:最后|后来|然后|突然|接着|直接)[^。;；\d]{0,6}(?:变成?|归|掉到|成了?|跳到|跌到)了?\s?(?:(0(?:\.0{1,8})?|零)|(nan))(?![\w%.几])/i,
  // the step is nan
  /第\s?[二三四五2345]\s?(?:步|个\s?step|行|次更新)[^。;；,，\d]{0,8}(?:(0\.0{1,8}|零)|(nan))(?![\w%.])/i,
  /(?:second|third|2nd|next) (?:update|step|line|iteration|batch)[^.;,\d]{0,12} (?:(0\.0{1,8}|zero)|(nan))(?![\w%])/i,
  /(?:everything|all) (?:is|was|are|turns?|goes|went|becomes?) (?:(zeros?)|(nan)) (?:after|from)/i,
]

/** Another quantity is spoken of. */
const ANOTHER =
  /(?<![A-Za-z])(?:acc|accuracy|rouge|bleu|lr|learning rate|rewards?|f1|scores?|weights?|version|dropout|decay|momentum|layers?|groups?|load|temperature|speed|memory|hours?|minutes?|usage)(?![A-Za-z])|准确率|精度|学习率|权重|奖励|版本|显存|利用率|占用|层|温度|速度|耗时/i

/**
 * A loss of zero or nan told without the word: how the numbers went. Only to be asked where the text is about a
 * training's loss anyway.
 */
export function courseTold(sentence: string): Told | undefined {
  if (ANOTHER.test(sentence) || isOfOthers(sentence)) return undefined
  for (const pattern of COURSES) {
    const match = pattern.exec(sentence)
    if (!match || isSupposed(sentence.slice(0, match.index))) continue
    return { id: match[2] ? 'loss-nan' : 'loss-zero', start: match.index, end: match.index + match[0].length }
  }
  return undefined
}
