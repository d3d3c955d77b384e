import type { Fact, PrecisionId } from '../facts'
import type { Passage } from './passages'
import { linesAbout, passagesOf, trialOf } from './passages'
import type { Place } from './meaning'
import { isAside, isOfPart, isSetupInBrief, meant, meantInCode, placeOf, takesMemory } from './meaning'
import { isNoise, isOfTensor } from './meaning/noise'
import { printedIn } from './precision/printed'
import { SETTINGS } from './precision/settings'
import { switchesIn } from './precision/switches'
import { OF_SOMETHING_ELSE, QUANTISED_THING, QUANTISING_FAILED, TYPE, WORDS } from './precision/words'
import type { Judged } from './stance'
import { judge, withoutComment } from './stance'
import type { View } from './view'
import { spanOf } from './view'

/** Longer lines are machine output; only their beginning is read. UTF-16 units. */
const LONGEST_LINE = 20_000
const ANY =
  /[fb][fp] ?(?:16|32)|float|half|amp|precision|int[48]|[48][-_ ]?bit|nf4|quant|qbits|\bbits|gptq|awq|q4|dtype|16-|32-true|autocast|GradScaler|量化|[半单全]精度|混合精度/gi

/** A word alone in a sentence may be talk; these make it a setting. */
const SETTING_VERB =
  /用|开|启|加上|设|加载|载入|读|训练|微调|推理|精度|改成|换成|量化|权重|跑|失败|换(?=\s?[a-z])|选择|计算类型|compute type|\bwith\b|\bin\b|\bus(?:e|es|ed|ing)\b|\bload|\btrain|\brun|\bran\b|\bset\b|\bflag\b|\benabl|\bturn|\bswitch|\bdtype\b|\bactivations?\b|\bweights?\b|\bbase\b|\bmode\b|\bon top of\b/i
/** What changes the adapter, or explains: the base's precision is something else. */
const CAST_OF_ADAPTER =
  /转成|转为|转换|\.data\s?=|可训练|适配器|adapter|\bcast|\bconvert|\btrainable|\bupcast|\blora\b.{0,20}\b(?:weights?|part)\b|LoRA 的参数|(?<![a-z])eps(?![a-z])|in the trainable/i
/** What is cast is the model as a whole after all. */
const CAST_OF_MODEL =
  /整个|(?:底座|基座|模型)[^，,。]{0,6}(?:转|cast)|\bwhole model\b|\b(?:base )?model\b[^.,;]{0,12}\bto\b/i
const IS_PART = /lora|可训练|适配器|adapter|trainable/i
/** Short enough to be an answer or an item of a list. */
const FRAGMENT = 40
/** Nothing but the type itself: `4bit`. */
const SHORTEST_ITEM = 6
/** It is meant to be, or spoken of in general. */
const WISHED =
  /\bwant(?:ed)? to\b|\bplan(?:ning)? to\b|\bhope to\b|\bwould like\b|打算|计划|不一样|区别|支持/i

const AUTOCAST = /autocast\([^()]{0,80}/i
const isWithin = (outer: RegExpExecArray, inner: RegExpExecArray) =>
  inner.index < outer.index + outer[0].length
/** `torch.float16 if … else …`: nobody knows which. */
const CHOSEN_LATER = /^[)\s]{0,3}if\s/
/** xtuner's optimizer wrapper, whose dtype is that of mixed precision. */
const AMP_WRAPPER = /AmpOptimWrapper/
const OF_TENSORS: ReadonlySet<PrecisionId> = new Set(['fp16', 'bf16', 'fp32'])

const WITHOUT_AMP =
  /(?:没有?|未|不|无)(?:开|用|使用|启用)?(?:任何)?\s?(?:amp|混合精度|autocast)|\b(?:no|without|not? (?:use|using)) (?:any )?(?:amp|autocast|mixed[- ]precision)/i

/** What makes the word the flag, or tells that the arithmetic overflows. */
const OF_FLAG =
  /开|启|勾选|设(?:为|成|置)|参数|选项|混合|\bamp\b|autocast|scaler|缩放|trainer|溢出|\bflag\b|\bswitch|\bmixed\b|\benabl|\bturn|\bset\b|\boption|\bon\b|overflow|accelerate|deepspeed|ZeRO|--/i

