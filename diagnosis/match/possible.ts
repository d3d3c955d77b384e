import type { Condition, Rule } from '../../rules/schema'
import { satisfies } from '../versions'
import { weigh } from './conditions'
import { literalOf } from './literal'
import { neededBy } from './needs'
import { patternOf } from './patterns'
import type { Setup } from './setup'
import { factsOf, shownIn } from './setup'
import { conditionsIn } from './walk'

/** What facts amount to at a glance, each saying once: one person's, or everybody's in one heap. */
export interface Glance {
  setup: Setup
  /** Installed versions by package, with the ranges that were asked for already. */
  installed: Map<string, Installed>
  /** What is used, by kind and id: `precision fp16`. */
  used: Set<string>
  /** Packages of which any version is named. */
  named: Set<string>
  models: Set<string>
  errors: Heap
  warnings: Heap
  complaints: Heap
}

/** A package's installed versions, and how many of them lie in the ranges that were asked for already. */
interface Installed {
  versions: Set<string>
  ranges: Map<string, number>
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
    const known = installed.get(fact.name)
    if (known) known.versions.add(fact.version)
    else installed.set(fact.name, { versions: new Set([fact.version]), ranges: new Map() })
  }
  const used = new Set<string>()
  for (const { fact } of setup.facts)
    if ('id' in fact && 'stance' in fact && fact.stance === 'used') used.add(`${fact.kind} ${fact.id}`)
  return {
    setup,
    installed,
    used,
    named,
    models: new Set(factsOf(setup, 'model').map(({ fact }) => fact.id)),
    errors: heapOf(shownIn(setup, 'error').map(({ fact }) => fact.text)),
    warnings: heapOf(shownIn(setup, 'warning').map(({ fact }) => fact.text)),
    complaints: heapOf(factsOf(setup, 'complaint').map(({ fact }) => fact.text)),
  }
}

/** What is tried on all texts at once before a pattern is tried on each. */
interface Trial {
  /** What every match contains. */
  literal: string
  /** The pattern over several lines; absent where it looks at what does not follow. */
  lines?: RegExp
}

const trials = new Map<string, Trial>()

function trialOf(source: string): Trial {
  const known = trials.get(source)
  if (known) return known
  const looksAway = /\(\?<?!/.test(source)
  const trial = { literal: literalOf(source), ...(!looksAway && { lines: new RegExp(source, 'm') }) }
  trials.set(source, trial)
  return trial
}

function isIn({ texts, whole }: Heap, source: string): boolean {
  if (!texts.length) return false
  const { literal, lines } = trialOf(source)
  if (!whole.includes(literal) || lines?.test(whole) === false) return false
  const pattern = patternOf(source)
  return texts.some((text) => pattern.test(text))
}

/** Conditions that ask for what is used, by the kind of their facts. */
const USED = ['precision', 'method', 'optimizer', 'framework', 'hardware', 'code', 'symptom'] as const

const some = <T>(all: Iterable<T>, holds: (one: T) => boolean): boolean => {
  for (const one of all) if (holds(one)) return true
  return false
}

/** How many of a package's installed versions lie in a range. */
function insideOf({ versions, ranges }: Installed, range: string): number {
  const answered = ranges.get(range)
  if (answered !== undefined) return answered
  let inside = 0
  for (const version of versions) if (satisfies(version, range)) inside++
  ranges.set(range, inside)
  return inside
}

/** Whether some installed version lies outside the range. */
function isOutside({ package: name, range }: { package: string; range?: string }, glance: Glance): boolean {
  const known = glance.installed.get(name)
  return known !== undefined && range !== undefined && insideOf(known, range) < known.versions.size
}

/** Whether a condition could be true: an upper bound, so that most rules need not be weighed. */
function isPossible(condition: Condition, glance: Glance): boolean {
  if ('allOf' in condition) return condition.allOf.every((part) => isPossible(part, glance))
  if ('anyOf' in condition) return condition.anyOf.some((part) => isPossible(part, glance))
  if ('before' in condition) return true
  if ('not' in condition) {
    const { not } = condition
    // in a heap, what one person lacks another may have; but an unknown version is neither inside nor outside
    return 'package' in not ? isOutside(not, glance) : true
  }
  if ('needs' in condition) return neededBy(condition, glance.setup).length > 0
  if ('package' in condition) {
    const known = glance.installed.get(condition.package)
    if (!known) return false
    return condition.range === undefined || insideOf(known, condition.range) > 0
  }
  if ('mentions' in condition) return glance.named.has(condition.mentions)
  if ('model' in condition)
    return some(glance.models, (id) => condition.model.some((name) => id.startsWith(name)))
  if ('error' in condition) return isIn(glance.errors, condition.error)
  if ('warning' in condition) return isIn(glance.warnings, condition.warning)
  for (const kind of USED)
    if (kind in condition && !('named' in condition)) {
      const ids = (condition as Record<string, unknown>)[kind] as string[]
      return ids.some((id) => glance.used.has(`${kind} ${id}`))
    }
  return weigh(condition, glance.setup).truth === 'true'
}

/** Whether these facts could show what goes wrong, or tell of it. */
export const couldShow = (rule: Rule, glance: Glance): boolean =>
  isPossible(rule.symptoms, glance) || (rule.told !== undefined && isIn(glance.complaints, rule.told))

const warners = new WeakMap<Rule, boolean>()

/** Whether a rule can warn before anything goes wrong: versions do, or something besides them that it asks for. */
function canWarn(rule: Rule): boolean {
  const known = warners.get(rule)
  if (known !== undefined) return known
  const byVersions = rule.freezeCheck === 'definite' || rule.freezeCheck === 'with-model'
  const warns =
    byVersions ||
    conditionsIn(rule.environment).some(
      (condition) => !['package', 'model', 'allOf', 'anyOf', 'not'].some((kind) => kind in condition),
    )
  warners.set(rule, warns)
  return warns
}

/** Whether these facts could make the rule warn. */
export const couldWarn = (rule: Rule, glance: Glance): boolean =>
  canWarn(rule) && (!rule.about || isPossible(rule.about, glance)) && isPossible(rule.environment, glance)
