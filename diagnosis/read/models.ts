import type { Fact } from '../facts'
import type { View } from './view'

/** The base-models that a block states. */
export function readModels(_view: View): Fact[] {
  return []
}
