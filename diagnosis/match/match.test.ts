import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Rule } from '../../rules/schema'
import type { Fact } from '../facts'
import { match } from './match'

const words = { name: 'x', verdict: {}, cause: 'x', fixes: {} }
const rule: Rule = {
  id: 'made-up',
  severity: 'crash',
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

  it('keeps to the ceiling', () => {
    const [diagnosis] = match([toy, zero('a'), widget('a', '1.5')], [{ ...rule, ceiling: 'at-risk' }], 'a')
    expect(diagnosis?.verdict).toBe('at-risk')
  })

  it('leaves out a rule that throws, says so once, and goes on', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const broken: Rule = { ...rule, id: 'broken', about: { error: '(' } }
    const both = () => match([toy, zero('a'), widget('a', '1.5')], [broken, rule], 'a')
    expect(both().map(({ rule: id }) => id)).toEqual(['made-up'])
    both()
    expect(warn).toHaveBeenCalledTimes(1)
  })
})
