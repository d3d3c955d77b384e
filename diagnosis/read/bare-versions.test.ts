import { describe, expect, it } from 'vitest'
import { diagnose } from '../diagnose'
import { outlineOf } from '../thread'
import type { Texts } from './reading.fixture'
import { packagesOf, SYMPTOM, threadOf } from './reading.fixture'
import { settle } from './settle'

describe('numbers without a package, answered by the thread', () => {
  it.each<[string, Texts, string]>([
    [
      'bare answer',
      [
        ['ann', SYMPTOM],
        ['bob', 'Which peft version is it?'],
        ['ann', '0.9.0'],
      ],
      'ann peft 0.9.0 installed',
    ],
    [
      'bare answer zh',
      [
        ['ann', SYMPTOM],
        ['bob', 'peft 版本多少？'],
        ['ann', '是 0.9.0'],
      ],
      'ann peft 0.9.0 installed',
    ],
    [
      'bare answer zh2',
      [
        ['ann', SYMPTOM],
        ['bob', 'peft 是哪个版本'],
        ['ann', '我用的是0.9.0，torch 2.1.2'],
      ],
      'ann peft 0.9.0 installed; ann torch 2.1.2 installed',
    ],
    [
      'two answers',
      [
        ['ann', SYMPTOM],
        ['bob', 'What are your peft and transformers versions?'],
        ['ann', '0.9.0 and 4.38.2'],
      ],
      'ann peft 0.9.0 installed; ann transformers 4.38.2 installed',
    ],
    [
      'bare with words',
      [
        ['ann', SYMPTOM],
        ['bob', 'please post the version of peft'],
        ['ann', "It's 0.9.0, from pip."],
      ],
      'ann peft 0.9.0 installed',
    ],
    [
      'bare cure',
      [
        ['ann', SYMPTOM + ' peft 0.9.0'],
        ['ann', 'downgraded to 0.6.2 and it works'],
      ],
      'ann peft 0.6.2 cure; ann peft 0.9.0 installed',
    ],
    [
      'bare cure zh',
      [
        ['ann', SYMPTOM + ' peft 0.9.0'],
        ['ann', '换成 0.6.2 就好了'],
      ],
      'ann peft 0.6.2 cure; ann peft 0.9.0 installed',
    ],
    [
      'stranger works',
      [
        ['ann', SYMPTOM + ' peft 0.9.0'],
        ['bob', 'works with 0.6.2 here'],
      ],
      'ann peft 0.9.0 installed; bob peft 0.6.2 mentioned',
    ],
  ])('%s', (_, texts, expected) => {
    expect(packagesOf(texts)).toBe(expected)
  })
})

it('names them anew when more of the thread is known, and the same the second time', () => {
  const thread = threadOf([
    ['ann', SYMPTOM],
    ['bob', 'Which peft is that?'],
    ['ann', '0.9.0'],
  ])
  const { facts } = diagnose(thread, [])
  expect(settle(facts, outlineOf(thread))).toEqual(facts)
  expect(facts.filter(({ kind }) => kind === 'package')).toHaveLength(1)
})
