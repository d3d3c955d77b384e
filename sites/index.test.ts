// @vitest-environment jsdom
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SITES, siteFor } from './index'
import { addressOf, hasSharedPages, readPage, sharedPage, showHtml, testPage } from './pages.testing'
import type { Site } from './site'

// a busy machine is no failure: nothing here measures time
vi.setConfig({ testTimeout: 60_000 })

afterEach(() => vi.restoreAllMocks())

const pages = readdirSync(resolve(import.meta.dirname, '../tests/pages')).filter((name) =>
  name.endsWith('.html'),
)

describe('siteFor', () => {
  it.each(pages)('finds the reader for %s, and every block has its own id', (name) => {
    const { site, thread, document } = readPage(testPage(name))
    expect(site.id).not.toBe('generic')
    const ids = thread.blocks.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(1)
    expect(thread.url).toBe(addressOf(document).href)
    const before = document.documentElement.outerHTML
    expect([...site.blocks(document, addressOf(document))]).toHaveLength(ids.length)
    expect(document.documentElement.outerHTML).toBe(before)
  })

  it.each([
    'https://github.com/a/b',
    'https://github.com/a/b/issues',
    'https://github.com/a/b/blob/main/train.py',
    'https://github.com/settings/profile',
    'https://huggingface.co/datasets/a/b',
    'https://huggingface.co/spaces/a/b',
    'https://huggingface.co/a/b/tree/main',
    'https://huggingface.co/somebody',
    'https://huggingface.co/settings/account',
    'https://example.com/a/b/issues/1',
  ])('leaves %s alone', (url) => {
    const document = showHtml(
      '<main><article class="markdown-body prose">peft 0.9.0 loss 0.0</article></main>',
    )
    expect(siteFor(new URL(url), document)).toBeNull()
  })

  it.each([
    ['github-issue.html', 'peft 0.9.0'],
    ['github-pull.html', 'torch_dtype=torch.half'],
    ['huggingface-discussion.html', 'peft 0.9.0'],
    ['huggingface-adapter.html', 'PEFT 0.7.1'],
  ])('reads the main text of %s when every hook is gone', (name, expected) => {
    const url = addressOf(showHtml(testPage(name))).href
    const html = testPage(name).replace(/ (?:class|id|data-[\w-]+)="[^"]*"/g, '')
    const { site, thread, document } = readPage(html, url)
    expect(site.id).toBe('generic')
    expect(thread.blocks).toHaveLength(1)
    expect(thread.blocks[0]).toMatchObject({ id: 'main', kind: 'description' })
    expect(thread.blocks[0]!.text).toContain(expected)
    expect(thread.blocks[0]!.text).toMatch(/\n(?:```|- .+)\n/)
    expect(site.anchor(document)).not.toBeNull()
    expect(site.theme(document).scheme).toBeTruthy()
  })

  it('goes on when a reader throws, and says so once', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const broken = (part: 'matches' | 'blocks'): Site => ({
      ...SITES[0]!,
      id: `broken ${part}`,
      [part]: () => {
        throw new Error('a hook is not what it was')
      },
    })
    const document = showHtml(testPage('github-issue.html'))
    const sites = [broken('matches'), broken('blocks'), ...SITES]
    expect(siteFor(addressOf(document), document, sites)?.id).toBe('github-react')
    expect(siteFor(addressOf(document), document, sites)?.id).toBe('github-react')
    expect(warn).toHaveBeenCalledTimes(2)
  })

  it('passes over a reader that knows the page and finds nothing on it', () => {
    const document = showHtml(
      '<main><div data-testid="issue-viewer-container"><p>peft 0.9.0, loss 0.0</p></div></main>',
    )
    expect(siteFor(new URL('https://github.com/a/b/issues/1'), document)?.id).toBe('generic')
  })
})

describe.skipIf(!hasSharedPages)('real pages (skipped where the shared collection is missing)', () => {
  it('reads a saved issue page: all posts, once, with their authors', () => {
    const { thread, site, reads } = readPage(
      sharedPage('github-issue-react.html'),
      'https://github.com/kepano/defuddle/issues/56',
    )
    expect(site.id).toBe('github-react')
    expect(thread.blocks.map(({ kind }) => kind)).toEqual([
      'title',
      'description',
      ...Array(6).fill('comment'),
    ])
    expect(thread.blocks.every(({ id }) => /^(?:title|issue-\d+|issuecomment-\d+)$/.test(id))).toBe(true)
    expect(new Set(thread.blocks.map(({ author }) => author))).toEqual(
      new Set(['jmorrell', 'masylum', 'nbbaier']),
    )
    expect(thread.blocks.every(({ date }) => !Number.isNaN(Date.parse(date!)))).toBe(true)
    const text = thread.blocks.map((block) => block.text).join('\n')
    for (const sentence of ['When running I get two errors:', 'wrong link to fork'])
      expect(text.split(sentence)).toHaveLength(2)
    expect(text.split('\n```\n').length - 1).toBe(6)
    // every line of prose leads back to the same words on the page
    let compared = 0
    for (const block of thread.blocks) {
      let at = 0
      for (const line of block.text.split('\n')) {
        const start = at
        at += line.length + 1
        if (!line || /[`>|]|^[-#]/.test(line)) continue
        expect(
          reads
            .get(block.id)!
            .rangeOf(start, start + line.length)
            ?.toString(),
        ).toBe(line)
        compared++
      }
    }
    expect(compared).toBeGreaterThan(15)
  })

  it('reads the model pages', () => {
    const card = readPage(sharedPage('hf-model-card.html')).thread.blocks
    expect(card.map(({ kind }) => kind)).toEqual(['metadata', 'card'])
    expect(card[1]!.text).toContain('```\npip install protobuf transformers==4.30.2')
    const readme = readPage(sharedPage('hf-blob-readme.html')).thread.blocks
    expect(readme[1]!.text).toContain('\nbase_model: mistralai/Mistral-7B-v0.1\n')
    expect(readme[1]!.text).toContain('\n# Mistral 7B v0.1 - GGUF\n')
    const header = readPage(sharedPage('hf-model-header.html')).thread.blocks
    expect(JSON.parse(header[0]!.text)).toMatchObject({ id: 'imageomics/biocap', library_name: 'open_clip' })
  })
})
