import type { Fact } from '../facts'
import type { View } from './view'

/** The symptoms that a block states. */
export function readSymptoms(_view: View): Fact[] {
  return []
}
