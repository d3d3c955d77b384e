import type { Rule } from '../rules/schema'
import type { Fact } from './facts'
import { weigh } from './match/conditions'
import { setupOf } from './match/setup'
import type { Setup } from './match/setup'
import { commonRange, lowestOf } from './ranges'
import { isLoud } from './report'
import type { Diagnosis, Report } from './report'
import { satisfies } from './versions'

/** One package to change that clears several diagnoses of one person's setup at once. */
export interface Change {
  about: string
  package: string
  /** The releases that clear them all. PEP 440. */
  range: string
  /** The installed version, where it is known. */
  from?: string
  /** Indexes into the report's diagnoses, at least two. */
  clears: number[]
  /** The fix of each of them that it amounts to. */
  fixes: string[]
}

/** A fix that installs a package, of one diagnosis. */
interface Offer {
  diagnosis: number
  fix: string
  range: string
  /** How far down the list of fixes it stands. */
  place: number
}

const isOpen = ({ verdict }: Diagnosis): boolean => isLoud(verdict) || verdict === 'at-risk'

function offersFor(
  report: Report,
  about: string,
  ruleOf: (id: string) => Rule | undefined,
): Map<string, Offer[]> {
  const offers = new Map<string, Offer[]>()
  report.diagnoses.forEach((diagnosis, index) => {
    const rule = ruleOf(diagnosis.rule)
    if (!rule || diagnosis.about !== about || !isOpen(diagnosis)) return
    diagnosis.fixes.forEach((id, place) => {
      const installs = rule.fixes.find((fix) => fix.id === id)?.installs
      if (!installs) return
      const offer = { diagnosis: index, fix: id, range: installs.range, place }
      offers.set(installs.package, [...(offers.get(installs.package) ?? []), offer])
    })
  })
  return offers
}

/** One person's facts, with another version of one package installed. */
function setupWith(facts: Fact[], about: string, name: string, version: string): Setup {
  const own = facts
    .map((fact, index) => ({ fact, index }))
    .filter(({ fact }) => fact.author === undefined || fact.author === about)
    .map((found) =>
      found.fact.kind === 'package' && found.fact.name === name && found.fact.stance === 'installed'
        ? { ...found, fact: { ...found.fact, version } }
        : found,
    )
  return setupOf(about, own)
}

/** Versions alone would then prove a fault that they do not prove now. */
function bringsAnother(report: Report, rules: Rule[], setup: Setup): boolean {
  return rules.some((rule) => {
    if (rule.freezeCheck !== 'definite' && rule.freezeCheck !== 'with-model') return false
    if (report.diagnoses.some((diagnosis) => diagnosis.rule === rule.id)) return false
    const holds = (condition: Rule['about']) => !condition || weigh(condition, setup).truth === 'true'
    const against = rule.against && weigh(rule.against, setup).truth === 'true'
    return !against && holds(rule.about) && holds(rule.environment)
  })
}

/** The best single change of one package: clears most, then stands highest in the lists of fixes. */
function bestOf(
  report: Report,
  rules: Rule[],
  about: string,
  name: string,
  offers: Offer[],
): { change: Change; cost: number } | undefined {
  const versions = [...new Set(offers.flatMap(({ range }) => lowestOf(range)))]
  const candidates = versions.flatMap((version) => {
    const fitting = offers.filter(({ range }) => satisfies(version, range))
    // the first fix of each diagnosis that this version amounts to
    const chosen = [...new Map([...fitting].reverse().map((offer) => [offer.diagnosis, offer])).values()]
    const range = commonRange(chosen.map((offer) => offer.range))
    if (chosen.length < 2 || range === undefined) return []
    const setup = setupWith(report.facts, about, name, version)
    return bringsAnother(report, rules, setup) ? [] : [{ chosen, range }]
  })
  const cost = (chosen: Offer[]) => chosen.reduce((sum, { place }) => sum + place, 0)
  const [best] = candidates.sort(
    (a, b) => b.chosen.length - a.chosen.length || cost(a.chosen) - cost(b.chosen),
  )
  if (!best) return undefined
  const chosen = best.chosen.sort((a, b) => a.diagnosis - b.diagnosis)
  const installed = report.facts.find(
    (fact) =>
      fact.kind === 'package' && fact.name === name && fact.stance === 'installed' && fact.author === about,
  )
  const change = {
    about,
    package: name,
    range: best.range,
    ...(installed?.kind === 'package' && { from: installed.version }),
    clears: chosen.map(({ diagnosis }) => diagnosis),
    fixes: chosen.map(({ fix }) => fix),
  }
  return { change, cost: cost(chosen) }
}

/**
 * The changes that clear several diagnoses each, the one that clears most first; a diagnosis belongs to one change at
 * most. Changes that would bring a fault which versions alone prove are left out.
 */
export function changesFor(report: Report, rules: Rule[]): Change[] {
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id)
  const people = [...new Set(report.diagnoses.map(({ about }) => about))]
  return people.flatMap((about) => {
    const changes: Change[] = []
    const cleared = new Set<number>()
    for (;;) {
      const best = [...offersFor(report, about, ruleOf)]
        .flatMap(([name, offers]) => {
          const left = offers.filter(({ diagnosis }) => !cleared.has(diagnosis))
          return bestOf(report, rules, about, name, left) ?? []
        })
        .sort(
          (a, b) =>
            b.change.clears.length - a.change.clears.length ||
            a.cost - b.cost ||
            a.change.package.localeCompare(b.change.package),
        )[0]?.change
      if (!best) return changes
      changes.push(best)
      for (const diagnosis of best.clears) cleared.add(diagnosis)
    }
  })
}
