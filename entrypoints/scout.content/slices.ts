/** A slice of work on the page's thread, in milliseconds: half a frame. */
const SLICE = 8

type Yielding = { scheduler?: { yield?: () => Promise<void> } }

/** Lets the page do its own work: input and painting come first. */
function breathe(): Promise<void> {
  const { scheduler } = globalThis as Yielding
  if (scheduler?.yield) return scheduler.yield()
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
}

/** Runs `work` on each item, giving way between slices. Rejects with the signal's reason once that is aborted. */
export async function inSlices<T>(
  items: Iterable<T>,
  signal: AbortSignal,
  work: (item: T) => void,
): Promise<void> {
  let started = performance.now()
  for (const item of items) {
    if (performance.now() - started > SLICE) {
      await breathe()
      started = performance.now()
    }
    signal.throwIfAborted()
    work(item)
  }
}
