import { useState } from 'preact/hooks'
import type { Evidence, Explanation } from '../diagnosis/explanation'
import { Basis } from './basis'
import { useTools } from './context'
import { Tick } from './icons'
import { nameOf } from './names'
import { Quote } from './quote'

const FIRST = 5

function Line({ evidence }: { evidence: Evidence }) {
  const { words, jump } = useTools()
  const { author, quote, cure } = evidence
  const content = (
    <>
      {author && <span class="evidence-author">{nameOf(author, words)}</span>} <Quote quote={quote} />
      {cure && (
        <span class="cure-tag">
          <Tick /> {words.evidence.cure}
        </span>
      )}
    </>
  )
  if (!jump)
    return (
      <div class="evidence-line" title={quote.text}>
        {content}
      </div>
    )
  return (
    <button
      type="button"
      class="evidence-line"
      title={`${quote.text}\n${words.evidence.jump}`}
      onClick={() => jump(evidence)}
    >
      {content}
    </button>
  )
}

interface Props {
  evidence: Evidence[]
  basis: Explanation['basis']
}

/**
 * The lines of the thread that the verdict rests on, and what the rule itself rests on; each line leads to its place on
 * the page. A rest of one is shown.
 */
export function EvidenceList({ evidence, basis }: Props) {
  const { words } = useTools()
  const [all, setAll] = useState(false)
  if (evidence.length === 0) return null
  const rest = evidence.length - FIRST
  const shown = all || rest <= 1 ? evidence : evidence.slice(0, FIRST)
  return (
    <section class="section evidence-section">
      <div class="evidence-head">
        <h3>{words.evidence.title}</h3>
        <Basis basis={basis} />
      </div>
      <ul class="evidence">
        {shown.map((line) => (
          <li key={line.fact} data-cure={line.cure || undefined}>
            <Line evidence={line} />
          </li>
        ))}
        {rest > 1 && (
          <li key="more">
            <button type="button" class="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? words.panel.fewer : words.panel.more(rest)}
            </button>
          </li>
        )}
      </ul>
    </section>
  )
}
