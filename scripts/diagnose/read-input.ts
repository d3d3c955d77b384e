import { readFileSync } from 'node:fs'
import { type Choices, blockOfChoices } from '../../diagnosis/choices'
import { diagnose } from '../../diagnosis/diagnose'
import { answer } from '../../diagnosis/explain/explain'
import type { Answer } from '../../diagnosis/explanation'
import type { Fact } from '../../diagnosis/facts'
import { type ProblemId, decode, intake } from '../../diagnosis/intake'
import { reporterOf } from '../../diagnosis/read/view'
import { READER, outlineOf } from '../../diagnosis/thread'
import { rules } from '../../rules'
import { releases } from '../../stack/releases'
import { scanSafetensors } from '../../weights/safetensors'

export interface Read {
  input: string
  answer: Answer
  problems: ProblemId[]
}

/** An input that is no text and no adapter file: what is wrong with it, in the locale table's terms. */
export class UnreadableInput extends Error {
  constructor(
    readonly problem: ProblemId,
    options?: ErrorOptions,
  ) {
    super(problem, options)
  }
}

function adapterFact(bytes: Uint8Array, input: string): Fact {
  const place = { block: '1', start: 0, end: 0, author: READER, quote: { text: input, start: 0, end: 0 } }
  return { ...place, kind: 'adapter', ...scanSafetensors(bytes) }
}

/**
 * Reads one file (`-` is standard input) and diagnoses it. Throws an UnreadableInput for binary data, the file
 * system's error for a file that cannot be opened, and a RangeError for a damaged adapter file.
 */
export function readInput(input: string, choices: Choices): Read {
  const bytes = readFileSync(input === '-' ? 0 : input)
  if (/\.safetensors$/i.test(input)) {
    const report = { facts: [adapterFact(bytes, input)], diagnoses: [], notes: [], language: 'en' as const }
    return { input, answer: answer(report, rules, releases, READER), problems: [] }
  }
  const text = decode(bytes)
  if (text === null) throw new UnreadableInput('binary')
  const { thread, problems } = intake(text)
  const reporter = reporterOf(outlineOf(thread))
  const extra = blockOfChoices(choices, reporter)
  if (extra) thread.blocks.push(extra)
  return { input, answer: answer(diagnose(thread, rules), rules, releases, reporter), problems }
}
