import { logOnce } from '../../diagnosis/log-once'
import { siteFor } from '../../sites'
import type { Site } from '../../sites/site'
import { ask, isConnected } from './ask'
import type { PageHandle } from './handle'
import { lend } from './handle'
import { jumpTo, mark } from './marks'
import { threadKey } from './messages'
import { PageReader } from './page-reader'
import { isWorthReading } from './prefilter'
import type { Changes } from './watch'
import { DRAWN, noChanges, watch } from './watch'

/** The panel's own element: what happens in it is no change of the page. */
const PANEL = 'unmute-panel'

/** What somebody does who reads; the click that opened the page came before it. */
const READING = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

const isOurs = (node: Node): boolean => node instanceof Element && node.localName === PANEL

/** Follows one tab: looks at each page that is opened in it, and asks for a panel when there is something to say. */
export function start(document: Document): void {
  const stop = new AbortController()
  let visit = new AbortController()
  let reader: PageReader | undefined
  let url = ''
  /** The page at this address was not looked at yet. */
  let fresh = true
  let busy = false
  let again: Changes | undefined
  let asked = false
  let reading = false
  /** Threads dismissed since the page was loaded: an answer may have been on its way. */
  const dismissed = new Set<string>()
  /** With which thread and title a first post was seen. */
  const seen = new WeakMap<Element, { thread: string; title: string | undefined }>()
  /** The thread whose page the site says it has drawn. */
  let drawn = ''

  const handle: PageHandle = {
    answer: null,
    settings: { language: 'en', marks: true },
    anchor: () => reader?.site.anchor(document) ?? null,
    theme: () => reader?.site.theme(document) ?? { scheme: 'auto', highContrast: false },
    isReading: () => reading || scrollY > 0,
    jump(evidence) {
      const range = reader?.rangeOf(evidence)
      if (range) jumpTo(range)
      return range !== null && range !== undefined
    },
    change(settings) {
      handle.settings = settings
      remark()
      handle.onChange?.()
    },
    dismiss() {
      const thread = threadKey(location.href)
      dismissed.add(thread)
      ask({ type: 'dismiss', thread }).catch((error: unknown) => logOnce('dismissing', error))
      show(null)
    },
  }
  if (!lend(handle)) return

  const remark = () =>
    mark(handle.settings.marks ? handle.answer : null, (evidence) => reader?.rangeOf(evidence) ?? null)

  function show(answer: PageHandle['answer']): void {
    handle.answer = answer
    remark()
    if (handle.onChange) handle.onChange()
    else if (answer && !asked) {
      asked = true
      ask({ type: 'show-panel' }).catch((error: unknown) => {
        asked = false
        logOnce('the panel', error)
      })
    }
  }

  function leave(): void {
    visit.abort()
    visit = new AbortController()
    reader = undefined
    fresh = true
    reading = false
    if (handle.answer) show(null)
  }

  /** On a page that had nothing to say, only what is new is looked at. */
  function isWorthIt({ added }: Changes): boolean {
    if (fresh) return isWorthReading(document.body.textContent ?? '')
    for (const node of added) if (isWorthReading(node.textContent ?? '')) return true
    return false
  }

  /** Whether this is still the page of the address before: the address changes first, the page when it is loaded. */
  function isLeftOver(site: Site, here: URL): boolean {
    const { title } = site.about(document, here)
    for (const { kind, element } of site.blocks(document, here)) {
      if (kind === 'title' || !element) continue
      const before = seen.get(element)
      if (before && before.thread !== url && before.title === title && drawn !== url) return true
      seen.set(element, { thread: url, title })
      break
    }
    return false
  }

  async function look(changes: Changes): Promise<void> {
    const { signal } = visit
    const here = new URL(location.href)
    const site = siteFor(here, document)
    if (!site) return leave()
    if (reader?.site.id !== site.id) reader = undefined
    if (!reader && !isWorthIt(changes)) return void (fresh = false)
    if (isLeftOver(site, here)) return
    fresh = false
    reader ??= new PageReader(site, document, here)
    reader.forget(changes.within)
    const visited = reader
    const read = await visited.read(signal)
    // the page may have moved or replaced what the panel stands beside
    if (!read) return void handle.onChange?.()
    const concluded = await ask({ type: 'conclude', ...read })
    signal.throwIfAborted()
    visited.concluded = true
    handle.settings = concluded.settings
    show(concluded.dismissed || dismissed.has(url) ? null : concluded.answer)
  }

  async function check(changes: Changes): Promise<void> {
    if (!isConnected()) {
      stop.abort()
      // the panel says why it cannot go on
      return handle.onChange?.()
    }
    if (threadKey(location.href) !== url) {
      url = threadKey(location.href)
      if (drawn !== url) drawn = ''
      leave()
    }
    if (busy) {
      again ??= noChanges()
      for (const node of changes.within) again.within.add(node)
      for (const node of changes.added) again.added.add(node)
      return
    }
    busy = true
    try {
      await look(changes)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) logOnce('the page', error)
    }
    busy = false
    const missed = again
    again = undefined
    if (missed) await check(missed)
  }

  const reads = () => (reading = true)
  for (const sign of READING)
    document.addEventListener(sign, reads, { passive: true, capture: true, signal: stop.signal })
  for (const hint of DRAWN)
    document.addEventListener(hint, () => (drawn = threadKey(location.href)), { signal: stop.signal })
  watch(document, stop.signal, isOurs, (changes) => void check(changes))
  void check(noChanges())
}
