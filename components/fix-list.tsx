import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { ShownFix } from '../diagnosis/explanation'
import { useTools } from './context'
import { FixLine, WholeFix } from './fix-line'
import { Inline } from './markdown'

const FIRST = 3

interface Props {
  fixes: ShownFix[]
  /** The fix that stands above for several diagnoses, and is not said again. */
  sharedFix?: string
  noFix?: string
  /** What belongs to the fixes and leads elsewhere. */
  asides?: ComponentChildren[]
}

/** What helps, the best whole and the next as lines, with what the thread itself reports to work; the rest unfolds. */
export function FixList({ fixes: every, sharedFix, noFix, asides = [] }: Props) {
  const { words } = useTools()
  const fixes = every.filter(({ id }) => id !== sharedFix)
  const [all, setAll] = useState(false)
  if (every.length === 0 && !noFix && asides.length === 0) return null
  const numbered = fixes.map((fix, index) => ({ fix, number: index + 1 }))
  const first = numbered.filter(({ fix, number }) => number <= FIRST || fix.reportedBy)
  const rest = fixes.length - first.length
  const label = rest > 0 ? words.fixes.more(rest) : words.fixes.noHelp
  return (
    <section class="section">
      {every.length > 0 && <h3>{every.length > 1 ? words.fixes.title : words.fixes.titleOne}</h3>}
      {sharedFix && <p class="quiet">{words.changes.above}</p>}
      {fixes.length > 0 && (
        <ol class="fixes">
          {(all ? numbered : first).map(({ fix, number }) => (
            <li key={fix.id} value={number}>
              {number === 1 ? <WholeFix fix={fix} /> : <FixLine fix={fix} />}
            </li>
          ))}
        </ol>
      )}
      {all && noFix && (
        <p class="no-fix">
          <Inline text={noFix} />
        </p>
      )}
      {(asides.length > 0 || rest > 0 || noFix) && (
        <ul class="asides">
          {asides.map((aside, index) => (
            <li key={index}>{aside}</li>
          ))}
          {(rest > 0 || noFix) && (
            <li key="more">
              <button type="button" class="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? words.panel.fewer : label}
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
