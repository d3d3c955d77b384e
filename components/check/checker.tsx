import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Choices } from '../../diagnosis/choices'
import type { Answer, Evidence, Language } from '../../diagnosis/explanation'
import type { Checked } from '../../diagnosis/paste/checked'
import { CHOICES } from '../../diagnosis/paste/checked'
import { problemWords } from '../../locales/problems'
import { words as panelWords } from '../../locales/words'
import { checkWords } from '../../locales/words/check'
import { optionsWords } from '../../locales/words/options'
import { selectionWords } from '../../locales/words/selection'
import { HostAccess } from '../options/host-access'
import { Panel } from '../panel'
import type { Attachment, FileReading } from './attachments'
import { Attachments, Problem } from './attachments'
import { lineRange, selectIn } from './box-selection'
import { CheckHead } from './check-head'
import { ChoicesForm } from './choices-form'
import { PackageTable } from './package-table'
import { PasteBox } from './paste-box'
import { TakenFor } from './taken-for'
import { UnreadLines } from './unread-lines'
import { Verdict, spokenVerdict } from './verdict'
import { WordsContext } from './words'

/** The id of the source that is in the box. */
export const BOX = 'box'

export interface CheckerProps {
  layout: 'popup' | 'page'
  language: Language
  text: string
  choices: Choices
  attachments: Attachment[]
  /** Null while nothing was given or nothing is answered yet. */
  checked: (Checked & { files: Record<string, FileReading> }) | null
  busy: boolean
  failed: boolean
  notKept: boolean
  /** The report on the page that the popup was opened over. */
  page: Answer | null
  onText: (text: string) => void
  onLongText: (text: string) => void
  onChoices: (choices: Choices) => void
  onFiles: (files: File[]) => void
  onRemove: (id: string) => void
  onLanguage: (language: Language) => void
  onCopy: (text: string) => Promise<void>
  /** Sites that the browser keeps from the extension, by host; and what asks for one. */
  withdrawn?: { host: string; onAllow: () => Promise<boolean> }[]
  onPageJump: (evidence: Evidence) => void
  /** Opens the catalogue, at a rule or at its top. */
  onCatalogue: (rule?: string) => void
  onOpenFull?: () => void
  onExample?: () => void
  onExampleLog?: () => void
  onClear?: () => void
  onUndo?: () => void
  undoes: 'cleared' | 'replaced'
  /** Why a selection was not read as it stands. */
  notices: ('cut' | 'guessed')[]
}

