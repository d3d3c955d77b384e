import type { Answer } from '../../diagnosis/explanation'
import type { SelectionWords } from '../../locales/words/selection'
import type { Settings } from '../../storage/settings'

export type NoticeId = keyof SelectionWords['notices']

/** What the background found in a selected text, for the panel in the tab's top frame. */
export interface SelectedText {
  /** Without a diagnosis and a note where nothing is known. */
  answer: Answer
  settings: Settings
  notices: NoticeId[]
  /** Where the text was selected. */
  frameId: number
}

export interface SelectedShelf {
  /** Not shown yet. */
  waiting?: SelectedText
  /** Takes away the panel of the selection before. */
  close?: () => void
}

/** Runs in the page, so it stands alone: leaves the finding for the panel, which is injected next. */
export function leaveSelected(selected: SelectedText): void {
  const page = globalThis as unknown as Record<symbol, SelectedShelf | undefined>
  const shelf = (page[Symbol.for('unmute.selected')] ??= {})
  shelf.waiting = selected
}

/** The page's shelf, once something was left on it. */
export const selectedShelf = (): SelectedShelf | undefined =>
  (globalThis as unknown as Record<symbol, SelectedShelf | undefined>)[Symbol.for('unmute.selected')]
