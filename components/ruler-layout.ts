import type { Ruler } from '../diagnosis/explanation'

/** One release on the drawn line. */
export interface DrawnStop {
  label: string
  broken: boolean
  fits: boolean
  /** Keeps its label and its width where space is short. */
  key: boolean
  /** Releases are left out before this one. */
  gapBefore: boolean
}

/** A version of the thread at its place on the line. */
export interface DrawnMark {
  /** Index into the drawn stops. */
  stop: number
  stance: 'installed' | 'cure'
  /** Row of its label above the line, from 0: labels that might meet stand in different rows. */
  lane: number
  /** In full, as the thread says them. */
  versions: string[]
  authors: string[]
}

/** A run of neighbouring stops, both ends inclusive. */
export interface Band {
  from: number
  to: number
}

/** Labels of marks nearer than this, in stops, get rows of their own. */
const CLEAR_STOPS = 4

export interface DrawnRuler {
  stops: DrawnStop[]
  marks: DrawnMark[]
  broken: Band[]
  fits: Band[]
}

/** Major and minor number of a version, or undefined where it has none. */
function minorOf(version: string): [number, number] | undefined {
  const match = /^v?(?:\d{1,4}!)?(\d{1,6})(?:\.(\d{1,6}))?/.exec(version)
  return match ? [Number(match[1]), Number(match[2] ?? 0)] : undefined
}

/** The stop whose minor release a version belongs to; else the newest older one; else the first. */
function placeOf(version: string, stops: Ruler['stops']): number {
  const minor = minorOf(version)
  if (!minor) return 0
  let place = 0
  stops.forEach((stop, index) => {
    const other = minorOf(stop.label)
    if (other && (other[0] < minor[0] || (other[0] === minor[0] && other[1] <= minor[1]))) place = index
  })
  return place
}

function bands(flags: boolean[]): Band[] {
  const found: Band[] = []
  flags.forEach((flag, index) => {
    const last = found[found.length - 1]
    if (!flag) return
    if (last && last.to === index - 1) last.to = index
    else found.push({ from: index, to: index })
  })
  return found
}

/**
 * What of a ruler is drawn: the releases around those that matter, the newest one always, and where the thread's
 * versions stand. An installed version and a cure never share a mark, even in one minor release.
 */
export function layOutRuler({ stops, marks }: Ruler): DrawnRuler {
  const places = marks.map(({ version }) => placeOf(version, stops))
  const matters = stops.map((stop, index) => stop.broken || stop.fits || places.includes(index))
  const first = Math.max(0, matters.indexOf(true) - 1)
  const last = matters.lastIndexOf(true) + 1
  const kept = stops.map((_, index) => index).filter((index) => index >= first && index <= last)
  if (stops.length > 0 && !kept.includes(stops.length - 1)) kept.push(stops.length - 1)

  const brokenBands = bands(kept.map((index) => stops[index]!.broken))
  const fitsBands = bands(kept.map((index) => stops[index]!.fits))
  const edges = new Set([...brokenBands, ...fitsBands].flatMap(({ from, to }) => [from, to]))
  const drawn = kept.map((index, place): DrawnStop => {
    const { label, broken, fits } = stops[index]!
    const gapBefore = place > 0 && index - kept[place - 1]! > 1
    const key = edges.has(place) || places.includes(index) || place === kept.length - 1
    return { label, broken, fits, key, gapBefore }
  })

  const drawnMarks: DrawnMark[] = []
  marks.forEach(({ version, stance, author }, index) => {
    const stop = kept.indexOf(places[index]!)
    const same = drawnMarks.find((mark) => mark.stop === stop && mark.stance === stance)
    const mark = same ?? { stop, stance, lane: 0, versions: [], authors: [] }
    if (!same) drawnMarks.push(mark)
    if (!mark.versions.includes(version)) mark.versions.push(version)
    if (author && !mark.authors.includes(author)) mark.authors.push(author)
  })
  drawnMarks.sort((a, b) => Number(a.stance === 'cure') - Number(b.stance === 'cure') || a.stop - b.stop)
  drawnMarks.forEach((mark, index) => {
    const met = drawnMarks.slice(0, index).filter(({ stop }) => Math.abs(stop - mark.stop) < CLEAR_STOPS)
    while (met.some(({ lane }) => lane === mark.lane)) mark.lane += 1
  })
  return { stops: drawn, marks: drawnMarks, broken: brokenBands, fits: fitsBands }
}
