import type { Explanation } from '../diagnosis/explanation'
import { useTools } from './context'
import { CopyableCode } from './copyable-code'
import { Inline } from './markdown'

/** Prints every installed package with its version. */
const LIST_PACKAGES = 'pip freeze'

/** What would settle the verdict, and how to get it. */
export function MissingList({ missing, verdict }: Pick<Explanation, 'missing' | 'verdict'>) {
  const { words } = useTools()
  if (missing.length === 0 || (verdict !== 'cannot-tell' && verdict !== 'likely')) return null
  const title = verdict === 'likely' ? words.missing.likely : words.missing.cannotTell
  return (
    <section class="section missing">
      <h3>{title}</h3>
      <ul>
        {missing.map(({ id, words: text }) => (
          <li key={id}>
            <Inline text={text} />
          </li>
        ))}
      </ul>
      {missing.some(({ id }) => id.startsWith('package:')) && (
        <>
          <p class="missing-how">{words.missing.how}</p>
          <CopyableCode code={LIST_PACKAGES} what={LIST_PACKAGES} />
        </>
      )}
    </section>
  )
}
