import { useId } from 'preact/hooks'
import type { Language } from '../../diagnosis/explanation'
import type { KeptCounts } from '../../locales/words/options'
import { optionsWords } from '../../locales/words/options'
import { MuteBubble } from '../icons'
import { About, type AboutFacts } from './about'
import { HostAccess } from './host-access'
import { KeptThings } from './kept-things'
import { LanguageChoice, type LanguageChoiceValue } from './language-choice'
import { Switch } from './switch'

type Site = 'github' | 'huggingface'

export interface SiteState {
  id: Site
  host: string
  on: boolean
  /** False where the browser keeps the site from the extension. */
  granted: boolean
}

export interface OptionsPageProps {
  /** What the page is written in. */
  language: Language
  chosenLanguage: LanguageChoiceValue
  marks: boolean
  sites: SiteState[]
  kept: KeptCounts
  about: AboutFacts
  /** The last change was not saved. */
  failed: boolean
  onLanguage: (language: LanguageChoiceValue) => void
  onMarks: (on: boolean) => void
  onSite: (site: Site, on: boolean) => void
  /** Asks the browser for a site; true when granted. */
  onAllow: (site: Site) => Promise<boolean>
  /** False when that failed. */
  onForget: () => Promise<boolean>
}

/** Everything that can be chosen; each change holds at once. */
export function OptionsPage(props: OptionsPageProps) {
  const { language, sites, kept, about, failed } = props
  const words = optionsWords[language]
  const id = useId()
  return (
    <main class="page">
      <header class="page-head">
        <MuteBubble size={36} />
        <h1>{words.title}</h1>
      </header>
      <div role="alert">{failed && <p class="failed">{words.failed}</p>}</div>
      <LanguageChoice words={words} chosen={props.chosenLanguage} onChange={props.onLanguage} />
      <section class="sheet" aria-labelledby={id}>
        <h2 id={id}>{words.pages.title}</h2>
        <div class="sheet-body">
          {sites.map((site) => (
            <div class="line" key={site.id}>
              <Switch
                name={site.host}
                hint={words.pages.sites[site.id]}
                on={site.on}
                onChange={(on) => props.onSite(site.id, on)}
              />
              {site.on && !site.granted && (
                <HostAccess words={words.access} host={site.host} onAllow={() => props.onAllow(site.id)} />
              )}
            </div>
          ))}
          <div class="line">
            <Switch
              name={words.pages.marks}
              hint={words.pages.marksHint}
              on={props.marks}
              onChange={props.onMarks}
            />
          </div>
        </div>
        <p class="hint">{words.pages.sitesHint}</p>
      </section>
      <KeptThings words={words.stored} kept={kept} onForget={props.onForget} />
      <About words={words.about} language={language} {...about} />
    </main>
  )
}
