import { expect, test } from 'vitest'
import { checkWords } from './index'

/** Every phrase with its path; functions are called with numbers and a name. */
function phrases(table: object, path = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') return [[here, value]]
    if (typeof value !== 'function') return phrases(value as object, here)
    const given: Record<string, unknown[]> = {
      'adapter.counts': [3, ['F16', 'F32'], 1, 2],
      'takenFor.lines': [1, 3],
    }
    return [[here, (value as (...given: unknown[]) => string)(...(given[here] ?? [3]))]]
  })
}

const english = phrases(checkWords.en)
const chinese = phrases(checkWords.zh_CN)

test('both languages say the same things', () => {
  expect(chinese.map(([path]) => path)).toEqual(english.map(([path]) => path))
})

test.each([...english, ...chinese])('%s says something, without holes', (_, phrase) => {
  expect(phrase.trim()).not.toBe('')
  expect(phrase).not.toMatch(/undefined|\[object|\s{2}/)
})

test.each(chinese)('%s is Chinese', (_, phrase) => {
  expect(phrase).toMatch(/\p{Script=Han}/u)
  expect(phrase, 'Chinese takes full-width punctuation').not.toMatch(/\p{Script=Han}[,;:!?]/u)
})

test.each(english)('%s is English', (_, phrase) => expect(phrase).not.toMatch(/\p{Script=Han}/u))
