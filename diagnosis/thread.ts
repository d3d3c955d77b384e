/** What a text is, and where it comes from: everything the engine reads is a thread of blocks. */

export type BlockKind = 'title' | 'description' | 'comment' | 'card' | 'metadata' | 'paste' | 'log' | 'code'

export interface Block {
  /** Stable within the thread; `numbered` fills in missing ones. */
  id: string
  kind: BlockKind
  /** The login as the page writes it. */
  author?: string
  /** ISO 8601, where the page has it. */
  date?: string
  text: string
}

export interface Thread {
  site: 'github' | 'huggingface' | 'text'
  url?: string
  title?: string
  /** Several people's words stand in one block: whose setup a fact is about cannot be told. */
  authorsUnknown?: boolean
  blocks: Block[]
}

/** A thread without its texts: what is needed to conclude from facts that were read earlier. */
export interface Outline {
  site: Thread['site']
  url?: string
  title?: string
  authorsUnknown?: boolean
  /** In the order of the page. */
  blocks: Omit<Block, 'text'>[]
}

/** Who speaks in a paste, a file or a selection: the reader's own environment. */
export const READER = 'you'

/** Who speaks in a block that names no author: the reporter on a page, the reader in a text of their own. */
export const REPORTER = 'reporter'

/** The thread without its texts. */
export function outlineOf(thread: Thread): Outline {
  const { site, url, title, authorsUnknown, blocks } = thread
  return {
    site,
    url,
    title,
    authorsUnknown,
    blocks: blocks.map(({ id, kind, author, date }) => ({ id, kind, author, date })),
  }
}
