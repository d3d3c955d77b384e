import type { Language } from '../locales/language'
import type { Condition, Rule } from '../rules/schema'
import type { Basis } from './explanation'
import { fill } from './explain/fill'
import { conditionsIn } from './match/walk'
import type { Severity } from './report'

/** What a reader of the catalogue is told of one rule. Texts are Markdown. */
export interface Entry {
  id: string
  name: string
  severity: Severity
  freezeCheck: Rule['freezeCheck']
  basis: Basis
  symptom: string
  cause: string
  /** The packages it turns on, with the affected ranges; without a range where there are too many to tell. */
  packages: { name: string; ranges: string[] }[]
  fixes: { title: string; command?: string; code?: string; limits?: string; workaround: boolean }[]
  links: { url: string; label: string; what: string }[]
}

/** Tables have one range for each release; more than this say nothing to a reader. */
const MOST_RANGES = 3

/** The package that a condition asks for, with the range where it holds; what is negated has no affected range. */
function packageIn(condition: Condition): { name: string; range?: string }[] {
  if ('package' in condition) return [{ name: condition.package, range: condition.range }]
  return 'needs' in condition ? [{ name: condition.needs.package }] : []
}

function packagesAskedFor(condition: Condition): { name: string; range?: string }[] {
  if ('allOf' in condition) return condition.allOf.flatMap(packagesAskedFor)
  if ('anyOf' in condition) return condition.anyOf.flatMap(packagesAskedFor)
  if ('not' in condition)
    return conditionsIn(condition.not)
      .flatMap(packageIn)
      .map(({ name }) => ({ name }))
  return packageIn(condition)
}

/** The packages that a rule turns on, with the affected ranges. */
export function affectedPackages(rule: Rule): Entry['packages'] {
  const found = new Map<string, Set<string>>()
  for (const { name, range } of packagesAskedFor(rule.environment)) {
    const ranges = found.get(name) ?? new Set()
    if (range) ranges.add(range)
    found.set(name, ranges)
  }
  return [...found].map(([name, ranges]) => {
    if (rule.ruler?.package === name) return { name, ranges: [rule.ruler.broken] }
    return { name, ranges: ranges.size > MOST_RANGES ? [] : [...ranges] }
  })
}

const ORDER: Severity[] = ['silent-corruption', 'wrong-result', 'crash', 'warning']

/** Where a rule's range comes from: runs where there are any, else what the rule says. */
export const basisOf = (rule: Rule): Basis =>
  rule.measured ? { kind: 'measured', ...rule.measured } : { kind: rule.basis }

/** The rules as a catalogue, what harms most and says least first, then by name. Placeholders read as unknown. */
export function catalogueOf(rules: Rule[], language: Language): Entry[] {
  const plain = (text: string) => fill(text, {})
  return rules
    .map((rule): Entry => {
      const prose = rule.prose[language]
      return {
        id: rule.id,
        name: prose.name,
        severity: rule.severity,
        freezeCheck: rule.freezeCheck,
        basis: basisOf(rule),
        symptom: plain(prose.symptom),
        cause: plain(prose.cause),
        packages: affectedPackages(rule),
        fixes: [...rule.fixes.filter(({ when }) => !when), ...rule.fixes.filter(({ when }) => when)].map(
          ({ id, command, code, workaround = false }) => ({
            title: plain(prose.fixes[id]?.title ?? id),
            command: command && plain(command),
            code,
            limits: prose.fixes[id]?.limits && plain(prose.fixes[id].limits),
            workaround,
          }),
        ),
        links: rule.links.map(({ url, label, what }) => ({ url, label, what: what[language] })),
      }
    })
    .sort(
      (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || a.name.localeCompare(b.name, 'en'),
    )
}

/** Every package of the catalogue, by how many entries turn on it. */
export function packagesOf(entries: Entry[]): string[] {
  const counts = new Map<string, number>()
  for (const { packages } of entries)
    for (const { name } of packages) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name)
}

/** The entries that a search finds: every word of it in the entry, and the package, where one is chosen. */
export function searchCatalogue(entries: Entry[], search: string, name: string): Entry[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (name && !entry.packages.some((one) => one.name === name)) return false
    const text = [entry.id, entry.name, entry.symptom, entry.cause, ...entry.packages.map((one) => one.name)]
      .join('\n')
      .toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
