import { useId } from 'preact/hooks'
import type { Language } from '../../diagnosis/explanation'
import { languageNames, words as panelWords } from '../../locales/words'
import type { OptionsWords } from '../../locales/words/options'

export interface AboutFacts {
  /** As the manifest has it. */
  version: string
  /** The day on which the rules were last looked over, ISO 8601. */
  rulesDate: string
  /** The project's page, where the manifest names one. */
  project?: string
  /** The address of the welcome page. */
  introduction: string
  /** The address of the catalogue of known failures. */
  catalogue: string
}

interface Props extends AboutFacts {
  words: OptionsWords['about']
  language: Language
}

/** Which version this is, and what it does with what it reads. */
export function About({ words, language, version, rulesDate, project, introduction, catalogue }: Props) {
  const id = useId()
  const date = new Intl.DateTimeFormat(languageNames[language].tag, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <section class="sheet" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <div class="sheet-body">
        <div class="line">
          <p class="about-facts">
            <span>{words.version(version)}</span>
            <span>{words.rules(date.format(new Date(rulesDate)))}</span>
          </p>
          <p>{words.privacy}</p>
          <p class="about-links">
            <a href={introduction}>{words.introduction}</a>
            <a href={catalogue}>{panelWords[language].catalogue.all}</a>
            {project && <a href={project}>{words.project}</a>}
          </p>
        </div>
      </div>
    </section>
  )
}
