import type { Evidence } from '../../diagnosis/explanation'
import { selectedField, showInField } from './field'
import { shadowRootsIn } from './flat-tree'
import { scrollTo } from './scroll'
import { textOfRanges } from './text-of-range'

/** What was selected, and the way back to it. */
export interface Reading {
  text: string
  /** Only the beginning: there was more than the limit. */
  cut: boolean
  /** Selects a line of it and scrolls there; false where the page no longer has it. */
  show(line: Pick<Evidence, 'start' | 'end' | 'quote'>): boolean
}

/** Longer selections are cut here. UTF-16 units. */
export const LONGEST_SELECTION = 2_000_000

/**
 * Where a quoted line stands in the text. The offsets are those of the text that was diagnosed, which is another one
 * where line breaks were put back or the selection was a page's source.
 */
export function lineIn(
  text: string,
  { start, end, quote }: Parameters<Reading['show']>[0],
): { start: number; end: number } | null {
  const wanted = quote.text.slice(quote.start, quote.end)
  let at = text.slice(start, end) === wanted ? start : -1
  if (at < 0) {
    const line = text.indexOf(quote.text)
    at = line < 0 ? text.indexOf(wanted) : line + quote.start
  }
  if (at < 0) return null
  const before = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - quote.start, 0)
  const lineEnd = text.indexOf('\n', at + wanted.length)
  const after = at + quote.text.length - quote.start
  return { start: before, end: Math.min(lineEnd < 0 ? text.length : lineEnd, after) }
}

interface ComposedSelection extends Omit<Selection, 'getComposedRanges'> {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[]
}

/** The selected ranges, inside shadow trees too where the browser tells of them (Chrome 137, Firefox 142). */
function rangesOf(selection: ComposedSelection, document: Document): AbstractRange[] {
  const plain = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index))
  if (plain.length > 1 || !selection.getComposedRanges) return plain
  const shadowRoots = shadowRootsIn(document)
  try {
    return shadowRoots.length ? selection.getComposedRanges({ shadowRoots }) : plain
  } catch {
    return plain
  }
}

function readField(document: Document): Reading | null {
  const field = selectedField(document)
  if (!field) return null
  const from = field.selectionStart ?? 0
  const selected = field.value.slice(from, field.selectionEnd ?? 0)
  const text = selected.slice(0, LONGEST_SELECTION)
  return {
    text,
    cut: text.length < selected.length,
    show(line) {
      const place = lineIn(text, line)
      if (!place || !field.isConnected) return false
      const { start, end } = place
      if (field.value.slice(from + start, from + end) !== text.slice(start, end)) return false
      showInField(field, from + start, from + end)
      return true
    },
  }
}

/** Reads what is selected in the document: in the field with the focus, or else on the page. Null for nothing. */
export function readSelection(document: Document): Reading | null {
  const field = readField(document)
  if (field) return field
  const selection = document.getSelection()
  if (!selection) return null
  const { text, cut, places } = textOfRanges(rangesOf(selection, document), LONGEST_SELECTION)
  if (!text.trim()) return null
  return {
    text,
    cut,
    show(line) {
      const place = lineIn(text, line)
      const range = place && places.rangeOf(place.start, place.end)
      if (!range) return false
      scrollTo(range)
      const { startContainer, startOffset, endContainer, endOffset } = range
      document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
      return true
    },
  }
}
