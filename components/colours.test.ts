import { expect, test } from 'vitest'
import { colours, colourStyles } from './colours'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

type Name = keyof typeof colours
const read: [ink: Name, grounds: Name[]][] = [
  ['text', ['ground', 'subtle', 'plain-ground', 'highlight', 'good-ground']],
  ['muted', ['ground', 'subtle', 'plain-ground']],
  ['accent', ['ground', 'subtle']],
  ['bad', ['ground', 'subtle', 'bad-ground']],
  ['careful', ['ground', 'subtle', 'careful-ground']],
  ['good', ['ground', 'subtle', 'good-ground']],
  ['plain', ['ground', 'subtle', 'plain-ground']],
]
const pairs = read.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const))

test.each(pairs)('%s can be read on %s', (ink, ground) => {
  colours[ink].forEach((shade, index) => {
    const least = index >= 2 ? 7 : 4.5
    expect(contrast(shade, colours[ground][index]!), `shade ${index}`).toBeGreaterThanOrEqual(least)
  })
})

test('the focus ring stands out from every ground, and borders do in high contrast', () => {
  for (const ground of ['ground', 'subtle'] as const)
    colours.focus.forEach((shade, index) =>
      expect(contrast(shade, colours[ground][index]!)).toBeGreaterThanOrEqual(3),
    )
  for (const index of [2, 3])
    expect(contrast(colours.line[index]!, colours.ground[index]!)).toBeGreaterThanOrEqual(3)
})

test('high contrast follows the setting and the browser alike', () => {
  const high = `--unmute-text:light-dark(${colours.text[2]},${colours.text[3]})`
  expect(colourStyles.split(high)).toHaveLength(3)
  expect(colourStyles).toContain('prefers-contrast: more')
})
