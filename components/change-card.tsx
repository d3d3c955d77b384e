import { useId } from 'preact/hooks'
import type { Explanation, ShownChange } from '../diagnosis/explanation'
import { useTools } from './context'
import { CopyableCode } from './copyable-code'
import { setupOf } from './names'

interface Props {
  change: ShownChange
  /** Every explanation of the answer, the ones it clears among them. */
  of: Explanation[]
}

/** The one package to change that clears several diagnoses, with their names. */
export function ChangeCard({ change, of }: Props) {
  const { words } = useTools()
  const id = useId()
  const { about, from, command, clears } = change
  const replaced = Object.entries(from).map(([name, version]) => `${name} ${version}`)
  const cleared = clears.flatMap((index) => of[index] ?? [])
  const title = words.changes.title(clears.length, clears.length === of.length)
  const people = new Set(of.map((explanation) => explanation.about))
  const whose = people.size > 1 && cleared[0] && setupOf(about, cleared[0].aboutReporter, words)
  return (
    <div class="change" role="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {whose && <p class="quiet">{whose}</p>}
      <ul class="cleared">
        {cleared.map((explanation) => (
          <li key={explanation.rule}>{explanation.name}</li>
        ))}
      </ul>
      <CopyableCode code={command} what={title} />
      {replaced.length > 0 && <p class="quiet">{words.changes.from(replaced)}</p>}
    </div>
  )
}
