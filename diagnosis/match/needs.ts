import type { Condition } from '../../rules/schema'
import { compareVersions } from '../versions'
import type { Setup } from './setup'
import { factsOf, indexes, shownIn } from './setup'
import type { Weighed } from './weigh'
import { isFalse, isTrue, isUnknown } from './weigh'
import { patternOf } from './patterns'

type Needs = Extract<Condition, { needs: unknown }>

/** A name that the setup's text uses, and the release that brought it. */
export interface Needed {
  word: string
  /** PEP 440; absent where the table does not have the name. */
  release?: string
  /** Index of the fact that names it. */
  index: number
}

/**
 * The names that the setup's exceptions and warnings use or, where they use none, its adapter configs; those of the
 * newest release first: a configuration is only as old as its newest key.
 */
export function neededBy({ needs, word, adapterConfig }: Needs, setup: Setup): Needed[] {
  const pattern = word === undefined ? undefined : patternOf(word)
  const said = [...shownIn(setup, 'error'), ...shownIn(setup, 'warning')].flatMap(({ fact, index }) => {
    const found = pattern?.exec(fact.text)?.[1]
    // one line may name several: ['a', 'b']
    return (found?.match(/\w+/g) ?? []).map((name) => ({ word: name, index }))
  })
  const configured = adapterConfig
    ? factsOf(setup, 'adapter-config').flatMap(({ fact, index }) =>
        fact.keys.map((key) => ({ word: key, index })),
      )
    : []
  return (said.length ? said : configured)
    .map((one) => ({
      ...one,
      release: Object.hasOwn(needs.first, one.word) ? needs.first[one.word] : undefined,
    }))
    .sort((a, b) =>
      b.release && a.release
        ? compareVersions(b.release, a.release)
        : Number(!!b.release) - Number(!!a.release),
    )
}

/** Development versions on the way to a release may have what it brought or not. */
const isOnTheWay = (version: string, release: string): boolean =>
  version.startsWith(`${release}.dev`) || version.startsWith(`${release}rc`)

/** True where a name is newer than the installed release; unknown where none is, and one is not in the table. */
export function weighNeeds(condition: Needs, setup: Setup): Weighed {
  const { needs, decisive } = condition
  const needed = neededBy(condition, setup)
  const [newest] = needed
  if (!newest) return isFalse()
  const installed = setup.installed.get(needs.package) ?? []
  const unknown = isUnknown([`package:${needs.package}`])
  const { release } = newest
  if (!release || !installed.length) return unknown
  const older = installed.filter(({ fact }) => compareVersions(fact.version, release) < 0)
  if (older.length && older.length < installed.length) return unknown
  if (older.some(({ fact }) => isOnTheWay(fact.version, release))) return unknown
  const because = [newest.index, ...indexes(older.length ? older : installed)]
  if (older.length) return isTrue(because, decisive)
  return needed.some((one) => !one.release) ? unknown : isFalse(because)
}
