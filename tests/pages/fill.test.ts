// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Thread } from '../../diagnosis/thread'
import { siteFor } from '../../sites'
import { readThread } from '../../sites/thread'
import type { PageKind } from './fill'
import { threadPage } from './fill'

// a busy machine is no failure: nothing here measures time
vi.setConfig({ testTimeout: 60_000 })

function throughPage(kind: PageKind, thread: Thread): Thread {
  const document = new DOMParser().parseFromString(threadPage(kind, thread), 'text/html')
  const url = new URL(document.querySelector('link[rel="canonical"]')!.getAttribute('href')!)
  return readThread(siteFor(url, document)!, document, url).thread
}

const markdown = `### Environment

peft 0.9.0
torch   2.1.2+cu121

- [x] searched
- [ ] asked

1. load with \`torch.half\`
2. train

\`\`\`
{'loss': 4.7}
    {'loss': 0.0}  <b>&amp;

\`\`\`

> try peft==0.6.2
>
> \`\`\`
> quoted
> \`\`\`

| Package | Version |
| --- | --- |
| peft | 0.9.0 |

loss 为 0 <script>alert(1)</script>`

const thread: Thread = {
  site: 'github',
  title: 'loss <0> & "mute"',
  blocks: [
    { id: '1', kind: 'description', author: 'ann', text: markdown },
    { id: '2', kind: 'comment', author: 'bob', text: 'same here' },
    { id: '3', kind: 'log', author: 'ann', text: 'a\n```\nb' },
  ],
}

describe.each(['react', 'classic'] as const)('a thread put into the %s page', (kind) => {
  it('comes out of it as it went in', () => {
    const read = throughPage(kind, thread)
    expect(read.title).toBe(thread.title)
    expect(read.blocks.map(({ kind, author }) => [kind, author])).toEqual([
      ['title', 'ann'],
      ['description', 'ann'],
      ['comment', 'bob'],
      ['comment', 'ann'],
    ])
    expect(read.blocks[1]!.text).toBe(markdown)
    expect(read.blocks[2]!.text).toBe('same here')
    expect(read.blocks[3]!.text).toBe('~~~\na\n```\nb\n~~~')
  })

  it('is never markup', () => {
    const document = new DOMParser().parseFromString(threadPage(kind, thread), 'text/html')
    expect(document.querySelectorAll('script, main b')).toHaveLength(0)
  })
})

const corpus = resolve(import.meta.dirname, '../../../shared/corpus')

describe.skipIf(!existsSync(corpus))('the threads of the shared corpus (skipped where it is missing)', () => {
  /** What the two writings of the same text have in common: everything but marks and blanks. */
  const essence = (text: string) => text.replace(/[\s`~*>|#+-]|\d+[.)]\s|!?\[[xX ]?\]/g, '')

  it('lose no words on the way through a page', () => {
    const files = readdirSync(corpus).filter((name) => name.endsWith('.json'))
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      const thread = JSON.parse(readFileSync(resolve(corpus, name), 'utf8')) as Thread
      if (thread.site !== 'github' || !thread.blocks.length) continue
      const blocks = thread.blocks.filter(({ kind }) => kind !== 'title')
      const read = throughPage('react', { ...thread, url: undefined }).blocks.filter(
        ({ kind }) => kind !== 'title',
      )
      const written = blocks.filter(({ text }) => text.trim())
      expect(read.length, name).toBe(written.length)
      for (const [index, block] of written.entries())
        expect(essence(read[index]!.text), `${name} ${index}`).toBe(
          essence(block.text.replace(/```\w+/g, '```')),
        )
    }
  })
})
