import type { KeptPaste } from '../../storage/pastes'
import { LARGEST_KEPT } from '../../storage/pastes'

/**
 * What was kept, by whichever page, in place of what a page holds. Attachments that are too large to be kept are in
 * this page alone, and stay.
 */
export function mergeKept(held: KeptPaste, kept: KeptPaste): KeptPaste {
  const ids = new Set(kept.attachments.map(({ id }) => id))
  const staying = held.attachments.filter(({ id, content }) => ids.has(id) || content.size > LARGEST_KEPT)
  const here = new Set(staying.map(({ id }) => id))
  return { ...kept, attachments: [...staying, ...kept.attachments.filter(({ id }) => !here.has(id))] }
}
