import { describe, expect, it } from 'vitest'
import { rules } from '../../rules'
import { diagnose } from '../diagnose'
import { packagesIn } from './packages'

const packages = (text: string) =>
  packagesIn(diagnose({ site: 'text', blocks: [{ id: '1', kind: 'paste', text }] }, rules), rules)
const standings = (text: string) =>
  packages(text).stack.map(({ name, version, standing }) => `${name} ${version} ${standing}`)

describe('the packages of a text', () => {
  it('are those of the stack, an affected one first, the others counted', () => {
    const { stack, others } = packages('absl-py==2.1.0\ntorch==2.1.2+cu121\npeft==0.9.0\naccelerate>=0.21\n')
    expect(stack.map(({ name, version, isRange }) => [name, version, isRange])).toEqual([
      ['peft', '0.9.0', false],
      ['torch', '2.1.2+cu121', false],
      ['accelerate', '>=0.21', true],
    ])
    expect(others).toBe(1)
  })

  it('are affected by themselves where nothing announces the fault', () => {
    expect(standings('peft==0.9.0')).toEqual(['peft 0.9.0 affected'])
    expect(packages('peft==0.9.0').stack[0]?.hazards.en).toHaveLength(1)
    expect(standings('peft==0.13.2')).toEqual(['peft 0.13.2 fine'])
  })

  it('are affected where a diagnosis rests on them, and only there', () => {
    expect(standings('peft==0.15.2\ntransformers==4.40.2\ntorch==2.6.0')).toEqual([
      'peft 0.15.2 affected',
      'transformers 4.40.2 affected',
      'torch 2.6.0 fine',
    ])
    expect(standings('peft==0.15.2')).toEqual(['peft 0.15.2 fine'])
  })
})
