import { describe, expect, it } from 'vitest'
import type { Fix, Rule } from '../rules/schema'
import { changesFor } from './changes'
import { diagnose } from './diagnose'

const words = { name: 'x', symptom: 'x', verdict: {}, cause: 'x', fixes: {} }

const rule = (id: string, range: string, fixes: Fix[], name = 'torch'): Rule => ({
  id,
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: { error: `made up by ${id}`, decisive: true },
  environment: { package: name, range },
  fixes,
  links: [],
  prose: { en: words, zh_CN: words },
})
const installs = (name: string, range: string): Fix => ({
  id: `${name}-fix`,
  installs: { package: name, range },
})

function changes(rules: Rule[], freeze: string, releases: string[] = []) {
  const report = diagnose({ site: 'text', blocks: [{ id: '1', kind: 'paste', text: freeze }] }, rules)
  const known = { torch: releases.map((version) => ({ label: version, version })) }
  return changesFor(report, rules, known).map((change) => ({
    ...change,
    clears: change.clears.map((index) => report.diagnoses[index]?.rule),
  }))
}

describe('changesFor', () => {
  it('finds the one change that clears most, with what its fixes have in common', () => {
    const rules = [
      rule('one', '<2.0', [installs('torch', '>=2.0')]),
      rule('two', '<2.2', [installs('peft', '>=9'), installs('torch', '>=2.2,<3')]),
      rule('three', '<2.5', [installs('peft', '>=9'), installs('torch', '>=2.5')]),
    ]
    expect(changes(rules, 'torch==1.13.0')).toMatchObject([
      { command: 'pip install "torch>=2.5,<3"', from: { torch: '1.13.0' }, clears: ['one', 'three', 'two'] },
    ])
  })

  it('leaves alone what one change does not clear together', () => {
    const rules = [
      rule('one', '<2.0', [installs('torch', '==1.9')]),
      rule('two', '<2.2', [installs('torch', '>=2.2')]),
    ]
    expect(changes(rules, 'torch==1.13.0')).toEqual([])
  })

  it('offers no change that brings another fault', () => {
    const rules = [
      rule('one', '<2.0', [installs('torch', '>=2.2')]),
      rule('two', '<2.1', [installs('torch', '>=2.2')]),
      rule('three', '>=2.2', [installs('torch', '<2.2')]),
    ]
    expect(changes(rules, 'torch==1.13.0')).toEqual([])
  })

  it('prefers a command of two packages where one alone would bring another fault', () => {
    const both = 'pip install "torch==2.2" "numpy==1.26.4"'
    const fix = (name: string, range: string) => ({ ...installs(name, range), command: both })
    const rules = [
      rule('one', '<2.0', [fix('torch', '>=2.2')]),
      rule('two', '<2.1', [fix('torch', '>=2.2')]),
      {
        ...rule('three', '>=0', []),
        environment: {
          allOf: [
            { package: 'torch', range: '>=2.2' },
            { package: 'numpy', range: '>=2.0' },
          ],
        },
      },
    ]
    expect(changes(rules, 'torch==1.13.0\nnumpy==2.0.1')).toMatchObject([
      { command: both, from: { torch: '1.13.0', numpy: '2.0.1' }, clears: ['one', 'two'] },
    ])
  })

  it('tries what pip would install, and names the lowest release where the newest fails otherwise', () => {
    const rules = [
      rule('one', '<2.0', [installs('torch', '>=2.2')]),
      rule('two', '<2.1', [installs('torch', '>=2.2')]),
      rule('three', '>=2.6', [installs('torch', '<2.6')]),
    ]
    expect(changes(rules, 'torch==1.13.0', ['2.2', '2.5'])).toMatchObject([
      { command: 'pip install "torch>=2.2"' },
    ])
    expect(changes(rules, 'torch==1.13.0', ['2.2', '2.5', '2.7'])).toMatchObject([
      { command: 'pip install "torch==2.2"' },
    ])
  })

  it('is nothing for a single diagnosis', () => {
    expect(changes([rule('one', '<2.0', [installs('torch', '>=2.0')])], 'torch==1.13.0')).toEqual([])
  })
})
