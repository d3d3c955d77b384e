import { describe, expect, it } from 'vitest'
import { readAdapterConfig } from './adapter-config'
import { view } from './reading.fixture'

const keysIn = (text: string) =>
  readAdapterConfig(view(text, { kind: 'paste' })).flatMap((fact) =>
    fact.kind === 'adapter-config' ? [fact.keys] : [],
  )

/** In the order in which PEFT writes the keys. */
const sorted = {
  alpha_pattern: {},
  base_model_name_or_path: '/data/base',
  corda_config: null,
  loftq_config: {},
  peft_type: 'LORA',
  r: 8,
  rank_pattern: { 'layers.0.q_proj': 4 },
}

describe('readAdapterConfig', () => {
  it('has the keys of the object that has the mark, whatever objects stand before it', () => {
    const keys = Object.keys(sorted)
    expect(keysIn(JSON.stringify(sorted))).toEqual([keys])
    expect(keysIn(`peft==0.11.1\n\n${JSON.stringify(sorted, null, 2)}\n\nWhat now?`)).toEqual([keys])
    expect(keysIn(JSON.stringify({ a_config: { b: { c: {} }, d: {} }, peft_type: 'LORA' }))).toEqual([
      ['a_config', 'peft_type'],
    ])
  })

  it('leaves the objects around it and before it alone', () => {
    expect(keysIn(JSON.stringify({ name: 'x', adapter: { r: 8, peft_type: 'LORA' }, b: {} }))).toEqual([
      ['peft_type', 'r'],
    ])
    expect(keysIn(`{"loss": 0.1}\n{"loss": 0.2}\n${JSON.stringify(sorted)}`)).toEqual([Object.keys(sorted)])
  })

  it('goes on to the next mark where one stands in no object', () => {
    expect(keysIn(`The file says "peft_type", see:\n${JSON.stringify(sorted)}`)).toEqual([
      Object.keys(sorted),
    ])
  })

  it.each([
    ['a mark that is no key of the object', '{} "peft_type": "LORA"'],
    ['an object that does not end', '{"alpha_pattern": {}, "peft_type": "LORA"'],
    ['an object that does not begin', '"alpha_pattern": {}, "peft_type": "LORA"}'],
    ['an object without that key', '{"note": ["peft_type"]}'],
    ['no JSON', '{alpha_pattern: {}, "peft_type": "LORA"}'],
  ])('%s gives none', (_, text) => expect(keysIn(text)).toEqual([]))

  it('costs what the text costs', () => {
    const time = (text: string) => {
      const start = performance.now()
      expect(keysIn(text)).toEqual([])
      return performance.now() - start
    }
    for (const piece of ['}', '{', '{"peft_type"', '"peft_type"}', '{}"peft_type"'])
      expect(time(piece.repeat(200_000)), piece).toBeLessThan(2000)
  })
})
