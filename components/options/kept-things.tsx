import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { KeptCounts, OptionsWords } from '../../locales/words/options'

interface Props {
  words: OptionsWords['stored']
  kept: KeptCounts
  /** Forgets everything that is counted; false when that failed. */
  onForget: () => Promise<boolean>
}

/** What the extension keeps, and the way to make it forget: asked once more, in the page. */
export function KeptThings({ words, kept, onForget }: Props) {
  const id = useId()
  /** Undefined before it was ever asked. */
  const [asking, setAsking] = useState<boolean>()
  const [forgotten, setForgotten] = useState<KeptCounts>()
  const lines = words.kept(kept)
  const empty = lines.length === 0
  const box = useRef<HTMLDivElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  const forgetButton = useRef<HTMLButtonElement>(null)
  // The button that had the focus is gone: the harmless answer takes it, afterwards the first button again.
  useLayoutEffect(() => {
    if (asking) keep.current?.focus()
    else if (asking === false) forgetButton.current?.focus()
  }, [asking])
  useLayoutEffect(() => {
    if (forgotten && empty) box.current?.focus()
  }, [forgotten, empty])

  const back = () => setAsking(false)
  const forget = async () => {
    const done = await onForget()
    setAsking(false)
    if (done) setForgotten(kept)
  }
  return (
    <section class="sheet" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <div class="sheet-body">
        <div class="line">
          <div class="kept" ref={box} tabIndex={-1}>
            {empty ? (
              <p>{words.nothing}</p>
            ) : asking ? (
              <>
                <p id={`${id}-question`}>{words.question(kept)}</p>
                <div
                  class="answers"
                  role="group"
                  aria-labelledby={`${id}-question`}
                  onKeyDown={({ key }) => key === 'Escape' && back()}
                >
                  <button type="button" class="button page-button" data-danger onClick={forget}>
                    {words.yes}
                  </button>
                  <button type="button" class="button page-button" ref={keep} onClick={back}>
                    {words.no}
                  </button>
                </div>
              </>
            ) : (
              <>
                <ul>
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
                <button
                  type="button"
                  class="button page-button"
                  ref={forgetButton}
                  onClick={() => setAsking(true)}
                >
                  {words.forget}
                </button>
              </>
            )}
          </div>
          <p class="told" role="status">
            {forgotten && empty && words.forgotten(forgotten)}
          </p>
        </div>
      </div>
      <p class="hint">{words.where}</p>
    </section>
  )
}
