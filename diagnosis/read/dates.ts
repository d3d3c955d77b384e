import type { Fact } from '../facts'
import { isWorthTrying } from './passages'
import type { View } from './view'
import { spanOf } from './view'

/** `2023-11-07 21:14:40`, `2023/11/07 21:14`, ISO with a T: a moment, not a mere mention of a day. */
const yearFirst = /\b(20[12]\d)[-/](\d{2})[-/](\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d/g
/** `11/07/2023 21:14:33 - INFO`: the month first, as Python's logging is set in these tools. */
const monthFirst = /\b(\d{2})\/(\d{2})\/(20[12]\d) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d/g

/**
 * The latest day that a block shows of itself: its own date, or the timestamps of a log in it. ISO day, one fact a
 * block. Days in prose are left alone: they tell of releases as often as of the writer.
 */
export function readDates(view: View): Fact[] {
  let latest = ''
  let start = 0
  let end = 0
  const take = (day: string, from: number, to: number) => {
    if (day <= latest || Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day)
      return
    latest = day
    start = from
    end = to
  }
  if (isWorthTrying(view, yearFirst))
    for (const match of view.text.matchAll(yearFirst))
      take(`${match[1]}-${match[2]}-${match[3]}`, match.index, match.index + 10)
  if (isWorthTrying(view, monthFirst))
    for (const match of view.text.matchAll(monthFirst))
      take(`${match[3]}-${match[1]}-${match[2]}`, match.index, match.index + 10)
  const own = /^\d{4}-\d{2}-\d{2}/.exec(view.block.date ?? '')?.[0]
  if (own) take(own, 0, 0)
  return latest ? [{ kind: 'date', date: latest, ...spanOf(view, start, end) }] : []
}
