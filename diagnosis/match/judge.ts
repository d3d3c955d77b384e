import type { Condition, Rule } from '../../rules/schema'
import type { Fact, Verdict } from '../facts'
import { weigh, weighTold } from './conditions'
import { isAfterwards } from './people'
import type { Glance } from './possible'
import { couldShow } from './possible'
import type { Setup } from './setup'
import type { Found } from './verdict'
import { verdictOf } from './verdict'
import type { Weighed } from './weigh'
import { isFalse, isTrue, isUnknown } from './weigh'

/** What the whole thread says on a rule, whoever says it: weighed once, not for each person. */
export interface ThreadView {
  facts: Fact[]
  reporter: string
  /** Somebody names a cure or gives advice, of whatever kind. */
  answered: boolean
  cures: number[]
}

/** A rule's verdict on one person's setup. */
export interface Judged extends Found {
  setup: Setup
  /** The message is told in the person's own words, not shown. */
  isTold: boolean
}

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

/** Whether a *confirmed* is open to doubt. */
function isDoubtful(rule: Rule, setup: Setup, symptoms: Weighed, thread: ThreadView): boolean {
  const holds = (condition: Condition) => weigh(condition, setup).truth === 'true'
  if (rule.certain && holds(rule.certain)) return false
  return (
    (rule.differential ?? []).some(({ when }) => holds(when)) ||
    (rule.doubts !== undefined && holds(rule.doubts)) ||
    (!symptoms.decisive && curedOtherwise(setup, thread))
  )
}

const CEILING: Record<Verdict, boolean> = {
  confirmed: true,
  likely: true,
  'cannot-tell': true,
  'at-risk': false,
  'ruled-out': false,
}

/** The verdict of one rule on one person's setup, with its reasons; undefined where there is nothing to say. */
export function judge(rule: Rule, setup: Setup, glance: Glance, thread: ThreadView): Judged | undefined {
  const shown = couldShow(rule, glance) ? weigh(rule.symptoms, setup) : isFalse()
  const told = shown.truth === 'true' || rule.told === undefined ? undefined : weighTold(rule.told, setup)
  const isTold = told?.truth === 'true'
  const symptoms = isTold ? told : shown
  const environment = environmentOf(rule, setup, symptoms, thread)
  // most people have neither: nothing more needs to be weighed
  if (symptoms.truth !== 'true' && environment.truth !== 'true') return undefined
  const found = verdictOf({
    about: rule.about && !isTold ? weigh(rule.about, setup) : isTrue([]),
    symptoms,
    environment,
    against: rule.against && weigh(rule.against, setup),
    cures: thread.cures,
  })
  if (!found) return undefined
  // what is only told, and cannot be, was something else
  if (isTold && found.verdict === 'ruled-out') return undefined
  if (found.verdict === 'at-risk' && isMereVersions(rule, found.because, setup)) return undefined
  const isShared = symptoms.because.every((index) => setup.shared?.has(index))
  const isUnsure =
    found.verdict === 'confirmed' &&
    (isTold || (isShared && symptoms.because.length > 0) || isDoubtful(rule, setup, symptoms, thread))
  const sure = isUnsure ? 'likely' : found.verdict
  const verdict = rule.ceiling && CEILING[sure] ? rule.ceiling : sure
  return { ...found, verdict, setup, isTold }
}
