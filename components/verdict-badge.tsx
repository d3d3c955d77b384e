import type { Verdict } from '../diagnosis/facts'
import { useTools } from './context'

/** A sign for each verdict beside its word, so that colour is never the only difference. */
const SIGNS: Record<Verdict | 'note', string> = {
  confirmed: '●',
  likely: '◐',
  'cannot-tell': '?',
  'at-risk': '▲',
  'ruled-out': '✓',
  note: 'i',
}

/** How sure the verdict is, in a word. */
export function VerdictBadge({ verdict }: { verdict: Verdict | 'note' }) {
  const { panel } = useTools().words
  return (
    <span class="badge">
      <span class="badge-sign" aria-hidden="true">
        {SIGNS[verdict]}
      </span>
      {verdict === 'note' ? panel.note : panel.verdict[verdict]}
    </span>
  )
}
