import type { Fact, FactOf } from '../facts'

type Found<K extends Fact['kind']> = { fact: FactOf<K>; index: number }

/** The facts that bear on one person's setup, each with its index in the report, by kind. */
export interface Setup {
  author: string
  facts: { fact: Fact; index: number }[]
  byKind: Map<Fact['kind'], { fact: Fact; index: number }[]>
  /** The indexes of what the person did not write and says to have as well. */
  shared?: ReadonlySet<number>
  /** Installed versions by package. */
  installed: Map<string, Found<'package'>[]>
}

/** Who says the same thing more often says no more by it. */
const MOST_REPEATS = 3

const PLACE = new Set(['block', 'start', 'end', 'author', 'quote', 'kind', 'series', 'keys', 'dtypes'])

/** What a fact says, wherever it stands; undefined for one with figures of its own. */
function sayingOf(fact: Fact): string | undefined {
  if (fact.kind === 'log' || fact.kind === 'adapter' || fact.kind === 'adapter-config') return undefined
  let saying: string = fact.kind
  for (const [key, value] of Object.entries(fact)) if (!PLACE.has(key)) saying += `\n${key} ${value}`
  return saying
}

function withoutRepeats(facts: Setup['facts']): Setup['facts'] {
  const times = new Map<string, number>()
  return facts.filter(({ fact }) => {
    const saying = sayingOf(fact)
    if (saying === undefined) return true
    const before = times.get(saying) ?? 0
    times.set(saying, before + 1)
    return before < MOST_REPEATS
  })
}

/** A setup with its facts sorted out by kind, so that a rule costs what its own facts cost. */
export function setupOf(author: string, all: Setup['facts']): Setup {
  const facts = withoutRepeats(all)
  const byKind: Setup['byKind'] = new Map()
  for (const found of facts) {
    const same = byKind.get(found.fact.kind)
    if (same) same.push(found)
    else byKind.set(found.fact.kind, [found])
  }
  const installed: Setup['installed'] = new Map()
  for (const found of (byKind.get('package') ?? []) as Found<'package'>[]) {
    if (found.fact.stance !== 'installed') continue
    const versions = installed.get(found.fact.name)
    if (versions) versions.push(found)
    else installed.set(found.fact.name, [found])
  }
  return { author, facts, byKind, installed }
}

/** The setup's facts of one kind, in the order of the report. */
export const factsOf = <K extends Fact['kind']>(setup: Setup, kind: K): Found<K>[] =>
  (setup.byKind.get(kind) ?? []) as Found<K>[]

/** The exceptions or warnings that the person shows, without those that a sentence only speaks of. */
export const shownIn = <K extends 'error' | 'warning'>(setup: Setup, kind: K): Found<K>[] =>
  factsOf(setup, kind).filter(({ fact }) => (fact as FactOf<'error' | 'warning'>).stance !== 'mentioned')

export const indexes = (found: { index: number }[]): number[] => found.map(({ index }) => index)

const written = new WeakMap<Setup, Setup>()

/** The part of a setup that the person's own text states: without what only the page's address says. */
export function writtenIn(setup: Setup): Setup {
  const known = written.get(setup)
  if (known) return known
  const own = setup.facts.filter(({ fact }) => fact.author)
  const part = own.length === setup.facts.length ? setup : setupOf(setup.author, own)
  written.set(setup, part)
  return part
}