/** The paste box with everything that answers it; in the popup, after the report on the page. */
export function Checker(props: CheckerProps) {
  const { layout, language, text, choices, attachments, checked, page, onLanguage, onCopy } = props
  const words = checkWords[language]
  const box = useRef<HTMLTextAreaElement>(null)
  const root = useRef<HTMLElement>(null)
  const id = useId()
  const dropping = useDrop(layout === 'page' ? props.onFiles : undefined)
  const inBox = checked?.sources[BOX]
  const isVerbatim = Object.values(checked?.blocks ?? {}).some(
    ({ source, verbatim }) => source === BOX && verbatim,
  )

  const select = (start: number, end: number) => box.current && selectIn(box.current, start, end)
  const selectLines = (from: number, to = from) => {
    const { start, end } = lineRange(text, from, to)
    select(start, end)
  }
  const focusOn = (selector: string) => root.current?.querySelector<HTMLElement>(selector)?.focus()
  const show = ({ block, start, end }: { block: string; start: number; end: number }) => {
    if (block === CHOICES) return focusOn('.field input, .field select')
    const place = checked?.blocks[block]
    if (place?.source === BOX) return place.verbatim ? select(start, end) : box.current?.focus()
    if (place) root.current?.querySelector<HTMLElement>(`#source-${CSS.escape(place.source)}`)?.focus()
  }
  const given = text.trim() !== '' || attachments.length > 0

  return (
    <WordsContext.Provider value={words}>
      <main class="check" data-layout={layout} data-dropping={dropping || undefined} ref={root}>
        <CheckHead
          language={language}
          onLanguage={onLanguage}
          onOpenFull={props.onOpenFull}
          onCatalogue={() => props.onCatalogue()}
        />
        {props.withdrawn?.map(({ host, onAllow }) => (
          <HostAccess key={host} words={optionsWords[language].access} host={host} onAllow={onAllow} />
        ))}
        {page && (
          <section class="this-page" aria-labelledby={`${id}-page`}>
            <h2 id={`${id}-page`}>{words.thisPage.title}</h2>
            <Panel
              answer={page}
              language={language}
              theme={{ scheme: 'auto', highContrast: false }}
              onLanguage={onLanguage}
              onCopy={onCopy}
              onJump={props.onPageJump}
              onCatalogue={props.onCatalogue}
            />
            <h2>{words.thisPage.own}</h2>
          </section>
        )}
        <PasteBox
          box={box}
          text={text}
          onText={props.onText}
          onLongText={props.onLongText}
          onFiles={layout === 'page' ? props.onFiles : undefined}
          onExample={props.onExample}
          onExampleLog={props.onExampleLog}
          onClear={props.onClear}
          onUndo={props.onUndo}
          undoes={props.undoes}
          notKept={props.notKept}
          autoFocus={!page}
        />
        {props.notices.map((notice) => (
          <p key={notice} class="quiet notice">
            {selectionWords[language].notices[notice]}
          </p>
        ))}
        {inBox?.problems.map((problem) => (
          <Problem key={problem} text={problemWords[language][problem]} />
        ))}
        {inBox && <TakenFor parts={inBox.parts} onShow={isVerbatim ? selectLines : undefined} />}
        <Attachments
          attachments={attachments}
          files={checked?.files ?? {}}
          sources={checked?.sources ?? {}}
          language={language}
          onRemove={props.onRemove}
        />
        {given && (
          <ChoicesForm
            choices={choices}
            onChoices={props.onChoices}
            unknownModel={checked?.unknownModel ?? false}
          />
        )}
        {props.busy && <p class="quiet reading">{words.reading}</p>}
        {props.failed && <Problem text={words.problem.crashed} />}
        <div class="answer" aria-busy={props.busy}>
          {checked && hasText(checked) && (
            <>
              <h2 class="unseen">{words.verdict.title}</h2>
              <Verdict
                checked={checked}
                language={language}
                onLanguage={onLanguage}
                onCopy={onCopy}
                onJump={show}
                onCatalogue={props.onCatalogue}
              />
              <PackageTable
                packages={checked.packages}
                language={language}
                onShow={(found) => (checked.blocks[found.block] ? () => show(found) : undefined)}
              />
            </>
          )}
          {inBox && (
            <UnreadLines
              unread={inBox.unread}
              count={inBox.unreadCount}
              onShow={isVerbatim ? (line) => selectLines(line) : undefined}
            />
          )}
        </div>
        <p class="unseen" role="status">
          {props.busy
            ? words.reading
            : checked &&
              hasText(checked) &&
              spokenVerdict(checked, language, panelWords[language].panel.verdict, words.verdict)}
        </p>
        {dropping && (
          <div class="drop-veil" aria-hidden="true">
            {words.box.letGo}
          </div>
        )}
      </main>
    </WordsContext.Provider>
  )
}

/** Something was given that a verdict can rest on: an adapter alone has its own card. */
function hasText({ sources }: Checked): boolean {
  return Object.values(sources).some(({ parts }) => parts.length > 0)
}

/** Takes files that are dropped anywhere on the page; true while some are held over it. */
function useDrop(onFiles: ((files: File[]) => void) | undefined): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  const isOn = onFiles !== undefined
  useEffect(() => {
    if (!isOn) return
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const hold = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!hasFiles(event)) return
      // the browser would open the file in place of the page
      event.preventDefault()
      latest.current?.([...(event.dataTransfer?.files ?? [])])
    }
    document.addEventListener('dragenter', hold)
    document.addEventListener('dragover', hold)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragenter', hold)
      document.removeEventListener('dragover', hold)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [isOn])
  return over
}
