import { expect, test } from 'vitest'
import { passagesOf } from './passages'

const text = 'It is peft 0.9.0.\nSecond line.\n\n```\nloss 0.0\n\nloss nan\n```\nEnd'
const range = (words: string, cure = false) => {
  const start = text.indexOf(words)
  return { block: '1', start, end: start + words.length, cure }
}

test('prose and code part at fences and empty lines', () => {
  const passages = passagesOf(text, [])
  expect(
    passages.map(({ code, lines }) => [code, lines.map((line) => line.map((one) => one.text).join(''))]),
  ).toEqual([
    [false, ['It is peft 0.9.0.', 'Second line.']],
    [true, ['loss 0.0', '', 'loss nan']],
    [false, ['End']],
  ])
})

test('every piece knows where it stands', () => {
  for (const { lines } of passagesOf(text, [range('peft'), range('nan')]))
    for (const { text: words, start } of lines.flat())
      expect(text.slice(start, start + words.length)).toBe(words)
})

test('marks cover just what they are given, across lines too, and a cure outweighs evidence', () => {
  const across = { ...range('0.9.0.\nSecond'), cure: false }
  const marked = passagesOf(text, [across, range('Second', true), range('loss nan')])
    .flatMap(({ lines }) => lines.flat())
    .filter(({ mark }) => mark)
    .map(({ text: words, mark }) => [words, mark])
  expect(marked).toEqual([
    ['0.9.0.', 'evidence'],
    ['Second', 'cure'],
    ['loss nan', 'evidence'],
  ])
})
