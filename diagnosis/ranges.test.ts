import { describe, expect, it } from 'vitest'
import { commonRange, lowestOf } from './ranges'

describe('commonRange', () => {
  it.each([
    [['>=1.0,<3.0', '>=2.0'], '>=2.0,<3.0'],
    [['>=0.9', '>=0.10,<0.14'], '>=0.10,<0.14'],
    [['>=1.0', '==1.5'], '==1.5'],
    [['>=1.0,!=1.2', '<2.0'], '>=1.0,<2.0,!=1.2'],
  ])('%j is %s', (ranges, expected) => expect(commonRange(ranges)).toBe(expected))

  it('is nothing where no named version lies in all', () => {
    expect(commonRange(['<1.0', '>=2.0'])).toBeUndefined()
    expect(commonRange(['==1.0', '==2.0'])).toBeUndefined()
    expect(commonRange(['~=0.11.0', '>=0.11.5'])).toBeUndefined()
  })
})

describe('lowestOf', () => {
  it('gives lower bounds and pins', () => {
    expect(lowestOf('>=4.43.0,<5')).toEqual(['4.43.0'])
    expect(lowestOf('==1.*')).toEqual([])
  })
})
