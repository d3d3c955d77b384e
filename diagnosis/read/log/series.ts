import type { LossPoint, LossSeries } from '../../facts'
import type { Entry } from './entries'
import { isSound } from './values'

/** A series is thinned to about this many points. */
const MOST_POINTS = 300
/** How many points on either side of the break are kept whatever the length. */
const AROUND_THE_BREAK = 20

type GradNorm = LossSeries['gradNormAfter']

const kindOf = (gradNorm: LossPoint['gradNorm']): GradNorm =>
  gradNorm === undefined
    ? undefined
    : typeof gradNorm === 'string'
      ? 'nan'
      : gradNorm === 0
        ? 'zero'
        : 'finite'

/** What most of the points say of the gradient norm: one odd step among many is none. */
function commonGradNorm(points: LossPoint[]): GradNorm {
  const counts = { nan: 0, zero: 0, finite: 0 }
  for (const { gradNorm } of points) {
    const kind = kindOf(gradNorm)
    if (kind) counts[kind]++
  }
  const most = Math.max(counts.nan, counts.zero, counts.finite)
  if (most === 0) return undefined
  return counts.nan === most ? 'nan' : counts.zero === most ? 'zero' : 'finite'
}

/** As many sound losses before a last one of zero tell that the training went well. */
const HEALTHY_BEFORE = 3

/**
 * Zero in the very last line of a healthy log, beside a gradient that lives or a learning rate that has run out: an
 * average reset before it was printed.
 */
function isOnlyLastZero(points: LossPoint[], breakAt: number): boolean {
  const last = points[breakAt]!
  if (breakAt !== points.length - 1 || breakAt < HEALTHY_BEFORE || last.loss !== 0) return false
  const gradient = kindOf(last.gradNorm)
  return gradient === 'finite' || (gradient !== 'nan' && last.learningRate === 0)
}

function shapeOf(points: LossPoint[], breakAt: number): LossSeries['shape'] {
  if (breakAt < 0 || isOnlyLastZero(points, breakAt)) return 'finite'
  if (points.slice(breakAt + 1).some(({ loss }) => loss !== undefined && isSound(loss))) return 'alternating'
  const zero = points[breakAt]!.loss === 0
  if (breakAt === 0) return zero ? 'zero-from-first' : 'nan-from-first'
  return zero ? 'finite-then-zero' : 'finite-then-nan'
}

function thin(points: LossPoint[], breakAt: number): { points: LossPoint[]; breakAt: number } {
  if (points.length <= MOST_POINTS) return { points, breakAt }
  const every = Math.ceil(points.length / (MOST_POINTS - 2 * AROUND_THE_BREAK))
  const kept: LossPoint[] = []
  let breakIndex = -1
  points.forEach((point, index) => {
    const nearBreak = breakAt >= 0 && Math.abs(index - breakAt) < AROUND_THE_BREAK
    if (!nearBreak && index % every !== 0 && index !== points.length - 1) return
    if (index === breakAt) breakIndex = kept.length
    kept.push(point)
  })
  return { points: kept, breakAt: breakIndex }
}

/** A first line so many steps in is an average over them: whether the first step was sound it does not tell. */
const LATE_STEP = 100

const startsLate = ({ step, gradNorm }: LossPoint): boolean =>
  step !== undefined && step >= LATE_STEP && gradNorm === undefined

/**
 * How a run of log lines goes, and the entry at which it breaks. Entries without a training loss are left out. One bad
 * line alone has no course, nor have bad lines that begin late: what came before is not told.
 */
export function seriesOf(entries: Entry[]): { series: LossSeries; breaking?: Entry } | undefined {
  const steps = entries.filter(({ point }) => point.loss !== undefined)
  if (!steps.length) return undefined
  const all = steps.map(({ point }) => point)
  const breakAt = all.findIndex(({ loss }) => !isSound(loss!))
  if (breakAt === 0 && (all.length === 1 || startsLate(all[0]!))) return undefined
  const thinned = thin(all, breakAt)
  const after = breakAt < 0 ? all : all.slice(breakAt)
  let highest: number | undefined
  for (const { learningRate } of all)
    if (learningRate !== undefined && learningRate > (highest ?? 0)) highest = learningRate
  const gradNormAfter = commonGradNorm(after) ?? commonGradNorm(all)
  const gradNormFirst = kindOf(all[0]!.gradNorm)
  return {
    series: {
      points: thinned.points,
      length: all.length,
      shape: shapeOf(all, breakAt),
      ...(breakAt >= 0 && { breakAt: thinned.breakAt }),
      finiteBefore: breakAt < 0 ? all.length : breakAt,
      ...(gradNormAfter && { gradNormAfter }),
      ...(gradNormFirst && { gradNormFirst }),
      ...(highest !== undefined && { highestLearningRate: highest }),
    },
    breaking: breakAt < 0 ? undefined : steps[breakAt],
  }
}
