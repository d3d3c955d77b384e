import type { Condition, Rule } from '../../rules/schema'
import type { Fact, Verdict } from '../facts'
import { logOnce } from '../log-once'
import { type Diagnosis, type Severity, isLoud } from '../report'
import { satisfies } from '../versions'
import type { Setup } from './conditions'
import { weigh } from './conditions'
import { verdictOf } from './verdict'

const LOUDNESS: Record<Verdict, number> = {
  confirmed: 0,
  likely: 1,
  'cannot-tell': 2,
  'at-risk': 3,
  'ruled-out': 4,
}
const SEVERITY: Record<Severity, number> = { 'silent-corruption': 0, crash: 1, 'wrong-result': 2, warning: 3 }

/** Everyone whose setup the facts tell of, each with their own facts and those that hold for all. */
function setupsOf(facts: Fact[], reporter: string): Setup[] {
  const authors = [...new Set(facts.flatMap(({ author }) => (author === undefined ? [] : [author])))]
  if (!authors.length && facts.length) authors.push(reporter)
  return authors.map((author) => ({
    author,
    facts: facts.flatMap((fact, index) =>
      fact.author === undefined || fact.author === author ? [{ fact, index }] : [],
    ),
  }))
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

/** The person says that something worked, and nobody names a cure or gives advice: it may have been another fault. */
function curedOtherwise(setup: Setup, facts: Fact[]): boolean {
  const worked = setup.facts.some(({ fact }) => fact.kind === 'confirmation' && fact.outcome === 'worked')
  const isAnswered = (fact: Fact) =>
    ('stance' in fact && fact.stance === 'cure') || ('advice' in fact && fact.advice === true)
  return worked && !facts.some(isAnswered)
}

function diagnoseSetup(rule: Rule, setup: Setup, facts: Fact[]): Diagnosis | undefined {
  const about = weigh(rule.about, setup)
  if (about.truth !== 'true') return undefined
  const holds = (condition: Condition) => weigh(condition, setup).truth === 'true'
  const found = verdictOf({
    about,
    symptoms: weigh(rule.symptoms, setup),
    environment: weigh(rule.environment, setup),
    against: rule.against && weigh(rule.against, setup),
    cures: curesFor(rule, facts),
  })
  if (!found) return undefined
  const differential = (rule.differential ?? []).filter(({ when }) => holds(when)).map(({ id }) => id)
  const isDoubtful =
    !(rule.certain && holds(rule.certain)) &&
    (differential.length > 0 || (rule.doubts && holds(rule.doubts)) || curedOtherwise(setup, facts))
  const sure = found.verdict === 'confirmed' && isDoubtful ? 'likely' : found.verdict
  const verdict = rule.ceiling && LOUDNESS[sure] < LOUDNESS[rule.ceiling] ? rule.ceiling : sure
  const inText = { ...setup, facts: setup.facts.filter(({ fact }) => fact.author) }
  return {
    rule: rule.id,
    verdict,
    severity: rule.severity,
    about: setup.author,
    aboutInText: weigh(rule.about, inText).truth === 'true',
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
  const setups = setupsOf(facts, reporter)
  return rules
    .flatMap((rule) => {
      try {
        const found = setups.flatMap((setup) => diagnoseSetup(rule, setup, facts) ?? [])
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
