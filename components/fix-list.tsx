import type { ShownFix } from '../diagnosis/explanation'
import { useTools } from './context'
import { CopyableCode } from './copyable-code'
import { Tick } from './icons'
import { Inline, plainText } from './markdown'
import { nameOf } from './names'
import { ShowMore } from './show-more'

const FIRST = 3

function Fix({ fix: { title, command, code, limits, workaround, reportedBy } }: { fix: ShownFix }) {
  const { words, jump } = useTools()
  const what = plainText(title)
  const reported = reportedBy && (
    <>
      <Tick /> {words.fixes.reportedBy(reportedBy.author && nameOf(reportedBy.author, words))}
    </>
  )
  return (
    <>
      <p class="fix-title">
        <Inline text={title} />
        {workaround && <span class="tag">{words.fixes.workaround}</span>}
      </p>
      {command && <CopyableCode code={command} what={what} />}
      {code && <CopyableCode code={code} what={what} />}
      {limits && (
        <p class="fix-limits">
          <Inline text={limits} />
        </p>
      )}
      {reportedBy &&
        (jump ? (
          <button type="button" class="reported link-button" onClick={() => jump(reportedBy)}>
            {reported}
          </button>
        ) : (
          <p class="reported">{reported}</p>
        ))}
    </>
  )
}

/** What helps, best first, and what does not. */
export function FixList({ fixes, noFix }: { fixes: ShownFix[]; noFix?: string }) {
  const { words } = useTools()
  if (fixes.length === 0 && !noFix) return null
  return (
    <section class="section">
      {fixes.length > 0 && <h3>{fixes.length > 1 ? words.fixes.title : words.fixes.titleOne}</h3>}
      {fixes.length > 0 && (
        <ShowMore
          class="fixes"
          ordered
          first={FIRST}
          items={fixes.map((fix) => (
            <li key={fix.id}>
              <Fix fix={fix} />
            </li>
          ))}
        />
      )}
      {noFix && (
        <p class="no-fix">
          <Inline text={noFix} />
        </p>
      )}
    </section>
  )
}
