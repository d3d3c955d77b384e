import type { Fact } from '../../diagnosis/facts'
import type { Block, Outline } from '../../diagnosis/thread'
import type { PageBlock, Site } from '../../sites/site'
import type { ReadText } from '../../sites/text'
import { readPageBlock } from '../../sites/thread'
import { ask } from './ask'
import { inSlices } from './slices'

/** A block as it was read last: its text, the way back into the page, and its facts. */
interface ReadBlock {
  header: Omit<Block, 'text'>
  text: string
  ranges?: ReadText
  facts?: Fact[]
}

/** Text goes to the background in pieces of this length, so that no message blocks the page. UTF-16 units. */
const PIECE = 128 * 1024

/** Reads the blocks of one page, each once; a later comment costs its own length. */
export class PageReader {
  #byElement = new Map<Element, ReadBlock>()
  #byText = new Map<string, ReadBlock>()
  #blocks: ReadBlock[] = []
  /** Set once the background has concluded from what was read last; until then it is handed over again. */
  concluded = false

  constructor(
    readonly site: Site,
    readonly document: Document,
    readonly url: URL,
  ) {}

  /** Forgets what was read of the blocks that these nodes stand in: the page changed there. */
  forget(nodes: Iterable<Node>): void {
    for (const changed of nodes)
      for (let node: Node | null = changed; node; node = node.parentNode)
        if (this.#byElement.delete(node as Element)) break
  }

  #readOne(page: PageBlock): ReadBlock | undefined {
    const { element, id, kind, author, text } = page
    const key = element ?? `${id}\n${text}`
    const cache = (element ? this.#byElement : this.#byText) as Map<typeof key, ReadBlock>
    const known = cache.get(key)
    // a header may be drawn after its text
    if (known?.header.id === id && known.header.kind === kind && known.header.author === author) return known
    const result = readPageBlock(page)
    if (!result) return undefined
    const { text: content, ...header } = result.block
    const read: ReadBlock = { header, text: content, ranges: result.read }
    cache.set(key, read)
    return read
  }

  /**
   * Finds the page's blocks, reads the new ones, and asks for their facts. Null when the page has the same blocks
   * with the same text as at the last conclusion.
   */
  async read(signal: AbortSignal): Promise<{ outline: Outline; facts: Fact[] } | null> {
    const { document, url, site } = this
    const blocks: ReadBlock[] = []
    await inSlices(site.blocks(document, url), signal, (block) => {
      const read = this.#readOne(block)
      if (read) blocks.push(read)
    })
    const before = this.#blocks
    const isKnown = blocks.length === before.length && blocks.every((block, index) => block === before[index])
    if (isKnown && this.concluded) return null
    const about = { ...site.about(document, url), url: url.href }
    const head = blocks.filter(({ header }) => header.kind === 'description').map(({ header }) => header)
    for (const piece of piecesOf(blocks.filter(({ facts }) => !facts))) {
      signal.throwIfAborted()
      const outline = { ...about, blocks: [...head, ...piece.map(({ header }) => header)] }
      const facts = await ask({
        type: 'read',
        outline,
        blocks: piece.map(({ header, text }) => ({ ...header, text })),
      })
      const factsOf = new Map(piece.map((block) => [block.header.id, (block.facts = [] as Fact[])]))
      for (const fact of facts) factsOf.get(fact.block)?.push(fact)
    }
    signal.throwIfAborted()
    this.#blocks = blocks
    this.concluded = false
    return {
      outline: { ...about, blocks: blocks.map(({ header }) => header) },
      facts: blocks.flatMap(({ facts }) => facts ?? []),
    }
  }

  /** Where in the page a stretch of a block stands; null for what has no place in it. Offsets as facts have them. */
  rangeOf({ block, start, end }: { block: string; start: number; end: number }): Range | null {
    const read = this.#blocks.find(({ header }) => header.id === block)
    return read?.ranges?.rangeOf(start, end) ?? null
  }
}

function piecesOf(blocks: ReadBlock[]): ReadBlock[][] {
  const pieces: ReadBlock[][] = []
  let length = PIECE
  for (const block of blocks) {
    if (length + block.text.length > PIECE) {
      pieces.push([])
      length = 0
    }
    pieces.at(-1)?.push(block)
    length += block.text.length
  }
  return pieces
}
