import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../diagnosis/diagnose'
import { isLoud } from '../diagnosis/report'
import { rules } from '../rules'
import dropped from '../rules/dropped.json'

/** The lines by which the working catalogue knows each hazard; it lies beside the checkout, not in it. */

interface Hazard {
  id: string
  symptoms: { kind: string; samples?: string[] }[]
}

const file = resolve(import.meta.dirname, '../../shared/knowledge/catalogue.json')
const hazards = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Hazard[]) : []
const heirs = dropped as Record<string, string | null>
const samples = hazards.flatMap(({ id, symptoms }) =>
  symptoms.flatMap((symptom) => (symptom.samples ?? []).map((sample) => ({ id: heirs[id] ?? id, sample }))),
)

const elsewhere = (sample: string) =>
  sample
    .replace(/\((?:\/[\w.-]+|[\w.]+)(?:\/[\w.-]+)+\)/g, '(lib/site-packages/x/__init__.py)')
    .replace(/CustomTrainer|LlamaForCausalLM/g, (name) =>
      name === 'CustomTrainer' ? 'DistillTrainer' : 'GemmaForCausalLM',
    )

const inTraceback = (sample: string) => `It stops at once:

\`\`\`
[rank0]: this is no part of it
Traceback (most recent call last):
  File "train.py", line 118, in <module>
    main()
  File "train.py", line 92, in main
    run(arguments)
${elsewhere(sample)}
\`\`\`

What can I do?`

function named(text: string, kind: 'paste' | 'description'): { rule: string; verdict: string }[] {
  const block = { id: '1', kind, author: 'ada', text }
  return diagnose({ site: 'text', blocks: [block] }, rules).diagnoses
}

if (!samples.length) it.skip('the working catalogue is not beside the checkout')

describe.each(samples)('$id: $sample', ({ id, sample }) => {
  it.each([
    ['alone', sample, 'paste'],
    ['in a traceback of another machine', inTraceback(sample), 'description'],
  ] as const)('%s', (_, text, kind) => {
    expect(named(text, kind).map(({ rule }) => rule)).toContain(id)
  })
})

it.skipIf(!samples.length)('at most two hazards are named for a line, one on average', () => {
  const counts = samples.map(
    ({ sample }) => named(sample, 'paste').filter(({ verdict }) => isLoud(verdict as 'likely')).length,
  )
  expect(Math.max(...counts)).toBeLessThanOrEqual(2)
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(1.2)
})
