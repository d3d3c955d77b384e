import type { Choices } from '../../diagnosis/choices'
import type { Ask, CheckedAll, Reply, SentSource } from './protocol'

/** What is to be checked: content and all. */
export type WholeSource = Required<SentSource>

export interface Engine {
  /** Asks for all sources to be checked; an earlier request that is not answered yet never will be. */
  ask(sources: WholeSource[], choices: Choices): void
  /** Answers nothing that was asked before. */
  forget(): void
  stop(): void
}

export interface EngineListener {
  onChecked(checked: CheckedAll): void
  /** The newest request failed. */
  onFailure(): void
}

/** A source that takes this long is not waited for once it is no longer wanted. Milliseconds. */
const PATIENCE = 400

const keyOf = ({ id, revision }: WholeSource) => `${id} ${revision}`

/** The engine in a worker; the newest request wins. */
export function createEngine(listener: EngineListener, start: () => Worker = startWorker): Engine {
  let worker: Worker | undefined
  let sent = new Map<string, number>()
  let request = 0
  let pending: { keys: string[]; since: number } | undefined

  function quit(): void {
    worker?.terminate()
    worker = undefined
    sent = new Map()
    pending = undefined
  }

  function running(): Worker {
    if (worker) return worker
    const fresh = start()
    fresh.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.request !== request) return
      pending = undefined
      if (data.checked) listener.onChecked(data.checked)
      else listener.onFailure()
    }
    fresh.onerror = () => {
      const wasPending = pending
      quit()
      if (wasPending) listener.onFailure()
    }
    worker = fresh
    return fresh
  }

  /** The worker is busy with a long text that nobody wants any more. */
  const isStuck = (wanted: string[]) =>
    pending !== undefined &&
    performance.now() - pending.since > PATIENCE &&
    pending.keys.some((key) => !wanted.includes(key))

  return {
    ask(sources, choices) {
      const keys = sources.map(keyOf)
      if (isStuck(keys)) quit()
      request++
      const message: Ask = {
        request,
        choices,
        sources: sources.map(({ content, ...source }) =>
          sent.get(source.id) === source.revision ? source : { ...source, content },
        ),
      }
      pending = { keys, since: pending?.since ?? performance.now() }
      sent = new Map(sources.map(({ id, revision }) => [id, revision]))
      running().postMessage(message)
    },
    forget() {
      request++
      if (isStuck([])) quit()
      pending = undefined
    },
    stop: quit,
  }
}

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
