import type { Theme } from '../diagnosis/theme'
import type { Block, Thread } from '../diagnosis/thread'

/** A block as a page has it: where its text is, or, for structured page data, the text itself. */
export interface PageBlock extends Omit<Block, 'text'> {
  /** The element whose text is the block's. */
  element?: Element
  /** Text that stands in no element, such as a JSON attribute. */
  text?: string
}

/** Where a panel may be put without the page's own scripts removing or overwriting it. */
export interface Anchor {
  element: Element
  position: 'before' | 'after' | 'first-child'
}

/**
 * One kind of page of one site. Every selector of that site stands in its file and nowhere else. Nothing here clicks,
 * fetches or changes the page; a part that is missing is left out, and nothing throws on a strange page.
 */
export interface Site {
  id: string
  /** Whether this reader knows the page; the first that does reads it. */
  matches(url: URL, document: Document): boolean
  about(document: Document, url: URL): Pick<Thread, 'site' | 'title' | 'authorsUnknown'>
  /**
   * In page order, each found when it is asked for, so that a long thread can be walked with pauses. Finds elements,
   * reads no long text. Ids stay the same while the page stays open.
   */
  blocks(document: Document, url: URL): Iterable<PageBlock>
  anchor(document: Document): Anchor | null
  theme(document: Document): Theme
}
