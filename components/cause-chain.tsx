import type { Explanation } from '../diagnosis/explanation'
import { useTools } from './context'
import { Disclosure } from './disclosure'
import { Chevron } from './icons'
import { Inline, Prose } from './markdown'

/** The cause link by link, each with how it is known; and the public guesses, set right. */
export function CauseChain({
  verdict,
  cause,
  chain,
  guesses,
}: Pick<Explanation, 'verdict' | 'cause' | 'chain' | 'guesses'>) {
  const { chain: words } = useTools().words
  if (chain.length === 0) return null
  const ruledOut = verdict === 'ruled-out'
  return (
    <Disclosure title={ruledOut ? words.ruledOut(chain.length) : words.title(chain.length)}>
      {ruledOut && <Prose class="cause" text={cause} />}
      <ol class="chain">
        {chain.map(({ short, long, measured }, index) => (
          <li key={index}>
            <details>
              <summary>
                <Inline text={short} />{' '}
                <span class="together">
                  <span class="tag">{measured ? words.measured : words.source}</span>
                  <Chevron />
                </span>
              </summary>
              <Prose text={long} />
            </details>
          </li>
        ))}
      </ol>
      {guesses.length > 0 && (
        <>
          <h4>{words.guesses}</h4>
          <ul class="guesses">
            {guesses.map(({ guess, right, truth }, index) => (
              <li key={index}>
                <p>
                  <Inline text={guess} />
                  <span class="tag" data-tone={right ? 'good' : 'bad'}>
                    {right ? words.right : words.wrong}
                  </span>
                </p>
                <Prose text={truth} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  )
}
