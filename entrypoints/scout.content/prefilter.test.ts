import { describe, expect, it } from 'vitest'
import type { Examples } from '../../rules/schema'
import { isWorthReading } from './prefilter'

const modules = Object.entries(
  import.meta.glob<{ examples?: Examples }>(['../../rules/*.ts', '!../../rules/*.test.ts'], { eager: true }),
).flatMap(([path, { examples }]) =>
  examples && !path.replace(/.*\//, '').slice(0, -3).includes('.')
    ? [{ file: path.replace(/.*\//, ''), examples }]
    : [],
)

describe.each(modules)('$file', ({ examples }) => {
  it('has no text that the scout would pass by', () => {
    const missed = examples.hits
      .map(({ text, blocks }) => [text, ...(blocks ?? []).map((block) => block.text)].join('\n'))
      .filter((text) => !isWorthReading(text))
    expect(missed).toEqual([])
  })
})

it('passes by what has nothing to do with it', () => {
  for (const text of [
    'The menu flickers in dark mode. Steps: open the page, scroll down.',
    'Docker compose: the port 8080 is taken already. 网络连接失败，请重试。',
    'Bump eslint from 9.1.0 to 9.2.0',
  ])
    expect(isWorthReading(text), text).toBe(false)
})
