import type { Condition, Rule } from '../../rules/schema'
import type { Fact, Verdict } from '../facts'
import { logOnce } from '../log-once'
import { type Diagnosis, type Severity, isLoud } from '../report'
import { satisfies } from '../versions'
import { weigh } from './conditions'
import type { Judged } from './judge'
import { judge } from './judge'
import { peopleIn } from './people'
import { couldMatter, glanceAt } from './possible'
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

/** The loud verdicts on different people; where none is loud, the reporter's own, else the first. */
function worthKeeping(judged: Judged[], facts: Fact[], reporter: string): Judged[] {
  const ofReporter = (all: Judged[]) => all.find(({ setup }) => setup.author === reporter) ?? all[0]!
  const loud = judged.filter(({ verdict }) => isLoud(verdict))
  if (!loud.length) return [ofReporter(judged)]
  const first = ofReporter(loud)
  // a second person is worth naming only for an environment of their own, not for a share in the same cure
  const hasOwnPackages = ({ setup, because }: Judged) =>
    because.some((index) => {
      const fact = facts[index]
      return fact?.kind === 'package' && fact.stance === 'installed' && fact.author === setup.author
    })
  return [first, ...loud.filter((other) => other !== first && hasOwnPackages(other))]
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
        if (!couldMatter(rule, everybody)) return []
        const thread = { facts, answered, cures: curesFor(rule, facts) }
        const judged = people.flatMap(({ setup, glance }) =>
          couldMatter(rule, glance) ? (judge(rule, setup, glance, thread) ?? []) : [],
        )
        return judged.length ? worthKeeping(judged, facts, reporter).map((one) => diagnosisOf(rule, one)) : []
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
