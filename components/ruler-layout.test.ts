import { expect, test } from 'vitest'
import type { Ruler } from '../diagnosis/explanation'
import { layOutRuler } from './ruler-layout'

/** Minor releases 0.1 to 0.`count`, with those in the lists broken or fitting. */
function ruler(count: number, broken: number[], fits: number[], marks: Ruler['marks']): Ruler {
  return {
    package: 'peft',
    stops: Array.from({ length: count }, (_, index) => ({
      label: `0.${index + 1}`,
      version: `0.${index + 1}.0`,
      broken: broken.includes(index + 1),
      fits: fits.includes(index + 1),
    })),
    marks,
  }
}
const labels = (drawn: ReturnType<typeof layOutRuler>) => drawn.stops.map(({ label }) => label)
const at = (drawn: ReturnType<typeof layOutRuler>) =>
  drawn.marks.map(({ stop, stance, versions }) => [drawn.stops[stop]!.label, stance, ...versions])

test('only the releases around those that matter are drawn, and the newest', () => {
  const drawn = layOutRuler(
    ruler(21, [7, 8, 9, 10, 11], [12, 13], [{ version: '0.9.0', stance: 'installed' }]),
  )
  expect(labels(drawn)).toEqual([...[6, 7, 8, 9, 10, 11, 12, 13, 14].map((n) => `0.${n}`), '0.21'])
  expect(drawn.stops.map(({ gapBefore }) => gapBefore)).toEqual([...Array(9).fill(false), true])
  expect(drawn.broken).toEqual([{ from: 1, to: 5 }])
  expect(drawn.fits).toEqual([{ from: 6, to: 7 }])
  expect(drawn.stops.filter(({ key }) => key).map(({ label }) => label)).toEqual([
    '0.7',
    '0.9',
    '0.11',
    '0.12',
    '0.13',
    '0.21',
  ])
})

test('versions find their minor release: pre-releases, local parts, gaps, both ends', () => {
  const place = (version: string) =>
    at(layOutRuler(ruler(12, [3], [], [{ version, stance: 'installed' }])))[0]![0]
  expect(place('0.8.3.dev0')).toBe('0.8')
  expect(place('0.10.0+cu121')).toBe('0.10')
  expect(place('0.0.9')).toBe('0.1')
  expect(place('3.1')).toBe('0.12')
  expect(place('nonsense')).toBe('0.1')
})

test('what was installed and what cured it stay apart; the same stance shares a mark', () => {
  const drawn = layOutRuler(
    ruler(
      12,
      [7, 8, 9],
      [],
      [
        { version: '0.6.0', stance: 'cure', author: 'a' },
        { version: '0.6.2', stance: 'cure', author: 'b' },
        { version: '0.6.1', stance: 'installed', author: 'a' },
      ],
    ),
  )
  expect(at(drawn)).toEqual([
    ['0.6', 'installed', '0.6.1'],
    ['0.6', 'cure', '0.6.0', '0.6.2'],
  ])
  expect(drawn.marks.map(({ lane }) => lane)).toEqual([0, 1])
})

test('labels that are far enough apart share a row', () => {
  const marks: Ruler['marks'] = [
    { version: '0.9.0', stance: 'installed' },
    { version: '0.2.0', stance: 'cure' },
  ]
  expect(layOutRuler(ruler(12, [7, 8, 9], [], marks)).marks.map(({ lane }) => lane)).toEqual([0, 0])
})

test('nothing to draw is no error', () => {
  expect(layOutRuler(ruler(0, [], [], [])).stops).toEqual([])
  expect(layOutRuler(ruler(0, [], [], [{ version: '1.0', stance: 'installed' }])).stops).toEqual([])
})
