import type { Answer, Evidence } from '../../diagnosis/explanation'
import type { Fact } from '../../diagnosis/facts'
import type { Block, Outline } from '../../diagnosis/thread'
import type { Settings } from '../../storage/settings'

/** What the page asks of the background, and what comes back. Every message is complete: the background keeps nothing. */
export type Message =
  /** Read these blocks; the reply has their facts. */
  | { type: 'read'; outline: Outline; blocks: Block[] }
  /** Conclude from all facts so far; the reply has an answer where there is something to show. */
  | { type: 'conclude'; outline: Outline; facts: Fact[] }
  | { type: 'show-panel' }
  | { type: 'change-settings'; change: Partial<Pick<Settings, 'language' | 'marks'>> }
  | { type: 'dismiss'; thread: string }
  /** Open the catalogue of known failures at a rule. */
  | { type: 'show-catalogue'; rule: string }
  /** Show a line of the text that was selected in a frame of this tab. */
  | { type: 'show-selected'; frameId: number; evidence: Pick<Evidence, 'start' | 'end' | 'quote'> }

export interface Replies {
  read: Fact[]
  conclude: { answer: Answer | null; dismissed: boolean; settings: Settings }
  'show-panel': void
  'change-settings': Settings
  dismiss: void
  'show-catalogue': void
  'show-selected': boolean
}

/** The thread that a URL belongs to, whatever the tab or the anchor: what a dismissal holds for. */
export function threadKey(url: string): string {
  const { origin, pathname } = new URL(url)
  const thread = /^\/.+?\/(?:issues|pull|discussions)\/\d+/.exec(pathname)?.[0]
  return origin + (thread ?? pathname.replace(/\/+$/, ''))
}
