import type { Evidence } from '../diagnosis/explanation'
import { columnsOf, shorten } from './shorten'

/** Columns that are shown of a quoted line, and of its telling part where that alone is longer. */
const MOST = 26
const MOST_TOLD = 44

/**
 * A line of the page around its telling part, which is marked; whole for those who listen. Text nodes only: the
 * page's text is never markup.
 */
export function Quote({ quote }: Pick<Evidence, 'quote'>) {
  const told = quote.text.slice(quote.start, quote.end)
  const { text, start, end } = shorten(quote, Math.min(MOST_TOLD, Math.max(MOST, columnsOf(told))))
  const isWhole = text === quote.text
  return (
    <>
      <q class="quote" lang="" aria-hidden={isWhole ? undefined : 'true'}>
        {text.slice(0, start)}
        <mark>{text.slice(start, end)}</mark>
        {text.slice(end)}
      </q>
      {!isWhole && (
        <q class="unseen" lang="">
          {quote.text}
        </q>
      )}
    </>
  )
}
