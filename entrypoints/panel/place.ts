import type { Anchor } from '../../sites/site'

/** Heights of the viewport at which something that is being read is looked for. */
const SAMPLES = [0.5, 0.35, 0.65, 0.2, 0.8, 0.95]

function insert(host: Element, { element, position }: Anchor): void {
  if (position === 'before') element.before(host)
  else if (position === 'after') element.after(host)
  else element.prepend(host)
}

function isAt(host: Element, { element, position }: Anchor): boolean {
  if (position === 'before') return element.previousElementSibling === host
  return (position === 'after' ? element.nextElementSibling : element.firstElementChild) === host
}

/** Puts the host where it belongs, or, without an anchor, at the end of the page, where it floats. */
export function place(host: Element, anchor: Anchor | null): void {
  if (anchor ? isAt(host, anchor) : host.isConnected) return
  if (anchor) insert(host, anchor)
  // a page that is a picture or a feed has no body
  else (document.body ?? document.documentElement).append(host)
}

/**
 * Makes a change to the host so that what stands below it does not move on the screen: the page is scrolled by what
 * the change would have moved it. Browsers anchor the scroll position themselves, but not at the top of a page.
 */
export function keepStill(host: Element, change: () => void): void {
  const seen = SAMPLES.flatMap((height) => {
    const element = document.elementFromPoint(innerWidth / 2, innerHeight * height)
    return element ? [{ element, top: element.getBoundingClientRect().top }] : []
  })
  change()
  const below = seen.find(
    ({ element }) => host.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING,
  )
  const moved = below ? below.element.getBoundingClientRect().top - below.top : 0
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
}
