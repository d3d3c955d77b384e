import type { LossPoint } from '../../facts'
import { entryOfRecord } from './records'
import type { Value } from './values'
import { VALUE, valueOf } from './values'

/** What one step of a training log says, and where. */
export interface Entry {
  point: LossPoint
  /** The loss on held-out data, where the line has one. */
  evalLoss?: Value
  /** Offsets into the block's text. */
  start: number
  end: number
  /** Names a step, a learning rate, a gradient norm or an epoch beside the loss: no chance remark. */
  companions: number
}

const LOSS = new RegExp(
  '(?<![A-Za-z0-9])((?:[A-Za-z]{1,12}|训练|验证)[ _/.-]?|)(loss|损失)(?:值|/train)?[\'"`]?(?:\\s(?:at|after|for|in|of)\\s(?:step|iter|iteration|epoch|batch|update)\\s\\d{1,7})?\\s{0,8}(?:[:=：]{1,2}|\\||is)?\\s{0,8}[\'"`]?(?:tensor\\()?' +
    VALUE,
  'gi',
)
const TRAINING = new Set(
  'train training tr total avg avr average mean step batch lm ce sft running epoch iter cur current global lora 训练'.split(
    ' ',
  ),
)
const HELD_OUT = new Set('eval val valid validation test dev 验证'.split(' '))

const named = (names: string, value: string) =>
  new RegExp(
    `(?<![A-Za-z0-9])(?:${names})['"\`]?\\s{0,6}[:=：#]?\\s{0,8}['"\`]?(?:tensor\\()?\\[?\\s{0,6}${value}`,
    'i',
  )
const GRAD_NORM = named('grad(?:ient)?[ _-]?norm|gnorm|total_norm|梯度范数', VALUE)
const LEARNING_RATE = named('learning[ _-]?rate|lr|学习率', VALUE)
const STEP = [
  named('current_steps?|global_step(?:/max_steps)?', '(\\d{1,9})'),
  named('steps?|iter(?:ation)?s?(?:\\(train\\))?|batch|update', '(\\d{1,9})'),
  /第\s{0,6}(\d{1,9})\s{0,6}[步次行轮]/,
  /\b(?:it|s)[ =]\s?(\d{1,9})\b/,
  /\[\s{0,6}(\d{1,9})\/\d{1,9}\]/,
  /^\s{0,20}(\d{1,9})\s{1,12}(?=\D)/,
]
const EPOCH = /(?<![A-Za-z])epochs?(?![A-Za-z])/i

