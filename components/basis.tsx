import type { Basis as BasisOf } from '../diagnosis/explanation'
import { useTools } from './context'

/** What the rule's range rests on: runs, source or reports. */
export function Basis({ basis }: { basis: BasisOf }) {
  const { words } = useTools()
  const text =
    basis.kind === 'measured' ? words.basis.measured(basis.releases, basis.date) : words.basis[basis.kind]
  return <p class="quiet basis">{text}</p>
}
