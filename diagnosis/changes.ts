import type { Rule } from '../rules/schema'
import type { Fact } from './facts'
import { weigh } from './match/conditions'
import { setupOf } from './match/setup'
import type { Setup } from './match/setup'
import { commonRange, lowestOf } from './ranges'
import type { Releases } from './explain/ruler'
import { isLoud } from './report'
import type { Diagnosis, Report } from './report'
import { satisfies } from './versions'

/** One command that clears several diagnoses of one person's setup at once. */
export interface Change {
  about: string
  /** For a shell. */
  command: string
  /** What it replaces: installed versions by package. */
  from: Record<string, string>
  /** Indexes into the report's diagnoses, at least two. */
  clears: number[]
  /** The fix of each of them that it amounts to. */
  fixes: string[]
}

/** A fix of one diagnosis that installs a package. */
interface Offer {
  diagnosis: number
  fix: string
  package: string
  range: string
  command?: string
  /** How far down the list of fixes it stands. */
  place: number
}

/** What could be installed: versions by package, and the command, where a rule has one that does just that. */
interface Candidate {
  pins: Map<string, string>
  command?: string
}

const isOpen = ({ verdict }: Diagnosis): boolean => isLoud(verdict) || verdict === 'at-risk'

function offersFor(report: Report, about: string, ruleOf: (id: string) => Rule | undefined): Offer[] {
  return report.diagnoses.flatMap((diagnosis, index) => {
    const rule = ruleOf(diagnosis.rule)
    if (!rule || diagnosis.about !== about || !isOpen(diagnosis)) return []
    return diagnosis.fixes.flatMap((id, place): Offer[] => {
      const fix = rule.fixes.find((other) => other.id === id)
      if (!fix?.installs) return []
      const { package: name, range } = fix.installs
      return [{ diagnosis: index, fix: id, package: name, range, command: fix.command, place }]
    })
  })
}

const REQUIREMENT = /"([a-z0-9][a-z0-9-]*)((?:==|>=)[\w.]+[^"]*)"/g

/** What a command of `pip install` asks for, a range by package; nothing of one that waits to be filled in. */
const requirementsOf = (command: string): [string, string][] =>
  command.includes('{')
    ? []
    : [...command.matchAll(REQUIREMENT)].map(([, name = '', range = '']) => [name, range])

/** The newest release that a range lets in: what pip installs. */
const newestIn = (name: string, range: string, releases: Releases): string | undefined =>
  releases[name]?.filter(({ version }) => satisfies(version, range)).at(-1)?.version

function candidatesFrom(offers: Offer[]): Candidate[] {
  const commands = new Set(offers.flatMap(({ command }) => command ?? []))
  const whole = [...commands].map((command) => {
    const pins = requirementsOf(command).flatMap(([name, range]): [string, string][] => {
      const [lowest] = lowestOf(range)
      return lowest ? [[name, lowest]] : []
    })
    return { pins: new Map(pins), command }
  })
  const single = offers.flatMap((offer) =>
    lowestOf(offer.range).map((version) => ({ pins: new Map([[offer.package, version]]) })),
  )
  return [...whole.filter(({ pins }) => pins.size > 1), ...single]
}

/** One person's facts, with other versions installed. */
function setupWith(facts: Fact[], about: string, pins: Map<string, string>): Setup {
  const own = facts
    .map((fact, index) => ({ fact, index }))
    .filter(({ fact }) => fact.author === undefined || fact.author === about)
    .map((found) => {
      const { fact } = found
      const version = fact.kind === 'package' && fact.stance === 'installed' ? pins.get(fact.name) : undefined
      return version === undefined ? found : { ...found, fact: { ...fact, version } as Fact }
    })
  return setupOf(about, own)
}

/** Versions alone would then prove a fault that they do not prove now, and that pip does not keep away by itself. */
function bringsAnother(report: Report, rules: Rule[], setup: Setup): boolean {
  return rules.some((rule) => {
    if (rule.keptByPip || (rule.freezeCheck !== 'definite' && rule.freezeCheck !== 'with-model')) return false
    if (report.diagnoses.some((diagnosis) => diagnosis.rule === rule.id)) return false
    const holds = (condition: Rule['about']) => !condition || weigh(condition, setup).truth === 'true'
    const against = rule.against && weigh(rule.against, setup).truth === 'true'
    return !against && holds(rule.about) && holds(rule.environment)
  })
}

