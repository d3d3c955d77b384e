import { expect, test } from 'vitest'
import type { Language } from '../language'
import { words } from './index'
import { optionsWords } from './options'
import { welcomeWords } from './welcome'

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
  const kept = { dismissed: 3, pastes: 1, selections: 2 }
  const given: Record<string, unknown[]> = {
    'ruler.text': [ruler],
    'series.text': [series],
    'panel.setupOf': ['linxi', true],
    'changes.from': [['transformers 4.46.3', 'peft 0.9.0']],
    'basis.measured': [24, '2026-11-24'],
    'options.stored.kept': [kept],
    'options.stored.question': [kept],
    'options.stored.forgotten': [kept],
  }
  return Object.entries(table).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') return [[here, value]]
    if (typeof value !== 'function') return phrases(value as object, here)
    const call = value as (...args: unknown[]) => string | string[]
    return [call(...(given[here] ?? [3]))].flat().map((phrase) => [here, phrase])
  })
}

/** The panel's words, and those of each page of the extension's own. */
const tables = (language: Language) => ({
  ...words[language],
  options: optionsWords[language],
  welcome: welcomeWords[language],
})
const english = phrases(tables('en'))
const chinese = phrases(tables('zh_CN'))

test('both languages say the same things', () => {
  expect(chinese.map(([path]) => path)).toEqual(english.map(([path]) => path))
})

test.each([...english, ...chinese])('%s says something, without holes', (_, phrase) => {
  expect(phrase.trim()).not.toBe('')
  expect(phrase).not.toMatch(/undefined|(?<!a |掩盖的 )NaN|\[object|\s{2}/)
})

test.each(chinese)('%s is Chinese', (_, phrase) => {
  expect(phrase).toMatch(/\p{Script=Han}/u)
  expect(phrase, 'Chinese takes full-width punctuation').not.toMatch(/\p{Script=Han}[,;:!?]/u)
})

test.each(english)('%s is English', (_, phrase) => {
  expect(phrase).not.toMatch(/\p{Script=Han}/u)
})
