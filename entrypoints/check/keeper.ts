import { logOnce } from '../../diagnosis/log-once'
import type { KeptPaste, PasteStore } from '../../storage/pastes'

/** How long further changes wait for each other, in milliseconds. */
const PAUSE = 150

export interface Keeper {
  /** What was kept last. Rejects where the browser stores nothing. */
  read(): Promise<KeptPaste>
  /** Keeps a change: the first at once, those that follow quickly together. */
  keep(paste: KeptPaste): void
  /** Keeps what still waits, without waiting itself. Resolves when all is kept, or when that failed. */
  flush(): Promise<void>
  /**
   * What is kept by now, by this page or by another, after what waits here. Undefined where that must not take the
   * place of what this page holds: something was given meanwhile, or could not be kept. Rejects like `read`.
   */
  readAgain(): Promise<KeptPaste | undefined>
}

/**
 * Keeps what is given for the next time.
 * @param opened the store, which may still be opening
 * @param onOutcome told after every write whether it failed
 */
export function createKeeper(opened: Promise<PasteStore>, onOutcome: (failed: boolean) => void): Keeper {
  let waiting: KeptPaste | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let written: Promise<void> = Promise.resolve()
  let store: PasteStore | undefined
  let changes = 0
  let failed = false
  opened.then(
    (ready) => (store = ready),
    () => undefined,
  )

  function flush(): Promise<void> {
    const paste = waiting
    waiting = undefined
    if (paste)
      // a page that goes away gets no second chance: what is open is written to without waiting
      written = (store ? store.keep(paste) : opened.then((ready) => ready.keep(paste))).then(
        () => onOutcome((failed = false)),
        (error: unknown) => (logOnce('keeping the paste', error), onOutcome((failed = true))),
      )
    return written
  }

  function afterPause(): void {
    timer = undefined
    if (!waiting) return
    void flush()
    timer = setTimeout(afterPause, PAUSE)
  }

  const read = async () => (await opened).read()

  async function readAgain(): Promise<KeptPaste | undefined> {
    const before = changes
    await flush()
    if (failed) return undefined
    const kept = await read()
    return changes === before ? kept : undefined
  }

  return {
    read,
    readAgain,
    keep(paste) {
      changes++
      waiting = paste
      if (timer !== undefined) return
      void flush()
      timer = setTimeout(afterPause, PAUSE)
    },
    flush,
  }
}
