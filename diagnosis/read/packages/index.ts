import type { Fact } from '../../facts'
import type { View } from '../view'

/** The package-versions that a block states. */
export function readPackages(_view: View): Fact[] {
  return []
}
