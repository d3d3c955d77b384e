import type { Fact, FactOf, PackageStance, Stance } from '../facts'
import type { Outline } from '../thread'
import { normaliseVersion } from '../versions'
import { nameBareVersions } from './bare-versions'

/** A fact whose stance the thread may change; that of a message is its own sentence's. */
type Settled = Exclude<Extract<Fact, { stance?: unknown }>, { kind: 'error' | 'warning' }>

const isSettled = (fact: Fact): fact is Settled =>
  'stance' in fact && fact.kind !== 'error' && fact.kind !== 'warning'

/** What a fact's own block says of it, before the thread is looked at. */
const stated = (fact: Fact): PackageStance | Stance | undefined =>
  isSettled(fact) ? (fact.stated ?? fact.stance) : undefined

/**
 * Decides what needs the whole thread: which claimed cures are cures, whose confirmation answers which advice, whose
 * environment is the one the thread is about. Takes facts in any order and returns them in the order of the outline's
 * blocks. What a block itself says is kept on the fact (`stated`), so that settling twice changes nothing and a
 * comment that loads later is settled with the facts read before.
 */
export function settle(facts: Fact[], outline: Outline): Fact[] {
  const order = new Map(outline.blocks.map((block, index) => [block.id, index]))
  const position = (fact: Fact) => order.get(fact.block) ?? -1
  const inOrder = [...facts].sort((a, b) => position(a) - position(b) || a.start - b.start || a.end - b.end)
  const sorted = nameBareVersions(inOrder, outline)
  const stances = new Map<Fact, PackageStance | Stance>()
  for (const fact of sorted) {
    const stance = stated(fact)
    if (stance) stances.set(fact, stance)
  }
  settleCures(sorted, stances)
  settleAfterwards(sorted, stances)
  settleMachines(sorted, stances)
  settleRefuted(sorted, stances)
  settleCorrections(sorted, stances)
  settleLater(sorted, stances)
  settleTried(sorted, stances)
  settleEnvironments(sorted, stances, outline)
  settleRepeats(sorted, stances)
  return sorted.map((fact) => withStance(fact, stances.get(fact)))
}

function withStance(fact: Fact, stance: PackageStance | Stance | undefined): Fact {
  if (!isSettled(fact) || stance === undefined) return fact
  const { stated: before, ...bare } = fact
  const original = before ?? fact.stance
  if (stance === original) return before === undefined ? fact : ({ ...bare, stance } as Fact)
  return { ...bare, stance, stated: original } as Fact
}

/** Logs that show the fault. */
const brokenShapes = new Set([
  'finite-then-zero',
  'finite-then-nan',
  'zero-from-first',
  'nan-from-first',
  'alternating',
])

/** Who says that it fails for them: by a symptom, an exception, a broken log, or "same here". */
function sufferersOf(facts: Fact[]): Set<string> {
  const sufferers = new Set<string>()
  for (const fact of facts) {
    const suffers =
      (fact.kind === 'symptom' && stated(fact) !== 'mentioned') ||
      (fact.kind === 'error' && fact.stance === undefined) ||
      (fact.kind === 'log' && brokenShapes.has(fact.series.shape)) ||
      (fact.kind === 'confirmation' && fact.outcome === 'same-symptom')
    if (suffers && fact.author) sufferers.add(fact.author)
  }
  return sufferers
}

const isAdvice = (fact: Fact): boolean =>
  'stance' in fact && (stated(fact) === 'cure' || ('advice' in fact && fact.advice === true))

/**
 * A cure needs someone who had the symptom: its writer, or one who later says that it worked. A confirmation answers
 * the nearest advice of another person before it, or the version that it names itself; one that failed is no longer
 * answered by a later success.
 */
function settleCures(facts: Fact[], stances: Map<Fact, PackageStance | Stance>): void {
  const sufferers = sufferersOf(facts)
  for (const fact of facts)
    if (stances.get(fact) === 'cure' && !(fact.author && sufferers.has(fact.author)))
      stances.set(fact, 'mentioned')
  /** Blocks with advice, in order; what was refuted is taken out. */
  let offers: Fact[][] = []
  const named = new Map<string, Fact>()
  for (const block of byBlock(facts)) {
    for (const fact of block) {
      if (fact.kind !== 'confirmation' || fact.outcome === 'same-symptom' || fact.refutes) continue
      if (!fact.author || !sufferers.has(fact.author)) continue
      const answered = answeredBy(fact, block, offers, named)
      if (fact.outcome === 'worked') for (const one of answered) stances.set(one, 'cure')
      else offers = offers.filter((offer) => !answered.some((one) => offer.includes(one)))
    }
    const offer = block.filter(isAdvice)
    if (offer.length) offers.push(offer)
    for (const fact of block)
      if (fact.kind === 'package' && stated(fact) !== 'installed') named.set(fact.version, fact)
  }
}

