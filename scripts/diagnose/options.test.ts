import { describe, expect, test } from 'vitest'
import { Misuse, languageOf, parseOptions } from './options'

const parse = (...args: string[]) => parseOptions(args, {})

/** What is wrong with a call, as problem, option and what is known. */
function misuseOf(...args: string[]) {
  try {
    parse(...args)
  } catch (error) {
    if (error instanceof Misuse) return [error.problem, error.option, error.known]
    throw error
  }
  return undefined
}

describe('parseOptions', () => {
  test('files, choices and the rest', () => {
    expect(
      parse(
        '--json',
        '--model',
        'chatglm3-6b',
        'a.log',
        '--gpu=V100',
        '--precision',
        'fp16',
        '--python',
        '3.10',
        '-',
      ),
    ).toEqual({
      json: true,
      language: 'en',
      choices: { model: 'chatglm3-6b', precision: 'fp16', gpu: 'V100', python: '3.10' },
      keep: [],
      inputs: ['a.log', '-'],
    })
  })

  test('--keep is taken as often as it is given', () => {
    expect(parse('--keep', 'torch', '--keep=transformers', 'a').keep).toEqual(['torch', 'transformers'])
  })

  test('after -- everything is a file', () => {
    expect(parse('--', '--json').inputs).toEqual(['--json'])
  })

  test.each([
    [
      ['--frobnicate', 'a'],
      ['unknown-option', '--frobnicate', undefined],
    ],
    [
      ['-x', 'a'],
      ['unknown-option', '-x', undefined],
    ],
    [
      ['a', '--model'],
      ['value-missing', '--model', undefined],
    ],
    [
      ['--model', '--json', 'a'],
      ['value-missing', '--model', undefined],
    ],
    [
      ['--json=1', 'a'],
      ['value-unwanted', '--json', undefined],
    ],
    [
      ['--lang', 'fr', 'a'],
      ['value-unknown', '--lang fr', 'en, zh-CN'],
    ],
    [
      ['--precision', 'fp8', 'a'],
      ['value-unknown', '--precision fp8', 'fp16, amp, bf16, fp32, int8, int4'],
    ],
    [
      ['--python', 'three', 'a'],
      ['value-unknown', '--python three', '3.10'],
    ],
    [['--json'], ['no-input', undefined, undefined]],
  ])('%j is misuse', (args, misuse) => expect(misuseOf(...args)).toEqual(misuse))
})

test.each([
  [['--lang', 'zh-CN'], {}, 'zh_CN'],
  [['--lang=zh_TW', '--frobnicate'], {}, 'zh_CN'],
  [['--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
  [['--lang', 'fr'], { LANG: 'zh_CN.UTF-8' }, 'zh_CN'],
  [['--lang'], { LC_ALL: 'zh_CN.UTF-8', LANG: 'C' }, 'zh_CN'],
  [[], {}, 'en'],
])('%j with %j is answered in %s', (args, environment, language) => {
  expect(languageOf(args, environment)).toBe(language)
})
