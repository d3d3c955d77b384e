import { describe, expect, it } from 'vitest'
import { rules } from '../../rules'
import { literalOf } from './literal'
import { conditionsOf } from './walk'

describe('literalOf', () => {
  it.each([
    ['cannot import name', 'cannot import name'],
    ["name '(?:A|B)' from 'transformers'", "' from 'transformers'"],
    ['a|bcd', ''],
    ['colou?red of', 'red of'],
    ['_pad\\(\\) got', '_pad() got'],
    ['\\bword\\d+ more', ' more'],
    ['[abc]+xyz[^)]', 'xyz'],
    ['ab{0,2}cde', 'cde'],
    ['ab+c', 'ab'],
    ['(?:never)?sure', 'sure'],
    ['\\u4e00nine', 'nine'],
    ["ValueError: {'type'", "ValueError: {'type'"],
    ['', ''],
  ])('%s has %s', (source, expected) => expect(literalOf(source)).toBe(expected))

  it('is there for most patterns of the rules', () => {
    const patterns = rules.flatMap((rule) =>
      conditionsOf(rule).flatMap((condition) => ('error' in condition ? [condition.error] : [])),
    )
    const without = patterns.filter((pattern) => literalOf(pattern).length < 4)
    expect(without.length / patterns.length).toBeLessThan(0.2)
  })
})
