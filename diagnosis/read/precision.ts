import type { Fact, PrecisionId } from '../facts'
import type { Passage } from './passages'
import { linesAbout, passagesOf } from './passages'
import { DEEPSPEED, ENABLED, SETTINGS, WORDS } from './precision/patterns'
import type { Judged } from './stance'
import { judge, withoutComment } from './stance'
import type { View } from './view'
import { spanOf } from './view'

/** Longer lines are machine output; only their beginning is read. UTF-16 units. */
const LONGEST_LINE = 20_000
const ANY =
  /fp16|bf16|fp32|float|half|amp|precision|int[48]|[48][-_ ]?bit|nf4|quanti|gptq|awq|q4|qbits|dtype|16-|32-true|autocast|GradScaler|半精度|单精度|全精度|混合精度/gi

/** A word alone in a sentence may be talk; these make it a setting. */
const SETTING_VERB =
  /用|开|启|加上|设|加载|载入|读|训练|微调|推理|精度|改成|换成|量化|权重|跑|失败|\bwith\b|\bin\b|\bus(?:e|es|ed|ing)\b|\bload|\btrain|\brun|\bran\b|\bset\b|\bflag\b|\benabl|\bturn|\bdtype\b|\bactivations?\b|\bweights?\b|\bbase\b|\bmode\b/i
/** What changes the adapter, or explains: the base's precision is something else. */
const CAST_OF_ADAPTER =
  /转成|转为|转换|\.data\s?=|可训练|适配器|adapter|\bcast|\bconvert|\btrainable|\bupcast|\blora\b.{0,20}\b(?:weights?|part)\b|LoRA 的参数|eps|in the trainable/i
/** Short enough to be an answer or an item of a list. */
const FRAGMENT = 40
/** Eight and four bits are of much else; of a model they are said beside one of these. */
const QUANTISED =
  /load|quant|train|model|base|weights?|lora|bnb|bitsandbytes|gptq|awq|dtype|infer|activation|fine-?tun|加载|装载|载入|量化|训练|微调|推理|模型|底座|基座|权重|精度/i
/** It is meant to be, or spoken of in general. */
const WISHED =
  /\bwant(?:ed)? to\b|\bplan(?:ning)? to\b|\bhope to\b|\bwould like\b|打算|计划|不一样|区别|支持/i

