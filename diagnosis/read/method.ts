import type { Fact } from '../facts'
import type { View } from './view'

/** The training-method that a block states. */
export function readMethod(_view: View): Fact[] {
  return []
}
