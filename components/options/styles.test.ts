import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { colours } from '../colours'

const read = (folder: string) => {
  const url = new URL(folder, import.meta.url)
  return readdirSync(url)
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, readFileSync(new URL(name, url), 'utf8')] as const)
}
const sheets = [...read('./'), ...read('../welcome/'), ...read('../check/styles/')]
const base = readFileSync(new URL('../styles/base.css', import.meta.url), 'utf8')

test('there is something to look at', () => expect(sheets.length).toBeGreaterThan(3))

test.each(sheets)('%s takes its colours from the table, which knows dark and high contrast', (_, css) => {
  expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|\brgb|\bhsl|\boklch/i)
})

test.each(sheets)('%s uses only custom properties that exist', (_, css) => {
  const known = new Set([
    ...Object.keys(colours).map((name) => `--unmute-${name}`),
    ...[css, base].flatMap((sheet) => [...sheet.matchAll(/(--[\w-]+):/g)].map((match) => match[1])),
  ])
  for (const [, name] of css.matchAll(/var\((--[\w-]+)\)/g)) expect(known).toContain(name)
})
