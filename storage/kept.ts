import { countDismissed, forgetDismissed } from './settings'

/** How much is kept besides the settings. */
export interface Kept {
  /** Threads on which the panel was dismissed. */
  dismissed: number
  /** Texts that were pasted. */
  pastes: number
}

export async function countKept(): Promise<Kept> {
  return { dismissed: await countDismissed(), pastes: 0 }
}

/** Forgets all of it; the settings stay. */
export async function forgetKept(): Promise<void> {
  await forgetDismissed()
}
