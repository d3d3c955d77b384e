import { countHandedOver, forgetHandedOver } from './handover'
import { countPastes, forgetPastes } from './pastes'
import { countDismissed, forgetDismissed } from './settings'

/** How much is kept besides the settings. */
export interface Kept {
  /** Threads on which the panel was dismissed. */
  dismissed: number
  /** Texts and files in the paste box. */
  pastes: number
  /** Selected texts that were handed to the full page. */
  selections: number
}

/** Counts what is kept; what cannot be counted, as where the browser allows no database, counts as nothing. */
export async function countKept(): Promise<Kept> {
  const counted = (count: Promise<number>) => count.catch(() => 0)
  const [dismissed, pastes, selections] = await Promise.all([
    counted(countDismissed()),
    counted(countPastes()),
    counted(countHandedOver()),
  ])
  return { dismissed, pastes, selections }
}

/** Forgets all of it; the settings stay. Rejects when something is left, after the rest was forgotten. */
export async function forgetKept(): Promise<void> {
  const outcomes = await Promise.allSettled([forgetDismissed(), forgetPastes(), forgetHandedOver()])
  const { dismissed, pastes, selections } = await countKept()
  const failure = outcomes.find((outcome) => outcome.status === 'rejected')
  // a database that cannot be opened has nothing in it to forget
  if (failure && dismissed + pastes + selections > 0) throw failure.reason
}
