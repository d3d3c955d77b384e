import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, BlockKind } from '../../thread'
import { outlineOf } from '../../thread'
import { readView, rehearse } from '..'
import type { View } from '../view'
import { viewOf } from '../view'
import { textsOfTests } from './sources.fixture'
import { makeSieve, sift, unsifted, watchCount } from './watch'

const kinds: BlockKind[] = ['title', 'description', 'comment', 'card', 'metadata', 'paste', 'log', 'code']

/** The same block, once with the sieve and once as if anything could stand on any line. */
function bothWays(text: string, kind: BlockKind): [View, View] {
  const opener: Block = { id: '1', kind: 'description', author: 'ann', text: '' }
  const block: Block = { id: '2', kind, author: 'bob', text }
  const outline = outlineOf({ site: 'github', title: 'loss is 0', blocks: [opener, block] })
  const view = viewOf(block, outline)
  const plain = { block, outline, author: view.author, text: view.text, lines: view.lines }
  return [
    { ...plain, sifted: sift(view.text) },
    { ...plain, sifted: unsifted(view.text) },
  ]
}

function expectTheSame(text: string, kind: BlockKind): void {
  const [sifted, plain] = bothWays(text, kind)
  expect(readView(sifted)).toEqual(readView(plain))
}

const texts = textsOfTests()
makeSieve(rehearse)
const atFirst = watchCount()

describe('what readers find', () => {
  it('has texts to be tried on', () => expect(texts.length).toBeGreaterThan(1000))

  it.each(['description', 'comment', 'paste'] as const)(
    'is the same with the sieve, in a %s',
    (kind) => {
      for (const text of texts) expectTheSame(text, kind)
    },
    60_000,
  )

  it('is the same with the sieve in any mixture', () => {
    const odd = [
      '```',
      '~~~',
      '> ',
      '    ',
      '',
      '',
      '',
      '\r',
      '{',
      '}',
      '| step | loss |',
      '１．２',
      '\u3000',
      'LOSS',
    ]
    const line = fc
      .tuple(fc.constantFrom('', '', '', '> ', '    ', '- '), fc.constantFrom(...texts, ...odd), fc.boolean())
      .map(([lead, text, loud]) => lead + (loud && text.length < 60 ? text.toUpperCase() : text))
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30, size: 'max' }),
        fc.constantFrom('\n', '\n', '\r\n', ' '),
        fc.constantFrom(...kinds),
        (lines, end, kind) => expectTheSame(lines.join(end), kind),
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  it('is looked for from the beginning: few patterns are first asked for in the middle of a text', () => {
    expect(watchCount() - atFirst).toBeLessThan(atFirst / 10)
  })
})
