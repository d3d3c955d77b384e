import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { Chevron } from './icons'
import { Inline, plainText } from './markdown'

interface Props {
  /** One line of Markdown. */
  title: string
  /** By which a link elsewhere finds it. */
  name?: string
  open?: boolean
  children: ComponentChildren
}

/**
 * A section under a line that unfolds it. No `details`: two such lines stand side by side, and what one unfolds takes
 * the whole width under both.
 */
export function Disclosure({ title, name, open: opens = false, children }: Props) {
  const id = useId()
  const [open, setOpen] = useState(opens)
  return (
    <>
      <h3 class="disclosure">
        <button
          type="button"
          data-name={name}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <Chevron />
          <Inline text={title} />
        </button>
      </h3>
      {open && (
        <div id={id} class="disclosed" data-title={plainText(title)}>
          {children}
        </div>
      )}
    </>
  )
}

/** Unfolds a section that is folded, and takes the reader there. */
export function reveal(root: HTMLElement | null, name: string): void {
  const buttons = root?.querySelectorAll<HTMLElement>('.disclosure > button') ?? []
  const button = [...buttons].find(({ dataset }) => dataset.name === name)
  if (button?.getAttribute('aria-expanded') === 'false') button.click()
  button?.focus()
}
