/** What may stand between braces in a rule's prose: `{name}`, or `{name|text for when it is not known}`. */
export const PLACEHOLDER = /\{([a-z_]+)(?:\|([^{}]*))?\}/g

/** Replaces placeholders; one without a value becomes its fallback, or nothing. Values are put in as they are. */
export function fill(text: string, values: Record<string, string | undefined>): string {
  return text.replace(PLACEHOLDER, (_, name: string, fallback?: string) => values[name] ?? fallback ?? '')
}

/** Text of the page inside Markdown: a code span, so that nothing in it is markup. */
export function codeSpan(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim()
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${clean}${pad}${fence}`
}

/** A name from the page inside Markdown prose: every character that could be markup is escaped. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~@]/g, '\\$&')
}
