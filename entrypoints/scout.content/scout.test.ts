// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../diagnosis/explanation'
import type { PageHandle } from './handle'
import type { Message } from './messages'
import { start } from './scout'

const A = 'https://github.com/example/lora/issues/1'
const B = 'https://github.com/example/lora/issues/2'

interface Shown {
  title: string
  text: string
  /** None while the header has not been drawn. */
  author?: string
}

const html = ({ title, text, author }: Shown) => `
  <div data-testid="issue-viewer-container">
    <h1 data-testid="issue-title">${title}</h1>
    <div data-testid="issue-body">
      ${author ? `<a data-testid="issue-body-header-author" href="/${author}">${author}</a>` : ''}
      <div class="markdown-body">${text}</div>
    </div>
  </div>`

const faulty: Shown = { title: 'Loss is 0', text: 'lora, loss 0.0', author: 'reporter' }
const other: Shown = { title: 'Another lora question', text: 'lora, all is well', author: 'somebody' }

/** Not an answer, but something to show; the scout looks no further than at what is quoted. */
const answer = { explanations: { en: [] } } as unknown as Answer
const settings = { language: 'en', marks: true } as const

let address: string
let messages: Message[]
/** Answers in place of the background. */
let conclude: () => Promise<Answer | null>
let runtime: { id?: string; sendMessage(message: Message): Promise<unknown> }

const KEY = Symbol.for('unmute.page')
const handle = () => (globalThis as unknown as Record<symbol, PageHandle>)[KEY]!
const shown = () => handle().answer !== null
const sent = (type: Message['type']) => messages.filter((message) => message.type === type)

/** As long as the scout waits for the page to be quiet, and what it then does. */
const quiet = () => vi.advanceTimersByTimeAsync(400)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  vi.spyOn(console, 'warn').mockReturnValue()
  messages = []
  conclude = async () => answer
  runtime = {
    id: 'unmute',
    async sendMessage(message) {
      messages.push(message)
      if (message.type === 'read') return []
      if (message.type === 'conclude') return { answer: await conclude(), dismissed: false, settings }
    },
  }
  vi.stubGlobal('browser', { runtime })
  address = A
  vi.stubGlobal('location', {
    get href() {
      return address
    },
  })
})

afterEach(async () => {
  // ends the scout of this test at its next look
  runtime.id = undefined
  document.body.textContent = ''
  await quiet()
  Reflect.deleteProperty(globalThis, KEY)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function open(page: Shown): Promise<void> {
  document.body.innerHTML = html(page)
  start(document)
  await quiet()
}

it('asks once and shows the answer', async () => {
  await open(faulty)
  expect(shown()).toBe(true)
  expect(sent('conclude')).toHaveLength(1)
  document.body.append(document.createElement('p'))
  await quiet()
  expect(sent('conclude')).toHaveLength(1)
})

it('asks again after a conclusion that failed', async () => {
  conclude = async () => {
    throw new Error('The message port closed before a response was received.')
  }
  await open(faulty)
  expect(shown()).toBe(false)
  conclude = async () => answer
  document.body.append(document.createElement('p'))
  await quiet()
  expect(shown()).toBe(true)
})

it('takes the author from a header that is drawn after the text', async () => {
  await open({ ...faulty, author: undefined })
  const early = sent('conclude').at(-1)
  expect(JSON.stringify(early)).not.toContain('reporter')
  const header = document.createElement('div')
  header.innerHTML = '<a data-testid="issue-body-header-author" href="/reporter">reporter</a>'
  document.querySelector('[data-testid="issue-body"]')?.prepend(header)
  await quiet()
  expect(sent('conclude').at(-1)).toMatchObject({
    outline: {
      blocks: [
        { kind: 'title', author: 'reporter' },
        { kind: 'description', author: 'reporter' },
      ],
    },
  })
})

it('stays dismissed when an answer was on its way', async () => {
  await open(faulty)
  let deliver = (_: Answer) => {}
  conclude = () => new Promise((resolve) => (deliver = resolve))
  document.querySelector('.markdown-body')!.append(' and more')
  await quiet()
  expect(sent('conclude')).toHaveLength(2)
  handle().dismiss()
  deliver(answer)
  await quiet()
  expect(shown()).toBe(false)
})

describe('an address that changes before the page', () => {
  const draw = (page: Shown) => (document.body.innerHTML = html(page))
  const hint = (name: string) => document.dispatchEvent(new CustomEvent(name))
  /** The address changes, and something small in the old page. */
  async function leaveFor(next: string): Promise<void> {
    address = next
    document.body.append(document.createElement('p'))
    await quiet()
  }

  beforeEach(async () => {
    await open(faulty)
    expect(shown()).toBe(true)
  })

  it('shows and asks nothing of the old page, and reads the new one', async () => {
    await leaveFor(B)
    expect(shown()).toBe(false)
    expect(sent('conclude')).toHaveLength(1)
    conclude = async () => null
    draw(other)
    await quiet()
    expect(sent('conclude').at(-1)).toMatchObject({ outline: { url: B, title: other.title } })
    expect(shown()).toBe(false)

    conclude = async () => answer
    await leaveFor(A)
    expect(shown()).toBe(false)
    draw(faulty)
    await quiet()
    expect(shown()).toBe(true)
  })

  it('knows the old page also behind a page that is no thread', async () => {
    await leaveFor('https://github.com/example/lora/issues')
    await leaveFor(B)
    expect(shown()).toBe(false)
    expect(sent('conclude')).toHaveLength(1)
  })

  it('reads the new page where it reuses the elements of the old one', async () => {
    await leaveFor(B)
    document.querySelector('h1')!.textContent = other.title
    document.querySelector('.markdown-body')!.textContent = other.text
    await quiet()
    expect(sent('conclude').at(-1)).toMatchObject({ outline: { url: B, title: other.title } })
  })

  it('goes on at once where only the tab or the anchor changed', async () => {
    await leaveFor(`${A}#issuecomment-1`)
    expect(shown()).toBe(true)
  })

  it.each(['turbo:render', 'turbo:load', 'soft-nav:end'])(
    'takes the page for the new one after %s, even if nothing changed',
    async (name) => {
      await leaveFor(B)
      expect(shown()).toBe(false)
      hint(name)
      await quiet()
      expect(shown()).toBe(true)
      expect(sent('conclude').at(-1)).toMatchObject({ outline: { url: B } })
    },
  )

  it('is not deceived by the end of the navigation before', async () => {
    hint('soft-nav:end')
    await leaveFor(B)
    expect(shown()).toBe(false)
    hint('soft-nav:react-done')
    await quiet()
    expect(shown()).toBe(false)
  })
})
