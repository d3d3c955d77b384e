import type { Answer, Evidence } from '../../diagnosis/explanation'
import type { Theme } from '../../diagnosis/theme'
import type { Anchor } from '../../sites/site'
import type { Settings } from '../../storage/settings'

/** What the scout lends the panel: both run in the same world of the same page, but are separate bundles. */
export interface PageHandle {
  /** Null while there is nothing to show here. */
  answer: Answer | null
  settings: Settings
  /** Where the panel belongs; null where it has to float. */
  anchor(): Anchor | null
  theme(): Theme
  /** Whether somebody has begun to read: what they see must not move. */
  isReading(): boolean
  /** Scrolls to the quoted line and flashes it; false where the page no longer has it. */
  jump(evidence: Evidence): boolean
  change(settings: Settings): void
  dismiss(): void
  /** Called after every change of answer, settings or page; set by the panel. */
  onChange?: () => void
}

const KEY = Symbol.for('unmute.page')

type Shelf = { [KEY]?: PageHandle }

/** Puts the handle where the panel finds it. Returns false where another scout of this page was first. */
export function lend(handle: PageHandle): boolean {
  const shelf = globalThis as Shelf
  if (shelf[KEY]) return false
  shelf[KEY] = handle
  return true
}

/** The page's handle; undefined where no scout runs. */
export const borrow = (): PageHandle | undefined => (globalThis as Shelf)[KEY]
