import type { Language } from '../diagnosis/explanation'
import { languages } from '../locales/language'
import { languageNames, words } from '../locales/words'

interface Props {
  /** The one that is shown. */
  language: Language
  onLanguage: (language: Language) => void
}

/** Each language is named in itself, so that whoever cannot read the page finds the way out. */
export function LanguageButtons({ language, onLanguage }: Props) {
  return (
    <span class="languages" role="group" aria-label={words[language].panel.languages}>
      {languages.map((id) => (
        <button
          type="button"
          key={id}
          class="quiet-button"
          lang={languageNames[id].tag}
          aria-pressed={id === language}
          onClick={() => onLanguage(id)}
        >
          {languageNames[id].name}
        </button>
      ))}
    </span>
  )
}
