import { CopyButton } from './copy-button'

/** A command or some lines of a script, with a button to copy them. Long lines of a script scroll. */
export function CopyableCode({ code, what }: { code: string; what: string }) {
  const text = code.trimEnd()
  const script = text.includes('\n')
  return (
    <div class="code" data-script={script || undefined}>
      <pre {...(script && { tabIndex: 0, role: 'group', 'aria-label': what })}>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} what={what} />
    </div>
  )
}
