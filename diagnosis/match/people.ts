import type { Fact } from '../facts'
import type { Setup } from './setup'
import { setupOf } from './setup'

type Found = Setup['facts'][number]

/** The first writer's exceptions: what "the very same message" means further down. */
function messagesOf(found: Found[]): Found[] {
  const first = found.find(({ fact }) => fact.kind === 'error' && fact.author !== undefined)
  return found.filter(({ fact }) => fact.kind === 'error' && fact.author === first?.fact.author)
}

/** Somebody who says that they have the same, and shows no exception of their own. */
const sharesMessage = (own: Found[]): boolean =>
  own.some(({ fact }) => fact.kind === 'confirmation' && fact.outcome === 'same-symptom') &&
  !own.some(({ fact }) => fact.kind === 'error')

/**
 * Everyone whose setup the facts tell of, each with their own facts and those that hold for all. Who says "the same
 * message here" has the message that the thread began with.
 */
export function peopleIn(facts: Fact[], reporter: string): Setup[] {
  const found = facts.map((fact, index) => ({ fact, index }))
  const ofEveryone = found.filter(({ fact }) => fact.author === undefined)
  const messages = messagesOf(found)
  const byAuthor = new Map<string, Found[]>()
  for (const one of found) {
    const { author } = one.fact
    if (author === undefined) continue
    const own = byAuthor.get(author)
    if (own) own.push(one)
    else byAuthor.set(author, [one])
  }
  if (!byAuthor.size && facts.length) byAuthor.set(reporter, [])
  return [...byAuthor].map(([author, own]) => {
    const more = [...ofEveryone, ...(messages.length && sharesMessage(own) ? messages : [])]
    return setupOf(author, more.length ? [...more, ...own].sort((a, b) => a.index - b.index) : own)
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
        other.author !== fact.author,
    )
}
