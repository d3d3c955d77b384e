import type { Evidence } from '../diagnosis/explanation'
import { useTools } from './context'
import { Tick } from './icons'
import { nameOf } from './names'
import { Quote } from './quote'
import { ShowMore } from './show-more'

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
  if (!jump) return <div class="evidence-line">{content}</div>
  return (
    <button type="button" class="evidence-line" title={words.evidence.jump} onClick={() => jump(evidence)}>
      {content}
    </button>
  )
}

/** The lines of the thread that the verdict rests on; each leads to its place on the page. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  const { words } = useTools()
  if (evidence.length === 0) return null
  return (
    <section class="section">
      <h3>{words.evidence.title}</h3>
      <ShowMore
        class="evidence"
        first={FIRST}
        items={evidence.map((line) => (
          <li key={line.fact} data-cure={line.cure || undefined}>
            <Line evidence={line} />
          </li>
        ))}
      />
    </section>
  )
}
