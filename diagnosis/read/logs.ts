import type { Fact } from '../facts'
import { runsOf } from './log/runs'
import type { View } from './view'
import { spanOf } from './view'

/** The training logs that a block shows, one fact each, placed on the line at which the loss breaks. */
export function readLogs(view: View): Fact[] {
  return runsOf(view).flatMap(({ series, start, end }) =>
    series ? [{ kind: 'log' as const, series, ...spanOf(view, start, end) }] : [],
  )
}
