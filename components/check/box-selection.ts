/** Offsets of a line in a text, without its end. Lines are counted from 1. */
export function lineRange(text: string, from: number, to = from): { start: number; end: number } {
  let start = 0
  for (let line = 1; line < from; line++) {
    const next = text.indexOf('\n', start)
    if (next < 0) break
    start = next + 1
  }
  let end = start
  for (let line = from; line <= to; line++) {
    const next = text.indexOf('\n', end)
    if (next < 0) return { start, end: text.length }
    end = line === to ? next : next + 1
  }
  return { start, end }
}

/** Selects a stretch of a text box and brings it into view. */
export function selectIn(box: HTMLTextAreaElement, start: number, end: number): void {
  const { lineHeight } = getComputedStyle(box)
  const line = box.value.slice(0, start).split('\n').length - 1
  box.focus({ preventScroll: true })
  box.setSelectionRange(start, end)
  // browsers bring the end of a selection into view only for what is typed; lines do not wrap in the box
  box.scrollTop = Math.max(0, line * parseFloat(lineHeight) - box.clientHeight / 3)
  box.scrollLeft = 0
  box.scrollIntoView({ block: 'nearest' })
}
