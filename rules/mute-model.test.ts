import { describe, expect, it } from 'vitest'
import type { Fact, FactOf } from '../diagnosis/facts'
import { match } from '../diagnosis/match/match'
import { rule } from './mute-model'

/** The rule by itself: hand-made facts in, verdict, look-alikes and fixes out. Reading is tested where it is done. */

const place = { block: '1', start: 0, end: 1, author: 'you', quote: { text: 'x', start: 0, end: 1 } }
const installed = (name: string, version: string): Fact => ({
  ...place,
  kind: 'package',
  name,
  version,
  stance: 'installed',
})
const model = (id: string): Fact => ({ ...place, kind: 'model', id })
const lossZero: Fact = { ...place, kind: 'symptom', id: 'loss-zero', stance: 'used' }
const mute: Fact = { ...place, kind: 'symptom', id: 'mute-output', stance: 'used' }
const lora: Fact = { ...place, kind: 'method', id: 'lora', stance: 'used' }
const precision = (id: FactOf<'precision'>['id']): Fact => ({
  ...place,
  kind: 'precision',
  id,
  stance: 'used',
})
const code = (id: FactOf<'code'>['id']): Fact => ({ ...place, kind: 'code', id, stance: 'used' })
const hardware = (id: FactOf<'hardware'>['id']): Fact => ({
  ...place,
  kind: 'hardware',
  id,
  name: id,
  stance: 'used',
})
const log = (series: Partial<FactOf<'log'>['series']>): Fact => ({
  ...place,
  kind: 'log',
  series: { points: [], length: 20, shape: 'finite-then-zero', finiteBefore: 1, ...series },
})
const date = (day: string): Fact => ({ ...place, kind: 'date', date: day })

const diagnosisOf = (...facts: Fact[]) => match(facts, [rule], 'you')[0]
const glm = [model('chatglm3-6b'), lossZero]
const broken = [...glm, installed('peft', '0.9.0')]

describe('verdicts', () => {
  it.each<[string, string | undefined, Fact[]]>([
    ['a version in the range and a base that is float16 by default', 'confirmed', broken],
    ['the first affected release', 'confirmed', [...glm, installed('peft', '0.7.0')]],
    ['the last affected release', 'confirmed', [...glm, installed('peft', '0.11.1')]],
    ['the last release before', 'ruled-out', [...glm, installed('peft', '0.6.2')]],
    ['the first release after', 'ruled-out', [...glm, installed('peft', '0.12.0')]],
    ['no version', 'cannot-tell', glm],
    ['an unknown dtype', 'likely', [model('llama-2-7b'), lossZero, installed('peft', '0.9.0')]],
    ['a stated dtype', 'confirmed', [lora, lossZero, installed('peft', '0.9.0'), precision('fp16')]],
    ['no symptom', 'at-risk', [model('chatglm2-6b'), installed('peft', '0.9.0')]],
    ['a version and nothing else', undefined, [installed('peft', '0.9.0')]],
    ['another kind of model', undefined, [lossZero, model('resnet-50')]],
    ['bfloat16', 'ruled-out', [...broken, precision('bf16')]],
    ['mixed precision', 'ruled-out', [...broken, precision('amp')]],
    ['a quantised base', 'ruled-out', [...broken, precision('int4')]],
    ['a cast of what is trained', 'ruled-out', [...broken, code('cast-trainable-to-float32')]],
    ['an NPU', 'ruled-out', [...broken, hardware('ascend')]],
    [
      'masked labels',
      'ruled-out',
      [...broken, log({ shape: 'zero-from-first', finiteBefore: 0, gradNormFirst: 'zero' })],
    ],
    ['divergence', 'ruled-out', [...broken, log({ finiteBefore: 40, highestLearningRate: 0.003 })]],
    ['a small learning rate', 'confirmed', [...broken, log({ finiteBefore: 1, highestLearningRate: 1e-4 })]],
    [
      'silence after a healthy log',
      'ruled-out',
      [model('chatglm3-6b'), mute, installed('peft', '0.9.0'), log({ shape: 'finite', finiteBefore: 20 })],
    ],
    ['a text from before the fault', 'ruled-out', [...glm, date('2023-08-01')]],
    ['an old date beside a version in the range', 'confirmed', [...broken, date('2023-08-01')]],
    ['full tuning', 'ruled-out', [...broken, { ...place, kind: 'method', id: 'full', stance: 'used' }]],
    [
      'full tuning and LoRA',
      'confirmed',
      [...broken, lora, { ...place, kind: 'method', id: 'full', stance: 'used' }],
    ],
    [
      '.half() after a healthy PEFT',
      'confirmed',
      [...glm, installed('peft', '0.13.0'), code('half-after-get-peft-model')],
    ],
    [
      '.half() after loading in bfloat16',
      'confirmed',
      [lora, lossZero, installed('peft', '0.13.0'), precision('bf16'), code('half-after-get-peft-model')],
    ],
    [
      'modules_to_save on a float16 base',
      'confirmed',
      [...glm, installed('peft', '0.18.1'), code('modules-to-save')],
    ],
    [
      'modules_to_save on an unknown base',
      'likely',
      [lora, lossZero, installed('peft', '0.18.1'), code('modules-to-save')],
    ],
    [
      'inject_adapter_in_model before 0.7',
      'ruled-out',
      [...glm, installed('peft', '0.6.2'), code('inject-adapter-in-model')],
    ],
    [
      'inject_adapter_in_model after 0.7',
      'confirmed',
      [...glm, installed('peft', '0.20.0'), code('inject-adapter-in-model')],
    ],
  ])('%s: %s', (_, verdict, facts) => expect(diagnosisOf(...facts)?.verdict).toBe(verdict))

  it('takes a cure out of the range for the missing version, whoever tells of it', () => {
    const cure: Fact = {
      ...place,
      author: 'qiao',
      kind: 'package',
      name: 'peft',
      version: '0.6.0',
      stance: 'cure',
    }
    const theirs: Fact = { ...lossZero, author: 'qiao' }
    expect(diagnosisOf(...glm, cure, theirs)).toMatchObject({ verdict: 'confirmed', about: 'you' })
    expect(diagnosisOf(...glm, { ...cure, version: '0.9.0' }, theirs)?.verdict).toBe('cannot-tell')
  })
})

