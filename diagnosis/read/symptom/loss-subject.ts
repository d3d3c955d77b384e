/** Whose value it is: the loss's, or that of something named between the word and the value. */

/** Other quantities that a training is told by. */
const ANOTHER_QUANTITY =
  /(?<![A-Za-z])(?:acc|accuracy|grad|gradients?|gnorm|norms?|rouge|bleu|lr|learning rate|epochs?|rewards?|kl|f1|warmup|scores?|weights?|params?|parameters?|tokens?|tensors?|labels?|metrics?|recall|precision|perplexity|ppl|logits?|margins?|dropout|utili[sz]ation|exact match|rate|iterations|counts?|mem|memory)(?![A-Za-z(])|grad_|_acc|_count|梯度|准确率|精度|学习率|正确率|权重|参数|标签|奖励|显存|指标|召回|得分|分数|命中|匹配|困惑度|利用率|进度|样本|丢弃率|衰减|预热|掩码|系数|缩放|因子|检查/i

/** Two quantities that share their value: `loss 和 grad_norm 都是 nan`, `loss and grad norm are both nan`. */
const COORDINATED =
  /^[\s`值]{0,3}(?:和|与|跟|以及|及|、|\/|&|\band\b)\s?(?:the |my |its )?(?:[\w/-]{1,14}[ `]?){1,2}(?:\s?(?:都|全|均|一起|同时|始终|一直|总是|变|是|为)|\s(?:are|were|is|was|both|all|stay|go|become|turn|went|became|turned)\b|\s?=)|^[\s`值]{0,3}(?:和|与|跟|以及|及|、|\/|&)\s?(?:[\w-]{0,10}\s?)[一-龥]{1,6}?(?:都|全|均|一起|同时|始终|一直|总是|有时|变|是|为)/i

/** A loss that is well, unless the sentence goes on to a later time. */
const WELL = /(?<![A-Za-z])(?:fine|normal|ok|okay)(?![A-Za-z])|正常(?!显示|打印)/i
const LATER =
  /后面|之后|以后|然后|换|改用|改成|今天|现在|接着|随后|突然|往后|后来|第[二三四五\d]|直到|\bthen\b|\blater\b|\bafter|\bsuddenly\b|\buntil\b|\bfrom step\b|\bfollowed\b|\bnow\b|\btoday\b|\bon (?:the|my) (?:new|other)\b|\bswitch|\bby (?:step|iteration|batch)\b|\bat (?:the )?(?:first|step \d)|\band (?:is|was|becomes|became|goes|went|turns|turned)\b/i

const isWell = (between: string): boolean => {
  const well = WELL.exec(between)
  return !!well && !LATER.test(between.slice(well.index))
}

/** What parts the clause of the loss from the next. */
const BREAK =
  /[,，;；|]|\b(?:but|yet|while|whereas|though)\b|\band (?=the\b|my\b|its\b|every\b|all\b)|但是?|可是|不过|然而|而且|只是/gi

/** What an English clause may have before its verb and still be about the loss. */
const VERB = /(?<![A-Za-z'])([A-Za-z'_-]{1,20}),?\s(?:is|are|was|were|stays?|stayed|remains?|equals?)\s/i
const SAME_SUBJECT =
  /^(?:it|its?'?s?|that|this|they|which|then|and|or|but|losses|loss|values?|numbers?|everything|rest|all|others?|ones?|after|afterwards|later|now|still|already|step|steps|so|what|there|suddenly|entries|lines|always|one|two|on)$|ly$/i

/** Where a Chinese clause's words before its verb end, if they tell a time, a place in the log or nothing at all. */
const TIME_ENDS =
  /(?:[后时起始步轮次个里中上来看着下地然间天直于而且又还却也再现果余他下列行条栏面点]|(?:loss|损失|数值|值|损失值|[的有]数|它|日志|step|epoch|batch|iter|\d)\s?)$/i
/** The verb and its adverbs before a value in Chinese. */
const VERBS =
  /(?:\s|[为是成到至归在于恒降变剩显示掉跌落等着见=:：全都就均了的却又也还总始终一直会能已停卡定固维飘跳砸崩炸回走贴]|变成|溢出|定格|维持|趴|躺平?|一排|一串|一长串|一水儿|掉进|数值|清一色|全程|一路|只有|统统|永远|立马|马上|立刻|瞬间|保持|打印|输出|记录|返回|出现|开始|突然|直接|全部|结果|依旧|依然|仍然?|猛地){1,30}$/

/** A clause that sets out under what circumstances: `换成 fp16 就是 0`. */
const CIRCUMSTANCE =
  /^[\s但可是而]{0,3}(?:今天|现在|后来|一旦|只要|只有)?(?:换|改|用|到|在|从|开|关|加|去掉|升|降|跑|训|过|等|再)/

const CHINESE = /[一-龥]/

/**
 * Whether the text between a word for the loss and a value brings up something else whose value it is: `loss 在降，但是
 * 指标都为 0`, `loss falls but recall is 0`, or says that the loss is well.
 */
export function isOfAnother(between: string): boolean {
  if (isShared(between)) return false
  if (ANOTHER_QUANTITY.test(between) || isWell(between)) return true
  let from = 0
  BREAK.lastIndex = 0
  for (let match = BREAK.exec(between); match; match = BREAK.exec(between))
    from = match.index + match[0].length
  if (from === 0) return false
  const clause = between.slice(from)
  if (CHINESE.test(clause)) {
    const words = clause.replace(VERBS, '').trim()
    return words !== '' && !TIME_ENDS.test(words) && !CIRCUMSTANCE.test(words)
  }
  const verb = VERB.exec(`${clause} `)
  return !!verb && !SAME_SUBJECT.test(verb[1]!)
}

/** Whether the value is one that two quantities share. */
export function isShared(between: string): boolean {
  const pair = COORDINATED.exec(between)
  if (!pair) return false
  const rest = between.slice(pair[0].length)
  BREAK.lastIndex = 0
  return !BREAK.test(rest) && !WELL.test(rest)
}
