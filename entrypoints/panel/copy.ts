/** The clipboard's older way, for pages that are not secure or forbid the newer one. Needs a click, as that does. */
function copyByCommand(text: string): boolean {
  const set = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('copy', set, { capture: true, once: true })
  const copied = document.execCommand('copy')
  removeEventListener('copy', set, { capture: true })
  return copied
}

/** Puts text on the clipboard. Rejects when the browser refuses. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch (error) {
    if (!copyByCommand(text)) throw error
  }
}