describe('fixes', () => {
  const fixesOf = (...facts: Fact[]) => diagnosisOf(...facts)?.fixes ?? []

  it('keeps PEFT below 0.14 for an old or unknown transformers', () => {
    expect(fixesOf(...broken)[0]).toBe('upgrade-peft')
    expect(fixesOf(...broken, installed('transformers', '4.42.4'))[0]).toBe('upgrade-peft')
  })

  it('goes by the installed transformers', () => {
    expect(fixesOf(...broken, installed('transformers', '4.43.0'))[0]).toBe('upgrade-peft-transformers-4')
    const five = fixesOf(...broken, installed('transformers', '5.2.0'))
    expect(five[0]).toBe('upgrade-peft-transformers-5')
    expect(five).not.toContain('peft-before-the-fault')
    expect(five.filter((id) => id.startsWith('upgrade-'))).toHaveLength(1)
  })

  it('mends the script where the script is the cause', () => {
    const half = fixesOf(...glm, installed('peft', '0.13.0'), code('half-after-get-peft-model'))
    expect(half.slice(0, 2)).toEqual(['move-half-call', 'cast-to-float32'])
    expect(half.join()).not.toMatch(/upgrade|before-the-fault/)
    const both = fixesOf(...broken, code('half-after-get-peft-model'))
    expect(both.slice(0, 2)).toEqual(['move-half-call', 'upgrade-peft'])
    const copies = fixesOf(...broken, code('modules-to-save'))
    expect(copies[0]).toBe('cast-what-peft-leaves')
    expect(copies).not.toContain('cast-to-float32')
  })

  it('offers bfloat16 only where the GPU may have it', () => {
    expect(fixesOf(...broken)).toContain('bfloat16-base')
    expect(fixesOf(...broken, hardware('v100')).join()).not.toMatch(/bfloat16|another-model/)
  })

  it('puts workarounds last', () =>
    expect(fixesOf(...broken).slice(-2)).toEqual(['adam-epsilon', 'fused-adamw']))
})

describe('look-alikes', () => {
  it.each<[string, Fact[]]>([
    ['masked-labels', [log({ shape: 'zero-from-first', gradNormFirst: 'zero' })]],
    ['activation-overflow', [precision('amp'), hardware('v100')]],
    ['activation-overflow', [log({ shape: 'zero-from-first', gradNormFirst: 'nan' })]],
    ['quantised-overflow', [precision('int8')]],
    [
      'checkpointing-without-grad',
      [{ ...place, kind: 'error', text: 'RuntimeError: element 0 of tensors does not require grad and' }],
    ],
    ['learning-rate', [log({ finiteBefore: 40, highestLearningRate: 0.003 })]],
    ['accelerator-npu', [hardware('ascend')]],
    ['adapter-not-loaded', [code('adapter-not-loaded')]],
  ])('%s', (id, facts) => {
    expect(diagnosisOf(...broken, ...facts)?.differential).toContain(id)
    expect(diagnosisOf(...broken)?.differential).toEqual([])
  })
})
