import type { Fact } from '../facts'
import type { View } from './view'

/** The dates that a block states. */
export function readDates(_view: View): Fact[] {
  return []
}
