// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { threadPage } from '../tests/pages/fill'
import { githubTheme, threadAt } from './github'
import { githubClassic } from './github-classic'
import { githubReact } from './github-react'
import { readPage, showHtml, testPage } from './pages.testing'

// a busy machine is no failure: nothing here measures time
vi.setConfig({ testTimeout: 60_000 })

const outline = ({ thread }: ReturnType<typeof readPage>) =>
  thread.blocks.map(({ id, kind, author, date }) => [id, kind, author, date?.slice(0, 10)])

describe('addresses', () => {
  it.each([
    ['/a/b/issues/12', 'issues'],
    ['/a/b/pull/12/', 'pull'],
    ['/a/b/discussions/12', 'discussions'],
    ['/orgs/a/discussions/12', 'discussions'],
  ])('%s is a thread', (path, kind) => {
    expect(threadAt(new URL(path, 'https://github.com'))).toEqual({ kind, number: '12' })
  })

  it.each([
    '/',
    '/a/b',
    '/a/b/issues',
    '/a/b/issues/new',
    '/a/b/pull/12/files',
    '/a/b/blob/main/issues/12/x',
    '/settings/profile',
  ])('%s is none', (path) => expect(threadAt(new URL(path, 'https://github.com'))).toBeNull())
})

describe('the React issue page', () => {
  it('gives title, description and comments, each with its author and date', () => {
    const page = readPage(testPage('github-issue.html'))
    expect(page.site.id).toBe('github-react')
    expect(outline(page)).toEqual([
      ['title', 'title', 'qingyu-lin', '2024-03-08'],
      ['issue-3000000001', 'description', 'qingyu-lin', '2024-03-08'],
      ['issuecomment-1985300214', 'comment', 'mo-han', '2024-03-08'],
      ['issuecomment-1985377560', 'comment', 'qingyu-lin', '2024-03-08'],
      ['issuecomment-1987012938', 'comment', 'stone-bridge', '2024-03-09'],
    ])
    expect(page.thread.title).toContain('ChatGLM3-6B')
    expect(page.thread.blocks[0]!.text).toBe(page.thread.title)
    const [, description, first, second] = page.thread.blocks.map(({ text }) => text)
    expect(description).toContain('\n- peft 0.9.0\n')
    expect(description).toMatch(/\n```\n[^`]*torch_dtype=torch\.half[^`]*\n```\n/)
    expect(description).toContain("\n{'loss': 0.0, 'grad_norm': nan")
    expect(first).toMatch(/^先看一下[^`]*\n\n```\n.*\n```$/)
    expect(second!.startsWith('> 先看一下')).toBe(true)
  })

  it('reads no text twice, and no sidebar, header or control', () => {
    const { thread } = readPage(testPage('github-issue-english.html'))
    const text = thread.blocks.map((block) => block.text).join('\n')
    expect(text.split('9k instruction pairs').length).toBe(2)
    expect(text).not.toMatch(/Assignees|opened|⋯|Load more|Description|Open\b/)
    expect(text).toContain('- [x] I searched the existing issues\n- [ ] I am willing')
    expect(text).toContain('\n| peft | 0.10.0 |\n')
  })

  it('leads from a block back to the page', () => {
    const { thread, reads } = readPage(testPage('github-issue.html'))
    const description = thread.blocks[1]!
    const read = reads.get(description.id)!
    for (const quote of ['peft 0.9.0', 'torch_dtype=torch.half', "'loss': 0.0", '返回的是空字符串']) {
      const start = description.text.indexOf(quote)
      expect(read.rangeOf(start, start + quote.length)?.toString()).toBe(quote)
    }
    const code = description.text.indexOf('torch_dtype')
    expect(read.elementAt(code)?.closest('pre')).toBeTruthy()
  })

  it('shows comments that arrive later, and keeps the ids of the others', () => {
    const page = readPage(testPage('github-issue.html'))
    const ids = () => [...page.site.blocks(page.document, page.address)].map(({ id }) => id)
    const before = ids()
    const last = [...page.document.querySelectorAll('[data-wrapper-timeline-id]')].at(-1)!
    const copy = last.cloneNode(true) as Element
    copy.querySelector('[data-testid="comment-header"]')!.id = 'issuecomment-7'
    last.before(copy)
    expect(ids()).toEqual([...before.slice(0, -1), 'issuecomment-7', before.at(-1)])
  })

  it('does without some of its hooks', () => {
    const html = testPage('github-issue.html')
    const expected = outline(readPage(html))
    for (const hook of [
      /data-testid="markdown-body"/g,
      /data-wrapper-timeline-id="[^"]*"/g,
      /data-testid="comment-viewer-outer-box-[^"]*"/g,
      /class="react-issue-comment"/g,
      /data-testid="issue-viewer-container"/g,
    ]) {
      const page = readPage(html.replace(hook, ''))
      expect(page.site.id, String(hook)).toBe('github-react')
      expect(outline(page)).toEqual(expected)
    }
  })

  it('gives a comment without a name to nobody else', () => {
    const html = testPage('github-issue.html').replace(/<a data-testid="avatar-link"[^>]*>[^<]*<\/a>/g, '')
    const authors = readPage(html)
      .thread.blocks.slice(2)
      .map(({ author }) => author)
    expect(authors).toEqual(['issuecomment-1985300214', 'issuecomment-1985377560', 'issuecomment-1987012938'])
  })

  it('has its anchor below the header and above the description, in no post', () => {
    const { document, site } = readPage(testPage('github-issue.html'))
    const { element, position } = site.anchor(document)!
    const mark = document.createElement('mark')
    element.insertAdjacentElement(position === 'before' ? 'beforebegin' : 'afterbegin', mark)
    const follows = (a: Element, b: Element) => Boolean(a.compareDocumentPosition(b) & 4)
    expect(follows(document.querySelector('[data-testid="issue-title"]')!, mark)).toBe(true)
    expect(follows(mark, document.querySelector('[data-testid="issue-body"]')!)).toBe(true)
    expect(mark.closest('[data-testid="issue-body"], [data-testid="issue-header"]')).toBeNull()
  })
})

describe('the classic page', () => {
  it('reads a pull request', () => {
    const page = readPage(testPage('github-pull.html'))
    expect(page.site.id).toBe('github-classic')
    expect(outline(page)).toEqual([
      ['title', 'title', 'east-river', '2024-03-12'],
      ['pullrequest-1000000000', 'description', 'east-river', '2024-03-12'],
      ['issuecomment-1990104402', 'comment', 'tea-and-code', '2024-03-12'],
      ['issuecomment-1990221876', 'comment', 'east-river', '2024-03-12'],
    ])
    expect(page.thread.blocks[2]!.text).toContain('\npeft                      0.8.2\n')
    expect(page.thread.blocks.filter(({ text }) => text.includes('peft  ')).length).toBe(1)
  })

  it("reads an organisation's discussion", () => {
    const page = readPage(testPage('github-discussion.html'))
    expect(page.address.pathname).toMatch(/^\/orgs\//)
    expect(outline(page).map(([id, kind, author]) => [id, kind, author])).toEqual([
      ['title', 'title', 'noor-adeyemi'],
      ['discussion-1000000000', 'description', 'noor-adeyemi'],
      ['discussioncomment-1000000001', 'comment', 'level-head'],
      ['discussioncomment-1000000002', 'comment', 'noor-adeyemi'],
    ])
  })

  it('keeps replies and review comments apart from what they stand in', () => {
    const post = (id: string, author: string, inside = '') =>
      `<div id="${id}"><div class="timeline-comment"><a class="author" href="/${author}">${author}</a>
       <div class="comment-body markdown-body js-comment-body"><p>text of ${author}</p></div></div>${inside}</div>`
    const document = showHtml(
      post('discussion-1', 'one') +
        post('discussioncomment-2', 'two', post('discussioncomment-3', 'three')) +
        `<div id="pullrequestreview-4"><div class="review-comment"><a class="author" href="/four"></a>
         <div class="comment-body markdown-body">a</div></div><div class="review-comment"><a class="author" href="/five"></a>
         <div class="comment-body markdown-body">b</div></div></div>`,
    )
    const blocks = [...githubClassic.blocks(document, new URL('https://github.com/a/b/discussions/1'))]
    expect(blocks.map(({ id, author }) => [id, author])).toEqual([
      ['discussion-1', 'one'],
      ['discussioncomment-2', 'two'],
      ['discussioncomment-3', 'three'],
      ['pullrequestreview-4', 'four'],
      ['pullrequestreview-4-2', 'five'],
    ])
  })

  it('reads a body inside a body once', () => {
    const document = showHtml(
      '<div id="issue-1"><div class="js-comment-body">a<div class="comment-body markdown-body">b</div></div></div>',
    )
    expect([...githubClassic.blocks(document, new URL('https://github.com/a/b/issues/1'))]).toHaveLength(1)
  })

  it('does not take a comment for the description', () => {
    const document = showHtml(
      '<div id="issuecomment-5"><a class="author" href="/x"></a><div class="js-comment-body">a</div></div>',
    )
    const [block] = [...githubClassic.blocks(document, new URL('https://github.com/a/b/issues/1'))]
    expect([block?.kind, block?.author]).toEqual(['comment', 'x'])
  })
})

describe('theme', () => {
  const theme = (attributes: string) => githubTheme(showHtml(`<html ${attributes}>`))
  it.each([
    ['data-color-mode="auto" data-light-theme="light" data-dark-theme="dark"', 'auto', false],
    ['data-color-mode="light" data-light-theme="light" data-dark-theme="dark"', 'light', false],
    ['data-color-mode="dark" data-light-theme="light" data-dark-theme="dark_dimmed"', 'dark', false],
    ['data-color-mode="dark" data-light-theme="light" data-dark-theme="dark_high_contrast"', 'dark', true],
    ['data-color-mode="light" data-light-theme="light_high_contrast" data-dark-theme="dark"', 'light', true],
    ['data-color-mode="dark" data-light-theme="light" data-dark-theme="dark_tritanopia"', 'dark', false],
    ['data-color-mode="dark" data-light-theme="dark" data-dark-theme="light_colorblind"', 'light', false],
    ['data-color-mode="auto" data-light-theme="dark_dimmed" data-dark-theme="dark"', 'dark', false],
    ['data-color-mode="auto" data-light-theme="light_high_contrast" data-dark-theme="dark"', 'auto', true],
    ['', 'auto', false],
  ])('%s', (attributes, scheme, highContrast) => {
    expect(theme(attributes)).toEqual({ scheme, highContrast })
  })
})

describe('a long thread', () => {
  /** How many look-ups in the tree finding and reading the blocks takes. */
  function lookUps(comments: number): { found: number; used: number } {
    const document = showHtml(
      threadPage('react', {
        site: 'github',
        blocks: Array.from({ length: comments + 1 }, (_, index) => ({
          id: '',
          kind: index ? ('comment' as const) : ('description' as const),
          text: 'peft\n\n> quoted\n\n```\nlog\n```',
        })),
      }),
    )
    let used = 0
    const restore: (() => void)[] = []
    for (const name of ['querySelector', 'querySelectorAll', 'closest', 'contains'] as const) {
      const original = Element.prototype[name] as (...parameters: unknown[]) => unknown
      ;(Element.prototype as unknown as Record<string, unknown>)[name] = function (...parameters: unknown[]) {
        used++
        return original.apply(this, parameters)
      }
      restore.push(() => ((Element.prototype as unknown as Record<string, unknown>)[name] = original))
    }
    try {
      const url = new URL('https://github.com/a/b/issues/1')
      return { found: [...githubReact.blocks(document, url)].length, used }
    } finally {
      restore.forEach((undo) => undo())
    }
  }

  it('costs in proportion to its comments', () => {
    const [short, long] = [lookUps(20), lookUps(80)]
    expect([short.found, long.found]).toEqual([22, 82])
    expect(short.used).toBeGreaterThan(20)
    expect(long.used / short.used).toBeLessThan(4.5)
  })
})
