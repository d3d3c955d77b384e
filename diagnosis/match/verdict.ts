import type { Verdict } from '../facts'
import type { Weighed } from './weigh'

/** The parts of a rule, weighed against one person's setup. */
export interface Parts {
  about: Weighed
  symptoms: Weighed
  environment: Weighed
  /** Absent where the rule has nothing against it. */
  against?: Weighed
  /** Facts that report a cure out of the rule's range. */
  cures: number[]
}

export interface Found {
  verdict: Verdict
  /** Indexes of the facts it rests on, the weightiest first. */
  because: number[]
  /** What would settle it. */
  missing: string[]
}

/**
 * The verdict that the parts amount to, with the facts it rests on, the weightiest first; undefined where there is
 * nothing to say. The table stands in docs/decisions/0002-verdicts.md.
 */
export function verdictOf(parts: Parts): Found | undefined {
  const { about, symptoms, environment, against, cures } = parts
  if (about.truth !== 'true') return undefined
  const result = (verdict: Verdict, because: number[], missing: string[] = []) => ({
    verdict,
    because: [...new Set(because)],
    missing,
  })
  const contradicted = against?.truth === 'true'

  if (symptoms.truth !== 'true') {
    if (environment.truth !== 'true' || contradicted) return undefined
    return result('at-risk', environment.because)
  }
  if (contradicted) return result('ruled-out', [...against.because, ...symptoms.because])
  if (environment.truth === 'false') return result('ruled-out', [...environment.because, ...symptoms.because])

  const reasons = [...environment.because, ...cures, ...symptoms.because]
  if (environment.truth === 'true' || symptoms.decisive || cures.length) return result('confirmed', reasons)
  return result(environment.decisive ? 'likely' : 'cannot-tell', reasons, environment.missing)
}
