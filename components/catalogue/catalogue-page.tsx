import { useEffect, useId, useMemo, useState } from 'preact/hooks'
import type { Entry } from '../../diagnosis/catalogue'
import { packagesOf, searchCatalogue } from '../../diagnosis/catalogue'
import type { Language } from '../../diagnosis/explanation'
import { words } from '../../locales/words'
import { catalogueWords } from '../../locales/words/catalogue'
import { PanelContext } from '../context'
import { MuteBubble } from '../icons'
import { LanguageButtons } from '../language-buttons'
import { EntryCard } from './entry-card'

interface Props {
  catalogue: Record<Language, Entry[]>
  language: Language
  onLanguage: (language: Language) => void
  onCopy: (text: string) => Promise<void>
  /** The entry that a link leads to: unfolded from the start. */
  first?: string
}

/** Every known failure, to search and to filter by package. */
export function CataloguePage({ catalogue, language, onLanguage, onCopy, first }: Props) {
  const say = catalogueWords[language]
  const id = useId()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState('')
  const [opened, setOpened] = useState<Record<string, boolean>>(first ? { [first]: true } : {})
  const entries = catalogue[language]
  const found = searchCatalogue(entries, search, chosen)
  const tools = useMemo(
    () => ({
      language,
      words: words[language],
      copy: (text: string) =>
        onCopy(text).then(
          () => true,
          () => false,
        ),
    }),
    [language, onCopy],
  )
  useEffect(() => {
    if (first) document.getElementById(first)?.scrollIntoView()
  }, [first])
  return (
    <PanelContext.Provider value={tools}>
      <main class="page catalogue">
        <header class="page-head">
          <MuteBubble size={34} />
          <h1>{say.title}</h1>
          <LanguageButtons language={language} onLanguage={onLanguage} />
        </header>
        <p class="hint">{say.lead(entries.length)}</p>
        <form class="catalogue-search" role="search" onSubmit={(event) => event.preventDefault()}>
          <label for={`${id}-search`}>{say.search}</label>
          <input
            id={`${id}-search`}
            type="search"
            value={search}
            placeholder={say.searchHint}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
          <label for={`${id}-package`}>{say.package}</label>
          <select
            id={`${id}-package`}
            value={chosen}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            <option value="">{say.everyPackage}</option>
            {packagesOf(entries).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </form>
        <p class="hint" role="status">
          {found.length ? say.found(found.length) : say.none}
        </p>
        <div class="entries">
          {found.map((entry) => (
            <EntryCard
              key={entry.id}
              entry={entry}
              language={language}
              open={opened[entry.id] ?? false}
              onToggle={(open) => setOpened((before) => ({ ...before, [entry.id]: open }))}
            />
          ))}
        </div>
      </main>
    </PanelContext.Provider>
  )
}
