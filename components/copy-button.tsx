import { useEffect, useState } from 'preact/hooks'
import { useTools } from './context'

/** How long the button says that it worked, in milliseconds. */
const SAID_FOR = 2000

interface Props {
  text: string | (() => string)
  /** What is copied, for those who do not see what the button stands beside. */
  what?: string
  label?: string
  class?: string
}

/** Copies a text and says so. */
export function CopyButton({ text, what, label, class: className = 'button' }: Props) {
  const { copy, words } = useTools()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SAID_FOR)
    return () => clearTimeout(timer)
  }, [copied])
  const onClick = async () => setCopied(await copy(typeof text === 'string' ? text : text()))
  return (
    <button type="button" class={className} data-done={copied || undefined} onClick={onClick}>
      {copied ? words.panel.copied : (label ?? words.panel.copy)}
      {what && <span class="unseen"> {what}</span>}
    </button>
  )
}
