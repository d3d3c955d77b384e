import type { ComponentChildren } from 'preact'
import { Chevron } from './icons'

/** A section under a line that unfolds it. */
export function Disclosure({
  title,
  open = false,
  children,
}: {
  title: ComponentChildren
  open?: boolean
  children: ComponentChildren
}) {
  return (
    <details class="disclosure" open={open}>
      <summary>
        <Chevron />
        <h3>{title}</h3>
      </summary>
      <div class="disclosed">{children}</div>
    </details>
  )
}
