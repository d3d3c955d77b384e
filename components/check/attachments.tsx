import type { SourceReading } from '../../diagnosis/paste/checked'
import type { AdapterCounts } from '../../diagnosis/adapter-state'
import { type InputProblem, problemWords } from '../../locales/problems'
import type { Language } from '../../diagnosis/explanation'
import { Cross } from '../icons'
import { Inline } from '../markdown'
import { AdapterCard } from './adapter-card'
import { TakenFor } from './taken-for'
import { UnreadLines } from './unread-lines'
import { useWords } from './words'

/** A file, or a paste too long for the box. */
export interface Attachment {
  id: string
  /** Empty for a paste. */
  name: string
  /** Bytes. */
  size: number
  /** It will be here next time. */
  kept: boolean
}

/** What a file turned out to be. */
export type FileReading =
  { kind: 'text' } | { kind: 'adapter'; scan: AdapterCounts } | { kind: 'problem'; problem: InputProblem }

function sizeIn(language: Language, bytes: number): string {
  const [unit, divisor] =
    bytes >= 1e6
      ? (['megabyte', 1e6] as const)
      : bytes >= 1e3
        ? (['kilobyte', 1e3] as const)
        : (['byte', 1] as const)
  return new Intl.NumberFormat(language.replace('_', '-'), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / divisor)
}

interface Props {
  attachments: Attachment[]
  files: Record<string, FileReading>
  sources: Record<string, SourceReading>
  language: Language
  onRemove: (id: string) => void
}

/** The files that are read beside the box, each with what it was taken for. */
export function Attachments({ attachments, files, sources, language, onRemove }: Props) {
  const words = useWords()
  if (attachments.length === 0) return null
  return (
    <section class="attachments">
      <h2>{words.attached.title}</h2>
      <ul>
        {attachments.map(({ id, name, size, kept }) => {
          const file = files[id]
          const source = sources[id]
          const shownName = name || words.attached.longPaste
          return (
            <li key={id} id={`source-${id}`} tabIndex={-1}>
              <div class="attachment-head">
                <span class="attachment-name">{shownName}</span>
                <span class="quiet">
                  {sizeIn(language, size)}
                  {!kept && ` · ${words.attached.notKept}`}
                </span>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={words.attached.remove(shownName)}
                  onClick={() => onRemove(id)}
                >
                  <Cross />
                </button>
              </div>
              {file?.kind === 'adapter' && <AdapterCard counts={file.scan} />}
              {file?.kind === 'problem' && <Problem text={problemWords[language][file.problem]} />}
              {source?.problems.map((problem) => (
                <Problem key={problem} text={problemWords[language][problem]} />
              ))}
              {source && <TakenFor parts={source.parts} />}
              {source && <UnreadLines unread={source.unread} count={source.unreadCount} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What is odd about an input and what to do, in a sentence. */
export function Problem({ text }: { text: string }) {
  return (
    <p class="problem">
      <Inline text={text} />
    </p>
  )
}
