import type { Explanation, Language } from '../diagnosis/explanation'
import { useTools } from './context'
import { CopyButton } from './copy-button'
import { LanguageButtons } from './language-buttons'
import { ShortLinks } from './link-list'

interface Props {
  /** The explanation as an answer for the thread, in the thread's language. */
  reply: () => string
  /** What the reply is about. */
  explanation?: Explanation
  onLanguage: (language: Language) => void
  marksOn: boolean
  onMarks?: (on: boolean) => void
  onDismiss?: () => void
}

/** What can be done with the panel as a whole. */
export function PanelFooter({ explanation, reply, onLanguage, marksOn, onMarks, onDismiss }: Props) {
  const { words, language, catalogue } = useTools()
  return (
    <footer class="foot">
      {explanation && (
        <>
          <CopyButton text={reply} label={words.panel.reply} />
          <ShortLinks links={explanation.links} />
          {catalogue && (
            <button type="button" class="quiet-button" onClick={() => catalogue(explanation.rule)}>
              {words.catalogue.all}
            </button>
          )}
        </>
      )}
      <span class="foot-rest">
        {onMarks && (
          <button type="button" class="quiet-button" aria-pressed={marksOn} onClick={() => onMarks(!marksOn)}>
            <span class="toggle" aria-hidden="true" />
            {words.panel.marks}
          </button>
        )}
        <LanguageButtons language={language} onLanguage={onLanguage} />
        {onDismiss && (
          <button type="button" class="quiet-button" onClick={onDismiss}>
            {words.panel.dismiss}
          </button>
        )}
      </span>
    </footer>
  )
}
