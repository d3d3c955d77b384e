/** One inline construct a match: an escape, a code span of one to three backticks, bold, or a link. All bounded. */
const INLINE =
  /\\([!-/:-@[-`{-~])|(`{1,3})(?!`)([^\n]{1,600}?)(?<!`)\2(?!`)|\*\*([^*\n]{1,600})\*\*|\[([^\]\n]{1,300})\]\((https?:\/\/[^\s()]{1,600})\)/g

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)

/** A code span's content, without the one space that separates it from its backticks. */
const trimCode = (text: string) =>
  text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '' ? text.slice(1, -1) : text

function inlineHtml(text: string): string {
  let html = ''
  let last = 0
  for (const match of text.matchAll(INLINE)) {
    const [all, escaped, , code, bold, label, url] = match
    html += escapeHtml(text.slice(last, match.index))
    if (escaped) html += escapeHtml(escaped)
    else if (code) html += `<code>${escapeHtml(trimCode(code))}</code>`
    else if (bold) html += `<strong>${inlineHtml(bold)}</strong>`
    else if (label && url) html += `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`
    last = match.index + all.length
  }
  return html + escapeHtml(text.slice(last))
}

const ITEM = /^\s{0,3}(?:[-*]|(\d{1,3})\.)\s+/

/** One paragraph or list; lines that do not begin an item belong to the one before. */
function blockHtml(block: string): string {
  const lines = block.split('\n')
  const first = ITEM.exec(lines[0] ?? '')
  if (!first) {
    const list = lines.findIndex((line) => ITEM.test(line))
    if (list > 0) return blockHtml(lines.slice(0, list).join('\n')) + blockHtml(lines.slice(list).join('\n'))
    return `<p>${inlineHtml(lines.join(' '))}</p>`
  }
  const items: string[] = []
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  const tag = first[1] ? 'ol' : 'ul'
  return `<${tag}>${items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</${tag}>`
}

/**
 * Rule prose as HTML: inline code, bold, web links, paragraphs and lists; HTML in it comes out as text.
 * @param inline one line, without the paragraph around it
 */
export function proseHtml(text: string, inline: boolean): string {
  if (inline) return inlineHtml(text.replace(/\s+/g, ' '))
  return text
    .trim()
    .split(/\n[ \t]*\n+/)
    .map(blockHtml)
    .join('')
}
