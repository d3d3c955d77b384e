import type { Fact } from '../../diagnosis/facts'
import type { Block } from '../../diagnosis/thread'

const UNREAD = 'unread'

/**
 * Stands in for the facts of blocks whose site is switched off. The page keeps it like any fact, so that nothing is
 * ever concluded from a page of which a part was not read, even after the site is switched on again.
 */
export const unread = (blocks: Block[]): Fact[] =>
  blocks.map(({ id }) => ({ kind: UNREAD, block: id }) as unknown as Fact)

/** Whether some of the page was not read. */
export const isHalfRead = (facts: Fact[]): boolean => facts.some(({ kind }) => (kind as string) === UNREAD)
