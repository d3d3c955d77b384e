const FENCE = /^\s{0,8}(```|~~~)/
const ITEM = /^\s{0,12}(?:[-*+]|(\d{1,3})[.)])\s+/
const HEADING = /^(#{1,6})\s+/
const DELIMITER = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/

/** Text as it must stand in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

function inline(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) =>
      index % 2
        ? `<code class="notranslate">${escapeHtml(part.slice(1, -1))}</code>`
        : escapeHtml(part).replace(/\*\*([^*\n]{1,200})\*\*/g, '<strong>$1</strong>'),
    )
    .join('')
}

function codeBlock(code: string): string {
  return `<div class="snippet-clipboard-content notranslate position-relative overflow-auto"><pre class="notranslate"><code class="notranslate">${escapeHtml(code)}
</code></pre><div class="zeroclipboard-container"><clipboard-copy aria-label="Copy" value="${escapeHtml(code)}" tabindex="0" role="button"></clipboard-copy></div></div>`
}

function listItem(text: string): string {
  const task = /^\[([ xX])\]\s+/.exec(text)
  if (!task) return `<li>${inline(text).replace(/\n/g, '<br>\n')}</li>`
  const checked = task[1] === ' ' ? '' : ' checked=""'
  return `<li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled=""${checked}> ${inline(text.slice(task[0].length))}</li>`
}

function table(rows: string[]): string {
  const cells = (row: string, tag: string) =>
    row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`)
      .join('\n')
  const [head = '', , ...body] = rows
  return `<markdown-accessiblity-table><table>
<thead>
<tr>
${cells(head, 'th')}
</tr>
</thead>
<tbody>
${body.map((row) => `<tr>\n${cells(row, 'td')}\n</tr>`).join('\n')}
</tbody>
</table></markdown-accessiblity-table>`
}

/**
 * The part of GitHub's Markdown that issues are written in, as GitHub would render it: fences, quotes, headings,
 * lists with checkboxes, tables, inline code, bold; every line end is a line break. For test pages, not for a reader's
 * browser: everything is escaped, and what is not known stays as it is written.
 */
export function renderMarkdown(markdown: string, depth = 0): string {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n')
  const html: string[] = []
  let paragraph: string[] = []
  const flush = () => {
    if (paragraph.length) html.push(`<p dir="auto">${paragraph.map(inline).join('<br>\n')}</p>`)
    paragraph = []
  }
  /** The lines from `at` on for which `belongs` holds. */
  const take = (at: number, belongs: (line: string) => boolean) => {
    let end = at
    while (end < lines.length && belongs(lines[end]!)) end++
    return lines.slice(at, end)
  }

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const fence = FENCE.exec(line)?.[1]
    const heading = HEADING.exec(line)
    if (fence) {
      flush()
      const code = take(at + 1, (other) => !other.trimStart().startsWith(fence))
      html.push(codeBlock(code.join('\n')))
      at += code.length + 1
    } else if (/^\s{0,3}>/.test(line) && !/^\s*>>>\s/.test(line) && depth < 12) {
      flush()
      const quoted = take(at, (other) => /^\s{0,3}>/.test(other))
      const inner = quoted.map((other) => other.replace(/^\s{0,3}>\s?/, '')).join('\n')
      html.push(`<blockquote>\n${renderMarkdown(inner, depth + 1)}\n</blockquote>`)
      at += quoted.length - 1
    } else if (heading) {
      flush()
      const level = heading[1]!.length
      html.push(
        `<div class="markdown-heading" dir="auto"><h${level} class="heading-element" dir="auto">${inline(line.slice(heading[0].length))}</h${level}><a class="anchor" href="#"><svg class="octicon octicon-link"><path></path></svg></a></div>`,
      )
    } else if (line.trimStart().startsWith('|') && DELIMITER.test(lines[at + 1] ?? '')) {
      flush()
      const rows = take(at, (other) => other.trimStart().startsWith('|'))
      html.push(table(rows))
      at += rows.length - 1
    } else if (ITEM.test(line)) {
      flush()
      const rows = take(at, (other) => (ITEM.test(other) || /^\s{2,}\S/.test(other)) && !FENCE.test(other))
      const items: string[] = []
      for (const row of rows) {
        if (ITEM.test(row)) items.push(row.replace(ITEM, ''))
        else items[items.length - 1] += `\n${row.trim()}`
      }
      const start = ITEM.exec(line)?.[1]
      const tag = start ? 'ol' : 'ul'
      html.push(
        `<${tag}${start && start !== '1' ? ` start="${start}"` : ''} dir="auto">\n${items.map(listItem).join('\n')}\n</${tag}>`,
      )
      at += rows.length - 1
    } else if (line.trim()) paragraph.push(line.trim())
    else flush()
  }
  flush()
  return html.join('\n')
}
