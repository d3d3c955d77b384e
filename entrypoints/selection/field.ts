import { shadowRootOf } from './flat-tree'

export type Field = HTMLTextAreaElement | HTMLInputElement

/** The text field that has the focus and a selection of its own, in whatever shadow tree; never a password's. */
export function selectedField(document: Document): Field | null {
  let active = document.activeElement
  for (let inner = active && shadowRootOf(active)?.activeElement; inner;) {
    active = inner
    inner = shadowRootOf(active)?.activeElement
  }
  if (active?.localName !== 'textarea' && active?.localName !== 'input') return null
  const field = active as Field
  if (field.type === 'password') return null
  const { selectionStart, selectionEnd } = field
  return selectionStart !== null && selectionEnd !== null && selectionEnd > selectionStart ? field : null
}

/** Selects a stretch of a field's text and brings its line to the middle. */
export function showInField(field: Field, start: number, end: number): void {
  field.focus({ preventScroll: true })
  field.setSelectionRange(start, end)
  if (field.localName === 'textarea') {
    // lines that the box wraps are not counted, so of a long text only the neighbourhood is sure
    const lineOf = (offset: number) => field.value.slice(0, offset).split('\n').length
    const share = lineOf(start) / lineOf(field.value.length)
    field.scrollTop = field.scrollHeight * share - field.clientHeight / 2
  }
  field.scrollIntoView({ block: 'center', behavior: 'instant' })
}
