import type { Fact } from '../facts'
import type { View } from './view'

/** The training-logs that a block states. */
export function readLogs(_view: View): Fact[] {
  return []
}
