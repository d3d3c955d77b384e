import type { Fact } from '../facts'
import type { View } from './view'

/** The precision that a block states. */
export function readPrecision(_view: View): Fact[] {
  return []
}
