/** Three-valued logic that keeps its reasons: unknown is carried, not guessed (Kleene's strong logic). */

export type Truth = 'true' | 'false' | 'unknown'

export interface Weighed {
  truth: Truth
  /** Indexes of the facts that make it so. */
  because: number[]
  /** What would settle an unknown. */
  missing: string[]
  /** A true part of it is enough for *likely*. */
  decisive: boolean
}

export const isTrue = (because: number[], decisive = false): Weighed => ({
  truth: 'true',
  because,
  missing: [],
  decisive,
})
export const isFalse = (because: number[] = []): Weighed => ({
  truth: 'false',
  because,
  missing: [],
  decisive: false,
})
export const isUnknown = (missing: string[] = []): Weighed => ({
  truth: 'unknown',
  because: [],
  missing,
  decisive: false,
})

const unique = <T>(items: T[]): T[] => [...new Set(items)]
const gather = (parts: Weighed[]) => ({
  because: unique(parts.flatMap((part) => part.because)),
  missing: unique(parts.flatMap((part) => part.missing)),
})

/** False when one part is, else unknown when one part is. An unknown keeps the reasons of its other parts. */
export function allOf(parts: Weighed[]): Weighed {
  const falses = parts.filter((part) => part.truth === 'false')
  if (falses.length) return isFalse(gather(falses).because)
  const decisive = parts.some((part) => part.decisive)
  const { because, missing } = gather(parts)
  const known = parts.every((part) => part.truth === 'true')
  return known ? isTrue(because, decisive) : { truth: 'unknown', because, missing, decisive }
}

/** True when one part is, else unknown when one part is. */
export function anyOf(parts: Weighed[]): Weighed {
  const trues = parts.filter((part) => part.truth === 'true')
  if (trues.length)
    return isTrue(
      gather(trues).because,
      trues.some((part) => part.decisive),
    )
  const unknowns = parts.filter((part) => part.truth === 'unknown')
  if (!unknowns.length) return isFalse(gather(parts).because)
  return { ...gather(unknowns), truth: 'unknown', decisive: unknowns.some((part) => part.decisive) }
}

/** Turns true and false about; what is decisive for a thing is not decisive for its opposite. */
export function not(part: Weighed): Weighed {
  if (part.truth === 'unknown') return isUnknown(part.missing)
  return part.truth === 'true' ? isFalse(part.because) : isTrue(part.because)
}
