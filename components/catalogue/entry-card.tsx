import type { Entry } from '../../diagnosis/catalogue'
import type { Language } from '../../diagnosis/explanation'
import { words } from '../../locales/words'
import { catalogueWords } from '../../locales/words/catalogue'
import { Basis } from '../basis'
import { useTools } from '../context'
import { CopyableCode } from '../copyable-code'
import { Inline, plainText, Prose } from '../markdown'

interface Props {
  entry: Entry
  language: Language
  open: boolean
  onToggle: (open: boolean) => void
}

/** One known failure: a line with what it affects; unfolded, what is known of it. */
export function EntryCard({ entry, language, open, onToggle }: Props) {
  const say = catalogueWords[language]
  const { fixes } = useTools().words
  return (
    <details
      class="entry"
      id={entry.id}
      open={open}
      data-severity={entry.severity}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>
        <span class="entry-name">{entry.name}</span>
        <span class="entry-kind">{say.severity[entry.severity]}</span>
        <ul class="entry-packages" aria-label={say.affects}>
          {entry.packages.map(({ name, ranges }) => (
            <li key={name}>
              <code>{[name, ranges.join(say.or)].filter(Boolean).join(' ')}</code>
            </li>
          ))}
        </ul>
      </summary>
      {open && (
        <div class="entry-body">
          <h3>{say.symptom}</h3>
          <Prose text={entry.symptom} />
          <h3>{say.cause}</h3>
          <Prose text={entry.cause} />
          <h3>{entry.fixes.length > 1 ? fixes.title : fixes.titleOne}</h3>
          <ol class="entry-fixes">
            {entry.fixes.map(({ title, command, code, limits, workaround }) => (
              <li key={title}>
                <Inline text={title} />
                {workaround && <span class="tag">{fixes.workaround}</span>}
                {command && <CopyableCode code={command} what={plainText(title)} />}
                {code && <CopyableCode code={code} what={plainText(title)} />}
                {limits && (
                  <p class="fix-limits">
                    <Inline text={limits} />
                  </p>
                )}
              </li>
            ))}
          </ol>
          <h3>{say.links}</h3>
          <ul class="links">
            {entry.links.map(({ url, label, what }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {label}
                  <span class="unseen"> {words[language].links.newTab}</span>
                </a>{' '}
                <Inline text={what} />
              </li>
            ))}
          </ul>
          <p class="quiet">
            {say.freezeCheck[entry.freezeCheck]} <Basis basis={entry.basis} />
          </p>
        </div>
      )}
    </details>
  )
}
