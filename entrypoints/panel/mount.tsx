import { render } from 'preact'
import { Panel } from '../../components/panel'
import { styles } from '../../components/styles'
import { logOnce } from '../../diagnosis/log-once'
import { ask } from '../scout.content/ask'
import type { PageHandle } from '../scout.content/handle'
import type { Settings } from '../../storage/settings'
import type { Message } from '../scout.content/messages'
import { threadKey } from '../scout.content/messages'
import { keepStill, place } from './place'

const PANEL = 'unmute-panel'

/** Removed this often on one page, the panel floats: the page does not want it in its midst. */
const MOST_REMOVALS = 10

/** Attributes by which the two sites switch their theme. */
const THEME_ATTRIBUTES = ['class', 'data-color-mode', 'data-light-theme', 'data-dark-theme']

const KEYS = ['keydown', 'keyup', 'keypress'] as const

function createHost(): { host: HTMLElement; root: HTMLElement } {
  const host = document.createElement(PANEL)
  const shadow = host.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = styles
  const root = document.createElement('div')
  shadow.append(style, root)
  // the page's single-key shortcuts must not fire while somebody types or moves in the panel
  for (const type of KEYS) host.addEventListener(type, (event) => event.stopPropagation())
  return { host, root }
}

/** Shows the handle's answer in a shadow root and keeps exactly one panel in place while the page changes. */
export function mountPanel(handle: PageHandle): void {
  const { host, root } = createHost()
  let thread = ''
  let removals = 0

  const change = (settings: Partial<Pick<Settings, 'language' | 'marks'>>) => {
    const message: Message = { type: 'change-settings', change: settings }
    handle.change({ ...handle.settings, ...settings })
    ask(message).catch((error: unknown) => logOnce('saving settings', error))
  }

  function draw(floating: boolean): void {
    const { answer, settings } = handle
    if (!answer) return render(null, root)
    render(
      <Panel
        key={thread}
        answer={answer}
        language={settings.language}
        theme={handle.theme()}
        floating={floating}
        marksOn={settings.marks}
        onLanguage={(language) => change({ language })}
        onMarks={(marks) => change({ marks })}
        onCopy={(text) => navigator.clipboard.writeText(text)}
        onJump={(evidence) => void handle.jump(evidence)}
        onDismiss={handle.dismiss}
      />,
      root,
    )
  }

  function update(): void {
    // copies that the page keeps of itself come back without their shadow root
    for (const other of document.querySelectorAll(PANEL)) if (other !== host) other.remove()
    if (!handle.answer) {
      host.remove()
      return render(null, root)
    }
    if (thread !== threadKey(location.href)) {
      thread = threadKey(location.href)
      removals = 0
    } else if (!host.isConnected) removals++
    const anchor = removals > MOST_REMOVALS ? null : handle.anchor()
    const change = () => {
      place(host, anchor)
      draw(anchor === null)
    }
    if (handle.isReading()) keepStill(host, change)
    else change()
  }

  handle.onChange = update
  new MutationObserver(update).observe(document.documentElement, { attributeFilter: THEME_ATTRIBUTES })
  update()
}
