import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Rule } from '../../rules/schema'
import type { Fact } from '../facts'
import { match } from './match'

const words = { name: 'x', symptom: 'x', verdict: {}, cause: 'x', fixes: {} }
const rule: Rule = {
  id: 'made-up',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { mentions: 'widget' },
  symptoms: { symptom: ['loss-zero'] },
  environment: {
    allOf: [
      { package: 'widget', range: '>=1.0,<2.0', decisive: true },
      { anyOf: [{ precision: ['fp16'] }, { model: ['toy'] }] },
    ],
  },
  against: { precision: ['bf16'] },
  cure: { package: 'widget', outside: '>=1.0,<2.0' },
  fixes: [
    { id: 'upgrade', when: { package: 'python-thing' } },
    { id: 'cast', unless: { hardware: ['v100'] } },
  ],
  differential: [{ id: 'other', when: { hardware: ['ascend'] } }],
  links: [],
  prose: { en: words, zh_CN: words },
}

let offset = 0
const place = (author: string) => ({
  block: '1',
  start: offset++,
  end: offset,
  author,
  quote: { text: '', start: 0, end: 0 },
})
const widget = (
  author: string,
  version: string,
  stance: 'installed' | 'cure' | 'mentioned' = 'installed',
): Fact => ({
  ...place(author),
  kind: 'package',
  name: 'widget',
  version,
  stance,
})
const zero = (author: string): Fact => ({
  ...place(author),
  kind: 'symptom',
  id: 'loss-zero',
  stance: 'used',
})
const precision = (author: string, id: 'fp16' | 'bf16' | 'amp'): Fact => ({
  ...place(author),
  kind: 'precision',
  id,
  stance: 'used',
})
const toy: Fact = { ...place('a'), author: undefined, kind: 'model', id: 'toy-7b' }

const verdicts = (facts: Fact[]) =>
  match(facts, [rule], 'a').map(({ verdict, about }) => `${verdict} ${about}`)

afterEach(() => vi.restoreAllMocks())