function byBlock(facts: Fact[]): Fact[][] {
  const blocks: Fact[][] = []
  for (const fact of facts) {
    const last = blocks.at(-1)
    if (last?.[0]?.block === fact.block) last.push(fact)
    else blocks.push([fact])
  }
  return blocks
}

function answeredBy(
  confirmation: FactOf<'confirmation'>,
  own: Fact[],
  offers: Fact[][],
  named: Map<string, Fact>,
): Fact[] {
  const { version, author } = confirmation
  if (version) {
    const same = named.get(version)
    return same ? [same] : []
  }
  // who says in the same breath what helped does not speak of someone's advice
  if (own.some((fact) => stated(fact) === 'cure')) return []
  const offer = offers.findLast((facts) => facts[0]?.author !== author) ?? []
  const repeated = offer.filter((fact) =>
    own.some((other) => 'id' in other && 'id' in fact && other.kind === fact.kind && other.id === fact.id),
  )
  if (repeated.length) return repeated
  const packages = offer.filter((fact) => fact.kind === 'package')
  return packages.length ? packages : offer
}

/** The release that cured someone is not the one that failed for them, wherever else they name it. */
function settleAfterwards(facts: Fact[], stances: Map<Fact, PackageStance | Stance>): void {
  const key = (fact: FactOf<'package'>) => `${fact.author} ${fact.name} ${fact.version}`
  const cures = new Set<string>()
  for (const fact of facts)
    if (fact.kind === 'package' && stated(fact) === 'cure' && stances.get(fact) === 'cure')
      cures.add(key(fact))
  for (const fact of facts)
    if (fact.kind === 'package' && stances.get(fact) === 'installed' && cures.has(key(fact)))
      stances.set(fact, 'cure')
}

/**
 * Of the versions that one person has on several machines, those of the machine that fails are theirs: another one's
 * are only spoken of. Where the training went wrong it is the machine that trained, else the one that runs the result.
 */
function settleMachines(facts: Fact[], stances: Map<Fact, PackageStance | Stance>): void {
  const marked = facts.filter((fact) => fact.kind === 'package' && fact.machine !== undefined)
  if (!marked.length) return
  const trainedBadly = new Set(
    facts
      .filter((fact) => fact.kind === 'symptom' && stated(fact) !== 'mentioned')
      .map(({ author }) => author),
  )
  const isInstalled = (fact: Fact): fact is FactOf<'package'> =>
    fact.kind === 'package' && stances.get(fact) === 'installed'
  for (const fact of marked) {
    if (!isInstalled(fact)) continue
    const others = facts.filter(
      (other): other is FactOf<'package'> =>
        isInstalled(other) &&
        other.name === fact.name &&
        other.author === fact.author &&
        other.version !== fact.version &&
        other.machine !== fact.machine &&
        other.machine !== 'other',
    )
    const isAside =
      fact.machine === 'other' || (fact.machine === 'inference') === trainedBadly.has(fact.author)
    if (others.length && isAside) stances.set(fact, 'mentioned')
  }
}

/** Who clears a package of the fault takes back that a version of it cured them; the opener speaks for all. */
function settleRefuted(facts: Fact[], stances: Map<Fact, PackageStance | Stance>): void {
  const opener = facts.find((fact) => fact.author)?.author
  facts.forEach((fact, index) => {
    if (fact.kind !== 'confirmation' || !fact.refutes) return
    for (const earlier of facts.slice(0, index))
      if (
        earlier.kind === 'package' &&
        earlier.name === fact.refutes &&
        stances.get(earlier) === 'cure' &&
        (earlier.author === fact.author || fact.author === opener)
      )
        stances.set(earlier, 'mentioned')
  })
}

/** "Actually it is 0.9.0": what the same writer had stated of the package before was not so. */
function settleCorrections(facts: Fact[], stances: Map<Fact, PackageStance | Stance>): void {
  facts.forEach((fact, index) => {
    if (fact.kind !== 'package' || !fact.corrects || stances.get(fact) !== 'installed') return
    for (const earlier of facts.slice(0, index))
      if (
        earlier.kind === 'package' &&
        earlier.name === fact.name &&
        earlier.author === fact.author &&
        earlier.version !== fact.version &&
        stances.get(earlier) === 'installed'
      )
        stances.set(earlier, 'mentioned')
  })
}

/**
 * A version that the thread had already spoken of as a way out, and that the opener, who had stated another one
 * before, has installed in a later block, was put there to try it.
 */
