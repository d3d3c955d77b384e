import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules'
import type { Condition } from '../../rules/schema'
import type { Fact } from '../facts'
import { weigh, weighTold } from './conditions'
import { couldShow, couldWarn, glanceAt } from './possible'
import { setupOf } from './setup'

const place = { block: '1', start: 0, end: 1, quote: { text: '', start: 0, end: 0 } }

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    kind: fc.constant('package' as const),
    name: fc.constantFrom('peft', 'transformers', 'torch', 'numpy'),
    version: fc.constantFrom('0.9.0', '0.15.2', '2.1.0', '4.40.2', '4.46.3', '5.1.0'),
    stance: fc.constantFrom('installed' as const, 'mentioned' as const, 'cure' as const),
    author: fc.constantFrom('ada', 'bob'),
    ...Object.fromEntries(Object.entries(place).map(([key, value]) => [key, fc.constant(value)])),
  }) as fc.Arbitrary<Fact>,
  fc.constantFrom<Fact>(
    { ...place, kind: 'model', id: 'chatglm3-6b' },
    { ...place, kind: 'symptom', id: 'loss-zero', stance: 'used', author: 'ada' },
    { ...place, kind: 'precision', id: 'bf16', stance: 'used', author: 'bob' },
    {
      ...place,
      kind: 'error',
      text: "ImportError: cannot import name 'EncoderDecoderCache' from 'transformers'",
      author: 'bob',
    },
    {
      ...place,
      kind: 'error',
      text: 'ValueError: too many values to unpack (expected 2)',
      traceback: '    cache_k, cache_v = kv_cache',
      author: 'ada',
    },
    {
      ...place,
      kind: 'error',
      text: "TypeError: LoraConfig.__init__() got an unexpected keyword argument 'eva_config'",
      author: 'ada',
    },
    {
      ...place,
      kind: 'warning',
      text: 'FutureWarning: `tokenizer` is deprecated and will be removed in version 5.0.0 for `Trainer.__init__`.',
      author: 'ada',
    },
    { ...place, kind: 'complaint', text: 'It fails with standardize_cache_format.', author: 'bob' },
    { ...place, kind: 'adapter-config', keys: ['peft_type', 'r', 'corda_config'], author: 'ada' },
    { ...place, kind: 'training', author: 'bob' },
    { ...place, kind: 'symptom', id: 'mute-output', stance: 'used', author: 'bob' },
  ),
)

describe('what could be said', () => {
  it('never leaves out a rule that would say something of one person', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), (facts) => {
        const found = facts.map((one, index) => ({ fact: one, index }))
        const everybody = glanceAt(setupOf('', found))
        for (const author of ['ada', 'bob']) {
          const own = found.filter((one) => one.fact.author === undefined || one.fact.author === author)
          const holds = (condition?: Condition) =>
            !condition || weigh(condition, setupOf(author, own)).truth === 'true'
          for (const rule of rules) {
            const told = rule.told && weighTold(rule.told, setupOf(author, own)).truth === 'true'
            if (holds(rule.symptoms) || told) expect(couldShow(rule, everybody), rule.id).toBe(true)
            const warns = rule.freezeCheck === 'definite' || rule.freezeCheck === 'with-model'
            if (warns && holds(rule.about) && holds(rule.environment))
              expect(couldWarn(rule, everybody), rule.id).toBe(true)
          }
        }
      }),
    )
  })

  it('leaves out nearly every rule where nothing is said', () => {
    const nothing = glanceAt(setupOf('', []))
    const left = rules.filter((rule) => couldShow(rule, nothing) || couldWarn(rule, nothing))
    expect(left.length).toBeLessThan(rules.length / 10)
  })
})
