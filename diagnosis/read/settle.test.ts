import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '../facts'
import type { Block, Thread } from '../thread'
import { outlineOf } from '../thread'
import { readConfirmations } from './confirmations'
import { readPackages } from './packages'
import { settle } from './settle'
import { spanOf, viewOf } from './view'

type Said = [author: string, text: string]

/** A thread of a description and comments; whoever writes `loss 0.0` has the symptom. */
function threadOf(said: Said[]): Thread {
  return {
    site: 'github',
    blocks: said.map(([author, text], index) => ({
      id: String(index + 1),
      kind: index ? 'comment' : 'description',
      author,
      text,
    })),
  }
}

function factsOf(block: Block, thread: Thread): Fact[] {
  const view = viewOf(block, outlineOf(thread))
  const at = block.text.indexOf('loss 0.0')
  const symptom: Fact[] =
    at < 0 ? [] : [{ kind: 'symptom', id: 'loss-zero', stance: 'used', ...spanOf(view, at, at + 8) }]
  return [...readPackages(view), ...readConfirmations(view), ...symptom]
}

function settled(said: Said[]): Fact[] {
  const thread = threadOf(said)
  return settle(
    thread.blocks.flatMap((block) => factsOf(block, thread)),
    outlineOf(thread),
  )
}

const packagesOf = (facts: Fact[]) =>
  facts.flatMap((fact) =>
    fact.kind === 'package' ? [`${fact.author} ${fact.name} ${fact.version} ${fact.stance}`] : [],
  )

describe('cures', () => {
  it.each<[string, Said[], string[]]>([
    [
      'the reporter’s own',
      [
        ['ann', 'loss 0.0'],
        ['ann', '把 peft 降到 0.6.0 之后，loss 正常了'],
      ],
      ['ann peft 0.6.0 cure'],
    ],
    [
      'in the description itself',
      [['ann', 'loss 0.0\n\n把 peft 升级到 0.12.0 就好了。']],
      ['ann peft 0.12.0 cure'],
    ],
    [
      'a stranger’s claim',
      [
        ['ann', 'loss 0.0'],
        ['bob', '降到 peft 0.6.0 就好了'],
      ],
      ['bob peft 0.6.0 mentioned'],
    ],
    [
      'a second sufferer’s',
      [
        ['ann', 'loss 0.0'],
        ['bob', 'same problem, went to peft 0.6.0, fixed'],
      ],
      ['bob peft 0.6.0 cure'],
    ],
    [
      'advice that the reporter confirms',
      [
        ['ann', 'loss 0.0'],
        ['bob', '试试 peft 0.6.2'],
        ['ann', '谢谢，可以了'],
      ],
      ['bob peft 0.6.2 cure'],
    ],
    [
      'a range as advice',
      [
        ['ann', 'loss 0.0'],
        ['bob', '`pip install "peft>=0.12,<0.14"`'],
        ['ann', 'works now, thanks'],
      ],
      ['bob peft 0.12 cure'],
    ],
    [
      'a claim that the reporter confirms',
      [
        ['ann', 'loss 0.0'],
        ['bob', '降到 peft 0.6.0 就好了'],
        ['ann', '解决了，感谢'],
      ],
      ['bob peft 0.6.0 cure'],
    ],
    [
      'advice that failed',
      [
        ['ann', 'loss 0.0'],
        ['bob', 'try peft 0.6.2'],
        ['ann', '还是不行'],
      ],
      ['bob peft 0.6.2 mentioned'],
    ],
    [
      'advice that failed before another success',
      [
        ['ann', 'loss 0.0'],
        ['bob', 'try peft 0.6.2'],
        ['ann', 'no luck'],
        ['ann', 'that fixed it'],
      ],
      ['bob peft 0.6.2 mentioned'],
    ],
    [
      'the nearer of two pieces of advice',
      [
        ['ann', 'loss 0.0'],
        ['bob', 'try peft 0.6.2'],
        ['ann', "didn't help"],
        ['cid', 'try peft 0.12.0'],
        ['ann', 'That did it, thank you!'],
      ],
      ['bob peft 0.6.2 mentioned', 'cid peft 0.12.0 cure'],
    ],
    [
      'thanks from someone without the symptom',
      [
        ['ann', 'loss 0.0'],
        ['bob', 'try peft 0.6.2'],
        ['dan', 'works now, thanks'],
      ],
      ['bob peft 0.6.2 mentioned'],
    ],
    [
      'a question whether it helped',
      [
        ['ann', 'loss 0.0'],
        ['bob', 'try peft 0.6.2'],
        ['ann', '你们解决了吗？'],
      ],
      ['bob peft 0.6.2 mentioned'],
    ],
    [
      'another cause',
      [
        ['ann', 'loss 0.0'],
        ['bob', 'try peft 0.6.2'],
        ['ann', '解决了，原来是数据的标签写错了'],
      ],
      ['bob peft 0.6.2 mentioned'],
    ],
    [
      'a number without a name',
      [
        ['ann', 'loss 0.0，peft 是 0.9.0'],
        ['bob', '上个季度 peft 还在 0.6.0 吧？'],
        ['ann', '换回 0.6.0 重训，loss 1.47，正常了'],
      ],
      ['ann peft 0.9.0 installed', 'bob peft 0.6.0 cure', 'ann peft 0.6.0 cure'],
    ],
    [
      'works here, says a stranger',
      [
        ['ann', 'loss 0.0, peft 0.9.0'],
        ['bob', 'Works here with peft 0.6.2'],
      ],
      ['ann peft 0.9.0 installed', 'bob peft 0.6.2 mentioned'],
    ],
  ])('%s', (_, said, expected) => expect(packagesOf(settled(said))).toEqual(expected))
})

