import type { Fact } from '../facts'
import type { Setup } from './setup'
import { setupOf } from './setup'

type Found = Setup['facts'][number]

/**
 * The reporter's exceptions that somebody takes for their own, by saying that they have the same and showing none:
 * only what stood there before they said so.
 */
function sharedWith(own: Found[], all: Found[], reporter: string): Found[] {
  const same = own.find(({ fact }) => fact.kind === 'confirmation' && fact.outcome === 'same-symptom')
  if (!same || same.fact.author === reporter || own.some(({ fact }) => fact.kind === 'error')) return []
  return all.filter(
    ({ fact, index }) => fact.kind === 'error' && fact.author === reporter && index < same.index,
  )
}

/**
 * Everyone whose setup the facts tell of, each with their own facts and those that hold for all. Who says "the same
 * message here" has the message that the thread began with.
 */
export function peopleIn(facts: Fact[], reporter: string): Setup[] {
  const found = facts.map((fact, index) => ({ fact, index }))
  const ofEveryone = found.filter(({ fact }) => fact.author === undefined)
  const byAuthor = new Map<string, Found[]>()
  for (const one of found) {
    const { author } = one.fact
    if (author === undefined) continue
    const own = byAuthor.get(author)
    if (own) own.push(one)
    else byAuthor.set(author, [one])
  }
  if (!byAuthor.size && facts.length) byAuthor.set(reporter, [])
  const messages = found.filter(({ fact }) => fact.kind === 'error' && fact.author === reporter)
  return [...byAuthor].map(([author, own]) => {
    const shared = sharedWith(own, messages, reporter)
    const more = [...ofEveryone, ...shared]
    const all = more.length ? [...more, ...own].sort((a, b) => a.index - b.index) : own
    return { ...setupOf(author, all), shared: new Set(shared.map(({ index }) => index)) }
  })
}

/**
 * Whether a version was installed after what went wrong, on somebody's advice: it is no part of the setup that failed.
 * Facts stand in the order of the thread.
 */
export function isAfterwards(index: number, wrong: number[], facts: Fact[]): boolean {
  const fact = facts[index]
  if (fact?.kind !== 'package' || wrong.some((other) => other > index || facts[other]?.block === fact.block))
    return false
  return facts
    .slice(0, index)
    .some(
      (other) =>
        other.kind === 'package' &&
        other.name === fact.name &&
        other.version === fact.version &&
        other.author !== fact.author &&
        (other.advice === true || other.stance === 'cure'),
    )
}
