import type { Explanation } from '../diagnosis/explanation'
import { useTools } from './context'
import { Disclosure } from './disclosure'
import { Inline } from './markdown'

/** How many links stand in the footer, beside the way to the catalogue. */
const FIRST = 3

type Link = Explanation['links'][number]

const webOnly = (links: Link[]) => links.filter(({ url }) => /^https?:\/\//i.test(url))

function NewTabLink({ url, label, what }: Link & { what: string }) {
  const { words } = useTools()
  return (
    <a href={url} title={what || undefined} target="_blank" rel="noopener noreferrer">
      {label}
      <span class="unseen"> {words.links.newTab}</span>
    </a>
  )
}

/** Where it is discussed and documented, behind a line. */
export function LinkList({ links, rule }: Pick<Explanation, 'links' | 'rule'>) {
  const { words, catalogue } = useTools()
  const shown = webOnly(links)
  if (shown.length === 0 && !catalogue) return null
  return (
    <Disclosure title={words.links.title}>
      <ul class="links">
        {shown.map(({ url, label, what }) => (
          <li key={url}>
            <NewTabLink url={url} label={label} what="" /> <Inline text={what} />
          </li>
        ))}
        {catalogue && (
          <li key="catalogue">
            <button type="button" class="link-button" onClick={() => catalogue(rule)}>
              {words.catalogue.all}
            </button>
          </li>
        )}
      </ul>
    </Disclosure>
  )
}

/** The first few of them by their labels alone. */
export function ShortLinks({ links }: Pick<Explanation, 'links'>) {
  const { words } = useTools()
  const shown = webOnly(links).slice(0, FIRST)
  if (shown.length === 0) return null
  return (
    <ul class="short-links" aria-label={words.links.title}>
      {shown.map((link) => (
        <li key={link.url}>
          <NewTabLink {...link} />
        </li>
      ))}
    </ul>
  )
}
