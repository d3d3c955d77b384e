import type { Language } from '../../locales/language'
import { languages } from '../../locales/language'
import type { Rule } from '../../rules/schema'
import type { Fact, FactOf } from '../facts'
import { isKnown } from '../read/packages/names'
import { satisfies } from '../versions'

/**
 * What the rules say of a version by itself. affected: in the range that a rule turns on. fine: outside it. unknown:
 * no rule turns on this package, or only a range of versions is stated.
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

function judged(fact: FactOf<'package'>, rules: Rule[]): StackPackage {
  const { name, version, range, block, start, end } = fact
  const isRange = fact.stance !== 'installed'
  const concerned = rules.filter(({ ruler }) => ruler?.package === name)
  const affecting = isRange ? [] : concerned.filter(({ ruler }) => ruler && satisfies(version, ruler.broken))
  const hazards = Object.fromEntries(
    languages.map((language) => [language, affecting.map(({ prose }) => prose[language].name)]),
  ) as StackPackage['hazards']
  const standing = affecting.length ? 'affected' : concerned.length && !isRange ? 'fine' : 'unknown'
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
 * The packages that are stated as installed, each version once, with what the rules say of it; for a package that is
 * only bounded, its range.
 */
export function packagesIn(facts: Fact[], rules: Rule[]): PackageList {
  const rulers = new Set(rules.map(({ ruler }) => ruler?.package))
  const found = facts.filter((fact): fact is FactOf<'package'> => fact.kind === 'package')
  const installed = new Set(found.flatMap(({ name, stance }) => (stance === 'installed' ? [name] : [])))
  const stack = new Map<string, StackPackage>()
  const others = new Set<string>()
  for (const fact of found) {
    const { name, version, stance } = fact
    if (stance !== 'installed' && (installed.has(name) || fact.range === undefined)) continue
    if (!isKnown(name) && !rulers.has(name)) others.add(name)
    else if (!stack.has(`${name} ${version}`)) stack.set(`${name} ${version}`, judged(fact, rules))
  }
  const sorted = [...stack.values()].sort(
    (one, other) => order.indexOf(one.standing) - order.indexOf(other.standing),
  )
  return { stack: sorted, others: others.size }
}
