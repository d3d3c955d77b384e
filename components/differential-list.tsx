import type { Explanation } from '../diagnosis/explanation'
import { useTools } from './context'
import { Disclosure } from './disclosure'
import { Inline } from './markdown'

/** What else looks like this, and the line that would show it. Unfolded where the verdict sends the reader there. */
export function DifferentialList({ differential, verdict }: Pick<Explanation, 'differential' | 'verdict'>) {
  const { differential: words } = useTools().words
  if (differential.length === 0) return null
  const ruledOut = verdict === 'ruled-out'
  return (
    <Disclosure
      title={ruledOut ? words.ruledOut : words.title(differential.length)}
      open={ruledOut || differential.some(({ pointedTo }) => pointedTo)}
    >
      <ul class="differential">
        {differential.map(({ id, what, sign, then, pointedTo }) => (
          <li key={id} data-pointed-to={pointedTo || undefined}>
            <p class="other-cause">
              <Inline text={what} />
              {pointedTo && <span class="tag">{words.pointedTo}</span>}
            </p>
            <dl>
              <dt>{words.sign}</dt>
              <dd>
                <Inline text={sign} />
              </dd>
              <dt>{words.then}</dt>
              <dd>
                <Inline text={then} />
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
