import type { Reading } from './reading'

const KEY = Symbol.for('unmute.reading')

type Shelf = { [KEY]?: Reading | null }

/** Keeps the frame's last reading for whoever wants to go back to it: later scripts of the same world. */
export const keep = (reading: Reading | null): void => void ((globalThis as Shelf)[KEY] = reading)

/**
 * Runs in the frame, so it stands alone: shows a line of what was read there last. False where that is gone.
 */
export function showInFrame(line: Parameters<Reading['show']>[0]): boolean {
  const shelf = globalThis as unknown as Record<symbol, Reading | null | undefined>
  return shelf[Symbol.for('unmute.reading')]?.show(line) ?? false
}
