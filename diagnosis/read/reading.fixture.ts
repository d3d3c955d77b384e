import { diagnose } from '../diagnose'
import type { Fact } from '../facts'
import type { Block, Outline, Thread } from '../thread'
import type { View } from './view'
import { viewOf } from './view'

/** A block with the outline of its thread, as a reader sees it. For tests. */
export function view(text: string, block: Partial<Block> = {}, outline: Partial<Outline> = {}): View {
  const whole: Block = { id: '1', kind: 'description', author: 'reporter', ...block, text }
  const description = { id: '0', kind: 'description' as const, author: 'reporter' }
  const rest = { id: whole.id, kind: whole.kind, author: whole.author, date: whole.date }
  return viewOf(whole, {
    site: 'github',
    blocks: whole.kind === 'description' ? [rest] : [description, rest],
    ...outline,
  })
}

/** Facts as `id stance`, or `id` alone with stance used. */
export const brief = (facts: Fact[]): string[] =>
  facts.map((fact) => {
    const id = 'id' in fact ? fact.id : fact.kind
    return 'stance' in fact && fact.stance !== 'used' ? `${id} ${fact.stance}` : id
  })

/** A thread of texts by their authors; the first is the description. */
export function threadOf(texts: [author: string, text: string][], rest: Partial<Thread> = {}): Thread {
  const blocks = texts.map(([author, text], index): Block => ({
    id: String(index),
    kind: index === 0 ? 'description' : 'comment',
    author,
    text,
  }))
  const title: Block[] = rest.title
    ? [{ id: 'title', kind: 'title', author: texts[0]?.[0], text: rest.title }]
    : []
  return { site: 'github', blocks: [...title, ...blocks], ...rest }
}

/** A thread by its writers. */
export type Texts = [author: string, text: string][]

/** A thread's packages as `author name version stance`, sorted and joined. */
export const packagesOf = (texts: Texts): string =>
  diagnose(threadOf(texts), [])
    .facts.flatMap((fact) =>
      fact.kind === 'package' ? [`${fact.author} ${fact.name} ${fact.version} ${fact.stance}`] : [],
    )
    .sort()
    .join('; ')

/** What somebody with the fault says. */
export const SYMPTOM = 'LoRA, the loss is 0.0 from step 2.'