describe('matching', () => {
  it('confirms one person’s setup, with the model from the address', () => {
    expect(verdicts([toy, widget('a', '1.5'), zero('a')])).toEqual(['confirmed a'])
  })

  it('never completes one person’s facts with another’s', () => {
    expect(verdicts([widget('a', '1.5'), zero('b'), precision('b', 'fp16')])).toEqual([])
  })

  it('takes a cure from anybody, and only one out of the range', () => {
    expect(verdicts([zero('a'), widget('a', '3.0', 'mentioned'), widget('b', '0.9', 'cure')])).toEqual([
      'confirmed a',
    ])
    expect(verdicts([zero('a'), widget('a', '3.0', 'mentioned'), widget('b', '1.2', 'cure')])).toEqual([
      'cannot-tell a',
    ])
  })

  it('does not take a mentioned version for an installed one', () => {
    expect(verdicts([toy, zero('a'), widget('a', '1.5', 'mentioned')])).toEqual(['cannot-tell a'])
  })

  it('does not take the mixed-precision flag for the dtype of the weights', () => {
    expect(verdicts([widget('a', '1.5'), zero('a'), precision('a', 'amp')])).toEqual(['likely a'])
  })

  it('names the version that rules it out', () => {
    const [diagnosis] = match([toy, zero('a'), widget('a', '2.1+cu118')], [rule], 'a')
    expect(diagnosis).toMatchObject({ verdict: 'ruled-out', because: [2, 1] })
  })

  it('reports the reporter when nobody’s is loud, and every loud one with packages of their own', () => {
    const muffled = [toy, zero('a'), widget('a', '1.5'), precision('a', 'bf16')]
    expect(verdicts([...muffled, zero('b'), widget('b', '2.5')])).toEqual(['ruled-out a'])
    expect(verdicts([...muffled, zero('b'), widget('b', '1.1')])).toEqual(['confirmed b'])
    expect(verdicts([toy, zero('a'), widget('a', '1.5'), zero('b'), widget('b', '1.1')])).toEqual([
      'confirmed a',
      'confirmed b',
    ])
  })

  it('offers the fixes that hold for the facts, and the look-alikes they point to', () => {
    const hardware = (id: 'v100' | 'ascend'): Fact => ({
      ...place('a'),
      kind: 'hardware',
      id,
      name: id,
      stance: 'used',
    })
    const first = (facts: Fact[]) => match(facts, [rule], 'a')[0]
    expect(first([toy, zero('a'), widget('a', '1.5')])).toMatchObject({ fixes: ['cast'], differential: [] })
    expect(first([toy, zero('a'), widget('a', '1.5'), hardware('v100')])?.fixes).toEqual([])
    expect(first([toy, zero('a'), widget('a', '1.5'), hardware('ascend')])?.differential).toEqual(['other'])
  })

  it('is not certain where something points to a look-alike, or to a doubt, unless the fault itself was seen', () => {
    const hardware: Fact = { ...place('a'), kind: 'hardware', id: 'ascend', name: 'ascend', stance: 'used' }
    const optimizer: Fact = { ...place('a'), kind: 'optimizer', id: 'other', stance: 'used' }
    const seen: Fact = { ...place('a'), kind: 'code', id: 'adapter-is-nan', stance: 'used' }
    const doubting = { ...rule, doubts: { optimizer: ['other'] }, certain: { code: ['adapter-is-nan'] } }
    const first = (...more: Fact[]) =>
      match([toy, zero('a'), widget('a', '1.5'), ...more], [doubting], 'a')[0]?.verdict
    expect(first()).toBe('confirmed')
    expect(first(hardware)).toBe('likely')
    expect(first(optimizer)).toBe('likely')
    expect(first(hardware, optimizer, seen)).toBe('confirmed')
  })

  it('is not certain where something else worked', () => {
    const worked: Fact = { ...place('a'), kind: 'confirmation', outcome: 'worked' }
    expect(verdicts([toy, zero('a'), widget('a', '1.5'), worked])).toEqual(['likely a'])
    expect(verdicts([toy, zero('a'), widget('a', '1.5'), widget('b', '0.9', 'cure'), worked])).toEqual([
      'confirmed a',
    ])
  })

  it('does not choose between two installed versions, nor decide on a development version', () => {
    expect(verdicts([toy, zero('a'), widget('a', '1.5'), widget('a', '2.5')])).toEqual(['cannot-tell a'])
    const unsure = {
      ...rule,
      environment: { package: 'widget', range: '>=1.0,<2.0', unsure: ['>=0.9.1.dev0,<1.0'] },
    }
    const [diagnosis] = match([toy, zero('a'), widget('a', '0.9.1.dev0')], [unsure], 'a')
    expect(diagnosis).toMatchObject({ verdict: 'cannot-tell', missing: ['package:widget'] })
  })

  it('hears that a version was tried in vain', () => {
    const tried: Fact = {
      ...place('a'),
      kind: 'package',
      name: 'widget',
      version: '2.5',
      stance: 'mentioned',
      tried: true,
    }
    const listening = { ...rule, against: { triedInVain: 'widget', range: '>=2.0' } }
    const [diagnosis] = match([toy, zero('a'), widget('a', '1.5'), tried], [listening], 'a')
    expect(diagnosis?.verdict).toBe('ruled-out')
  })

  it('keeps to the ceiling', () => {
    const [diagnosis] = match([toy, zero('a'), widget('a', '1.5')], [{ ...rule, ceiling: 'at-risk' }], 'a')
    expect(diagnosis?.verdict).toBe('at-risk')
  })

  it('leaves out a rule that throws, says so once, and goes on', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const broken: Rule = { ...rule, id: 'broken', about: { error: '(' } }
    const error: Fact = { ...place('a'), kind: 'error', text: 'x' }
    const both = () => match([toy, zero('a'), widget('a', '1.5'), error], [broken, rule], 'a')
    expect(both().map(({ rule: id }) => id)).toEqual(['made-up'])
    both()
    expect(warn).toHaveBeenCalledTimes(1)
  })

  describe('an exact message', () => {
    const exact: Rule = {
      ...rule,
      about: undefined,
      symptoms: { error: 'widget is torn', decisive: true },
      against: undefined,
      cure: undefined,
      differential: undefined,
    }
    const at = (block: string, fact: Fact): Fact => ({ ...fact, block })
    const torn: Fact = { ...place('a'), kind: 'error', text: 'ValueError: widget is torn' }
    const same: Fact = { ...place('b'), kind: 'confirmation', outcome: 'same-symptom' }
    const told = (facts: Fact[]) =>
      match(facts, [exact], 'a').map(({ verdict, about }) => `${verdict} ${about}`)

    it('is contradicted by the versions it came with', () => {
      expect(told([torn, widget('a', '2.5')])).toEqual(['ruled-out a'])
      expect(told([torn, at('3', widget('a', '2.5'))])).toEqual(['ruled-out a'])
    })

    it('is not by what was installed afterwards on advice', () => {
      const named = at('2', widget('b', '2.5', 'mentioned'))
      const advised = { ...named, advice: true } as Fact
      expect(told([torn, advised, at('3', widget('a', '2.5'))])).toEqual(['confirmed a'])
      // "works here with 2.5" is no advice: the reporter's own list still counts
      expect(told([torn, named, at('3', widget('a', '2.5'))])).toEqual(['ruled-out a'])
    })

    it('belongs to who says that they have the same', () => {
      expect(told([torn, widget('a', '2.5'), at('2', same), at('2', widget('b', '1.5'))])).toEqual([
        'likely b',
      ])
      expect(told([torn, widget('a', '2.5'), at('2', widget('b', '1.5'))])).toEqual(['ruled-out a'])
      // an exception that came later was not what they meant, nor was somebody else's
      expect(told([at('2', same), at('2', widget('b', '1.5')), at('3', torn)])).toEqual(['confirmed a'])
      const ofAnother = { ...torn, author: 'c' }
      expect(told([ofAnother, at('2', same), at('2', widget('b', '1.5'))])).toEqual(['confirmed c'])
    })
  })

  describe('what is told without the message', () => {
    const telling: Rule = {
      ...rule,
      symptoms: { error: 'widget is torn', decisive: true },
      told: 'torn_widget',
      against: undefined,
      cure: undefined,
      differential: undefined,
    }
    const complaint: Fact = { ...place('a'), kind: 'complaint', text: 'It fails with torn_widget.' }
    const told = (facts: Fact[]) => match(facts, [telling], 'a').map(({ verdict }) => verdict)

    it('is likely at the most', () => {
      expect(told([complaint])).toEqual(['likely'])
      expect(told([toy, complaint, widget('a', '1.5')])).toEqual(['likely'])
    })

    it('was something else where the versions contradict', () => {
      expect(told([complaint, widget('a', '2.5')])).toEqual([])
    })

    it('gives way to the message itself', () => {
      const torn: Fact = { ...place('a'), kind: 'error', text: 'ValueError: widget is torn' }
      expect(told([toy, complaint, torn, widget('a', '1.5')])).toEqual(['confirmed'])
    })
  })
})
