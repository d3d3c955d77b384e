import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { speak } from '../../components/options/dress-page'
import { type Reply, WelcomePage } from '../../components/welcome/welcome-page'
import type { Language } from '../../diagnosis/explanation'
import { logOnce } from '../../diagnosis/log-once'
import { welcomeWords } from '../../locales/words/welcome'
import { missingSites, onAccessChange, requestSites } from '../../storage/host-access'
import { changeChoices, languageOf, onChoicesChange } from '../../storage/settings'
import { siteHosts, type SiteId } from '../../storage/sites'
import { answerFor, exampleThread } from './example'

/** The welcome page over the engine: the answer beside the example is what the engine says of it now. */
export function App({ start }: { start: { language: Language; missing: SiteId[] } }) {
  const [language, setLanguage] = useState(start.language)
  const [missing, setMissing] = useState(start.missing)
  const [reply, setReply] = useState<Reply>('affected')
  const example = useMemo(() => {
    const thread = exampleThread(language, reply)
    return { thread, answer: answerFor(thread) }
  }, [language, reply])
  useEffect(() => onChoicesChange((choices) => setLanguage(languageOf(choices.language))), [])
  useEffect(() => onAccessChange(() => void missingSites().then(setMissing)), [])
  useLayoutEffect(() => speak(language, welcomeWords[language].tab), [language])
  return (
    <WelcomePage
      language={language}
      {...example}
      reply={reply}
      settings={browser.runtime.getURL('/options.html')}
      missingHosts={missing.map((id) => siteHosts[id])}
      onAllow={(host) => requestSites(missing.filter((id) => siteHosts[id] === host))}
      onReply={setReply}
      onLanguage={(chosen) => {
        setLanguage(chosen)
        changeChoices({ language: chosen }).catch((error: unknown) => logOnce('saving settings', error))
      }}
      onCopy={(text) => navigator.clipboard.writeText(text)}
    />
  )
}
