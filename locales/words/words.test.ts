import { expect, test } from 'vitest'
import { words } from './index'

/** Every phrase of a table with its path; functions are called with arguments that their types allow. */
function phrases(table: object, path = ''): [string, string][] {
  const ruler = {
    package: 'peft',
    first: '0.5',
    last: '0.21',
    broken: '0.7',
    installed: ['0.9.0'],
    cures: ['0.6.0'],
    fits: '>=1',
  }
  const series = { length: 6, at: 20, atStep: true, last: 4.8, value: '0.0' }
  const given: Record<string, unknown[]> = {
    'ruler.text': [ruler],
    'series.text': [series],
    'panel.setupOf': ['linxi', true],
  }
  return Object.entries(table).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') return [[here, value]]
    if (typeof value !== 'function') return phrases(value as object, here)
    const call = value as (...args: unknown[]) => string
    return [[here, call(...(given[here] ?? [3]))]]
  })
}

const english = phrases(words.en)
const chinese = phrases(words.zh_CN)

test('both languages say the same things', () => {
  expect(chinese.map(([path]) => path)).toEqual(english.map(([path]) => path))
})

test.each([...english, ...chinese])('%s says something, without holes', (_, phrase) => {
  expect(phrase.trim()).not.toBe('')
  expect(phrase).not.toMatch(/undefined|NaN(?!，)|\[object|\s{2}/)
})

test.each(chinese)('%s is Chinese', (_, phrase) => {
  expect(phrase).toMatch(/\p{Script=Han}/u)
  expect(phrase, 'Chinese takes full-width punctuation').not.toMatch(/\p{Script=Han}[,;:!?]/u)
})

test.each(english)('%s is English', (_, phrase) => {
  expect(phrase).not.toMatch(/\p{Script=Han}/u)
})
