import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Answer, Evidence, Language } from '../diagnosis/explanation'
import { isLoud } from '../diagnosis/report'
import type { Theme } from '../diagnosis/theme'
import { languageNames, words as allWords } from '../locales/words'
import { ChangeCard } from './change-card'
import { PanelContext } from './context'
import { DiagnosisCard } from './diagnosis-card'
import { Chevron, Cross, MuteBubble } from './icons'
import { NoteCard } from './note-card'
import { PanelFooter } from './panel-footer'
import { replyFor } from './reply'
import { VerdictBadge } from './verdict-badge'

export interface PanelProps {
  answer: Answer
  language: Language
  theme: Theme
  onLanguage: (language: Language) => void
  /** Puts text on the clipboard; rejects when the browser refuses. */
  onCopy: (text: string) => Promise<void>
  /** Without it there is no button: a page of the extension's own has nothing to dismiss. */
  onDismiss?: () => void
  /** Shows a line on the page; without it lines are no buttons. */
  onJump?: (evidence: Evidence) => void
  /** Switches the marks on the page; without it there is no switch. */
  onMarks?: (on: boolean) => void
  marksOn?: boolean
  /** Opens the catalogue of known failures at a rule; without it there is no link. */
  onCatalogue?: (rule: string) => void
  /** A remark on how the text was read. */
  notice?: string
  /** Fixed to a corner of the window, for pages without a place for it. */
  floating?: boolean
  /** Shows the first diagnosis unfolded whatever its verdict, to a person who asked. */
  unfolded?: boolean
}

/** How long a message stays in the live region, in milliseconds. */
const SAID_FOR = 2000

/** What a person sees: the diagnoses, the first that matters unfolded; the notes; what can be done with them. */
export function Panel(props: PanelProps) {
  const {
    answer,
    language,
    theme,
    onCopy,
    onJump,
    onCatalogue,
    onDismiss,
    floating = false,
    unfolded = false,
  } = props
  const [toggled, setToggled] = useState<Record<string, boolean>>({})
  const [collapsed, setCollapsed] = useState(false)
  const [said, setSaid] = useState('')
  const words = allWords[language]
  useEffect(() => {
    // Said again, the same words are only read out if they were gone in between.
    const timer = setTimeout(() => setSaid(''), SAID_FOR)
    return () => clearTimeout(timer)
  }, [said])
  const tools = useMemo(
    () => ({
      language,
      words,
      jump: onJump,
      catalogue: onCatalogue,
      copy: (text: string) =>
        onCopy(text).then(
          () => (setSaid(words.panel.copied), true),
          () => (setSaid(words.panel.copyFailed), false),
        ),
    }),
    [language, onCopy, onJump, onCatalogue],
  )

  const explanations = answer.explanations[language]
  const notes = answer.notes[language]
  const first = explanations[0]
  if (!first && notes.length === 0) return null

  const cards = [
    ...explanations.map((explanation, index) => ({
      key: `${explanation.rule} ${explanation.about}`,
      opens: index === 0 && (unfolded || isLoud(explanation.verdict)),
      explanation,
      note: undefined,
    })),
    ...notes.map((note) => ({
      key: `note ${note.rule} ${note.model}`,
      opens: false,
      explanation: undefined,
      note,
    })),
  ]
  const isOpen = ({ key, opens }: (typeof cards)[number]) => toggled[key] ?? opens
  const anyOpen = cards.some(isOpen)
  const leading = first?.verdict ?? 'note'
  // a reply is for the thread, whatever language its writer reads
  const replyOf = (index: number) => () => {
    const { language: spoken } = answer.report
    const explanation = answer.explanations[spoken][index]
    return explanation ? replyFor(explanation, spoken) : ''
  }
  const dismissButton = onDismiss && (
    <button type="button" class="icon-button" aria-label={words.panel.dismiss} onClick={onDismiss}>
      <Cross />
    </button>
  )

  return (
    <PanelContext.Provider value={tools}>
      <div
        class="unmute"
        lang={languageNames[language].tag}
        data-scheme={theme.scheme}
        data-contrast={theme.highContrast ? 'high' : undefined}
        data-floating={floating || undefined}
      >
        <div class="frame" role="region" aria-label={words.panel.label} data-verdict={leading}>
          {floating && anyOpen && (
            <div class="bar">
              <MuteBubble size={20} />
              <span class="bar-name">{collapsed ? (first?.name ?? 'Unmute') : 'Unmute'}</span>
              {collapsed && <VerdictBadge verdict={leading} />}
              <button
                type="button"
                class="icon-button"
                aria-expanded={!collapsed}
                aria-label={collapsed ? words.panel.expand : words.panel.collapse}
                onClick={() => setCollapsed(!collapsed)}
              >
                <Chevron />
              </button>
              {dismissButton}
            </div>
          )}
          <div class="scroll" hidden={floating && collapsed && anyOpen}>
            {props.notice && <p class="notice">{props.notice}</p>}
            {anyOpen &&
              answer.changes.map((change) => (
                <ChangeCard key={`${change.about} ${change.command}`} change={change} of={explanations} />
              ))}
            {cards.map((card, index) => {
              const { key, explanation, note } = card
              const open = isOpen(card)
              const shared = { open, onToggle: () => setToggled({ ...toggled, [key]: !open }) }
              return (
                <div class="row" key={key}>
                  {explanation ? (
                    <DiagnosisCard
                      explanation={explanation}
                      reply={index > 0 ? replyOf(index) : undefined}
                      {...shared}
                    />
                  ) : (
                    note && <NoteCard note={note} {...shared} />
                  )}
                  {index === 0 && !anyOpen && dismissButton}
                </div>
              )
            })}
            {anyOpen && (
              <PanelFooter
                explanation={first}
                reply={replyOf(0)}
                onLanguage={props.onLanguage}
                marksOn={props.marksOn ?? true}
                onMarks={props.onMarks}
                onDismiss={floating ? undefined : onDismiss}
              />
            )}
          </div>
          <p class="unseen" role="status">
            {said}
          </p>
        </div>
      </div>
    </PanelContext.Provider>
  )
}
