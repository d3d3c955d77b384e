import { useId } from 'preact/hooks'

interface Props {
  name: string
  hint: string
  on: boolean
  onChange: (on: boolean) => void
}

/** Something that is on or off, and what that means. */
export function Switch({ name, hint, on, onChange }: Props) {
  const id = useId()
  return (
    <label class="switch">
      <span class="switch-text">
        <span class="switch-name" id={`${id}-name`}>
          {name}
        </span>
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  )
}
