import type { Fact } from '../facts'
import type { View } from './view'

/** The hardware that a block states. */
export function readHardware(_view: View): Fact[] {
  return []
}
