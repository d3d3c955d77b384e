import { logOnce } from '../diagnosis/log-once'
import type { Block, Thread } from '../diagnosis/thread'
import type { PageBlock, Site } from './site'
import type { ReadText } from './text'
import { readText } from './text'

/** A block with its text, and, where the page shows that text, the way back to it. */
export interface ReadBlock {
  block: Block
  read?: ReadText
}

/** Reads one block of a page. Null when it has no text or cannot be read, which is logged once. */
export function readPageBlock({ element, text, ...rest }: PageBlock): ReadBlock | null {
  try {
    const read = element && readText(element)
    const content = read?.text ?? text
    return content ? { block: { ...rest, text: content }, read } : null
  } catch (error) {
    logOnce('reading a block', error)
    return null
  }
}

/** Reads a whole page at once. For long threads read the blocks one by one, with pauses between them. */
export function readThread(
  site: Site,
  document: Document,
  url: URL,
): { thread: Thread; reads: Map<string, ReadText> } {
  const blocks: Block[] = []
  const reads = new Map<string, ReadText>()
  for (const pageBlock of site.blocks(document, url)) {
    const result = readPageBlock(pageBlock)
    if (!result) continue
    blocks.push(result.block)
    if (result.read) reads.set(result.block.id, result.read)
  }
  return { thread: { ...site.about(document, url), url: url.href, blocks }, reads }
}
