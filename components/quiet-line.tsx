import type { ComponentChildren } from 'preact'
import type { Verdict } from '../diagnosis/facts'
import { useTools } from './context'
import { Chevron, MuteBubble } from './icons'
import { VerdictBadge } from './verdict-badge'

interface Props {
  /** Prefix of the ids: `…-title` is given to the heading, `…-body` is what unfolds. */
  id: string
  verdict: Verdict | 'note'
  name: string
  setup?: string
  open: boolean
  onToggle: () => void
  children: ComponentChildren
}

/** The head of a card: folded, one quiet line that unfolds wherever it is clicked; unfolded, a title. */
export function QuietLine({ id, verdict, name, setup, open, onToggle, children }: Props) {
  const { panel } = useTools().words
  return (
    <header class="head">
      <MuteBubble />
      <div class="head-text">
        <p class="kicker">
          <VerdictBadge verdict={verdict} />
          <span class="hazard">{name}</span>
          {setup && <span class="setup">{setup}</span>}
        </p>
        <h2 id={`${id}-title`}>{children}</h2>
      </div>
      <button
        type="button"
        class="fold icon-button"
        aria-expanded={open}
        aria-controls={`${id}-body`}
        aria-label={`${open ? panel.fold : panel.open}: ${name}`}
        onClick={onToggle}
      >
        <Chevron />
      </button>
    </header>
  )
}
