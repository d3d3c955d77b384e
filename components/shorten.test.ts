import { expect, test } from 'vitest'
import { shorten } from './shorten'

const around = (text: string, part: string, most: number) => {
  const start = text.indexOf(part)
  const short = shorten({ text, start, end: start + part.length }, most)
  return [short.text, short.text.slice(short.start, short.end)]
}

test('what fits stays as it is', () => {
  expect(around('peft==0.9.0', 'peft==0.9.0', 11)).toEqual(['peft==0.9.0', 'peft==0.9.0'])
  expect(around('  - peft 0.9.0 ', '0.9.0', 20)).toEqual(['  - peft 0.9.0 ', '0.9.0'])
})

test('a long line is cut on both sides of its telling part, at words', () => {
  const line = 'model = AutoModel.from_pretrained(path, torch_dtype=torch.half, device_map="auto")'
  const [text, marked] = around(line, 'torch_dtype=torch.half', 40)
  expect(text).toBe('…(path, torch_dtype=torch.half…')
  expect(marked).toBe('torch_dtype=torch.half')
})

test('room that one side does not need goes to the other', () => {
  expect(around('loss 0.0 from the second step on', 'loss 0.0', 24)[0]).toBe('loss 0.0 from the second…')
  expect(around('from the second step on loss 0.0', 'loss 0.0', 24)[0]).toBe('…second step on loss 0.0')
})

test('a Chinese character takes two columns and is never cut in two', () => {
  const [text, marked] = around('训练能跑完，不报错，但是 loss 从第二步开始一直是零', 'loss', 20)
  expect(text).toBe('…但是 loss 从第二…')
  expect(marked).toBe('loss')
  const [emoji] = around('𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷x', 'x', 6)
  expect(emoji).toBe('…𠮷𠮷x')
})

test('a telling part that is too long itself loses its end', () => {
  const [text, marked] = around(`see ${'a'.repeat(200)} there`, 'a'.repeat(200), 10)
  expect(text).toBe(`…${'a'.repeat(10)}…`)
  expect(marked).toBe(`${'a'.repeat(10)}…`)
})
