import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { speak } from '../../components/options/dress-page'
import { OptionsPage } from '../../components/options/options-page'
import { logOnce } from '../../diagnosis/log-once'
import { optionsWords } from '../../locales/words/options'
import { pack } from '../../rules'
import { requestSites } from '../../storage/host-access'
import { countKept, forgetKept, type Kept } from '../../storage/kept'
import { changeChoices, type Choices, languageOf, onChoicesChange } from '../../storage/settings'
import { siteHosts, type SiteId, siteIds } from '../../storage/sites'
import { useMissingSites } from './use-missing-sites'

interface State {
  choices: Choices
  kept: Kept
}

/** The options page over what is stored; follows what other windows change. */
export function App({ start }: { start: State & { missing: SiteId[] } }) {
  const [state, setState] = useState(start)
  const [failed, setFailed] = useState(false)
  const { choices, kept } = state
  const missing = useMissingSites(start.missing)
  const update = (part: Partial<State>) => setState((before) => ({ ...before, ...part }))
  const language = languageOf(choices.language)

  useEffect(() => {
    const count = () => void countKept().then((kept) => update({ kept }))
    const endFollowing = onChoicesChange((choices) => update({ choices }))
    browser.storage.onChanged.addListener(count)
    document.addEventListener('visibilitychange', count)
    return () => {
      endFollowing()
      browser.storage.onChanged.removeListener(count)
      document.removeEventListener('visibilitychange', count)
    }
  }, [])
  useLayoutEffect(() => speak(language, optionsWords[language].title), [language])

  /** Says when something was not saved. */
  const attempt = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => (setFailed(false), true),
      (error: unknown) => (logOnce('saving', error), setFailed(true), false),
    )

  /** Shows a change at once; takes it back where the browser does not save it. */
  const change = async (wanted: Parameters<typeof changeChoices>[0]) => {
    setState(({ choices, ...rest }) => {
      const sites = { ...choices.sites, ...wanted.sites }
      return { ...rest, choices: { ...choices, ...wanted, sites } }
    })
    if (!(await attempt(changeChoices(wanted)))) setState((before) => ({ ...before, choices }))
  }

  return (
    <OptionsPage
      language={language}
      chosenLanguage={choices.language}
      marks={choices.marks}
      sites={siteIds.map((id) => ({
        id,
        host: siteHosts[id],
        on: choices.sites[id],
        granted: !missing.includes(id),
      }))}
      kept={kept}
      about={{
        version: browser.runtime.getManifest().version,
        rulesDate: pack.date,
        project: browser.runtime.getManifest().homepage_url,
        introduction: browser.runtime.getURL('/welcome.html'),
        catalogue: browser.runtime.getURL('/catalogue.html'),
      }}
      failed={failed}
      onLanguage={(language) => void change({ language })}
      onMarks={(marks) => void change({ marks })}
      onSite={(site, on) => void change({ sites: { [site]: on } })}
      onAllow={(site) => requestSites([site])}
      onForget={async () => {
        const done = await attempt(forgetKept())
        update({ kept: await countKept() })
        return done
      }}
    />
  )
}
