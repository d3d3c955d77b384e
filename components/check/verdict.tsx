import type { Evidence, Language } from '../../diagnosis/explanation'
import type { Checked } from '../../diagnosis/paste/checked'
import { Inline } from '../markdown'
import { Panel } from '../panel'
import { useWords } from './words'

interface Props {
  checked: Checked
  language: Language
  onLanguage: (language: Language) => void
  onCopy: (text: string) => Promise<void>
  onJump: (evidence: Evidence) => void
}

/** The panel; where there is nothing to diagnose, what that does and does not mean. */
export function Verdict({ checked, language, onLanguage, onCopy, onJump }: Props) {
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
      />
    )
  const affected = packages.stack.filter(({ standing }) => standing === 'affected')
  const names = affected.map(({ name, version }) => `${name} ${version}`).join(', ')
  return (
    <div class="no-verdict" data-verdict={affected.length ? 'at-risk' : 'none'}>
      <p class="no-verdict-title">{affected.length ? words.undecided(names) : words.nothing}</p>
      <p class="quiet">
        <Inline text={affected.length ? words.undecidedHelp : words.nothingHelp} />
      </p>
    </div>
  )
}

/** The verdict in a few words, for who does not see the page. */
export function spokenVerdict(
  { answer }: Checked,
  language: Language,
  verdicts: Record<string, string>,
  nothing: string,
) {
  const [first] = answer.explanations[language]
  return first ? `${verdicts[first.verdict]}: ${first.name}` : nothing
}
