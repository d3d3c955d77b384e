import type { Language } from '../../diagnosis/explanation'
import { words as panelWords } from '../../locales/words'
import { MuteBubble } from '../icons'
import { LanguageButtons } from '../language-buttons'
import { useWords } from './words'

interface Props {
  language: Language
  onLanguage: (language: Language) => void
  /** Without it there is no button: this is the full page. */
  onOpenFull?: () => void
  onCatalogue: () => void
}

/** What this is, in which language, and the way to more room. */
export function CheckHead({ language, onLanguage, onOpenFull, onCatalogue }: Props) {
  const words = useWords()
  return (
    <header class="check-head">
      <MuteBubble size={onOpenFull ? 26 : 34} />
      <div class="check-head-text">
        <h1>{words.title}</h1>
        <p>
          {words.lead}
          {onOpenFull && (
            <button type="button" class="link-button open-full" onClick={onOpenFull}>
              {words.openFull}
            </button>
          )}
          <button type="button" class="link-button open-full" onClick={onCatalogue}>
            {panelWords[language].catalogue.all}
          </button>
        </p>
      </div>
      <div class="check-head-tools">
        <LanguageButtons language={language} onLanguage={onLanguage} />
      </div>
    </header>
  )
}
