import type { Fact } from '../facts'
import type { View } from './view'

/** The confirmations that a block states. */
export function readConfirmations(_view: View): Fact[] {
  return []
}