interface Weighed {
  chosen: Offer[]
  command: string
  cost: number
}

/** What pip would install: the newest of each requirement of a command. */
const newestPins = (command: string, releases: Releases): Map<string, string> =>
  new Map(
    requirementsOf(command).flatMap(([name, range]): [string, string][] => {
      const newest = newestIn(name, range, releases)
      return newest ? [[name, newest]] : []
    }),
  )

/** What a candidate would clear; undefined where that is less than two, or where it brings another fault. */
function weighCandidate(
  { pins, command }: Candidate,
  offers: Offer[],
  releases: Releases,
  brings: (pins: Map<string, string>) => boolean,
): Weighed | undefined {
  const fitting = offers.filter((offer) => {
    const version = pins.get(offer.package)
    return version !== undefined && satisfies(version, offer.range)
  })
  // the first fix of each diagnosis that it amounts to
  const chosen = [...new Map([...fitting].reverse().map((offer) => [offer.diagnosis, offer])).values()]
  if (chosen.length < 2 || brings(pins)) return undefined
  const cost = chosen.reduce((sum, { place }) => sum + place, 0)
  const name = chosen[0]!.package
  const range = command ? undefined : commonRange(chosen.map((offer) => offer.range))
  const wide = command ?? (range && `pip install "${name}${range}"`)
  if (!wide) return undefined
  if (!brings(newestPins(wide, releases))) return { chosen, command: wide, cost }
  // pip would take a release that fails otherwise: the lowest one does not
  return command ? undefined : { chosen, command: `pip install "${name}==${pins.get(name)}"`, cost }
}

/** The best change: clears most, then stands highest in the lists of fixes, then is a command that a rule has itself. */
function bestOf(
  report: Report,
  rules: Rule[],
  releases: Releases,
  about: string,
  offers: Offer[],
): Change | undefined {
  const brings = (pins: Map<string, string>) =>
    bringsAnother(report, rules, setupWith(report.facts, about, pins))
  const [best] = candidatesFrom(offers)
    .flatMap((candidate) => {
      const weighed = weighCandidate(candidate, offers, releases, brings)
      return weighed ? [{ ...weighed, pins: candidate.pins }] : []
    })
    .sort((a, b) => b.chosen.length - a.chosen.length || a.cost - b.cost)
  if (!best) return undefined
  const chosen = best.chosen.sort((a, b) => a.diagnosis - b.diagnosis)
  const replaced = report.facts.flatMap((fact) =>
    fact.kind === 'package' &&
    fact.stance === 'installed' &&
    fact.author === about &&
    best.pins.has(fact.name) &&
    best.pins.get(fact.name) !== fact.version
      ? [[fact.name, fact.version] as const]
      : [],
  )
  return {
    about,
    command: best.command,
    from: Object.fromEntries(replaced),
    clears: chosen.map(({ diagnosis }) => diagnosis),
    fixes: chosen.map(({ fix }) => fix),
  }
}

/**
 * The changes that clear several diagnoses each, the one that clears most first; a diagnosis belongs to one change at
 * most. Changes that would bring a fault which versions alone prove, with the lowest or the newest release that they
 * let in, are left out.
 */
export function changesFor(report: Report, rules: Rule[], releases: Releases): Change[] {
  if (report.diagnoses.filter(isOpen).length < 2) return []
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id)
  const people = [...new Set(report.diagnoses.map(({ about }) => about))]
  return people.flatMap((about) => {
    const changes: Change[] = []
    let left = offersFor(report, about, ruleOf)
    for (
      let best = bestOf(report, rules, releases, about, left);
      best;
      best = bestOf(report, rules, releases, about, left)
    ) {
      const { clears } = best
      changes.push(best)
      left = left.filter(({ diagnosis }) => !clears.includes(diagnosis))
    }
    return changes
  })
}
