import { useId, useRef } from 'preact/hooks'
import type { Explanation } from '../diagnosis/explanation'
import { Basis } from './basis'
import { CauseChain } from './cause-chain'
import { useTools } from './context'
import { CopyButton } from './copy-button'
import { DifferentialList } from './differential-list'
import { reveal } from './disclosure'
import { EvidenceList } from './evidence-list'
import { FixList } from './fix-list'
import { GuideList } from './guide-list'
import { LinkList } from './link-list'
import { LossCurve } from './loss-curve'
import { Inline, Prose } from './markdown'
import { MissingList } from './missing-list'
import { setupOf } from './names'
import { QuietLine } from './quiet-line'
import { VersionRuler } from './version-ruler'

interface Props {
  explanation: Explanation
  open: boolean
  onToggle: () => void
  /** The reply, where it is offered here because the panel's footer offers that of another. */
  reply?: () => string
}

/** One diagnosis: a line when folded; unfolded, all that is known of it, the most useful first. */
export function DiagnosisCard({ explanation, open, onToggle, reply }: Props) {
  const { words } = useTools()
  const id = useId()
  const body = useRef<HTMLDivElement>(null)
  const { verdict, name, sentence, about, aboutReporter, cause, fixes, noFix, ruler, series, guides } =
    explanation
  const ruledOut = verdict === 'ruled-out'
  const setup = about && setupOf(about, aboutReporter, words)
  // what is past repair is only said where the harm is certain
  const warnings = verdict === 'confirmed' ? guides.flatMap(({ warning }) => warning ?? []) : []
  const named = [...guides].sort((a, b) => Number(!a.warning) - Number(!b.warning))
  const asides = [
    ...warnings.map((warning) => <Inline text={warning} />),
    ...named.flatMap(({ id, short }) =>
      short ? (
        <button type="button" class="link-button" onClick={() => reveal(body.current, id)}>
          {short}
        </button>
      ) : (
        []
      ),
    ),
  ]
  const missing = <MissingList missing={explanation.missing} verdict={verdict} />
  return (
    <article
      class="card"
      data-verdict={verdict}
      data-open={open || undefined}
      aria-labelledby={`${id}-title`}
    >
      <QuietLine id={id} verdict={verdict} name={name} setup={setup} open={open} onToggle={onToggle}>
        <Inline text={sentence} />
      </QuietLine>
      <div ref={body} id={`${id}-body`} class="body" hidden={!open}>
        {open && (
          <>
            {!ruledOut && <Prose class="cause" text={cause} />}
            {verdict === 'cannot-tell' && missing}
            {ruler && <VersionRuler ruler={ruler} />}
            {!ruledOut && (
              <FixList fixes={fixes} sharedFix={explanation.sharedFix} noFix={noFix} asides={asides} />
            )}
            {verdict === 'likely' && missing}
            <div class="grounds">
              <EvidenceList evidence={explanation.evidence} basis={explanation.basis} />
              {series && <LossCurve series={series} />}
            </div>
            <div class="disclosures">
              {ruledOut && <DifferentialList differential={explanation.differential} verdict={verdict} />}
              <CauseChain
                verdict={verdict}
                cause={cause}
                chain={explanation.chain}
                guesses={explanation.guesses}
              />
              {!ruledOut && <DifferentialList differential={explanation.differential} verdict={verdict} />}
              <GuideList guides={guides} />
              <LinkList links={explanation.links} rule={explanation.rule} />
            </div>
            {explanation.evidence.length === 0 && <Basis basis={explanation.basis} />}
            {reply && <CopyButton text={reply} label={words.panel.reply} what={name} />}
          </>
        )}
      </div>
    </article>
  )
}