describe('environments', () => {
  it('keeps a list given for comparison apart from the reporter’s', () => {
    const said: Said[] = [
      ['ann', 'peft==0.9.0'],
      ['bob', 'mine is fine:\n\n```\npeft==0.6.2\ntorch==2.1.2\n```'],
    ]
    expect(packagesOf(settled(said))).toEqual([
      'ann peft 0.9.0 installed',
      'bob peft 0.6.2 mentioned',
      'bob torch 2.1.2 mentioned',
    ])
  })
  it('takes the only environment, whoever gives it', () => {
    expect(
      packagesOf(
        settled([
          ['ann', 'Which versions?'],
          ['bob', '```\npeft==0.6.2\ntorch==2.1.2\n```'],
        ]),
      ),
    ).toEqual(['bob peft 0.6.2 installed', 'bob torch 2.1.2 installed'])
  })
  it('keeps the environment of a second sufferer as theirs', () => {
    expect(
      packagesOf(
        settled([
          ['ann', 'loss 0.0, peft 0.9.0'],
          ['bob', 'loss 0.0 too, my peft is 0.8.2'],
        ]),
      ),
    ).toEqual(['ann peft 0.9.0 installed', 'bob peft 0.8.2 installed'])
  })
  it('counts what was tried in vain only where nothing else is stated', () => {
    expect(packagesOf(settled([['ann', 'loss 0.0。升级到 peft 0.10.0 也还是 0']]))).toEqual([
      'ann peft 0.10.0 installed',
    ])
    expect(packagesOf(settled([['ann', 'loss 0.0, peft 0.9.0。升级到 peft 0.10.0 也还是 0']]))).toEqual([
      'ann peft 0.9.0 installed',
      'ann peft 0.10.0 mentioned',
    ])
  })
  it('takes the exact of two spellings of one release', () => {
    expect(
      packagesOf(
        settled([
          ['ann', 'torch 2.1.2 here'],
          ['ann', 'torch==2.1.2+cu121'],
        ]),
      ),
    ).toEqual(['ann torch 2.1.2 mentioned', 'ann torch 2.1.2+cu121 installed'])
  })
})

describe('settling', () => {
  const line = fc.constantFrom(
    'loss 0.0',
    'try peft 0.6.2',
    '谢谢，可以了',
    '还是不行',
    '降到 peft 0.6.0 就好了',
    'peft==0.9.0',
    '+1 同样的问题',
    'my peft is 0.8.2',
    '换回 0.6.0 就正常了',
    'that fixed it',
    '升级到 peft 0.10.0 也还是 0',
  )
  const threads = fc.array(fc.tuple(fc.constantFrom('ann', 'bob', 'cid'), line), {
    minLength: 1,
    maxLength: 12,
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(threads, (said) => {
        const once = settled(said)
        expect(settle(once, outlineOf(threadOf(said)))).toEqual(once)
      }),
    )
  })

  it('gives the same whether comments come at once or one by one, in any order', () => {
    fc.assert(
      fc.property(threads, fc.infiniteStream(fc.nat()), (said, random) => {
        const thread = threadOf(said)
        const outline = outlineOf(thread)
        const shuffled = thread.blocks
          .map((block) => ({ block, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
        let facts: Fact[] = []
        for (const { block } of shuffled) facts = settle([...facts, ...factsOf(block, thread)], outline)
        expect(facts).toEqual(settled(said))
      }),
    )
  })
})
