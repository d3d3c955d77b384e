import type { Evidence, Language } from '../../diagnosis/explanation'
import type { Checked } from '../../diagnosis/paste/checked'
import type { CheckWords } from '../../locales/words/check'
import { Inline } from '../markdown'
import { Panel } from '../panel'
import { useWords } from './words'

interface Props {
  checked: Checked
  language: Language
  onLanguage: (language: Language) => void
  onCopy: (text: string) => Promise<void>
  onJump: (evidence: Evidence) => void
  onCatalogue: (rule: string) => void
}

/** The packages in an affected version, named; empty where there is none. */
const affectedOf = ({ stack }: Checked['packages']): string =>
  stack
    .filter(({ standing }) => standing === 'affected')
    .map(({ name, version }) => `${name} ${version}`)
    .join(', ')

/** The panel; where there is nothing to diagnose, what that does and does not mean. */
export function Verdict({ checked, language, onLanguage, onCopy, onJump, onCatalogue }: Props) {
  const words = useWords().verdict
  const { answer, packages } = checked
  if (answer.explanations[language].length > 0 || answer.notes[language].length > 0)
    return (
      <Panel
        answer={answer}
        language={language}
        theme={{ scheme: 'auto', highContrast: false }}
        unfolded
        onLanguage={onLanguage}
        onCopy={onCopy}
        onJump={onJump}
        onCatalogue={onCatalogue}
      />
    )
  const affected = affectedOf(packages)
  return (
    <div class="no-verdict" data-verdict={affected ? 'at-risk' : 'none'}>
      <p class="no-verdict-title">{affected ? words.undecided(affected) : words.nothing}</p>
      <p class="quiet">
        <Inline text={affected ? words.undecidedHelp : words.nothingHelp} />
      </p>
    </div>
  )
}

/** The verdict in a few words, for who does not see the page. */
export function spokenVerdict(
  { answer, packages }: Checked,
  language: Language,
  verdicts: Record<string, string>,
  words: CheckWords['verdict'],
) {
  const [first] = answer.explanations[language]
  if (first) return `${verdicts[first.verdict]}: ${first.name}`
  const affected = affectedOf(packages)
  return affected ? words.undecided(affected) : words.nothing
}
