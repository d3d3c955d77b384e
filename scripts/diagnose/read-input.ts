import { readFileSync } from 'node:fs'
import { type Choices, blockOfChoices } from '../../diagnosis/choices'
import { diagnose } from '../../diagnosis/diagnose'
import { answer } from '../../diagnosis/explain/explain'
import type { Answer } from '../../diagnosis/explanation'
import type { Fact } from '../../diagnosis/facts'
import { type ProblemId, decode, intake } from '../../diagnosis/intake'
import { reporterOf } from '../../diagnosis/read/view'
import { READER, outlineOf } from '../../diagnosis/thread'
import { rulesFrom } from '../../diagnosis/pack'
import { pack } from '../../rules'
import type { InputProblem } from '../../locales/problems'
import { releases } from '../../stack/releases'
import { UnreadableAdapter, looksLikeSafetensors, scanSafetensors } from '../../weights/safetensors'

const rules = rulesFrom(pack)

export interface Read {
  input: string
  answer: Answer
  problems: ProblemId[]
}

/** An input that cannot be opened, or is no text and no adapter file: why, in the locale table's terms. */
export class UnreadableInput extends Error {
  constructor(
    readonly problem: InputProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options)
  }
}

const SYSTEM_ERRORS: Record<string, InputProblem> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'folder',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
}

/** What a failure to read a file is to a person, in the locale table's terms. */
export function problemOf(error: unknown): InputProblem {
  if (error instanceof UnreadableInput || error instanceof UnreadableAdapter) return error.problem
  const { code } = error as NodeJS.ErrnoException
  return SYSTEM_ERRORS[code ?? ''] ?? 'unreadable'
}

function bytesOf(input: string): Uint8Array {
  try {
    return readFileSync(input === '-' ? 0 : input)
  } catch (error) {
    throw new UnreadableInput(problemOf(error), { cause: error })
  }
}

function adapterFact(bytes: Uint8Array, input: string): Fact {
  const place = { block: '1', start: 0, end: 0, author: READER, quote: { text: input, start: 0, end: 0 } }
  try {
    return { ...place, kind: 'adapter', ...scanSafetensors(bytes) }
  } catch (error) {
    throw new UnreadableInput(problemOf(error), { cause: error })
  }
}

/**
 * Reads one file (`-` is standard input) and diagnoses it. Throws an UnreadableInput for what cannot be opened, for
 * binary data and for a damaged adapter file.
 */
export function readInput(input: string, choices: Choices): Read {
  const bytes = bytesOf(input)
  if (looksLikeSafetensors(bytes, input)) {
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
