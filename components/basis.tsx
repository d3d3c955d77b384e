import type { Basis as BasisOf } from '../diagnosis/explanation'
import { basisWords } from '../locales/words'
import { useTools } from './context'

/** What the rule's range rests on: runs, source or reports. */
export function Basis({ basis }: { basis: BasisOf }) {
  return <span class="basis">{basisWords(basis, useTools().language)}</span>
}
