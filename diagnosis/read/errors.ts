import type { Fact } from '../facts'
import type { View } from './view'

/** The exception-lines that a block states. */
export function readErrors(_view: View): Fact[] {
  return []
}
