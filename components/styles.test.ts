import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { colours } from './colours'

const folder = new URL('./styles/', import.meta.url)
const sheets = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)

test.each(sheets)('%s takes its sizes in px: rem would follow the host page', (_, css) => {
  expect(css).not.toMatch(/\d(?:rem|vw)\b(?!\s*-)/)
  for (const [, size] of css.matchAll(/font-size: (\d+)px/g)) expect(Number(size)).toBeGreaterThanOrEqual(10)
})

test.each(sheets)('%s uses only custom properties that exist', (_, css) => {
  const set = new Set([
    ...Object.keys(colours).map((name) => `--unmute-${name}`),
    ...sheets.flatMap(([, other]) => [...other.matchAll(/(--[\w-]+):/g)].map((match) => match[1]!)),
    // Set by the ruler itself.
    '--unmute-columns',
    '--unmute-columns-narrow',
    '--unmute-row',
  ])
  for (const [, name] of css.matchAll(/var\((--[\w-]+)\)/g)) expect(set).toContain(name)
})

test.each(sheets)('%s takes its colours from the table, which knows dark and high contrast', (_, css) => {
  expect(css).not.toMatch(/#[0-9a-f]{3,8}\b/i)
})
