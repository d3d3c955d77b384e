import type { Condition, Rule } from '../../rules/schema'
import { satisfies } from '../versions'
import { weigh } from './conditions'
import { literalOf } from './literal'
import { neededBy } from './needs'
import { patternOf } from './patterns'
import type { Setup } from './setup'
import { factsOf } from './setup'

/** What facts amount to at a glance, each saying once: one person's, or glance's in one heap. */
export interface Glance {
  setup: Setup
  /** Installed versions by package. */
  installed: Map<string, Set<string>>
  /** Packages of which any version is named. */
  named: Set<string>
  models: Set<string>
  errors: Heap
  warnings: Heap
  complaints: Heap
}

/** Texts to look through, and all of them in one. */
interface Heap {
  texts: string[]
  whole: string
}

function heapOf(texts: string[]): Heap {
  const distinct = [...new Set(texts)]
  return { texts: distinct, whole: distinct.join('\n') }
}

/** Costs what the facts cost; taken once, it serves all rules. */
export function glanceAt(setup: Setup): Glance {
  const installed: Glance['installed'] = new Map()
  const named = new Set<string>()
  for (const { fact } of factsOf(setup, 'package')) {
    named.add(fact.name)
    if (fact.stance !== 'installed') continue
    const versions = installed.get(fact.name)
    if (versions) versions.add(fact.version)
    else installed.set(fact.name, new Set([fact.version]))
  }
  return {
    setup,
    installed,
    named,
    models: new Set(factsOf(setup, 'model').map(({ fact }) => fact.id)),
    errors: heapOf(factsOf(setup, 'error').map(({ fact }) => fact.text)),
    warnings: heapOf(factsOf(setup, 'warning').map(({ fact }) => fact.text)),
    complaints: heapOf(factsOf(setup, 'complaint').map(({ fact }) => fact.text)),
  }
}

const literals = new Map<string, string>()

function isIn({ texts, whole }: Heap, source: string): boolean {
  if (!texts.length) return false
  let literal = literals.get(source)
  if (literal === undefined) literals.set(source, (literal = literalOf(source)))
  if (literal && !whole.includes(literal)) return false
  const pattern = patternOf(source)
  return texts.some((text) => pattern.test(text))
}

const some = <T>(all: Iterable<T>, holds: (one: T) => boolean): boolean => {
  for (const one of all) if (holds(one)) return true
  return false
}

/** Whether a condition could be true: an upper bound, so that most rules need not be weighed. */
function isPossible(condition: Condition, glance: Glance): boolean {
  if ('allOf' in condition) return condition.allOf.every((part) => isPossible(part, glance))
  if ('anyOf' in condition) return condition.anyOf.some((part) => isPossible(part, glance))
  // in a heap, what one person lacks another may have
  if ('not' in condition || 'before' in condition) return true
  if ('needs' in condition) return neededBy(condition, glance.setup).length > 0
  if ('package' in condition) {
    const { package: name, range } = condition
    const versions = glance.installed.get(name)
    return versions !== undefined && (!range || some(versions, (version) => satisfies(version, range)))
  }
  if ('mentions' in condition) return glance.named.has(condition.mentions)
  if ('model' in condition)
    return some(glance.models, (id) => condition.model.some((name) => id.startsWith(name)))
  if ('error' in condition) return isIn(glance.errors, condition.error)
  if ('warning' in condition) return isIn(glance.warnings, condition.warning)
  return weigh(condition, glance.setup).truth === 'true'
}

/** Whether a rule could say anything of these facts. */
export function couldMatter(rule: Rule, glance: Glance): boolean {
  if (rule.told !== undefined && isIn(glance.complaints, rule.told)) return true
  if (rule.about && !isPossible(rule.about, glance)) return false
  return isPossible(rule.symptoms, glance) || isPossible(rule.environment, glance)
}
