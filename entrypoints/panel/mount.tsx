import { render } from 'preact'
import { NothingFound } from '../../components/nothing-found'
import { Panel } from '../../components/panel'
import { styles } from '../../components/styles'
import { logOnce } from '../../diagnosis/log-once'
import { words } from '../../locales/words'
import { selectionWords } from '../../locales/words/selection'
import { ask, isConnected } from '../scout.content/ask'
import type { PageHandle } from '../scout.content/handle'
import type { Settings } from '../../storage/settings'
import type { Message } from '../scout.content/messages'
import { threadKey } from '../scout.content/messages'
import { copyText } from './copy'
import { keepStill, place } from './place'
import type { NoticeId } from './selected'

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

function showCatalogue(rule: string): void {
  ask({ type: 'show-catalogue', rule }).catch((error: unknown) => logOnce('opening the catalogue', error))
}

/** What only a text has that somebody selected and asked about. */
interface AskedFor {
  notices: NoticeId[]
}

/**
 * Shows the handle's answer in a shadow root and keeps exactly one panel in place while the page changes: one for the
 * page's thread, and one for the text that was asked for. Returns what takes it away for good.
 */
export function mountPanel(handle: PageHandle, askedFor?: AskedFor): () => void {
  const { host, root } = createHost()
  host.dataset.for = askedFor ? 'selection' : 'thread'
  let thread = ''
  let removals = 0

  const change = (settings: Partial<Pick<Settings, 'language' | 'marks'>>) => {
    const message: Message = { type: 'change-settings', change: settings }
    handle.change({ ...handle.settings, ...settings })
    ask(message).catch((error: unknown) => {
      logOnce('saving settings', error)
      // the extension may be gone, which the panel then says
      update()
    })
  }

  function draw(floating: boolean): void {
    const { answer, settings } = handle
    if (!answer) return render(null, root)
    const { language } = settings
    const shared = {
      language,
      floating,
      theme: handle.theme(),
      onLanguage: (language: Settings['language']) => change({ language }),
      onDismiss: handle.dismiss,
    }
    const notices = askedFor?.notices.map((id) => selectionWords[language].notices[id]) ?? []
    const notice = isConnected() ? notices.join(' ') : words[language].panel.updated
    const isEmpty = !answer.report.diagnoses.length && !answer.report.notes.length
    render(
      isEmpty ? (
        <NothingFound notice={notice} {...shared} />
      ) : (
        <Panel
          key={thread}
          answer={answer}
          notice={notice}
          unfolded={askedFor !== undefined}
          marksOn={settings.marks}
          onMarks={askedFor ? undefined : (marks) => change({ marks })}
          onCopy={copyText}
          onCatalogue={showCatalogue}
          onJump={(evidence) => void handle.jump(evidence)}
          {...shared}
        />
      ),
      root,
    )
  }

  function update(): void {
    // copies that the page keeps of itself come back without their shadow root
    for (const other of document.querySelectorAll<HTMLElement>(PANEL))
      if (other !== host && (!other.shadowRoot || other.dataset.for === host.dataset.for)) other.remove()
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
  const themes = new MutationObserver(update)
  themes.observe(document.documentElement, { attributeFilter: THEME_ATTRIBUTES })
  update()
  return () => {
    themes.disconnect()
    handle.onChange = undefined
    host.remove()
    render(null, root)
  }
}
