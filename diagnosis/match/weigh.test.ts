import { describe, expect, it } from 'vitest'
import { allOf, anyOf, isFalse, isTrue, isUnknown, not } from './weigh'

const yes = isTrue([1])
const no = isFalse([2])
const perhaps = isUnknown(['package:peft'])

describe('three-valued logic', () => {
  it.each([
    [[yes, yes], 'true'],
    [[yes, perhaps], 'unknown'],
    [[yes, no], 'false'],
    [[no, perhaps], 'false'],
  ])('allOf %#', (parts, truth) => {
    expect(allOf(parts).truth).toBe(truth)
  })

  it.each([
    [[no, no], 'false'],
    [[no, perhaps], 'unknown'],
    [[yes, perhaps], 'true'],
    [[yes, no], 'true'],
  ])('anyOf %#', (parts, truth) => {
    expect(anyOf(parts).truth).toBe(truth)
  })

  it('not keeps unknown unknown and its reasons', () => {
    expect(not(yes)).toMatchObject({ truth: 'false', because: [1] })
    expect(not(perhaps)).toMatchObject({ truth: 'unknown', missing: ['package:peft'] })
  })

  it('a false whole names only what is false', () => {
    expect(allOf([yes, no]).because).toEqual([2])
  })

  it('an unknown whole keeps what is missing and whether a true part is decisive', () => {
    expect(allOf([isTrue([1], true), perhaps])).toMatchObject({
      truth: 'unknown',
      because: [1],
      missing: ['package:peft'],
      decisive: true,
    })
    expect(allOf([yes, perhaps]).decisive).toBe(false)
  })
})
