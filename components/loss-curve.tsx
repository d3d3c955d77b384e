import type { LossSeries } from '../diagnosis/facts'
import { useTools } from './context'

/** Drawing area in pixels; the text inside is drawn at its real size. */
const WIDTH = 228
const HEIGHT = 71
const LEFT = 6
const TOP = 12
const BASE = 49
/** Up to so many points each gets a dot. */
const MOST_DOTS = 40

const isFiniteLoss = (loss: unknown): loss is number => typeof loss === 'number' && Number.isFinite(loss)

/** The training log as a small curve, its break marked, and the same in words. */
export function LossCurve({ series }: { series: LossSeries }) {
  const { series: words } = useTools().words
  const { points, breakAt, length, gradNormAfter } = series
  const finite = points.map(({ loss }) => loss).filter(isFiniteLoss)
  if (points.length < 2 || finite.length === 0) return null

  const top = Math.max(...finite, Number.MIN_VALUE)
  const x = (index: number) => LEFT + (index / (points.length - 1)) * (WIDTH - 2 * LEFT)
  const y = (loss: number) => BASE - (Math.max(0, loss) / top) * (BASE - TOP)
  const drawn = points.map(({ loss }, index) => ({ index, loss }))
  const until = breakAt ?? points.length
  const before = drawn.filter(({ loss, index }) => index < until && isFiniteLoss(loss))
  const after = drawn.slice(until)
  const line = before
    .map(({ loss, index }) => `${x(index).toFixed(1)},${y(loss as number).toFixed(1)}`)
    .join(' ')

  const broken = breakAt === undefined ? undefined : points[breakAt]
  const at = broken && (broken.step ?? breakAt! + 1)
  const atStep = broken?.step !== undefined
  const label = at === undefined ? '' : atStep ? words.step(at) : words.line(at)
  const last = before[before.length - 1]?.loss as number | undefined
  const value = broken?.loss === 'nan' ? 'nan' : '0.0'
  const text = words.text({ length, at, atStep, last, value })
  const gradNorm = gradNormAfter === 'nan' && value === '0.0' ? 'nan-behind-zero' : gradNormAfter
  const lastIndex = before[before.length - 1]?.index
  const lastPlace = lastIndex === undefined ? undefined : { x: x(lastIndex), y: y(last!) }
  const fall = lastPlace ? `M${lastPlace.x} ${lastPlace.y}` : `M${x(breakAt ?? 0)} ${BASE}`
  const toTheLeft = at !== undefined && x(breakAt!) > WIDTH * 0.6

  return (
    <section class="section series-section">
      <h3>{words.title}</h3>
      <figure class="series">
        <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text}>
          <line class="series-axis" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
          {before.length > 1 && <polyline class="series-line" points={line} />}
          {points.length <= MOST_DOTS &&
            before.map(({ loss, index }) => (
              <circle class="series-dot" key={index} cx={x(index)} cy={y(loss as number)} r="2.5" />
            ))}
          {breakAt !== undefined && lastPlace && (
            <text
              class="series-text"
              x={lastPlace.x + (toTheLeft ? 0 : 8)}
              y={toTheLeft ? lastPlace.y - 6 : lastPlace.y - 1}
              text-anchor={toTheLeft ? 'end' : 'start'}
            >
              {last}
            </text>
          )}
          {breakAt !== undefined && (
            <>
              <line class="series-break" x1={x(breakAt)} x2={x(breakAt)} y1="2" y2={BASE + 4} />
              <path class="series-dead" d={`${fall}L${x(breakAt)} ${BASE}L${WIDTH - LEFT} ${BASE}`} />
              {points.length <= MOST_DOTS &&
                after.map(({ index }) => (
                  <path class="series-cross" key={index} d={`M${x(index) - 3} ${BASE - 3}l6 6m0-6l-6 6`} />
                ))}
              <text
                class="series-text"
                x={x(breakAt)}
                y={HEIGHT - 5}
                text-anchor={toTheLeft ? 'end' : breakAt === 0 ? 'start' : 'middle'}
              >
                {label}
              </text>
              <text
                class="series-text series-value"
                x={x(breakAt) + (toTheLeft ? -8 : 8)}
                y={BASE - 9}
                text-anchor={toTheLeft ? 'end' : 'start'}
              >
                loss {value}
              </text>
            </>
          )}
        </svg>
        <figcaption>
          <p>{text}</p>
          {gradNorm && breakAt !== undefined && <p>{words.gradNorm[gradNorm]}</p>}
        </figcaption>
      </figure>
    </section>
  )
}
