import { beforeEach, expect, it, vi } from 'vitest'
import type { WholeSource } from './engine'
import { createEngine } from './engine'
import type { Ask, CheckedAll, Reply } from './protocol'

class FakeWorker {
  static all: FakeWorker[] = []
  asks: Ask[] = []
  ended = false
  onmessage?: (event: { data: Reply }) => void
  onerror?: () => void
  constructor() {
    FakeWorker.all.push(this)
  }
  postMessage(ask: Ask) {
    this.asks.push(ask)
  }
  terminate() {
    this.ended = true
  }
  reply(request: number, checked?: object) {
    this.onmessage?.({ data: { request, checked: checked as CheckedAll | undefined } })
  }
}

const start = () => new FakeWorker() as unknown as Worker
const source = (id: string, revision = 0, content = id): WholeSource => ({ id, revision, name: '', content })
const listener = { onChecked: vi.fn(), onFailure: vi.fn() }

beforeEach(() => {
  FakeWorker.all = []
  vi.clearAllMocks()
  vi.useRealTimers()
})

it('hands on the newest answer alone', () => {
  const engine = createEngine(listener, start)
  engine.ask([source('box', 1)], {})
  engine.ask([source('box', 2)], {})
  const [worker] = FakeWorker.all
  worker?.reply(1, { first: true })
  expect(listener.onChecked).not.toHaveBeenCalled()
  worker?.reply(2, { second: true })
  expect(listener.onChecked).toHaveBeenCalledExactlyOnceWith({ second: true })
})

it('sends a content once', () => {
  const engine = createEngine(listener, start)
  engine.ask([source('file'), source('box', 1)], {})
  engine.ask([source('file'), source('box', 2)], {})
  const sent = FakeWorker.all[0]?.asks[1]?.sources
  expect(sent?.map(({ content }) => content)).toEqual([undefined, 'box'])
})

it('does not wait for a long text that is no longer wanted, and sends the rest again', () => {
  vi.useFakeTimers()
  const engine = createEngine(listener, start)
  engine.ask([source('long'), source('file')], {})
  vi.advanceTimersByTime(5000)
  engine.ask([source('file')], {})
  expect(FakeWorker.all.map(({ ended }) => ended)).toEqual([true, false])
  expect(FakeWorker.all[1]?.asks[0]?.sources[0]?.content).toBe('file')
})

it('waits for a long text that is still wanted', () => {
  vi.useFakeTimers()
  const engine = createEngine(listener, start)
  engine.ask([source('long')], {})
  vi.advanceTimersByTime(5000)
  engine.ask([source('long')], { model: 'chatglm3-6b' })
  expect(FakeWorker.all).toHaveLength(1)
})

it('says when the newest request failed, and starts again after a crash', () => {
  const engine = createEngine(listener, start)
  engine.ask([source('box', 1)], {})
  FakeWorker.all[0]?.reply(1)
  expect(listener.onFailure).toHaveBeenCalledTimes(1)
  engine.ask([source('box', 2)], {})
  FakeWorker.all[0]?.onerror?.()
  expect(listener.onFailure).toHaveBeenCalledTimes(2)
  engine.ask([source('box', 2)], {})
  expect(FakeWorker.all).toHaveLength(2)
  expect(FakeWorker.all[1]?.asks[0]?.sources[0]?.content).toBe('box')
})

it('answers nothing that was asked before it was told to forget', () => {
  const engine = createEngine(listener, start)
  engine.ask([source('box', 1)], {})
  engine.forget()
  FakeWorker.all[0]?.reply(1, {})
  expect(listener.onChecked).not.toHaveBeenCalled()
})
