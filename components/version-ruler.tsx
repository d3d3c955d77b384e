import type { Ruler } from '../diagnosis/explanation'
import type { RulerText } from '../locales/words'
import { useTools } from './context'
import { Tick } from './icons'
import { plainText } from './markdown'
import { type Band, type DrawnRuler, type DrawnStop, layOutRuler } from './ruler-layout'

/** Widths of the columns where there is room, and where only the stops that matter keep theirs. */
function columns(stops: DrawnStop[]): Record<string, string> {
  const list = (width: (stop: DrawnStop) => number) =>
    stops.map((stop) => `${stop.gapBefore ? 'minmax(0, 0.6fr) ' : ''}minmax(0, ${width(stop)}fr)`).join(' ')
  return { '--unmute-columns': list(() => 1), '--unmute-columns-narrow': list(({ key }) => (key ? 1 : 0.3)) }
}

const spanned = (stops: DrawnStop[], { from, to }: Band) =>
  from === to ? stops[from]!.label : `${stops[from]!.label} – ${stops[to]!.label}`

function textFor(ruler: Ruler, { stops, marks, broken }: DrawnRuler): RulerText {
  const versions = (stance: 'installed' | 'cure') =>
    marks.filter((mark) => mark.stance === stance).flatMap((mark) => mark.versions)
  return {
    package: ruler.package,
    first: stops[0]!.label,
    last: stops[stops.length - 1]!.label,
    broken: broken.map((band) => spanned(stops, band)).join(', ') || undefined,
    installed: versions('installed'),
    cures: versions('cure'),
    fits: ruler.fits?.range,
  }
}

/** A package's minor releases on a line: the affected ones, the thread's, reported cures, and the range that fits. */
export function VersionRuler({ ruler }: { ruler: Ruler }) {
  const words = useTools().words.ruler
  const drawn = layOutRuler(ruler)
  const { stops, marks, broken, fits } = drawn
  if (stops.length === 0 || (broken.length === 0 && marks.length === 0)) return null

  let column = 0
  const columnOf = stops.map((stop) => (column += stop.gapBefore ? 2 : 1))
  const lanes = Math.max(0, ...marks.map(({ lane }) => lane + 1))
  const track = lanes + 1
  const place = ({ from, to }: Band) => `${columnOf[from]} / ${columnOf[to]! + 1}`
  const align = ({ from, to }: Band) => {
    const middle = (columnOf[from]! + columnOf[to]!) / 2 / (column + 1)
    return middle < 0.3 ? 'start' : middle > 0.7 ? 'end' : 'center'
  }
  const band = (kind: 'broken' | 'fits', range: Band, label: string) => (
    <>
      <span class="ruler-band" data-kind={kind} style={{ gridColumn: place(range), gridRow: track }} />
      <span
        class="ruler-bracket"
        data-kind={kind}
        data-align={align(range)}
        style={{ gridColumn: place(range), '--unmute-row': track + 2 }}
      >
        <span>{label}</span>
      </span>
    </>
  )
  const fitsLabel =
    ruler.fits && [words.fits(ruler.fits.range), ruler.fits.because].filter(Boolean).join(' · ')

  return (
    <section class="section ruler-section">
      <h3>{words.title(ruler.package)}</h3>
      <div
        class="ruler"
        role="img"
        aria-label={plainText(words.text(textFor(ruler, drawn)))}
        style={columns(stops)}
      >
        <span class="ruler-track" style={{ gridRow: track }} />
        {broken.map((range) => band('broken', range, words.broken))}
        {fits.slice(0, 1).map((range) => band('fits', range, fitsLabel ?? ''))}
        {stops.map(({ label, key, gapBefore, broken: isBroken }, index) => (
          <>
            {gapBefore && (
              <span class="ruler-label" style={{ gridColumn: columnOf[index]! - 1, gridRow: track + 1 }}>
                …
              </span>
            )}
            <span
              class="ruler-dot"
              data-broken={isBroken || undefined}
              style={{ gridColumn: columnOf[index], gridRow: track }}
            />
            <span
              class="ruler-label"
              data-key={key || undefined}
              style={{ gridColumn: columnOf[index], gridRow: track + 1 }}
            >
              {label}
            </span>
          </>
        ))}
        {marks.map(({ stop, stance, lane, versions }) => {
          const row = lanes - lane
          const isBroken = stops[stop]!.broken || undefined
          const gridColumn = columnOf[stop]
          return (
            <>
              {lane > 0 && (
                <span class="ruler-stem" style={{ gridColumn, gridRow: `${row} / ${track + 1}` }} />
              )}
              <span
                class="ruler-pin"
                data-stance={stance}
                data-broken={isBroken}
                style={{ gridColumn, gridRow: track }}
              >
                {stance === 'cure' && <Tick />}
              </span>
              <span
                class="ruler-mark"
                data-stance={stance}
                data-broken={isBroken}
                data-align={align({ from: stop, to: stop })}
                style={{ gridColumn, gridRow: row }}
              >
                {words[stance](versions.join(', '))}
              </span>
            </>
          )
        })}
      </div>
    </section>
  )
}
