import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlockKind } from '../../thread'
import { viewOf } from '../view'
import { readPackages } from '.'

/** The installed packages of a description, sorted. */
function read(text: string): string[] {
  const block = { id: '1', kind: 'description' as const, author: 'opener', text }
  return readPackages(viewOf(block, { site: 'github', blocks: [block] }))
    .flatMap((fact) =>
      fact.kind === 'package' && fact.stance === 'installed' ? [`${fact.name} ${fact.version}`] : [],
    )
    .sort()
}

const name = fc.constantFrom(
  'peft',
  'torch',
  'aiohttp',
  'Jinja2',
  'ruamel.yaml',
  'nvidia-cublas-cu12',
  'flash_attn',
  'transformers',
  'zstandard',
)
const version = fc
  .tuple(fc.nat(9), fc.nat(50), fc.nat(20), fc.constantFrom('', '+cu121', '.post1', 'rc1', '.dev0'))
  .map(([a, b, c, d]) => `${a}.${b}.${c}${d}`)
const wrappers: ((lines: string[]) => string[])[] = [
  (lines) => lines,
  (lines) => ['```', ...lines, '```'],
  (lines) => ['My environment:', '', '```text', ...lines, '```', 'Thanks!'],
  (lines) => lines.map((line) => `    ${line}`),
  (lines) => ['(base) me@box:~$ pip freeze', ...lines, '(base) me@box:~$ '],
  (lines) => ['<details><summary>pip freeze</summary>', '', '~~~', ...lines, '~~~', '</details>'],
  (lines) => lines.map((line) => `> ${line}`),
  (lines) => lines.map((line) => `${line}   `),
  (lines) => [
    '环境如下：',
    ...lines.map((line) => line.replace(/[=.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))),
  ],
]

describe('properties', () => {
  it('finds the same in a freeze whatever ends and wraps its lines', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, version), { selector: ([one]) => one, minLength: 1 }),
        fc.constantFrom(...wrappers),
        fc.constantFrom('\n', '\r\n', '\r', '\n\r\n'),
        (pins, wrap, end) => {
          const lines = pins.map(([one, number]) => `${one}==${number}`)
          const plain = read(lines.join('\n'))
          expect(plain).toHaveLength(pins.length)
          expect(read(wrap(lines).join(end))).toEqual(plain)
        },
      ),
    )
  })

  it('throws on nothing', () => {
    const piece = fc.oneof(
      fc.array(fc.nat(0xffff), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        'peft',
        'torch',
        '==',
        '0.9.0',
        '| ',
        '\n',
        '\r',
        '```',
        '> ',
        '<td>',
        'pip install ',
        '[[package]]',
        '"version": "',
        ' -> ',
        '版本',
        'Package Version',
        '>>> torch.__version__',
        '@ file:///',
        'v5',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom<BlockKind>('paste', 'description', 'comment', 'card', 'log'),
        (pieces, kind) => {
          const text = pieces.join('')
          const block = { id: '1', kind, text }
          const facts = readPackages(viewOf(block, { site: 'text', blocks: [block] }))
          return facts.every((fact) => fact.start >= 0 && fact.end <= text.length && fact.start < fact.end)
        },
      ),
    )
  })
})
