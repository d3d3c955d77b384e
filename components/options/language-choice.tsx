import { useId } from 'preact/hooks'
import type { Language } from '../../diagnosis/explanation'
import { languages } from '../../locales/language'
import { languageNames } from '../../locales/words'
import type { OptionsWords } from '../../locales/words/options'

/** A language, or the browser's own. */
export type LanguageChoiceValue = Language | 'browser'

interface Props {
  words: OptionsWords
  chosen: LanguageChoiceValue
  onChange: (language: LanguageChoiceValue) => void
}

/** Each language is named in itself, so that whoever cannot read the page finds the way out. */
export function LanguageChoice({ words, chosen, onChange }: Props) {
  const id = useId()
  const option = (value: LanguageChoiceValue, name: string, tag?: string) => (
    <label key={value} lang={tag}>
      <input
        type="radio"
        name="language"
        value={value}
        checked={value === chosen}
        onChange={() => onChange(value)}
      />
      {name}
    </label>
  )
  return (
    <section class="sheet">
      <h2 id={id}>{words.language.title}</h2>
      <div class="sheet-body">
        <div class="line">
          <div class="choice" role="radiogroup" aria-labelledby={id}>
            {option('browser', words.language.browser)}
            {languages.map((id) => option(id, languageNames[id].name, languageNames[id].tag))}
          </div>
        </div>
      </div>
    </section>
  )
}
