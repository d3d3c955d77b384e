import type { Condition } from '../../rules/schema'
import type { FactOf, PrecisionId } from '../facts'
import { satisfies } from '../versions'
import { weighNeeds } from './needs'
import { patternOf } from './patterns'
import type { Setup } from './setup'
import { factsOf, indexes, shownIn } from './setup'
import type { Weighed } from './weigh'
import { allOf, anyOf, isFalse, isTrue, isUnknown, not } from './weigh'

/** What `precision` compares: the dtype of the weights. The mixed-precision flag says nothing about them. */
const WEIGHT_PRECISIONS: ReadonlySet<PrecisionId> = new Set(['fp16', 'bf16', 'fp32', 'int8', 'int4'])

/** True where something is found; where nothing is, it is not there. */
const present = (found: { index: number }[], decisive = false): Weighed =>
  found.length ? isTrue(indexes(found), decisive) : isFalse()

/** True where one of the wanted is stated, false where only others are, unknown where nothing is. */
function stated(
  all: { index: number }[],
  wanted: { index: number }[],
  missing: string,
  decisive = false,
): Weighed {
  if (wanted.length) return isTrue(indexes(wanted), decisive)
  return all.length ? isFalse(indexes(all)) : isUnknown([missing])
}

function weighPackage(setup: Setup, condition: Extract<Condition, { package: string }>): Weighed {
  const { package: name, range, unsure = [], decisive } = condition
  const installed = setup.installed.get(name) ?? []
  const inside = range ? installed.filter(({ fact }) => satisfies(fact.version, range)) : installed
  const isUnsure = installed.some(({ fact }) => unsure.some((other) => satisfies(fact.version, other)))
  const onBothSides = inside.length > 0 && inside.length < installed.length
  if (isUnsure || onBothSides) return isUnknown([`package:${name}`])
  return stated(installed, inside, `package:${name}`, decisive)
}

function weighTried(setup: Setup, name: string, range: string): Weighed {
  return present(
    factsOf(setup, 'package').filter(
      ({ fact }) => fact.name === name && fact.tried && satisfies(fact.version, range),
    ),
  )
}

type Stanced = 'method' | 'optimizer' | 'framework' | 'hardware' | 'code' | 'symptom' | 'precision'

const used = <K extends Stanced>(setup: Setup, kind: K) =>
  factsOf(setup, kind).filter(({ fact }) => (fact as FactOf<Stanced>).stance === 'used')

const among = <T extends { fact: { id: string } }>(found: T[], ids: string[]): T[] =>
  found.filter(({ fact }) => ids.includes(fact.id))

function weighPrecision(setup: Setup, ids: string[], decisive?: boolean): Weighed {
  const all = used(setup, 'precision')
  const weights = all.filter(({ fact }) => WEIGHT_PRECISIONS.has(fact.id))
  // a word that may mean two things decides nothing
  const plain = all.filter(({ fact }) => !fact.loose)
  return stated(weights, among(plain, ids), 'precision', decisive)
}

function weighLog(setup: Setup, condition: Extract<Condition, { log: unknown }>): Weighed {
  const { log: shapes, gradNormAfter, gradNormFirst, finiteBeforeAtLeast = 0 } = condition
  return present(
    factsOf(setup, 'log').filter(
      ({ fact: { series } }) =>
        shapes.includes(series.shape) &&
        (!gradNormAfter || (series.gradNormAfter && gradNormAfter.includes(series.gradNormAfter))) &&
        (!gradNormFirst || (series.gradNormFirst && gradNormFirst.includes(series.gradNormFirst))) &&
        series.finiteBefore >= finiteBeforeAtLeast,
    ),
  )
}

function weighDate(setup: Setup, before: string): Weighed {
  const dates = factsOf(setup, 'date')
  if (!dates.length) return isUnknown(['date'])
  const later = dates.filter(({ fact }) => fact.date.slice(0, 10) >= before)
  return later.length ? isFalse(indexes(later)) : isTrue(indexes(dates))
}

function weighError(
  setup: Setup,
  { error, within, decisive }: Extract<Condition, { error: string }>,
): Weighed {
  const line = patternOf(error)
  const around = within === undefined ? undefined : patternOf(within)
  return present(
    shownIn(setup, 'error').filter(
      ({ fact }) => line.test(fact.text) && (!around || around.test(fact.traceback ?? '')),
    ),
    decisive,
  )
}

/** Whether somebody complains of one of these names in their own words. */
export function weighTold(told: string, setup: Setup): Weighed {
  const pattern = patternOf(told)
  return present(
    factsOf(setup, 'complaint').filter(({ fact }) => pattern.test(fact.text)),
    true,
  )
}

/**
 * What the facts about one setup say of a condition. Packages, precision, method, optimizer and date are unknown
 * while nothing is said of them; everything else is absent until it is seen.
 */
export function weigh(condition: Condition, setup: Setup): Weighed {
  if ('allOf' in condition) return allOf(condition.allOf.map((part) => weigh(part, setup)))
  if ('anyOf' in condition) return anyOf(condition.anyOf.map((part) => weigh(part, setup)))
  if ('not' in condition) return not(weigh(condition.not, setup))
  if ('package' in condition) return weighPackage(setup, condition)
  if ('triedInVain' in condition) return weighTried(setup, condition.triedInVain, condition.range)
  if ('mentions' in condition)
    return present(factsOf(setup, 'package').filter(({ fact }) => fact.name === condition.mentions))
  if ('model' in condition)
    return present(
      factsOf(setup, 'model').filter(({ fact }) => condition.model.some((name) => fact.id.startsWith(name))),
    )
  if ('precision' in condition) return weighPrecision(setup, condition.precision, condition.decisive)
  if ('method' in condition) {
    const all = used(setup, 'method')
    return stated(all, among(all, condition.method), 'method')
  }
  if ('optimizer' in condition) {
    const all = used(setup, 'optimizer')
    return stated(all, among(all, condition.optimizer), 'optimizer')
  }
  if ('trained' in condition) return present(factsOf(setup, 'training'))
  if ('framework' in condition) {
    const all = condition.named ? factsOf(setup, 'framework') : used(setup, 'framework')
    return present(among(all, condition.framework))
  }
  if ('hardware' in condition) return present(among(used(setup, 'hardware'), condition.hardware))
  if ('code' in condition) return present(among(used(setup, 'code'), condition.code), condition.decisive)
  if ('symptom' in condition) return present(among(used(setup, 'symptom'), condition.symptom))
  if ('error' in condition) return weighError(setup, condition)
  if ('warning' in condition) {
    const pattern = patternOf(condition.warning)
    return present(
      shownIn(setup, 'warning').filter(({ fact }) => pattern.test(fact.text)),
      condition.decisive,
    )
  }
  if ('needs' in condition) return weighNeeds(condition, setup)
  if ('log' in condition) return weighLog(setup, condition)
  if ('learningRateAtLeast' in condition)
    return present(
      factsOf(setup, 'log').filter(
        ({ fact: { series } }) => (series.highestLearningRate ?? 0) >= condition.learningRateAtLeast,
      ),
    )
  if (condition.unless) {
    const exception = weigh(condition.unless, setup)
    if (exception.truth === 'true') return not(exception)
  }
  return weighDate(setup, condition.before)
}
