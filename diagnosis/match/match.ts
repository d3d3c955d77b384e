import type { Condition, Rule } from '../../rules/schema'
import type { Fact, Verdict } from '../facts'
import { logOnce } from '../log-once'
import { type Diagnosis, type Severity, isLoud } from '../report'
import { satisfies } from '../versions'
import { weigh } from './conditions'
import type { Judged, ThreadView } from './judge'
import { judge } from './judge'
import { peopleIn } from './people'
import type { Glance } from './possible'
import { couldShow, couldWarn, glanceAt } from './possible'
import type { Setup } from './setup'
import { setupOf, writtenIn } from './setup'

const LOUDNESS: Record<Verdict, number> = {
  confirmed: 0,
  likely: 1,
  'cannot-tell': 2,
  'at-risk': 3,
  'ruled-out': 4,
}
const SEVERITY: Record<Severity, number> = { 'silent-corruption': 0, crash: 1, 'wrong-result': 2, warning: 3 }

/** The cures out of the rule's range that anybody in the thread reports: the one bridge between two people's facts. */
function curesFor(rule: Rule, facts: Fact[]): number[] {
  const { cure } = rule
  if (!cure) return []
  return facts.flatMap((fact, index) =>
    fact.kind === 'package' &&
    fact.stance === 'cure' &&
    fact.name === cure.package &&
    !satisfies(fact.version, cure.outside)
      ? [index]
      : [],
  )
}

const isAnswer = (fact: Fact): boolean =>
  ('stance' in fact && fact.stance === 'cure') || ('advice' in fact && fact.advice === true)

/** A verdict with all that a report says of it. */
function diagnosisOf(rule: Rule, { setup, isTold, ...found }: Judged): Diagnosis {
  const holds = (condition: Condition) => weigh(condition, setup).truth === 'true'
  const inText = writtenIn(setup)
  return {
    rule: rule.id,
    verdict: found.verdict,
    severity: rule.severity,
    about: setup.author,
    aboutInText:
      rule.about && !isTold
        ? weigh(rule.about, inText).truth === 'true'
        : inText.facts.some(({ index }) => found.because.includes(index)),
    provenByVersions: rule.freezeCheck === 'definite',
    because: found.because,
    missing: found.missing,
    differential: (rule.differential ?? []).filter(({ when }) => holds(when)).map(({ id }) => id),
    // there is nothing to fix where the fault is ruled out
    fixes: (found.verdict === 'ruled-out' ? [] : rule.fixes)
      .filter((fix) => !(fix.unless && holds(fix.unless)) && (!fix.when || holds(fix.when)))
      .map(({ id }) => id),
  }
}

interface Person {
  setup: Setup
  glance: Glance
}

/** A second person is worth naming only for an environment of their own, not for a share in the same cure. */
const hasOwnPackages = ({ setup, because }: Judged, facts: Fact[]): boolean =>
  because.some((index) => {
    const fact = facts[index]
    return fact?.kind === 'package' && fact.stance === 'installed' && fact.author === setup.author
  })

/**
 * The loud verdicts on different people; where none is loud, the reporter's own, else the first: nobody else's is
 * looked for.
 */
function worthSaying(rule: Rule, people: Person[], everybody: Glance, thread: ThreadView): Judged[] {
  const judged = new Map<Person, Judged | undefined>()
  const verdictOn = (person: Person) => {
    if (!judged.has(person)) judged.set(person, judge(rule, person.setup, person.glance, thread))
    return judged.get(person)
  }
  const shows = couldShow(rule, everybody)
  const loud = people.flatMap((person) => {
    const found = shows && couldShow(rule, person.glance) ? verdictOn(person) : undefined
    return found && isLoud(found.verdict) ? [found] : []
  })
  const isReporter = ({ setup }: { setup: Setup }) => setup.author === thread.reporter
  if (loud.length) {
    const first = loud.find(isReporter) ?? loud[0]!
    return [first, ...loud.filter((other) => other !== first && hasOwnPackages(other, thread.facts))]
  }
  for (const person of [...people.filter(isReporter), ...people]) {
    const found =
      (shows && couldShow(rule, person.glance)) || couldWarn(rule, person.glance)
        ? verdictOn(person)
        : undefined
    if (found) return [found]
  }
  return []
}

/**
 * What the rules say of the facts, the loudest first, then by severity and rule id. A rule that throws is logged once
 * and the others go on.
 */
export function match(facts: Fact[], rules: Rule[], reporter: string): Diagnosis[] {
  const setups = peopleIn(facts, reporter)
  const answered = facts.some(isAnswer)
  const everybody = glanceAt(
    setupOf(
      reporter,
      facts.map((fact, index) => ({ fact, index })),
    ),
  )
  const people = setups.map((setup) => ({ setup, glance: glanceAt(setup) }))
  return rules
    .flatMap((rule) => {
      try {
        if (!couldShow(rule, everybody) && !couldWarn(rule, everybody)) return []
        const thread = { facts, reporter, answered, cures: curesFor(rule, facts) }
        return worthSaying(rule, people, everybody, thread).map((one) => diagnosisOf(rule, one))
      } catch (error) {
        logOnce(`rule ${rule.id}`, error)
        return []
      }
    })
    .sort(
      (a, b) =>
        LOUDNESS[a.verdict] - LOUDNESS[b.verdict] ||
        SEVERITY[a.severity] - SEVERITY[b.severity] ||
        a.rule.localeCompare(b.rule) ||
        Number(b.about === reporter) - Number(a.about === reporter),
    )
}
