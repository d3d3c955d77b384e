import { satisfies as pep440Satisfies } from '@renovatebot/pep440'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseName, normaliseVersion, satisfies } from './versions'

describe('normaliseVersion', () => {
  it.each([
    ['0.9.0', '0.9.0'],
    ['v4.38.2', '4.38.2'],
    ['2.1.2+cu121', '2.1.2+cu121'],
    ['2.1.2+cu12.1', '2.1.2+cu12.1'],
    ['2.9.0a0+50eac811a6.nv25.9', '2.9.0a0+50eac811a6.nv25.9'],
    ['1.0-rc1', '1.0rc1'],
    ['0.8.3.DEV0', '0.8.3.dev0'],
    ['0.41.3.post2', '0.41.3.post2'],
    [' 4.29 ', '4.29'],
  ])('%s → %s', (text, normal) => expect(normaliseVersion(text)).toBe(normal))

  it.each(['0.9.O', '', 'latest', '1.x', '4.45.*', '1'.repeat(40), 'x1.2'])('%j is no version', (text) =>
    expect(normaliseVersion(text)).toBeNull(),
  )
})

describe('satisfies', () => {
  it('counts development releases in', () => {
    expect(satisfies('0.8.3.dev0', '>=0.7.0,<0.12.0')).toBe(true)
    expect(satisfies('0.12.0', '>=0.7.0,<0.12.0')).toBe(false)
    expect(satisfies('0.6.2', '>=0.7.0,<0.12.0')).toBe(false)
    expect(satisfies('2.1.2+cu121', '==2.1.2')).toBe(true)
  })
  it('is false where either side is malformed', () => {
    expect(satisfies('0.9.O', '>=0.7.0')).toBe(false)
    expect(satisfies('0.9.0', 'about 0.7')).toBe(false)
    expect(satisfies('0.9.0', '')).toBe(false)
  })
  it('compares plain releases as the library does', () => {
    const release = fc
      .array(fc.constantFrom(0, 1, 2, 9, 10, 11), { minLength: 2, maxLength: 4 })
      .map((parts) => parts.join('.'))
    const bound = fc
      .tuple(fc.constantFrom('>=', '<=', '>', '<', '==', '!='), release)
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(release, fc.array(bound, { minLength: 1, maxLength: 3 }), (version, bounds) => {
        const range = bounds.join(',')
        expect(satisfies(version, range)).toBe(pep440Satisfies(version, range, { prereleases: true }))
      }),
      { numRuns: 1000 },
    )
  })
  it('throws on nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        satisfies(a, b)
        normaliseName(a)
        const normal = normaliseVersion(a)
        return normal === null || normaliseVersion(normal) === normal
      }),
    )
  })
})

it('normaliseName follows PEP 503', () => {
  expect(normaliseName('Flash_Attn')).toBe('flash-attn')
  expect(normaliseName('ruamel.yaml__clib')).toBe('ruamel-yaml-clib')
})
