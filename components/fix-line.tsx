import type { ShownFix } from '../diagnosis/explanation'
import { useTools } from './context'
import { CopyButton } from './copy-button'
import { CopyableCode } from './copyable-code'
import { Chevron, Tick } from './icons'
import { Inline, plainText } from './markdown'
import { nameOf } from './names'

function Title({ fix: { title, workaround } }: { fix: ShownFix }) {
  const { words } = useTools()
  return (
    <>
      <Inline text={title} />
      {workaround && <span class="tag">{words.fixes.workaround}</span>}
    </>
  )
}

function Reported({ by }: { by: NonNullable<ShownFix['reportedBy']> }) {
  const { words } = useTools()
  return (
    <>
      <Tick /> {words.fixes.reportedBy(by.author && nameOf(by.author, words))}
    </>
  )
}

function Code({ fix: { title, command, code } }: { fix: ShownFix }) {
  const what = plainText(title)
  return (
    <>
      {command && <CopyableCode code={command} what={what} />}
      {code && <CopyableCode code={code} what={what} />}
    </>
  )
}

const Limits = ({ limits }: { limits?: string }) =>
  limits ? (
    <p class="fix-limits">
      <Inline text={limits} />
    </p>
  ) : null

/** A fix with everything that is said of it. */
export function WholeFix({ fix }: { fix: ShownFix }) {
  const { jump } = useTools()
  const { reportedBy } = fix
  return (
    <div class="whole-fix">
      <p class="fix-title">
        <Title fix={fix} />
      </p>
      <Code fix={fix} />
      <Limits limits={fix.limits} />
      {reportedBy &&
        (jump ? (
          <button type="button" class="reported link-button" onClick={() => jump(reportedBy)}>
            <Reported by={reportedBy} />
          </button>
        ) : (
          <p class="reported">
            <Reported by={reportedBy} />
          </p>
        ))}
    </div>
  )
}

/** A fix as one line: its title and what it takes to copy it; the rest unfolds. */
export function FixLine({ fix }: { fix: ShownFix }) {
  const { words, jump } = useTools()
  const { command, code, limits, reportedBy } = fix
  const text = command ?? code?.trimEnd()
  return (
    <>
      <details class="fix-line" data-copy={text ? '' : undefined}>
        <summary>
          <span class="fix-title">
            <Title fix={fix} />
            {reportedBy && (
              <span class="reported">
                <Reported by={reportedBy} />
              </span>
            )}
          </span>
          <Chevron />
        </summary>
        <Code fix={fix} />
        <Limits limits={limits} />
        {reportedBy && jump && (
          <button type="button" class="link-button" onClick={() => jump(reportedBy)}>
            {words.evidence.jump}
          </button>
        )}
      </details>
      {text && <CopyButton class="button fix-copy" text={text} what={plainText(fix.title)} />}
    </>
  )
}
