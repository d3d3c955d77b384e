import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { Checker } from '../../components/check/checker'
import { speak } from '../../components/options/dress-page'
import { logOnce } from '../../diagnosis/log-once'
import type { Answer, Evidence, Language } from '../../diagnosis/explanation'
import { checkWords } from '../../locales/words/check'
import type { HandedOver } from '../../storage/handover'
import { requestSites } from '../../storage/host-access'
import { changeChoices, languageOf, onChoicesChange } from '../../storage/settings'
import { siteHosts } from '../../storage/sites'
import { openCatalogue } from '../catalogue/open'
import { useMissingSites } from '../options/use-missing-sites'
import { useCheck } from './use-check'

interface Props {
  layout: 'popup' | 'page'
  startLanguage: Language
  /** A selection that was sent here. */
  handedOver?: HandedOver
  page?: Answer | null
  onPageJump?: (evidence: Evidence) => void
  /** Called once everything is kept. */
  onOpenFull?: () => void
}

/** The paste box over what is stored and the engine; the same in the popup and on the full page. */
export function App({ layout, startLanguage, handedOver, page = null, onPageJump, onOpenFull }: Props) {
  const [language, setLanguage] = useState(startLanguage)
  const { ready, flush, ...check } = useCheck(handedOver)
  useEffect(() => onChoicesChange((choices) => setLanguage(languageOf(choices.language))), [])
  useLayoutEffect(() => speak(language, checkWords[language].title), [language])
  const missing = useMissingSites()
  if (!ready) return null
  return (
    <Checker
      layout={layout}
      language={language}
      page={page}
      withdrawn={missing.map((site) => ({
        host: siteHosts[site],
        onAllow: () => requestSites([site]),
      }))}
      {...check}
      onLanguage={(next) => {
        setLanguage(next)
        changeChoices({ language: next }).catch((error: unknown) => logOnce('saving the language', error))
      }}
      onCopy={(text) => navigator.clipboard.writeText(text)}
      onPageJump={(evidence) => onPageJump?.(evidence)}
      onCatalogue={(rule) => void flush().then(() => openCatalogue(rule))}
      onOpenFull={onOpenFull && (() => void flush().then(onOpenFull))}
    />
  )
}
