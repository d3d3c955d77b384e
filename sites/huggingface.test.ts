// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { huggingface, huggingfacePage } from './huggingface'
import { addressOf, readPage, showHtml, testPage } from './pages.testing'

// a busy machine is no failure: nothing here measures time
vi.setConfig({ testTimeout: 60_000 })

describe('addresses', () => {
  it.each([
    ['/a/b', 'model'],
    ['/gpt2', 'model'],
    ['/a/b/blob/main/README.md', 'readme'],
    ['/a/b/blob/main/checkpoint-5/README.md', 'readme'],
    ['/a/b/discussions/5', 'discussion'],
    ['/datasets/a/b', null],
    ['/datasets/a/b/discussions/1', null],
    ['/spaces/a/b', null],
    ['/docs/peft', null],
    ['/a/b/tree/main', null],
    ['/a/b/blob/main/config.json', null],
    ['/a/b/discussions', null],
  ])('%s: %s', (path, page) => {
    expect(huggingfacePage(new URL(path, 'https://huggingface.co'))).toBe(page)
  })
})

describe('a model page', () => {
  it("gives the model's data and its card, both as its owner's", () => {
    const { thread, site } = readPage(testPage('huggingface-adapter.html'))
    expect(site.id).toBe('huggingface')
    expect(thread.title).toBe('lamplight/chatglm3-support-lora')
    expect(thread.blocks.map(({ id, kind, author }) => [id, kind, author])).toEqual([
      ['metadata', 'metadata', 'lamplight'],
      ['card', 'card', 'lamplight'],
    ])
    const metadata = JSON.parse(thread.blocks[0]!.text)
    expect(Object.keys(metadata)).toEqual(['id', 'tags', 'library_name', 'cardData', 'config'])
    expect(metadata.cardData.base_model).toBe('THUDM/chatglm3-6b')
    const card = thread.blocks[1]!.text
    expect(card).toContain(
      '### Framework versions\n\n- PEFT 0.7.1\n- Transformers 4.36.2\n- Pytorch 2.1.2+cu121',
    )
    expect(card).toContain(
      '| Training Loss | Epoch | Step | Validation Loss |\n| --- | --- | --- | --- |\n| 0.1203 |',
    )
    expect(card).not.toContain('Downloads')
  })

  it('survives page data that is no JSON, no object, or huge', () => {
    const html = testPage('huggingface-model.html')
    const withProps = (props: string) => {
      const document = showHtml(html)
      document.querySelector('[data-target="ModelHeader"]')!.setAttribute('data-props', props)
      return [...huggingface.blocks(document, addressOf(document))].map(({ id }) => id)
    }
    for (const props of [
      '',
      '{"model":',
      'null',
      '[1]',
      '{"model":null}',
      '{"model":{"id":5}}',
      '{"model":"x"}',
    ])
      expect(withProps(props)).toEqual(['card'])
    expect(withProps(JSON.stringify({ model: { id: 'a/b' }, more: 'x'.repeat(2_000_000) }))).toEqual(['card'])
    expect(withProps('{"model":{"id":"a/b"}}')).toEqual(['metadata', 'card'])
  })

  it('leaves out parts of the data that are too long', () => {
    const document = showHtml(testPage('huggingface-model.html'))
    const props = { model: { id: 'a/b', tags: ['x'], config: { chat_template: 'y'.repeat(200_000) } } }
    document.querySelector('[data-target="ModelHeader"]')!.setAttribute('data-props', JSON.stringify(props))
    const [metadata] = huggingface.blocks(document, addressOf(document))
    expect(JSON.parse(metadata!.text!)).toEqual({ id: 'a/b', tags: ['x'] })
  })

  it('is one only where the page says so', () => {
    const document = showHtml('<main><h1>somebody</h1></main>')
    expect(huggingface.matches(new URL('https://huggingface.co/gpt2'), document)).toBe(false)
  })
})

describe('a discussion', () => {
  const posts = [
    ['65f1c0a2b7d34e0091aa0001', 'description', 'ling-yuan', '2024-03-13T15:05:54.000Z'],
    ['65f1d3c9b7d34e0091aa0002', 'comment', 'marrow-k', '2024-03-13T16:27:37.000Z'],
  ]

  it('is read from what the page shows', () => {
    const { thread, reads } = readPage(testPage('huggingface-discussion.html'))
    expect(thread.blocks.map(({ id, kind, author, date }) => [id, kind, author, date])).toEqual([
      ['title', 'title', 'ling-yuan', posts[0]![3]],
      ...posts,
    ])
    expect(thread.blocks[1]!.text).toContain("\n\n```\n{'loss': 4.8125")
    expect(thread.blocks[2]!.text).toMatch(/^> 用 LoRA.*\n\n@ling-yuan Does/)
    expect(reads.size).toBe(3)
  })

  it('is read from the data when the posts are not where they were', () => {
    const shown = readPage(testPage('huggingface-discussion.html')).thread
    const html = testPage('huggingface-discussion.html').replace(/class="prose /g, 'class="')
    const { thread, reads } = readPage(html)
    expect(thread.blocks.map(({ id, kind, author, date }) => [id, kind, author, date])).toEqual([
      ['title', 'title', 'ling-yuan', posts[0]![3]],
      ...posts,
    ])
    expect(thread.blocks[1]!.text).toBe(shown.blocks[1]!.text)
    expect([...reads.keys()]).toEqual(['title'])
  })

  it("does not take the model's owner for the author of a lone post", () => {
    const document = showHtml(testPage('huggingface-discussion.html'))
    const [first, second] = document.querySelectorAll('.event')
    second!.remove()
    document.querySelector('.status')!.remove()
    first!.querySelector('header')!.remove()
    document.querySelector('[data-target="DiscussionEvents"]')!.removeAttribute('data-target')
    const main = document.querySelector('main')!
    const wrapper = document.createElement('div')
    wrapper.append(...main.childNodes)
    main.append(wrapper)
    const blocks = [...huggingface.blocks(document, addressOf(document))]
    expect(blocks.map(({ kind, author }) => [kind, author])).toEqual([
      ['title', undefined],
      ['description', undefined],
    ])
  })
})

describe('anchor and theme', () => {
  it.each(['huggingface-model.html', 'huggingface-adapter.html', 'huggingface-discussion.html'])(
    'stays out of the islands of %s',
    (name) => {
      const { document, site } = readPage(testPage(name))
      const { element, position } = site.anchor(document)!
      expect(position).toBe('before')
      expect(element.parentElement!.closest('.SVELTE_HYDRATER')).toBeNull()
      expect(
        document.querySelector('[data-target="ModelHeader"]')!.compareDocumentPosition(element) & 4,
      ).toBe(4)
    },
  )

  it('knows dark from light', () => {
    expect(huggingface.theme(showHtml('<html class="dark x">')).scheme).toBe('dark')
    expect(huggingface.theme(showHtml('<html class="">')).scheme).toBe('light')
  })
})
