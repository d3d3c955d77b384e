import type { Entry } from './entries'
import { VALUE, valueOf } from './values'

/** Losses that a line shows without naming them: bare numbers, tensors and lists of a hand-written loop. */

/** Longer lines are no bare numbers, with all that a tensor prints of itself. UTF-16 units. */
const LONGEST_NUMBERS = 240
const LONGEST_LIST = 4000

/** What a tensor prints behind its value. */
const TENSOR_END = '(?:,\\s?(?:device|dtype|grad_fn|requires_grad)[^\\n]{0,160})?\\)?'

const BARE_STEP = new RegExp(
  `^\\s*(?:it|iter|iteration|step|update|batch)\\s{0,4}[#:=]?\\s{0,6}(\\d{1,9})(?:/\\d{1,9})?\\s{0,4}[:|=,]\\s{0,6}(?:tensor\\()?${VALUE}${TENSOR_END}\\s*$`,
  'i',
)
const TWO_NUMBERS = new RegExp(
  `^\\s*[([]?(\\d{1,9})[\\s|:,\\])]{1,12}(?:tensor\\()?${VALUE}${TENSOR_END}\\s*$`,
  'i',
)
const ONE_NUMBER = new RegExp(`^\\s*(?:tensor\\()?${VALUE}${TENSOR_END}\\s*$`, 'i')
const HAS_FRACTION = /\.|nan|inf/i

/** `it 1: 1.98`, and, where what leads to the log speaks of a loss, two bare numbers. */
export function entryOfBareStep(text: string, start: number, ledByLoss: boolean): Entry | undefined {
  if (text.length > LONGEST_NUMBERS) return undefined
  const match = BARE_STEP.exec(text) ?? (ledByLoss ? TWO_NUMBERS.exec(text) : null)
  if (!match) return undefined
  const point = { step: Number(match[1]), loss: valueOf(match[2]!) }
  return { point, start, end: start + text.length, companions: 1 }
}

/** A line that is one number or one tensor of a number, where what leads to it speaks of a loss. */
export function entryOfBareValue(text: string, start: number): Entry | undefined {
  if (text.length > LONGEST_NUMBERS) return undefined
  const value = ONE_NUMBER.exec(text)?.[1]
  if (value === undefined || !HAS_FRACTION.test(value)) return undefined
  return { point: { loss: valueOf(value) }, start, end: start + text.length, companions: 1 }
}

const NAMED_LIST =
  /(?<![A-Za-z_])(?:(?:train|training|step|all|running|batch)_)?loss(?:es|_history|_list|_values)?['"\]]{0,2}\s?(?:[:=]|\bis\b|\bare\b)\s?\[/i
const LIST = /\[([^[\]]{3,3900})\]\s*(?:$|[,.。，])/
const ITEM = new RegExp(`^(?:tensor\\()?${VALUE}\\)?$`, 'i')

/** The losses of a printed list: `losses = [2.79, nan, nan]`, or a bare list where what leads to it speaks of a loss. */
export function entriesOfList(text: string, start: number, ledByLoss: boolean): Entry[] {
  if (text.length > LONGEST_LIST || !text.includes('[')) return []
  const named = NAMED_LIST.exec(text)
  if (!named && !(ledByLoss && /^\s*\[/.test(text))) return []
  const list = LIST.exec(named ? text.slice(named.index) : text)?.[1]
  if (!list) return []
  const values = list.split(',').map((item) => ITEM.exec(item.trim())?.[1])
  if (values.length < 2 || values.some((value) => value === undefined)) return []
  // a list of nothing but whole numbers counts something
  if (!values.some((value) => HAS_FRACTION.test(value!))) return []
  return values.map((value) => ({
    point: { loss: valueOf(value!) },
    start,
    end: start + text.length,
    companions: 1,
  }))
}
