import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Attachment } from '../../components/check/attachments'
import { BOX } from '../../components/check/checker'
import { LONGEST_IN_BOX } from '../../components/check/paste-box'
import { example } from '../../components/check/example'
import type { Choices } from '../../diagnosis/choices'
import { logOnce } from '../../diagnosis/log-once'
import type { HandedOver } from '../../storage/handover'
import type { KeptAttachment, KeptPaste } from '../../storage/pastes'
import { LARGEST_KEPT, openPastes } from '../../storage/pastes'
import type { Engine } from './engine'
import { createEngine } from './engine'
import { createKeeper } from './keeper'
import { mergeKept } from './merge-kept'
import type { CheckedAll } from './protocol'

/** How long after the last key the engine is asked, in milliseconds. */
const ANSWER_AFTER = 200

/** What a person has given, as the paste box holds it. */
interface Given {
  text: string
  choices: Choices
  attachments: KeptAttachment[]
}

const nothing: Given = { text: '', choices: {}, attachments: [] }

const shown = ({ id, name, content }: KeptAttachment): Attachment => ({
  id,
  name,
  size: content.size,
  kept: content.size <= LARGEST_KEPT,
})

const attachmentOf = (name: string, content: Blob): KeptAttachment => ({
  id: crypto.randomUUID(),
  name,
  content,
})

/** What a text by itself comes to: in the box, or beside it where it is too long. */
const givenFor = (text: string): Pick<Given, 'text' | 'attachments'> =>
  text.length > LONGEST_IN_BOX
    ? { text: '', attachments: [attachmentOf('', new Blob([text]))] }
    : { text, attachments: [] }

const isEmpty = ({ text, attachments }: Given) => text === '' && attachments.length === 0

/**
 * The paste box's state: what was given, what the engine answers, and what is kept for the next time. A text that was
 * handed over takes the place of what was kept, which can be had back.
 */
export function useCheck(handedOver?: HandedOver) {
  const [given, setGiven] = useState<Given | null>(null)
  const [checked, setChecked] = useState<CheckedAll | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const [notKept, setNotKept] = useState(false)
  const [undoable, setUndoable] = useState<{ given: Given; undoes: 'cleared' | 'replaced' } | null>(null)
  const engine = useRef<Engine>(null)
  const keeper = useMemo(() => createKeeper(openPastes(), setNotKept), [])

  useEffect(() => {
    engine.current = createEngine({
      onChecked: (answer) => (setChecked(answer), setBusy(false), setFailed(false)),
      onFailure: () => (setChecked(null), setBusy(false), setFailed(true)),
    })
    const load = (kept: Promise<KeptPaste | undefined>) =>
      kept.then(
        (kept) => kept && setGiven((before) => mergeKept(before ?? nothing, kept) as Given),
        (error: unknown) => {
          logOnce('reading the kept paste', error)
          setNotKept(true)
          setGiven((before) => before ?? nothing)
        },
      )
    void load(keeper.read()).then(() => {
      if (!handedOver) return
      setGiven((before) => {
        const kept = before ?? nothing
        if (!isEmpty(kept)) setUndoable({ given: kept, undoes: 'replaced' })
        const next = { choices: kept.choices, ...givenFor(handedOver.text) }
        keeper.keep(next)
        return next
      })
    })
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') keeper.flush()
      // the popup or another tab may have changed it meanwhile
      else void load(keeper.readAgain())
    }
    document.addEventListener('visibilitychange', onVisibility)
    addEventListener('pagehide', keeper.flush)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      removeEventListener('pagehide', keeper.flush)
      engine.current?.stop()
    }
  }, [])

  const { text = '', choices, attachments } = given ?? nothing
  const choicesKey = JSON.stringify(choices)
  const attachmentsKey = attachments.map(({ id }) => id).join()
  useEffect(() => {
    if (text === '' && attachments.length === 0) {
      engine.current?.forget()
      setChecked(null)
      setBusy(false)
      setFailed(false)
      return
    }
    const timer = setTimeout(() => {
      setBusy(true)
      engine.current?.ask(
        [
          ...(text === '' ? [] : [{ id: BOX, revision: revisionOf(text), name: '', content: text }]),
          ...attachments.map(({ id, name, content }) => ({ id, revision: 0, name, content })),
        ],
        { ...choices, model: choices.model?.trim() || undefined },
      )
    }, ANSWER_AFTER)
    return () => clearTimeout(timer)
  }, [text, choicesKey, attachmentsKey])

  /** The revision of the box's text: the same for the same text in a row. */
  const last = useRef({ text: '', revision: 0 })
  function revisionOf(current: string): number {
    if (last.current.text !== current) last.current = { text: current, revision: last.current.revision + 1 }
    return last.current.revision
  }

  const change = (part: Partial<Given>) =>
    setGiven((before) => {
      const next = { ...(before ?? nothing), ...part }
      keeper.keep(next)
      return next
    })
  const attach = (files: { name: string; content: Blob }[]) =>
    setGiven((before) => {
      const { attachments, ...rest } = before ?? nothing
      const added = files.map(({ name, content }) => attachmentOf(name, content))
      const next = { ...rest, attachments: [...attachments, ...added] }
      keeper.keep(next)
      return next
    })

  const here: Given = { text, choices, attachments }
  const notices = (['cut', 'guessed'] as const).filter(
    (notice) => handedOver?.[notice] && (text === handedOver.text || handedOver.text.length > LONGEST_IN_BOX),
  )
  return {
    /** False until what was kept is there. */
    ready: given !== null,
    text,
    choices,
    attachments: attachments.map(shown),
    checked,
    busy,
    failed,
    notKept,
    notices,
    flush: keeper.flush,
    onText: (next: string) => {
      setUndoable(null)
      change({ text: next })
    },
    onLongText: (long: string) => attach([{ name: '', content: new Blob([long]) }]),
    onFiles: (files: File[]) => attach(files.map((file) => ({ name: file.name, content: file }))),
    onRemove: (id: string) => change({ attachments: attachments.filter((one) => one.id !== id) }),
    onChoices: (next: Choices) => change({ choices: next }),
    onExample: isEmpty(here)
      ? () => {
          setUndoable(null)
          change({ text: example.text, choices: example.choices })
        }
      : undefined,
    onExampleLog: text === example.text ? () => change({ text: example.text + example.log }) : undefined,
    onClear: isEmpty(here)
      ? undefined
      : () => {
          setUndoable({ given: here, undoes: 'cleared' })
          change({ text: '', attachments: [] })
          void keeper.flush()
        },
    undoes: undoable?.undoes ?? 'cleared',
    onUndo: undoable
      ? () => {
          change(undoable.given)
          setUndoable(null)
        }
      : undefined,
  }
}
