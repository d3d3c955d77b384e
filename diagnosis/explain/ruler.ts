import type { Rule } from '../../rules/schema'
import type { Ruler } from '../explanation'
import type { Fact } from '../facts'
import type { Diagnosis } from '../report'
import { compareVersions, satisfies } from '../versions'

/** A package's minor releases in order, each with its newest known patch release. */
export type Releases = Record<string, { label: string; version: string }[]>

/** The setup's version of a package: `transformers 4.38.2`. */
function installedAs(name: string, { about }: Diagnosis, facts: Fact[]): string | undefined {
  const fact = facts.find(
    (other) =>
      other.kind === 'package' &&
      other.name === name &&
      other.stance === 'installed' &&
      other.author === about,
  )
  return fact?.kind === 'package' ? `${name} ${fact.version}` : undefined
}

/** More stops than this make no line that can be read. */
const MOST_STOPS = 24
/** So many are drawn on either side of what matters. */
const AROUND = 3

/** The part of a long line on which the range begins or ends, the thread's versions stand and the fix lies. */
function partOf(stops: Ruler['stops'], marks: Ruler['marks']): Ruler['stops'] {
  if (stops.length <= MOST_STOPS) return stops
  const matters = stops.flatMap((stop, index) => {
    const before = stops[index - 1]
    const turns = before && (before.broken !== stop.broken || before.fits !== stop.fits)
    const next = stops[index + 1]
    const holds = marks.some(
      ({ version }) =>
        compareVersions(version, stop.version) >= 0 && (!next || compareVersions(version, next.version) < 0),
    )
    return turns || holds ? [index] : []
  })
  const last = Math.min(stops.length, Math.max(...matters, MOST_STOPS - AROUND) + AROUND)
  const first = Math.max(0, Math.min(...matters, last) - AROUND)
  return stops.slice(Math.max(first, last - MOST_STOPS), last)
}

/** The releases of the package that the rule turns on, with the broken ones, the thread's, and those that fit. */
export function rulerFor(
  rule: Rule,
  diagnosis: Diagnosis,
  facts: Fact[],
  releases: Releases,
): Ruler | undefined {
  const stops = rule.ruler && releases[rule.ruler.package]
  if (!rule.ruler || !stops) return undefined
  const { package: name, broken } = rule.ruler
  const fits = diagnosis.fixes
    .map((id) => rule.fixes.find((fix) => fix.id === id)?.installs)
    .find((installs) => installs?.package === name)
  const marks: Ruler['marks'] = []
  for (const fact of facts) {
    if (fact.kind !== 'package' || fact.name !== name) continue
    const { stance, version, author } = fact
    const concerns =
      (stance === 'cure' && !satisfies(version, broken)) ||
      (stance === 'installed' && author === diagnosis.about)
    const known = marks.some((mark) => mark.version === version && mark.stance === stance)
    if (concerns && !known) marks.push({ version, stance, author })
  }
  const drawn = stops.map((stop) => ({
    ...stop,
    broken: satisfies(stop.version, broken),
    fits: fits !== undefined && satisfies(stop.version, fits.range),
  }))
  return {
    package: name,
    stops: partOf(drawn, marks),
    marks,
    fits: fits && {
      range: fits.range,
      because: fits.chosenFor && installedAs(fits.chosenFor, diagnosis, facts),
    },
  }
}
