import type { Fact, FactOf } from '../facts'
import type { Outline } from '../thread'
import { isPlausible } from './packages/names'

type Bare = FactOf<'bare-version'>

/** How many blocks an answer may stand behind its question. */
const PATIENCE = 4
/** How many packages back the thread's topic is looked for: a list before it leaves no choice anyway. */
const MOST_BEFORE = 60

/**
 * Gives a package to the versions that a block leaves without a name: the one that was asked for, the one with the
 * same version elsewhere, or else the one that the thread spoke of last, if only one can have such a release. Takes
 * facts in the order of the thread; what an earlier call inferred is inferred anew.
 */
export function nameBareVersions(facts: Fact[], outline: Outline): Fact[] {
  const stated = facts.filter((fact) => !(fact.kind === 'package' && fact.inferred))
  if (!stated.some(({ kind }) => kind === 'bare-version')) return stated
  const order = new Map(outline.blocks.map(({ id }, index) => [id, index]))
  const questions = new Map<number, FactOf<'question'>[]>()
  const siblings = new Map<string, Bare[]>()
  const byVersion = new Map<string, string>()
  const byRelease = new Map<string, string>()
  for (const fact of stated) {
    if (fact.kind === 'question') push(questions, order.get(fact.block) ?? -1, fact)
    if (fact.kind === 'bare-version') push(siblings, fact.block, fact)
    if (fact.kind !== 'package') continue
    if (!byVersion.has(fact.version)) byVersion.set(fact.version, fact.name)
    if (!byRelease.has(releaseOf(fact.version))) byRelease.set(releaseOf(fact.version), fact.name)
  }
  const before: FactOf<'package'>[] = []
  return stated.flatMap((fact): Fact[] => {
    if (fact.kind === 'package') before.push(fact)
    if (fact.kind !== 'bare-version') return [fact]
    const asked = askedBefore(fact, questions, order.get(fact.block) ?? -1)
    const answer = answered(fact, siblings.get(fact.block) ?? [], asked)
    const name =
      answer ??
      byVersion.get(fact.version) ??
      byRelease.get(releaseOf(fact.version)) ??
      (fact.loose ? undefined : lastNamed(fact, before.slice(-MOST_BEFORE)))
    if (!name) return [fact]
    // a number that could be anything tells of a setup only where it was asked for
    return [
      fact,
      fact.loose && !answer && fact.meant === 'installed' ? spokenOf(fact, name) : named(fact, name),
    ]
  })
}

/** A version without the zero that people leave out: `0.12.0` is `0.12`. */
const releaseOf = (version: string): string => version.replace(/^(\d+\.\d+)\.0$/, '$1')

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** The packages of the nearest question that another person asked a short while before. */
function askedBefore(bare: Bare, questions: Map<number, FactOf<'question'>[]>, at: number): string[] {
  for (let index = at - 1; index >= at - PATIENCE; index--) {
    const others = questions.get(index)?.filter(({ author }) => author !== bare.author)
    if (others?.length) return [...new Set(others.map((question) => question.package))]
  }
  return []
}

/** One package asked for, or as many as numbers, in their order. */
function answered(bare: Bare, siblings: Bare[], asked: string[]): string | undefined {
  const name = asked.length === siblings.length ? asked[siblings.indexOf(bare)] : undefined
  if (name && isPlausible(name, bare.version)) return name
  const possible = asked.filter((one) => isPlausible(one, bare.version))
  return possible.length === 1 ? possible[0] : undefined
}

/** What was spoken of last, if it leaves one choice: first what was advised or compared, then anything. */
function lastNamed(bare: Bare, before: FactOf<'package'>[]): string | undefined {
  const major = bare.version.split('.')[0]
  const possible = before.filter(
    ({ name, version }) => isPlausible(name, bare.version) && version.split('.')[0] === major,
  )
  const discussed = possible.filter(({ stance, stated = stance }) => stated !== 'installed')
  const last = discussed.at(-1) ?? possible.at(-1)
  const choices = (discussed.length ? discussed : possible).filter(({ block }) => block === last?.block)
  return new Set(choices.map(({ name }) => name)).size === 1 ? last?.name : undefined
}

const spokenOf = (bare: Bare, name: string): Fact => named({ ...bare, meant: 'mentioned' }, name)

function named({ kind: _kind, meant, loose: _loose, ...rest }: Bare, name: string): Fact {
  return { ...rest, kind: 'package', name, stance: meant, inferred: true }
}