/** Lines of a program, as against of its output. */
const PROGRAM = /\breturn\b|\bself\.|\bprint\(|\bdef\s|\blambda\b|\.append\(|\bassert\b|\bimport\s|\bf["']/
const ASSIGNMENT = /^\s*[\w.]+\s=\s[^=]/
const OBJECT_ASSIGNMENT = /^\s*[\w.]+\s?=\s?[{[(]/

/** The averages that the Trainer prints at the end; with NaN filtered out they say nothing about a step. */
const SUMMARY = /train_runtime|train_samples_per_second|total_flos/

function read(pattern: RegExp, text: string): Value | undefined {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? undefined : valueOf(found)
}

function stepIn(text: string): number | undefined {
  for (const pattern of STEP) {
    const found = pattern.exec(text)?.[1]
    if (found !== undefined) return Number(found)
  }
  return undefined
}

/** Fills in what the text beside a loss says of the same step. */
function entryOf(
  loss: Value | undefined,
  evalLoss: Value | undefined,
  beside: string,
  start: number,
  end: number,
): Entry {
  const point: LossPoint = {}
  if (loss !== undefined) point.loss = loss
  const step = stepIn(beside)
  if (step !== undefined) point.step = step
  const gradNorm = read(GRAD_NORM, beside)
  if (gradNorm !== undefined) point.gradNorm = gradNorm
  const learningRate = read(LEARNING_RATE, beside)
  if (typeof learningRate === 'number') point.learningRate = learningRate
  const companions =
    [step, gradNorm, learningRate].filter((value) => value !== undefined).length + Number(EPOCH.test(beside))
  return { point, evalLoss, start, end, companions }
}

/** How far a loss's companions may stand from it on a line that names it. UTF-16 units. */
const BEFORE_LOSS = 200
const AFTER_LOSS = 400

interface Found {
  value: Value
  heldOut: boolean
  start: number
  end: number
}

function lossesIn(text: string): Found[] {
  const found: Found[] = []
  LOSS.lastIndex = 0
  for (let match = LOSS.exec(text); match; match = LOSS.exec(text)) {
    const prefix = match[1]!.replace(/[ _/.-]$/, '').toLowerCase()
    const heldOut = HELD_OUT.has(prefix)
    if (prefix !== '' && !heldOut && !TRAINING.has(prefix)) continue
    found.push({ value: valueOf(match[3]!), heldOut, start: match.index, end: LOSS.lastIndex })
  }
  return found
}

/** One entry for each loss: what precedes it names its step, what follows it the rest. */
function entriesOfRun(text: string, offset: number): Entry[] {
  const found = lossesIn(text)
  const losses = found.filter(({ heldOut }) => !heldOut)
  const evaluations = found.filter(({ heldOut }) => heldOut)
  if (!losses.length)
    return evaluations.map(({ value, start, end }) =>
      entryOf(undefined, value, text.slice(Math.max(0, start - 80), end + 80), offset + start, offset + end),
    )
  let next = 0
  return losses.map(({ value, start, end }, index) => {
    const from = Math.max(start - BEFORE_LOSS, index === 0 ? 0 : losses[index - 1]!.end)
    const to = Math.min(text.length, losses[index + 1]?.start ?? end + AFTER_LOSS, end + AFTER_LOSS)
    while (next < evaluations.length && evaluations[next]!.start < from) next++
    const following = evaluations[next]
    const evaluation = following && following.end <= to ? following : undefined
    // a lone loss may have its companions on either side; among many, a step belongs to the loss after it
    const beside =
      losses.length === 1 ? text.slice(from, to) : `${text.slice(from, start)} ${text.slice(start, to)}`
    return entryOf(value, evaluation?.value, beside, offset + start, offset + end)
  })
}

/** "The loss is 0" is a sentence, whatever stands around it; a line of a log names a step beside it. */
const SENTENCE = /(?:loss|损失)值?['"`]?\s{1,8}is\s/i

const OBJECT = /\{[^{}]{0,4000}\}?/g

/**
 * The steps that a line of a log reports: Trainer dictionaries and JSON objects (several to a line, where a selection
 * lost its line breaks), progress bars, `iter 10: loss nan`, Chinese labels. `offset` is the line's place in the
 * block. Nothing for a line of a program, for a summary's average, and for losses of another kind (`aux_loss`,
 * `D_loss`, packet loss, a loss scale).
 */
export function entriesOfLine(text: string, offset: number): Entry[] {
  const record = entryOfRecord(text, offset)
  if (record) return record === 'nothing' ? [] : [record]
  if (!/loss|损失/i.test(text) || PROGRAM.test(text) || OBJECT_ASSIGNMENT.test(text)) return []
  if (text.includes('{')) {
    const entries: Entry[] = []
    OBJECT.lastIndex = 0
    for (let match = OBJECT.exec(text); match; match = OBJECT.exec(text))
      if (!SUMMARY.test(match[0]))
        entries.push(
          ...entriesOfRun(match[0], offset + match.index).map((entry) => ({
            ...entry,
            companions: entry.companions + 1,
          })),
        )
    if (entries.length || /loss['"]\s?:/i.test(text)) return entries
  }
  if (SUMMARY.test(text)) return []
  const entries: Entry[] = []
  let start = 0
  // a progress bar rewrites its line
  for (const run of text.split('\r')) {
    // one by one: a run can hold more steps than a call takes arguments
    for (const entry of entriesOfRun(run, offset + start)) entries.push(entry)
    start += run.length + 1
  }
  return ASSIGNMENT.test(text) || SENTENCE.test(text)
    ? entries.filter(({ companions }) => companions > 0)
    : entries
}

/** One object that stands on several lines, such as in `trainer_state.json`. */
export function entryOfObject(lines: { text: string; start: number }[]): Entry | undefined {
  const text = lines.map((line) => line.text).join(' ')
  if (SUMMARY.test(text)) return undefined
  const found = lossesIn(text)
  const loss = found.find(({ heldOut }) => !heldOut)
  const evaluation = found.find(({ heldOut }) => heldOut)
  if (!loss && !evaluation) return undefined
  const line = lines.find((one) => lossesIn(one.text).length) ?? lines[0]!
  const entry = entryOf(loss?.value, evaluation?.value, text, line.start, line.start + line.text.length)
  return { ...entry, companions: entry.companions + 1 }
}