interface Seen extends Judged {
  id: PrecisionId
  start: number
  end: number
  cast?: true
  segment: number
  /** It goes well so, or it is of inference: beside another precision it is no part of the setup that fails. */
  aside?: boolean
  /** The bare word `fp16` with nothing that makes it the flag. */
  loose?: true
  /** What a program printed of single parameters. */
  printed?: true
}

interface Line {
  view: View
  passage: Passage
  text: string
  /** Lines around it, the nearest last and first. */
  before: string[]
  next: string[]
  isCode: boolean
  /** Which of the settings are worth trying on it. */
  mayStand: (setting: number) => boolean
  /** Which of the words. */
  mayBeSaid: (word: number) => boolean
}

function seenAt(line: Line, id: PrecisionId, start: number, end: number, place?: Place): Seen {
  const { view, passage } = line
  const judged = judge(view, passage, start, end)
  return {
    id,
    segment: passage.segment,
    start: passage.start + start,
    end: passage.start + end,
    ...(place ? meant(view, place, judged) : meantInCode(view, passage, judged)),
    ...(place && isAside(place) && { aside: true }),
  }
}

function settingsIn(line: Line): Seen[] {
  const { text, before, next, isCode } = line
  const seen: Seen[] = []
  const printed = isCode ? printedIn(text, before) : null
  if (printed) seen.push({ ...seenAt(line, printed.id, printed.start, printed.end), printed: true })
  if (isNoise(text, before, isCode)) return seen
  const placeIn = (start: number, end: number) => (isCode ? undefined : placeOf(line.passage, start, end))
  // the dtype of mixed precision's arithmetic is no dtype of weights
  const autocast = AUTOCAST.exec(text)
  const ofTensor = isOfTensor(text)
  const inWrapper = isCode && before.some((one) => AMP_WRAPPER.test(one))
  for (const [index, { id, pattern, cast }] of SETTINGS.entries()) {
    if (!line.mayStand(index)) continue
    const match = pattern.exec(text)
    if (!match || (id !== 'amp' && autocast && autocast.index < match.index && isWithin(autocast, match)))
      continue
    const end = match.index + match[0].length
    if (CHOSEN_LATER.test(text.slice(end, end + 8)) || (ofTensor && OF_TENSORS.has(id))) continue
    seen.push({
      ...seenAt(line, inWrapper && id === 'fp16' ? 'amp' : id, match.index, end, placeIn(match.index, end)),
      ...(cast && { cast }),
    })
  }
  for (const { id, start, end } of switchesIn(text, next))
    seen.push(seenAt(line, id, start, end, placeIn(start, end)))
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

const SETTING_PATTERNS = SETTINGS.map(({ pattern }) => pattern)
const WORD_PATTERNS = WORDS.map(({ pattern }) => pattern)

/** Where the type itself stands in a match, which may begin with the verb or the thing. */
function typeWithin(match: RegExpExecArray): [start: number, end: number] {
  const type = TYPE.exec(match[0])
  const start = match.index + (type?.index ?? 0)
  return [start, start + (type ?? match)[0].length]
}

function isSetting(view: View, id: PrecisionId, place: Place): boolean {
  const { clause, sentence } = place
  if (clause.trim().length <= SHORTEST_ITEM && isSetupInBrief(sentence)) return true
  if (id.startsWith('int') && !QUANTISED_THING.test(clause)) return false
  if (WISHED.test(clause) || takesMemory(place)) return false
  return view.block.kind === 'title' || clause.length <= FRAGMENT || SETTING_VERB.test(clause)
}

const isCastOfAdapter = (clause: string): boolean =>
  CAST_OF_ADAPTER.test(clause) && !(CAST_OF_MODEL.test(clause) && !IS_PART.test(clause))

function wordsIn(line: Line, known: Seen[]): Seen[] {
  const { view, passage, before, isCode } = line
  const text = passage.text.slice(0, LONGEST_LINE)
  if (isCode || isNoise(text, before, false)) return []
  const seen: Seen[] = []
  for (const [index, { id, pattern }] of WORDS_EVERYWHERE.entries()) {
    if (!line.mayBeSaid(index)) continue
    pattern.lastIndex = 0
    for (let count = 0; count < MOST_MENTIONS; count++) {
      const match = pattern.exec(text)
      if (!match) break
      const from = match.index
      const to = from + match[0].length
      if (overlaps([...known, ...seen], passage.start + from, passage.start + to)) continue
      if (id.startsWith('int') && OF_SOMETHING_ELSE.test(text.slice(to, to + 40))) continue
      const place = placeOf(passage, ...typeWithin(match))
      if (isOfPart(id, place)) continue
      const one = seenAt(line, id, from, to, place)
      const ofAdapter = isCastOfAdapter(place.clause)
      if (one.stance === 'used' && (ofAdapter || !isSetting(view, id, place))) one.stance = 'mentioned'
      // what is done to an adapter is no precision of the model
      if (one.stance !== 'used' && ofAdapter) continue
      // "fp16, no AMP" is said of the weights
      const ofWeights = id === 'amp' && one.stance === 'used' && WITHOUT_AMP.test(text)
      const loose = id === 'amp' && !ofWeights && !OF_FLAG.test(place.sentence)
      seen.push({ ...one, id: ofWeights ? 'fp16' : id, segment: 0, ...(loose && { loose }) })
    }
  }
  return seen
}

/** What goes well, or is of inference, is no part of the setup that fails, where another precision is in use. */
function withoutCounterparts(seen: Seen[]): Seen[] {
  const failing = new Set(seen.flatMap(({ id, stance, aside }) => (stance === 'used' && !aside ? [id] : [])))
  return seen.map((one) =>
    one.stance === 'used' && one.aside && [...failing].some((id) => id !== one.id)
      ? { ...one, stance: 'mentioned' as const }
      : one,
  )
}

/** Parameters in float32 beside ones in sixteen bits are those that are kept exact. */
function withoutKeptExact(seen: Seen[]): Seen[] {
  const isSixteen = seen.some(({ printed, id }) => printed && (id === 'fp16' || id === 'bf16'))
  return isSixteen ? seen.filter(({ printed, id }) => !(printed && id === 'fp32')) : seen
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

/** Lines around one that tell what it belongs to. */
const LINES_BEFORE = 10
const LINES_AFTER = 2
const LONGEST_NEIGHBOUR = 300
const textsOf = (passages: Passage[]): string[] =>
  passages.map(({ text }) => text.slice(0, LONGEST_NEIGHBOUR))

/**
 * The precisions that a block states, each once a stance. `fp16` is float16 weights (`torch_dtype=torch.float16`,
 * `.half()`), `amp` the mixed-precision flag (`fp16: true`, `--fp16`) and the arithmetic of a quantised base. What is
 * advised, denied, asked about, commented out or helped afterwards is mentioned: it is not what the failing setup ran.
 */
export function readPrecision(view: View): Fact[] {
  if (view.block.kind === 'metadata') return []
  const lines = linesAbout(view, ANY)
  if (!lines.length) return []
  const settingsTrial = trialOf(view, SETTING_PATTERNS)
  const wordsTrial = trialOf(view, WORD_PATTERNS)
  const passages = passagesOf(view)
  const seen: Seen[] = []
  const failedToQuantise = QUANTISING_FAILED.test(view.text)
  for (const index of lines) {
    if (seen.length >= MOST_SEEN) break
    const passage = passages[index]!
    if (!passage.own) continue
    const line: Line = {
      view,
      passage,
      text: withoutComment(view, passage).slice(0, LONGEST_LINE),
      before: textsOf(passages.slice(Math.max(0, index - LINES_BEFORE), index)),
      next: textsOf(passages.slice(index + 1, index + 1 + LINES_AFTER)),
      isCode: passage.code || view.block.kind === 'paste',
      mayStand: (setting) => settingsTrial.at(setting, index),
      mayBeSaid: (word) => wordsTrial.at(word, index),
    }
    const settings = settingsIn(line)
    const words = wordsIn(line, settings)
    // a switch is what the writer ran; a word is what they were after
    if (failedToQuantise) for (const one of words) if (one.id.startsWith('int')) one.stance = 'mentioned'
    seen.push(...settings, ...words)
  }
  const found = new Map<string, Seen>()
  for (const one of withoutCounterparts(withoutOverridden(withoutKeptExact(seen)))) {
    const stance = one.stance === 'used' ? 'used' : 'mentioned'
    const key = `${one.id} ${stance}`
    const known = found.get(key)
    if (!known || (known.loose && !one.loose)) found.set(key, { ...one, stance })
  }
  return [...found.values()].map(({ id, stance, advice, loose, start, end }) => ({
    kind: 'precision',
    id,
    stance,
    ...(advice && stance === 'mentioned' && { advice }),
    ...(loose && { loose }),
    ...spanOf(view, start, end),
  }))
}
