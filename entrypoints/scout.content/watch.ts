/** How long the page has to be quiet before it is looked at again, and the longest it is waited for; milliseconds. */
const QUIET = 150
const LONGEST_WAIT = 1000

/** Those of GitHub's own navigation events after which the new page is there. */
export const DRAWN = ['turbo:render', 'turbo:load', 'soft-nav:end']

/** All of them: undocumented and sent unevenly, so hints only. The comparison of URLs decides. */
const HINTS = [...DRAWN, 'soft-nav:payload', 'soft-nav:react-done']

type Navigation = { navigation?: EventTarget }

export interface Changes {
  /** Nodes whose children or text changed. */
  within: Set<Node>
  /** Nodes that are new, and texts that were rewritten. */
  added: Set<Node>
}

export const noChanges = (): Changes => ({ within: new Set(), added: new Set() })

/**
 * Calls back after the page has changed, once it is quiet again. Changes inside `ignored` elements do not count.
 * Nothing runs while the page stands still.
 */
export function watch(
  document: Document,
  signal: AbortSignal,
  ignored: (node: Node) => boolean,
  onChange: (changes: Changes) => void,
): void {
  let changes = noChanges()
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince = 0
  const tell = () => {
    timer = undefined
    const told = changes
    changes = noChanges()
    if (!signal.aborted) onChange(told)
  }
  const soon = () => {
    const now = performance.now()
    if (timer === undefined) waitingSince = now
    else if (now - waitingSince > LONGEST_WAIT) return
    clearTimeout(timer)
    timer = setTimeout(tell, QUIET)
  }
  const observer = new MutationObserver((records) => {
    let counts = false
    for (const record of records) {
      if (ignored(record.target)) continue
      changes.within.add(record.target)
      for (const node of record.addedNodes) changes.added.add(node)
      if (record.type === 'characterData') changes.added.add(record.target)
      counts = true
    }
    if (counts) soon()
  })
  observer.observe(document, { childList: true, subtree: true, characterData: true })
  for (const hint of HINTS) document.addEventListener(hint, soon, { signal })
  addEventListener('popstate', soon, { signal })
  ;(globalThis as Navigation).navigation?.addEventListener('navigatesuccess', soon, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
}
