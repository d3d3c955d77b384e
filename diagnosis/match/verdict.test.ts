import { describe, expect, it } from 'vitest'
import type { Parts } from './verdict'
import { verdictOf } from './verdict'
import { isFalse, isTrue, isUnknown } from './weigh'

const symptom = isTrue([1])
const base: Parts = {
  about: isTrue([0]),
  symptoms: symptom,
  environment: isUnknown(['package:x']),
  cures: [],
}
const verdict = (parts: Partial<Parts>) => verdictOf({ ...base, ...parts })?.verdict

describe('the table of verdicts', () => {
  it.each<[string, Partial<Parts>, string | undefined]>([
    ['nothing when it is not about it', { about: isFalse() }, undefined],
    ['confirmed when the environment holds', { environment: isTrue([2]) }, 'confirmed'],
    ['confirmed by a cure', { cures: [3] }, 'confirmed'],
    [
      'likely with a decisive part',
      { environment: { truth: 'unknown', because: [2], missing: ['precision'], decisive: true } },
      'likely',
    ],
    ['cannot tell without one', {}, 'cannot-tell'],
    ['ruled out by a false environment', { environment: isFalse([2]) }, 'ruled-out'],
    [
      'ruled out by a fact against, whatever else',
      { environment: isTrue([2]), against: isTrue([4]) },
      'ruled-out',
    ],
    ['ruled out even where a cure is reported', { environment: isFalse([2]), cures: [3] }, 'ruled-out'],
    ['an unknown against is nothing', { environment: isTrue([2]), against: isUnknown() }, 'confirmed'],
    ['at risk without a symptom', { symptoms: isFalse(), environment: isTrue([2]) }, 'at-risk'],
    [
      'no risk where something is against',
      { symptoms: isFalse(), environment: isTrue([2]), against: isTrue([4]) },
      undefined,
    ],
    ['nothing without symptom and environment', { symptoms: isFalse() }, undefined],
    ['an exact line needs no environment', { symptoms: isTrue([1], true) }, 'confirmed'],
    [
      'an exact line is contradicted by one',
      { symptoms: isTrue([1], true), environment: isFalse([2]) },
      'ruled-out',
    ],
  ])('%s', (_, parts, expected) => {
    expect(verdict(parts)).toBe(expected)
  })

  it('names the contradicting fact first', () => {
    expect(verdictOf({ ...base, against: isTrue([4]) })?.because).toEqual([4, 1])
  })

  it('says what is missing', () => {
    expect(verdictOf(base)?.missing).toEqual(['package:x'])
  })
})
