import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useTools } from './context'

/** A list of which the first few are shown, and the rest on request. A rest of one is shown at once. */
export function ShowMore({
  items,
  first,
  class: className,
  ordered = false,
}: {
  items: ComponentChildren[]
  first: number
  class: string
  ordered?: boolean
}) {
  const { panel } = useTools().words
  const [all, setAll] = useState(false)
  const rest = items.length - first
  const List = ordered ? 'ol' : 'ul'
  return (
    <>
      <List class={className}>{all || rest <= 1 ? items : items.slice(0, first)}</List>
      {rest > 1 && (
        <button type="button" class="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? panel.fewer : panel.more(rest)}
        </button>
      )}
    </>
  )
}
