import type { Fact, FactOf } from '../facts'
import type { Outline } from '../thread'
import { partsOfId } from './model/names'
import { kinOf, refines } from './model/refinement'
import { reporterOf } from './view'

type ModelFact = FactOf<'model'> & Fact

const isModel = (fact: Fact): fact is ModelFact => fact.kind === 'model'

/** Models with one size: the name without it means the same. */
const ONE_SIZE = /^(?:chatglm[23]|visualglm)$/

/** Two names within so many UTF-16 units are told side by side. */
const ONE_BREATH = 40

/** For each loose id of the page, the exact ones it may stand for, those of its own family alone where there are any. */
function exactIds(ids: Iterable<string>): Map<string, string[]> {
  const parts = [...new Set(ids)].flatMap((id) => {
    const taken = partsOfId(id)
    return taken ? [{ id, taken }] : []
  })
  return new Map(
    parts.map(({ id, taken }) => {
      const candidates = parts.filter((other) => other.id !== id && refines(other.taken, taken))
      const ofFamily = candidates.filter((other) => other.taken.family === taken.family)
      const same = ofFamily.filter((other) => other.taken.generation === taken.generation)
      return [id, (same.length ? same : ofFamily.length ? ofFamily : candidates).map((other) => other.id)]
    }),
  )
}

/** One step from loose to exact: the author's own exact name before others', which come before the address's. */
function nameExactly(models: ModelFact[]): ModelFact[] {
  const exact = exactIds(models.map(({ id }) => id))
  const places = new Map(models.map(({ block, id, start }) => [`${block}\n${id}`, start]))
  const named = new Map<string | undefined, Set<string>>()
  const onPage = new Set<string>()
  for (const { author, block, id } of models) {
    if (!named.has(author)) named.set(author, new Set())
    named.get(author)!.add(id)
    if (block !== 'url') onPage.add(id)
  }
  return models.map((fact) => {
    if (fact.block === 'url') return fact
    // who writes "7B or 7B-Instruct" in one breath means two models
    const isToldApart = (id: string) =>
      !!partsOfId(fact.id)?.size &&
      Math.abs((places.get(`${fact.block}\n${id}`) ?? Infinity) - fact.start) < ONE_BREATH
    const ids = (exact.get(fact.id) ?? []).filter((id) => !isToldApart(id))
    const id =
      ids.find((one) => named.get(fact.author)?.has(one)) ?? ids.find((one) => onPage.has(one)) ?? ids[0]
    return id ? { ...fact, id } : fact
  })
}

function exactly(models: ModelFact[]): Map<ModelFact, string> {
  // from the exact to the loose, so that `chatglm` can become what `chatglm3` became
  const once = nameExactly(models).map((fact) =>
    fact.block !== 'url' && ONE_SIZE.test(fact.id) ? { ...fact, id: `${fact.id}-6b` } : fact,
  )
  const twice = nameExactly(once)
  return new Map(models.map((fact, index) => [fact, twice[index]!.id]))
}

/** Whether the reporter's own words say that the thread is about another model than its address. */
function contradicts(address: ModelFact, models: ModelFact[], outline: Outline): boolean {
  const stated = partsOfId(address.id)
  if (!stated || outline.site !== 'github') return false
  const reporter = reporterOf(outline)
  const own = models.filter(({ author, block }) => author === reporter && block !== 'url')
  const kin = own.filter(({ id }) => kinOf(stated.family).includes(partsOfId(id)?.family ?? ''))
  if (!kin.length) return false
  return !kin.some(({ id }) => {
    const parts = partsOfId(id)!
    return (
      parts.family === stated.family &&
      (!parts.generation || !stated.generation || parts.generation === stated.generation)
    )
  })
}

function reconcileModels(facts: Fact[], outline: Outline): Fact[] {
  const models = facts.filter(isModel)
  if (!models.length) return facts
  const named = exactly(models)
  const seen = new Set<string>()
  return facts.flatMap((fact): Fact[] => {
    if (!isModel(fact)) return [fact]
    if (fact.block === 'url') return contradicts(fact, models, outline) ? [] : [fact]
    const id = named.get(fact) ?? fact.id
    const key = `${fact.block}\n${id}`
    if (seen.has(key)) return []
    seen.add(key)
    return [id === fact.id ? fact : { ...fact, id }]
  })
}

const CLASS = /^(?:[\w.]{0,80}(?:Error|Exception|Interrupt|Exit))\s?:\s?/
const plain = (text: string) => text.replace(CLASS, '').replace(/[‘’`]/g, "'").trim().toLowerCase()

/** How much of two messages must agree for a title and its text to tell of one exception. UTF-16 units. */
const SAME_MESSAGE = 40

/** Each exception once an author; a message without its class, or in the title, goes where the text shows it whole. */
function reconcileErrors(facts: Fact[], outline: Outline): Fact[] {
  const errors = facts.filter((fact) => fact.kind === 'error')
  if (errors.length < 2) return facts
  const titles = new Set(outline.blocks.flatMap(({ id, kind }) => (kind === 'title' ? [id] : [])))
  const classed = new Map<string, string[]>()
  for (const { author = '', text, block, stance } of errors)
    if (CLASS.test(text) && !titles.has(block) && !stance)
      classed.set(author, [...(classed.get(author) ?? []), plain(text)])
  const seen = new Set<string>()
  return facts.filter((fact) => {
    if (fact.kind !== 'error') return true
    const message = plain(fact.text)
    const others = classed.get(fact.author ?? '') ?? []
    const isShownElsewhere = titles.has(fact.block)
      ? others.some((other) => other.includes(message.slice(0, SAME_MESSAGE)))
      : !CLASS.test(fact.text) && others.some((other) => other.includes(message))
    const key = `${fact.author ?? ''}\n${fact.stance ?? 'shown'}\n${fact.text}`
    if (isShownElsewhere || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Not being able to answer: silence, or an exception. */
const UNABLE =
  /(?:不能|无法|没法|不可以)(?:正常|再|进行)?(?:生成|推理|输出|回复|对话|回答|响应)|\b(?:can ?not|can't|fails? to|failed to|unable to|not able to|does(?:n't| not)|won't) (?:generate|answer|reply|respond|infer|output)/i

/** A title's "cannot generate" is no silence where its author shows an exception and tells of none. */
function reconcileSilence(facts: Fact[], outline: Outline): Fact[] {
  const titles = new Set(outline.blocks.flatMap(({ id, kind }) => (kind === 'title' ? [id] : [])))
  const isSilence = (fact: Fact) =>
    fact.kind === 'symptom' && fact.id === 'mute-output' && fact.stance === 'used'
  const told = new Set(
    facts.flatMap((fact) => (isSilence(fact) && !titles.has(fact.block) ? [fact.author] : [])),
  )
  const raised = new Set(facts.flatMap((fact) => (fact.kind === 'error' ? [fact.author] : [])))
  return facts.filter(
    (fact) =>
      !isSilence(fact) ||
      !titles.has(fact.block) ||
      told.has(fact.author) ||
      !raised.has(fact.author) ||
      !UNABLE.test(fact.quote.text.slice(fact.quote.start, fact.quote.end)),
  )
}

/**
 * Settles what a single block cannot know: a model named loosely takes the exact name that the page gives elsewhere
 * (`qwen2` in a title, `Qwen2-7B-Instruct` in the command), a message without its exception class goes where the
 * class stands. Takes the facts of all blocks; doing it twice changes nothing.
 */
export function reconcile(facts: Fact[], outline: Outline): Fact[] {
  return reconcileSilence(reconcileErrors(reconcileModels(facts, outline), outline), outline)
}
