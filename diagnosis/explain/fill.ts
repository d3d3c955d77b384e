/** What may stand between braces in a rule's prose: `{name}`, or `{name|text for when it is not known}`. */
export const PLACEHOLDER = /\{([a-z_]+)(?:\|([^{}]*))?\}/g

const spaced = new RegExp(` ?${PLACEHOLDER.source} ?`, 'g')

/** Chinese characters and full-width marks. */
const isWide = (character = ''): boolean => /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(character)
const isBracket = (character = ''): boolean => /[（）]/.test(character)

/**
 * Replaces placeholders; one without a value becomes its fallback, or nothing. Values are put in as they are. Where a
 * fallback in Chinese takes the place of a number, the blanks that set the number off go.
 */
export function fill(text: string, values: Record<string, string | undefined>): string {
  return text.replace(spaced, (match, name: string, fallback = '', offset: number) => {
    const before = match.startsWith(' ') ? ' ' : ''
    const after = match.endsWith(' ') ? ' ' : ''
    const value = values[name]
    if (value !== undefined) return before + value + after
    const [first, last] = [fallback[0], fallback.at(-1)]
    const joinsBefore = isBracket(first) || (isWide(first) && isWide(text[offset - 1]))
    const joinsAfter = isBracket(last) || (isWide(last) && isWide(text[offset + match.length]))
    return (joinsBefore ? '' : before) + fallback + (joinsAfter ? '' : after)
  })
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
