import type { Evidence } from '../diagnosis/explanation'

/** A line of the page as it stands there, the telling part marked. Text nodes only: the page's text is never markup. */
export function Quote({ quote: { text, start, end } }: Pick<Evidence, 'quote'>) {
  return (
    <q class="quote" lang="">
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </q>
  )
}
