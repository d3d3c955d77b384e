import type { Fact } from '../facts'
import type { View } from './view'

/** The code-facts that a block states. */
export function readCode(_view: View): Fact[] {
  return []
}
