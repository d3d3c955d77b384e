import { describe, expect, it } from 'vitest'
import { diagnose } from '../diagnosis/diagnose'
import type { Thread } from '../diagnosis/thread'
import type { Example, Examples, Rule } from './schema'

/** Runs the texts that stand beside the rules through the whole engine, with that one rule. */

const modules = Object.entries(
  import.meta.glob<{ rule?: Rule; examples?: Examples }>(['./*.ts', '!./*.test.ts'], { eager: true }),
).flatMap(([path, { rule, examples }]) =>
  rule && examples && !path.slice(2, -3).includes('.') ? [{ id: rule.id, rule, examples }] : [],
)

function threadOf({ text, blocks }: Example): Thread {
  if (!blocks) return { site: 'text', blocks: [{ id: '1', kind: 'paste', text }] }
  return {
    site: 'github',
    title: text,
    blocks: [
      { id: 'title', kind: 'title', author: blocks[0]?.author, text },
      ...blocks.map((block, index) => ({
        kind: index ? ('comment' as const) : ('description' as const),
        ...block,
        id: String(index + 1),
      })),
    ],
  }
}

const verdictOf = (example: Example, rule: Rule) => diagnose(threadOf(example), [rule]).diagnoses[0]?.verdict

describe.each(modules)('$id', ({ rule, examples }) => {
  it.each(examples.hits)('hits: $why', (example) => expect(verdictOf(example, rule)).toBe(example.verdict))
  it.each(examples.clean)('clean: $why', (example) => expect(verdictOf(example, rule)).toBeUndefined())
  it.each(examples.misses)('misses: $why', (example) =>
    expect(['confirmed', 'likely'], 'this one is found now: move it to the hits').not.toContain(
      verdictOf(example, rule),
    ),
  )
})
