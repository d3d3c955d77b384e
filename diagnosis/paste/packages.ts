import type { Language } from '../../locales/language'
import { languages } from '../../locales/language'
import type { Rule } from '../../rules/schema'
import { affectedPackages } from '../catalogue'
import type { Fact, FactOf } from '../facts'
import { isKnown } from '../read/packages/names'
import type { Report } from '../report'
import { isLoud } from '../report'
import { satisfies } from '../versions'

/**
 * What is known of a version. affected: a diagnosis rests on it, or it lies in the range of a rule whose fault nothing
 * announces. fine: some rule turns on the package, and neither is so. unknown: no rule does, or only a range of
 * versions is stated.
 */
export type Standing = 'affected' | 'fine' | 'unknown'

/** A package of the fine-tuning stack that a text names. */
export interface StackPackage {
  name: string
  /** As stated; a range where no version is (`>=0.7`). */
  version: string
  isRange: boolean
  standing: Standing
  /** The hazards in whose range the version lies. */
  hazards: Record<Language, string[]>
  /** Where the version stands: the block's id, and offsets into its text. */
  block: string
  start: number
  end: number
}

export interface PackageList {
  /** In the order of the text; those in the range of a hazard first. */
  stack: StackPackage[]
  /** How many packages beside those of the stack the text names. */
  others: number
}

const order: Standing[] = ['affected', 'fine', 'unknown']

function judged(
  { fact, index }: { fact: FactOf<'package'>; index: number },
  { diagnoses }: Report,
  rules: Rule[],
  known: ReadonlySet<string>,
): StackPackage {
  const { name, version, range, block, start, end } = fact
  const isRange = fact.stance !== 'installed'
  const blamed = new Set(
    diagnoses.flatMap(({ rule, verdict, because }) =>
      (isLoud(verdict) || verdict === 'at-risk') && because.includes(index) ? [rule] : [],
    ),
  )
  const isSilent = ({ severity, ruler }: Rule) =>
    severity === 'silent-corruption' && ruler?.package === name && satisfies(version, ruler.broken)
  const affecting = isRange ? [] : rules.filter((rule) => blamed.has(rule.id) || isSilent(rule))
  const hazards = Object.fromEntries(
    languages.map((language) => [language, affecting.map(({ prose }) => prose[language].name)]),
  ) as StackPackage['hazards']
  const standing = affecting.length ? 'affected' : known.has(name) && !isRange ? 'fine' : 'unknown'
  return {
    name,
    version: isRange ? (range ?? version) : version,
    isRange,
    standing,
    hazards,
    block,
    start,
    end,
  }
}

/**
 * The report’s packages that are stated as installed, each version once, with what is known of it; for a package that is
 * only bounded, its range.
 */
export function packagesIn(
  report: Report,
  rules: Rule[],
  concerns: (fact: Fact) => boolean = () => true,
): PackageList {
  const rulers = new Set(rules.flatMap((rule) => affectedPackages(rule).map(({ name }) => name)))
  const found = report.facts.flatMap((fact, index) =>
    fact.kind === 'package' && concerns(fact) ? [{ fact, index }] : [],
  )
  const installed = new Set(found.flatMap(({ fact }) => (fact.stance === 'installed' ? [fact.name] : [])))
  const stack = new Map<string, StackPackage>()
  const others = new Set<string>()
  for (const one of found) {
    const { fact } = one
    const { name, version, stance } = fact
    if (stance !== 'installed' && (installed.has(name) || fact.range === undefined)) continue
    if (!isKnown(name) && !rulers.has(name)) others.add(name)
    else if (!stack.has(`${name} ${version}`))
      stack.set(`${name} ${version}`, judged(one, report, rules, rulers))
  }
  const sorted = [...stack.values()].sort(
    (one, other) => order.indexOf(one.standing) - order.indexOf(other.standing),
  )
  return { stack: sorted, others: others.size }
}
