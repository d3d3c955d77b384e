import { logOnce } from '../../diagnosis/log-once'
import { ask } from '../scout.content/ask'
import type { PageHandle } from '../scout.content/handle'
import { borrow } from '../scout.content/handle'
import { threadKey } from '../scout.content/messages'
import { mountPanel } from './mount'
import { pageTheme } from './page-theme'
import type { SelectedShelf, SelectedText } from './selected'

type Navigation = { navigation?: EventTarget }

/** Where the sites' own reader knows the scheme it is asked; any other page is looked at. */
function theme(): ReturnType<PageHandle['theme']> {
  const known = borrow()?.theme()
  return known && known.scheme !== 'auto' ? known : pageTheme(document)
}

function mount({ answer, settings, notices, frameId }: SelectedText): () => void {
  const stop = new AbortController()
  const thread = threadKey(location.href)
  const handle: PageHandle = {
    answer,
    settings,
    anchor: () => null,
    theme,
    // it floats and moves nothing
    isReading: () => false,
    jump(evidence) {
      ask({ type: 'show-selected', frameId, evidence }).catch((error: unknown) => {
        logOnce('the way to the line', error)
        handle.onChange?.()
      })
      return true
    },
    change(settings) {
      handle.settings = settings
      handle.onChange?.()
      borrow()?.change(settings)
    },
    dismiss: () => stop.abort(),
  }
  const unmount = mountPanel(handle, { notices })
  stop.signal.addEventListener('abort', unmount)
  // what was selected is gone once the reader is elsewhere
  const leave = () => {
    if (threadKey(location.href) !== thread) stop.abort()
  }
  addEventListener('popstate', leave, { signal: stop.signal })
  const { navigation } = globalThis as Navigation
  navigation?.addEventListener('navigatesuccess', leave, { signal: stop.signal })
  return () => stop.abort()
}

/** Shows what the background has left for the panel, in place of the selection before. */
export function mountSelected(shelf: SelectedShelf): void {
  const { waiting } = shelf
  if (!waiting) return
  shelf.waiting = undefined
  shelf.close?.()
  shelf.close = mount(waiting)
}
