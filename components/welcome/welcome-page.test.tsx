// @vitest-environment jsdom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import type { Thread } from '../../diagnosis/thread'
import { welcomeWords } from '../../locales/words/welcome'
import { exampleAnswer } from '../example-answer'
import { WelcomePage, type WelcomePageProps } from './welcome-page'

const text = 'I have peft 0.9.0.\nBack at 0.6.0 it talks.'
const thread: Thread = {
  site: 'github',
  blocks: [
    { id: 'title', kind: 'title', author: 'linxi', text: 'It is mute' },
    { id: '1', kind: 'description', author: 'linxi', text },
  ],
}

/** An answer that rests on two stretches of the thread above. */
function answerOnThread() {
  const answer = exampleAnswer()
  for (const [explanation] of [answer.explanations.en, answer.explanations.zh_CN]) {
    const [first, second] = explanation!.evidence
    const place = (words: string) => ({
      block: '1',
      start: text.indexOf(words),
      end: text.indexOf(words) + 5,
    })
    explanation!.evidence = [
      { ...first!, ...place('0.9.0'), cure: false },
      { ...second!, ...place('0.6.0'), cure: true },
    ]
  }
  return answer
}

function show(props: Partial<WelcomePageProps> = {}) {
  const root = document.createElement('div')
  document.body.append(root)
  const given: WelcomePageProps = {
    language: 'en',
    thread,
    answer: answerOnThread(),
    reply: 'affected',
    settings: 'options.html',
    missingHosts: [],
    onAllow: vi.fn(async () => true),
    onReply: vi.fn(),
    onLanguage: vi.fn(),
    onCopy: vi.fn(async () => {}),
    ...props,
  }
  act(() => render(<WelcomePage {...given} />, root))
  const click = (element: HTMLElement) => act(() => element.click())
  const marks = () =>
    [...root.querySelectorAll<HTMLElement>('.thread mark')].map((mark) => [
      mark.textContent,
      mark.dataset.mark,
    ])
  return { root, given, click, marks, find: (selector: string) => root.querySelector<HTMLElement>(selector)! }
}

// jsdom lays nothing out.
Element.prototype.scrollIntoView = vi.fn()
vi.stubGlobal('matchMedia', () => ({ matches: true }))
afterEach(() => document.body.replaceChildren())

test('the lines that the answer rests on are marked, until the panel’s switch says otherwise', async () => {
  const { marks, find, click } = show()
  expect(marks()).toEqual([
    ['0.9.0', 'evidence'],
    ['0.6.0', 'cure'],
  ])
  await click(find('.foot [aria-pressed]'))
  expect(marks()).toEqual([])
})

test('a line of the panel leads to its place in the thread', async () => {
  const { find, click } = show()
  await click(find('button.evidence-line'))
  expect(find('[data-jumped]').textContent).toBe('0.9.0')
  expect(Element.prototype.scrollIntoView).toHaveBeenCalled()
})

test('the reporter’s answer and the language can be chosen', async () => {
  const { find, click, given } = show()
  await click(find('input[value="silent"]'))
  expect(given.onReply).toHaveBeenCalledWith('silent')
  await click(find('.page-head [lang="zh-CN"]'))
  expect(given.onLanguage).toHaveBeenCalledWith('zh_CN')
})

test('asks for nothing, unless the browser withholds a site', () => {
  expect(show().find('.access')).toBeNull()
  document.body.replaceChildren()
  expect(show({ missingHosts: ['github.com'] }).find('.access').textContent).toContain('github.com')
})

test('says where it works and what it never does', () => {
  const { root } = show({ language: 'zh_CN' })
  const { where, never } = welcomeWords.zh_CN
  for (const { text: words } of [where.github, where.selection, never.send, never.guess])
    expect(root.textContent).toContain(words)
})
