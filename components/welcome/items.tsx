import { useId } from 'preact/hooks'
import { Icon, type IconName } from './icons'

interface Props<Name extends IconName> {
  title: string
  names: readonly Name[]
  words: Record<Name, { title: string; text: string }>
}

/** A few things of one kind, each a picture, a name and a sentence. */
export function Items<Name extends IconName>({ title, names, words }: Props<Name>) {
  const id = useId()
  return (
    <section class="items" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Icon name={name} />
            <div>
              <h3>{words[name].title}</h3>
              <p>{words[name].text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
