import type { Explanation } from '../diagnosis/explanation'
import { useTools } from './context'
import { Inline } from './markdown'
import { ShowMore } from './show-more'

const FIRST = 4

const isWeb = (url: string) => /^https?:\/\//i.test(url)

/** Where it is discussed and documented. */
export function LinkList({ links }: Pick<Explanation, 'links'>) {
  const { words } = useTools()
  const shown = links.filter(({ url }) => isWeb(url))
  if (shown.length === 0) return null
  return (
    <section class="section">
      <h3>{words.links.title}</h3>
      <ShowMore
        class="links"
        first={FIRST}
        items={shown.map(({ url, label, what }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              {label}
              <span class="unseen"> {words.links.newTab}</span>
            </a>{' '}
            <Inline text={what} />
          </li>
        ))}
      />
    </section>
  )
}
