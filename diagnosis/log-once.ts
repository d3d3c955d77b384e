const logged = new Set<string>()

/** Writes one line to the console for a part that failed, the first time it does; the rest goes on without it. */
export function logOnce(part: string, error: unknown): void {
  if (logged.has(part)) return
  logged.add(part)
  console.warn(`[unmute] ${part} failed and is left out:`, error)
}