const AUTOCAST = /autocast\([^()]{0,80}/i
const isWithin = (outer: RegExpExecArray, inner: RegExpExecArray) =>
  inner.index < outer.index + outer[0].length

const WITHOUT_AMP =
  /(?:没有?|未|不)(?:开|用|使用|启用)?(?:任何)?\s?(?:amp|混合精度)|\b(?:no|without|not? (?:use|using)) (?:any )?(?:amp|autocast|mixed[- ]precision)/i

/** Directly after "8-bit": of something else than a model. */
const OF_SOMETHING_ELSE =
  /^[-\s]?(?:matmul|kernels?|adam|optimi[sz]er|lion|signed|unsigned|rgb|images?|colou?r|audio|pcm|machine|system|windows|os\b|优化器)/i

interface Seen extends Judged {
  id: PrecisionId
  start: number
  end: number
  cast?: true
  segment: number
}

function settingsIn(view: View, passage: Passage, next: Passage[]): Seen[] {
  const text = withoutComment(view, passage).slice(0, LONGEST_LINE)
  const seen: Seen[] = []
  // the dtype of mixed precision's arithmetic is no dtype of weights
  const autocast = AUTOCAST.exec(text)
  for (const { id, pattern, cast } of SETTINGS) {
    const match = pattern.exec(text)
    if (!match || (id !== 'amp' && autocast && autocast.index < match.index && isWithin(autocast, match)))
      continue
    const start = match.index
    const end = start + match[0].length
    seen.push({
      id,
      cast,
      segment: passage.segment,
      start: passage.start + start,
      end: passage.start + end,
      ...judge(view, passage, start, end),
    })
  }
  const deepspeed = DEEPSPEED.exec(text)
  if (deepspeed && [text, ...next.map((line) => line.text)].some((line) => ENABLED.test(line)))
    seen.push({
      id: deepspeed[1] === 'fp16' ? 'amp' : 'bf16',
      segment: passage.segment,
      start: passage.start + deepspeed.index,
      end: passage.start + deepspeed.index + deepspeed[0].length,
      ...judge(view, passage, deepspeed.index, deepspeed.index + deepspeed[0].length),
    })
  return seen
}

const overlaps = (seen: Seen[], start: number, end: number) =>
  seen.some((other) => other.start < end && start < other.end)

/** In one line a word is looked at this often; more is no sentence. */
const MOST_MENTIONS = 6
/** A block that says as much of precision says nothing new after it. */
const MOST_SEEN = 2000
const WORDS_EVERYWHERE = WORDS.map((word) => ({
  ...word,
  pattern: new RegExp(word.pattern.source, `${word.pattern.flags}g`),
}))

function wordsIn(view: View, passage: Passage, known: Seen[]): Seen[] {
  if (passage.code || view.block.kind === 'paste') return []
  const text = passage.text.slice(0, LONGEST_LINE)
  const seen: Seen[] = []
  for (const { id, pattern } of WORDS_EVERYWHERE) {
    pattern.lastIndex = 0
    for (let count = 0; count < MOST_MENTIONS; count++) {
      const match = pattern.exec(text)
      if (!match) break
      const start = passage.start + match.index
      const end = start + match[0].length
      if (overlaps([...known, ...seen], start, end)) continue
      if (
        id.startsWith('int') &&
        OF_SOMETHING_ELSE.test(text.slice(match.index + match[0].length, match.index + 40))
      )
        continue
      const judged = judge(view, passage, match.index, match.index + match[0].length)
      const clause = clauseAround(text, match.index, match[0].length)
      const isSetting = view.block.kind === 'title' || clause.length <= FRAGMENT || SETTING_VERB.test(clause)
      const stance =
        judged.stance === 'used' &&
        (!isSetting ||
          (id.startsWith('int') && !QUANTISED.test(clause)) ||
          CAST_OF_ADAPTER.test(clause) ||
          WISHED.test(clause))
          ? 'mentioned'
          : judged.stance
      // what is done to an adapter is no precision of the model
      if (stance !== 'used' && CAST_OF_ADAPTER.test(clause)) continue
      // "fp16, no AMP" is said of the weights
      const ofWeights = id === 'amp' && stance === 'used' && WITHOUT_AMP.test(text)
      seen.push({ id: ofWeights ? 'fp16' : id, segment: 0, start, end, ...judged, stance })
    }
  }
  return seen
}

const CLAUSE_END = /[，,。；;!！]|\.\s/

function clauseAround(text: string, at: number, length: number): string {
  const before = text.slice(0, at).split(CLAUSE_END)
  const after = text.slice(at + length).split(CLAUSE_END)
  return `${before[before.length - 1]}${text.slice(at, at + length)}${after[0]}`
}

/** In one piece of code the last cast of the model counts: `.float()` before `.half()` is float16. */
function withoutOverridden(seen: Seen[]): Seen[] {
  const lastCast = new Map<number, Seen>()
  for (const one of seen)
    if (one.cast && one.segment > 0 && one.stance === 'used') lastCast.set(one.segment, one)
  return seen.map((one) => {
    const last = lastCast.get(one.segment)
    const isOfWeights = one.cast || ['fp16', 'bf16', 'fp32'].includes(one.id)
    return last && one.segment > 0 && isOfWeights && one.id !== last.id && one.start < last.start
      ? { ...one, stance: 'mentioned' as const }
      : one
  })
}

/**
 * The precisions that a block states, each once a stance. `fp16` is float16 weights (`torch_dtype=torch.float16`,
 * `.half()`), `amp` the mixed-precision flag (`fp16: true`, `--fp16`) and the arithmetic of a quantised base. What is
 * advised, denied, asked about, commented out or helped afterwards is mentioned: it is not what the failing setup ran.
 */
export function readPrecision(view: View): Fact[] {
  if (view.block.kind === 'metadata') return []
  const passages = passagesOf(view)
  const seen: Seen[] = []
  for (const index of linesAbout(view, ANY)) {
    if (seen.length >= MOST_SEEN) break
    const passage = passages[index]!
    if (!passage.own) continue
    const settings = settingsIn(view, passage, passages.slice(index + 1, index + 3))
    seen.push(...settings, ...wordsIn(view, passage, settings))
  }
  const found = new Map<string, Seen>()
  for (const one of withoutOverridden(seen)) {
    const stance = one.stance === 'used' ? 'used' : 'mentioned'
    const key = `${one.id} ${stance}`
    if (!found.has(key)) found.set(key, { ...one, stance })
  }
  return [...found.values()].map(({ id, stance, advice, start, end }) => ({
    kind: 'precision',
    id,
    stance,
    ...(advice && stance === 'mentioned' && { advice }),
    ...spanOf(view, start, end),
  }))
}