function settleLater(facts: Fact[], stances: Map<Fact, PackageStance | Stance>): void {
  const opener = facts.find((fact) => fact.author)?.author
  const first = new Map<string, FactOf<'package'>>()
  const spokenOf = new Map<string, string>()
  for (const fact of facts) {
    if (fact.kind !== 'package') continue
    const key = `${fact.name} ${fact.version}`
    const stance = stances.get(fact)
    const original = first.get(fact.name)
    if (stance !== 'installed') {
      if (!spokenOf.has(key) && !fact.pinned) spokenOf.set(key, fact.block)
    } else if (fact.author === opener) {
      if (!original) first.set(fact.name, fact)
      else if (
        original.block !== fact.block &&
        original.version !== fact.version &&
        (spokenOf.get(key) ?? fact.block) !== fact.block
      )
        stances.set(fact, 'mentioned')
    }
  }
}

/** What was tried in vain, or stands in a file of pins, is installed where the opener states no other version. */
function settleTried(facts: Fact[], stances: Map<Fact, PackageStance | Stance>): void {
  const opener = facts.find((fact) => fact.author)?.author
  for (const fact of facts) {
    if (fact.kind !== 'package' || !(fact.tried || fact.pinned) || fact.author !== opener) continue
    const others = facts.some(
      (other) =>
        other.kind === 'package' &&
        other.name === fact.name &&
        other.author === fact.author &&
        stances.get(other) === 'installed',
    )
    // of several that were tried none is singled out
    const isAlone = facts.every(
      (other) =>
        other.kind !== 'package' ||
        other.name !== fact.name ||
        other.author !== fact.author ||
        !(other.tried || other.pinned) ||
        other.version === fact.version,
    )
    if (!others && isAlone) stances.set(fact, 'installed')
  }
}

/**
 * One environment is the thread's: the opener's, or where they state none, the first one stated. A list that a second
 * person gives for comparison is only spoken of, unless that person has the fault as well.
 */
function settleEnvironments(
  facts: Fact[],
  stances: Map<Fact, PackageStance | Stance>,
  outline: Outline,
): void {
  const isInstalled = (fact: Fact) => fact.kind === 'package' && stances.get(fact) === 'installed'
  const first = outline.blocks.find((block) => block.kind !== 'title' && block.kind !== 'metadata')
  const opener = facts.find((fact) => fact.block === first?.id)?.author ?? first?.author
  const installed = facts.filter(isInstalled)
  // who says what helps tells of a setup that works
  const helping = new Set(facts.filter(isAdvice).map((fact) => fact.block))
  const lead = installed.some((fact) => fact.author === opener)
    ? opener
    : installed.find((fact) => !helping.has(fact.block) && !isInferred(fact))?.author
  const shown = new Set<string | undefined>()
  const hasSymptom = facts.some((fact) => fact.kind === 'symptom' && stated(fact) !== 'mentioned')
  for (const fact of facts)
    if (
      (fact.kind === 'symptom' && stated(fact) !== 'mentioned') ||
      (fact.kind === 'error' && fact.stance === undefined) ||
      (fact.kind === 'log' && brokenShapes.has(fact.series.shape)) ||
      (hasSymptom && fact.kind === 'confirmation' && fact.outcome === 'same-symptom')
    )
      shown.add(fact.author)
  for (const fact of installed)
    if (fact.author !== lead && (!shown.has(fact.author) || isInferred(fact))) stances.set(fact, 'mentioned')
}

const isInferred = (fact: Fact): boolean => fact.kind === 'package' && fact.inferred === true

/** The same release said twice, once more exactly (`2.1.2` and `2.1.2+cu121`): the exact one counts. */
function settleRepeats(facts: Fact[], stances: Map<Fact, PackageStance | Stance>): void {
  const exact = new Map<string, string[]>()
  const key = (fact: FactOf<'package'>) => `${fact.author ?? ''} ${fact.name}`
  const installed = facts.filter(
    (fact): fact is FactOf<'package'> => fact.kind === 'package' && stances.get(fact) === 'installed',
  )
  for (const fact of installed) {
    const versions = exact.get(key(fact)) ?? []
    if (versions.length < 50 && !versions.includes(fact.version)) versions.push(fact.version)
    exact.set(key(fact), versions)
  }
  for (const fact of installed)
    if (exact.get(key(fact))?.some((other) => isLessExact(fact.version, other)))
      stances.set(fact, 'mentioned')
}

function isLessExact(short: string, long: string): boolean {
  if (short === long || normaliseVersion(short) === null) return false
  return long.startsWith(`${short}+`) || (/^\d+\.\d+$/.test(short) && long.startsWith(`${short}.`))
}
