import type { LossPoint } from '../../facts'
import type { Entry } from './entries'
import { valueOf } from './values'

/** The averages that the Trainer prints at the end. */
const SUMMARY = new Set(['train_runtime', 'train_samples_per_second', 'total_flos'])
const LOSSES = new Set([
  'loss',
  'train_loss',
  'train/loss',
  'training_loss',
  'avg_loss',
  'lm_loss',
  'ce_loss',
])
const HELD_OUT = new Set(['eval_loss', 'val_loss', 'valid_loss', 'validation_loss', 'test_loss'])
const STEPS = new Set(['step', 'steps', 'current_steps', 'global_step', 'iter', 'iteration'])
const GRAD_NORMS = new Set(['grad_norm', 'train/grad_norm', 'gradient_norm'])
const LEARNING_RATES = new Set(['learning_rate', 'lr', 'train/learning_rate'])

const PAIR =
  /(['"])([\w/]{1,40})\1: ?(['"]?)([-+]?(?:\d{1,12}(?:\.\d{0,20})?(?:e[-+]?\d{1,3})?|nan|inf(?:inity)?))\3(?=[,}]) ?,? ?/iy

/**
 * The step that a Trainer's dictionary tells, where the line is nothing but one flat dictionary of numbers: what most
 * lines of most logs are, read in one go. Undefined for any other line.
 */
export function entryOfRecord(text: string, offset: number): Entry | 'nothing' | undefined {
  if (text.charCodeAt(0) !== 123 || text.charCodeAt(text.length - 1) !== 125) return undefined
  const point: LossPoint = {}
  let evalLoss: Entry['evalLoss']
  let companions = 1
  let isSummary = false
  PAIR.lastIndex = 1
  for (let at = 1; at < text.length - 1; at = PAIR.lastIndex) {
    const match = PAIR.exec(text)
    if (!match) return undefined
    const key = match[2]!
    const value = valueOf(match[4]!)
    if (LOSSES.has(key)) point.loss ??= value
    else if (HELD_OUT.has(key)) evalLoss ??= value
    else if (SUMMARY.has(key)) isSummary = true
    else if (STEPS.has(key) && typeof value === 'number') {
      point.step ??= value
      companions++
    } else if (GRAD_NORMS.has(key)) {
      point.gradNorm = value
      companions++
    } else if (LEARNING_RATES.has(key)) {
      if (typeof value === 'number') point.learningRate = value
      companions++
    } else if (key === 'epoch') companions++
    else if (key.includes('loss')) return undefined
  }
  if (isSummary || (point.loss === undefined && evalLoss === undefined)) return 'nothing'
  return { point, evalLoss, start: offset, end: offset + text.length, companions }
}
