import type { RefObject } from 'preact'
import { useId } from 'preact/hooks'
import { useWords } from './words'

/** A text longer than this is set beside the box: laying it out would freeze the page. UTF-16 units. */
export const LONGEST_IN_BOX = 200_000

interface Props {
  box: RefObject<HTMLTextAreaElement | null>
  text: string
  onText: (text: string) => void
  /** A text too long for the box. */
  onLongText: (text: string) => void
  /** Absent where files cannot be chosen: a popup closes when the dialog opens. */
  onFiles?: (files: File[]) => void
  onExample?: () => void
  onExampleLog?: () => void
  onClear?: () => void
  onUndo?: () => void
  /** What undoing would take back. */
  undoes: 'cleared' | 'replaced'
  /** The browser keeps nothing. */
  notKept: boolean
  autoFocus: boolean
}

/** The box that takes anything, and what can be done with it. */
export function PasteBox(props: Props) {
  const { text, onText, onLongText, onFiles, onExample, onExampleLog, onClear, onUndo } = props
  const words = useWords()
  const id = useId()
  return (
    <section class="paste">
      <label class="unseen" for={id}>
        {words.box.label}
      </label>
      <textarea
        id={id}
        ref={props.box}
        class="box"
        value={text}
        placeholder={words.box.placeholder}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        wrap="off"
        autofocus={props.autoFocus}
        aria-describedby={`${id}-kept`}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? ''
          if (pasted.length <= LONGEST_IN_BOX) return
          event.preventDefault()
          onLongText(pasted)
        }}
        onInput={({ currentTarget }) => {
          const { value } = currentTarget
          if (value.length <= LONGEST_IN_BOX) return onText(value)
          // emptied before the browser lays it out
          currentTarget.value = ''
          onText('')
          onLongText(value)
        }}
      />
      <div class="paste-tools">
        {onExample && (
          <button type="button" class="button" onClick={onExample}>
            {words.box.example}
          </button>
        )}
        {onExampleLog && (
          <button type="button" class="button" onClick={onExampleLog}>
            {words.box.exampleLog}
          </button>
        )}
        {onFiles && (
          <label class="button file-button">
            {words.box.choose}
            <input
              type="file"
              multiple
              class="unseen"
              onChange={({ currentTarget }) => {
                onFiles([...(currentTarget.files ?? [])])
                // the same file may be chosen again
                currentTarget.value = ''
              }}
            />
          </label>
        )}
        {onClear && (
          <button type="button" class="button" onClick={onClear}>
            {words.box.clear}
          </button>
        )}
        <span role="status">{onUndo && <span class="quiet">{words.box[props.undoes]}</span>}</span>
        {onUndo && (
          <button type="button" class="link-button" onClick={onUndo}>
            {words.box.undo}
          </button>
        )}
        <span class="quiet kept-note" id={`${id}-kept`}>
          {props.notKept ? words.problem.notSaved : words.box.kept}
        </span>
      </div>
      {onFiles && <p class="quiet drop-hint">{words.box.drop}</p>}
    </section>
  )
}
