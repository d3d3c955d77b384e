import type { Language } from '../diagnosis/explanation'
import { languageNames, words as allWords } from '../locales/words'
import { selectionWords } from '../locales/words/selection'
import { Cross, MuteBubble } from './icons'
import type { Theme } from '../diagnosis/theme'

interface Props {
  language: Language
  theme: Theme
  /** A remark on how the text was read. */
  notice?: string
  floating?: boolean
  onDismiss: () => void
}

/** For a person who asked about a text of which nothing is known: says so, and what to select instead. */
export function NothingFound({ language, theme, notice, floating, onDismiss }: Props) {
  const { panel } = allWords[language]
  const { nothing, what } = selectionWords[language]
  return (
    <div
      class="unmute"
      lang={languageNames[language].tag}
      data-scheme={theme.scheme}
      data-contrast={theme.highContrast ? 'high' : undefined}
      data-floating={floating || undefined}
    >
      <div class="frame" role="region" aria-label={panel.label} data-verdict="note">
        <div class="bar">
          <MuteBubble size={20} />
          <span class="bar-name">Unmute</span>
          <button type="button" class="icon-button" aria-label={panel.dismiss} onClick={onDismiss}>
            <Cross />
          </button>
        </div>
        {notice && <p class="notice">{notice}</p>}
        <div class="nothing" role="status">
          <p>{nothing}</p>
          <p class="what">{what}</p>
        </div>
      </div>
    </div>
  )
}
