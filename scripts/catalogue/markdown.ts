import type { Entry } from '../../diagnosis/catalogue'
import { catalogueOf } from '../../diagnosis/catalogue'
import type { Language } from '../../locales/language'
import { punctuation } from '../../locales/punctuation'
import { basisWords } from '../../locales/words'
import { catalogueWords } from '../../locales/words/catalogue'
import type { Rule } from '../../rules/schema'

/** Ids that are no rules of their own any more: their heirs, and why. */
export interface Dropped {
  heirs: Record<string, string | null>
  reasons: Record<string, Record<Language, string>>
}

const indented = (text: string, by: number) =>
  text
    .split('\n')
    .map((line) => (line ? ' '.repeat(by) + line : line))
    .join('\n')

const fence = (code: string, info: string) => `\`\`\`${info}\n${code}\n\`\`\``

function section(entry: Entry, language: Language): string {
  const say = catalogueWords[language]
  const { colon, brackets } = punctuation[language]
  const label = (text: string) => `**${text}${colon.trimEnd()}** `
  const affected = entry.packages.map(({ name, ranges }) =>
    ranges.length ? `${name} \`${ranges.join(`\`${say.or}\``)}\`` : name,
  )
  const fixes = entry.fixes.map(({ title, command, code, limits, workaround }, index) => {
    const marker = `${index + 1}. `
    const below = [
      ...(command ? [fence(command, 'sh')] : []),
      ...(code ? [fence(code, 'python')] : []),
      ...(limits ? [limits] : []),
    ].map((part) => indented(part, marker.length))
    return [`${marker}${title}${workaround ? brackets(say.workaround) : ''}`, ...below].join('\n\n')
  })
  const links = entry.links.map(({ url, label: text, what }) => `- [${text}](${url})${colon}${what}`)
  return [
    `## ${entry.name}`,
    `\`${entry.id}\` · ${say.severity[entry.severity]}`,
    label(say.symptom) + entry.symptom,
    label(say.cause) + entry.cause,
    ...(affected.length ? [label(say.affects) + affected.join(' · ')] : []),
    `${say.freezeCheck[entry.freezeCheck]}${language === 'en' ? ' ' : ''}${basisWords(entry.basis, language)}`,
    `${label(say.fixes).trimEnd()}`,
    fixes.join('\n\n'),
    links.join('\n'),
  ].join('\n\n')
}

/** The catalogue of all rules as a Markdown document. */
export function catalogueDocument(rules: Rule[], { heirs, reasons }: Dropped, language: Language): string {
  const say = catalogueWords[language]
  const { colon } = punctuation[language]
  const entries = catalogueOf(rules, language)
  const dropped = Object.entries(heirs).map(([id, heir]) => {
    const why = reasons[id]?.[language] ?? ''
    return `- \`${id}\`${colon}${heir ? `${say.heir(heir)}${language === 'en' ? '. ' : '。'}` : ''}${why}`
  })
  return `${[
    `# ${say.title}`,
    `<!-- ${say.generated} -->`,
    say.lead(entries.length),
    ...entries.map((entry) => section(entry, language)),
    ...(dropped.length ? [`## ${say.dropped}`, dropped.join('\n')] : []),
  ].join('\n\n')}\n`
}
