import type { Condition, Rule } from '../../rules/schema'
import type { Fact, Verdict } from '../facts'
import { logOnce } from '../log-once'
import { type Diagnosis, type Severity, isLoud } from '../report'
import { satisfies } from '../versions'
import { weigh, weighTold } from './conditions'
import { isAfterwards, peopleIn } from './people'
import { couldMatter, glanceAt } from './possible'
import type { Setup } from './setup'
import { setupOf, writtenIn } from './setup'
import { verdictOf } from './verdict'
import type { Weighed } from './weigh'
import { isTrue, isUnknown } from './weigh'

const LOUDNESS: Record<Verdict, number> = {
  confirmed: 0,
  likely: 1,
  'cannot-tell': 2,
  'at-risk': 3,
  'ruled-out': 4,
}
const SEVERITY: Record<Severity, number> = { 'silent-corruption': 0, crash: 1, 'wrong-result': 2, warning: 3 }

/** What the whole thread says on a rule, whoever says it: weighed once, not for each person. */
interface ThreadView {
  facts: Fact[]
  /** Somebody names a cure or gives advice, of whatever kind. */
  answered: boolean
  cures: number[]
}

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

/** The person says that something worked, and nobody names a cure or gives advice: it may have been another fault. */
const curedOtherwise = (setup: Setup, { answered }: ThreadView): boolean =>
  !answered && setup.facts.some(({ fact }) => fact.kind === 'confirmation' && fact.outcome === 'worked')

/** Where a risk takes a certain script or file, versions and models alone are none. */
function isMereVersions({ freezeCheck }: Rule, because: number[], setup: Setup): boolean {
  if (freezeCheck === 'definite' || freezeCheck === 'with-model') return false
  const reasons = setup.facts.filter(({ index }) => because.includes(index))
  return reasons.every(({ fact }) => ['package', 'python', 'model'].includes(fact.kind))
}

/** An exact message stands against versions that its writer installed only after it, on advice. */
function environmentOf(rule: Rule, setup: Setup, symptoms: Weighed, { facts }: ThreadView): Weighed {
  const environment = weigh(rule.environment, setup)
  const { truth, because } = environment
  if (truth !== 'false' || !symptoms.decisive || !because.length) return environment
  return because.every((index) => isAfterwards(index, symptoms.because, facts)) ? isUnknown() : environment
}

function diagnoseSetup(rule: Rule, setup: Setup, thread: ThreadView): Diagnosis | undefined {
  const holds = (condition: Condition) => weigh(condition, setup).truth === 'true'
  const shown = weigh(rule.symptoms, setup)
  const told = shown.truth === 'true' || rule.told === undefined ? undefined : weighTold(rule.told, setup)
  const isTold = told?.truth === 'true'
  const symptoms = isTold ? told : shown
  const about = rule.about && !isTold ? weigh(rule.about, setup) : isTrue([])
  if (about.truth !== 'true') return undefined
  const found = verdictOf({
    about,
    symptoms,
    environment: environmentOf(rule, setup, symptoms, thread),
    against: rule.against && weigh(rule.against, setup),
    cures: thread.cures,
  })
  if (!found) return undefined
  // what is only told, and cannot be, was something else
  if (isTold && found.verdict === 'ruled-out') return undefined
  if (found.verdict === 'at-risk' && isMereVersions(rule, found.because, setup)) return undefined
  const differential = (rule.differential ?? []).filter(({ when }) => holds(when)).map(({ id }) => id)
  const isDoubtful =
    !(rule.certain && holds(rule.certain)) &&
    (isTold ||
      differential.length > 0 ||
      (rule.doubts && holds(rule.doubts)) ||
      (!symptoms.decisive && curedOtherwise(setup, thread)))
  const sure = found.verdict === 'confirmed' && isDoubtful ? 'likely' : found.verdict
  const verdict = rule.ceiling && LOUDNESS[sure] < LOUDNESS[rule.ceiling] ? rule.ceiling : sure
  const inText = writtenIn(setup)
  return {
    rule: rule.id,
    verdict,
    severity: rule.severity,
    about: setup.author,
    aboutInText:
      rule.about && !isTold
        ? weigh(rule.about, inText).truth === 'true'
        : inText.facts.some(({ index }) => found.because.includes(index)),
    provenByVersions: rule.freezeCheck === 'definite',
    because: found.because,
    missing: found.missing,
    differential,
    // there is nothing to fix where the fault is ruled out
    fixes: (verdict === 'ruled-out' ? [] : rule.fixes)
      .filter((fix) => !(fix.unless && holds(fix.unless)) && (!fix.when || holds(fix.when)))
      .map(({ id }) => id),
  }
}

/** The loud diagnoses of different people; where none is loud, the reporter's own, else the first. */
function worthKeeping(ofOneRule: Diagnosis[], facts: Fact[], reporter: string): Diagnosis[] {
  const loud = ofOneRule.filter(({ verdict }) => isLoud(verdict))
  if (!loud.length) return [ofOneRule.find(({ about }) => about === reporter) ?? ofOneRule[0]!]
  const first = loud.find(({ about }) => about === reporter) ?? loud[0]!
  // a second person is worth naming only for an environment of their own, not for a share in the same cure
  const hasOwnPackages = ({ about, because }: Diagnosis) =>
    because.some((index) => {
      const fact = facts[index]
      return fact?.kind === 'package' && fact.stance === 'installed' && fact.author === about
    })
  return [first, ...loud.filter((diagnosis) => diagnosis !== first && hasOwnPackages(diagnosis))]
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
        const found = people.flatMap(({ setup, glance }) =>
          couldMatter(rule, glance) ? (diagnoseSetup(rule, setup, thread) ?? []) : [],
        )
        return found.length ? worthKeeping(found, facts, reporter) : []
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
