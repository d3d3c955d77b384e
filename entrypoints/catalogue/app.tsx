import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { CataloguePage } from '../../components/catalogue/catalogue-page'
import { catalogueOf } from '../../diagnosis/catalogue'
import { speak } from '../../components/options/dress-page'
import { logOnce } from '../../diagnosis/log-once'
import { catalogueWords } from '../../locales/words/catalogue'
import { rules } from '../../rules'
import { changeChoices, type Choices, languageOf, onChoicesChange } from '../../storage/settings'

const catalogue = { en: catalogueOf(rules, 'en'), zh_CN: catalogueOf(rules, 'zh_CN') }

/** The entry that an address leads to; none for one that cannot be read. */
function entryOf(hash: string): string | undefined {
  const id = hash.slice(1)
  return /^[a-z0-9-]+$/.test(id) ? id : undefined
}

const copy = (text: string) => navigator.clipboard.writeText(text)

/** The catalogue in the chosen language; `#some-rule` in the address unfolds that entry. */
export function App({ start }: { start: Choices }) {
  const [choices, setChoices] = useState(start)
  const language = languageOf(choices.language)
  useEffect(() => onChoicesChange(setChoices), [])
  useLayoutEffect(() => speak(language, `${catalogueWords[language].title} · Unmute`), [language])
  return (
    <CataloguePage
      catalogue={catalogue}
      language={language}
      onLanguage={(wanted) => {
        setChoices({ ...choices, language: wanted })
        changeChoices({ language: wanted }).catch((error: unknown) => logOnce('saving', error))
      }}
      onCopy={copy}
      first={entryOf(location.hash)}
    />
  )
}
