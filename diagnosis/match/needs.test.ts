import { describe, expect, it } from 'vitest'
import type { Condition } from '../../rules/schema'
import type { Fact } from '../facts'
import { neededBy, weighNeeds } from './needs'
import { setupOf } from './setup'

const condition: Extract<Condition, { needs: unknown }> = {
  needs: { package: 'widget', first: { old: '1.0.0', newer: '2.0.0', newest: '3.0.0' } },
  word: "unexpected argument '(\\w+)'",
  adapterConfig: true,
}
const place = { block: '1', start: 0, end: 1, author: 'a', quote: { text: '', start: 0, end: 0 } }
const refused = (name: string): Fact => ({
  ...place,
  kind: 'error',
  text: `TypeError: unexpected argument '${name}'`,
})
const config = (...keys: string[]): Fact => ({ ...place, kind: 'adapter-config', keys })
const widget = (version: string): Fact => ({
  ...place,
  kind: 'package',
  name: 'widget',
  version,
  stance: 'installed',
})
const setup = (...facts: Fact[]) =>
  setupOf(
    'a',
    facts.map((fact, index) => ({ fact, index })),
  )
const truth = (...facts: Fact[]) => weighNeeds(condition, setup(...facts)).truth

describe('a name that came later than the installed release', () => {
  it('is needed where it is newer, and not where it is not', () => {
    expect(truth(refused('newer'), widget('1.5'))).toBe('true')
    expect(truth(refused('newer'), widget('2.0.0'))).toBe('false')
    expect(truth(config('old', 'newest'), widget('2.5'))).toBe('true')
  })

  it('is unknown while the version is, and on the way to the release', () => {
    expect(truth(refused('newer'))).toBe('unknown')
    expect(truth(refused('newer'), widget('2.0.0.dev0'))).toBe('unknown')
    expect(truth(refused('newer'), widget('1.0'), widget('2.5'))).toBe('unknown')
  })

  it('is unknown, never older, where the table does not have it', () => {
    expect(truth(refused('brand_new'), widget('9.0'))).toBe('unknown')
    expect(truth(config('old', 'brand_new'), widget('9.0'))).toBe('unknown')
    // what the message names counts, not what else the file has
    expect(truth(refused('brand_new'), config('old'), widget('9.0'))).toBe('unknown')
  })

  it('is nothing where nothing is named', () => {
    expect(truth(widget('1.0'))).toBe('false')
    expect(neededBy(condition, setup())).toEqual([])
  })
})
