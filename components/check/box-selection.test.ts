import { expect, it } from 'vitest'
import { lineRange } from './box-selection'

const text = 'one\ntwo\n\nfour'
const lines = (from: number, to?: number) => {
  const { start, end } = lineRange(text, from, to)
  return text.slice(start, end)
}

it('finds a line, or several, without the last end', () => {
  expect(lines(1)).toBe('one')
  expect(lines(2)).toBe('two')
  expect(lines(1, 2)).toBe('one\ntwo')
  expect(lines(3, 4)).toBe('\nfour')
  expect(lines(4)).toBe('four')
})

it('ends where the text does', () => expect(lines(4, 99)).toBe('four'))
