import type { Fact } from '../facts'
import type { Block, BlockKind, Outline } from '../thread'
import { logOnce } from '../log-once'
import { readAdapterConfig } from './adapter-config'
import { readCode } from './code'
import { readComplaints } from './complaints'
import { readConfirmations } from './confirmations'
import { readDates } from './dates'
import { readErrors } from './errors'
import { readFramework } from './framework'
import { readHardware } from './hardware'
import { readLogs } from './logs'
import { readMethod } from './method'
import { readModels } from './models'
import { readOptimizer } from './optimizer'
import { readPackages } from './packages'
import { readPrecision } from './precision'
import { readSymptoms } from './symptoms'
import { readTraining } from './training'
import { isSieveDue, makeSieve } from './sift/watch'
import type { View } from './view'
import { viewOf } from './view'
import { readWarnings } from './warnings'

const readers: Record<string, (view: View) => Fact[]> = {
  packages: readPackages,
  models: readModels,
  symptoms: readSymptoms,
  logs: readLogs,
  precision: readPrecision,
  method: readMethod,
  training: readTraining,
  optimizer: readOptimizer,
  framework: readFramework,
  code: readCode,
  hardware: readHardware,
  adapterConfig: readAdapterConfig,
  errors: readErrors,
  warnings: readWarnings,
  complaints: readComplaints,
  dates: readDates,
  confirmations: readConfirmations,
}

/**
 * The facts that one block states, in the order of its text, with offsets into it. Reads nothing but the block and
 * the outline, so blocks can be read one at a time and in any order; `settle` then looks across them. A reader that
 * throws is logged once, and the others go on.
 */
export function readBlock(block: Block, outline: Outline): Fact[] {
  if (isSieveDue(block.text.length)) makeSieve(rehearse)
  return readView(viewOf(block, outline))
}

/** A word for every reader. */
const SAMPLE =
  'peft 0.1.0, loss 0.1, fp16, LoRA, AdamW, chatglm3-6b, V100, Trainer(, get_peft_model(, ValueError: x, UserWarning: x'

/** Has every reader ask for what it looks for. */
export function rehearse(): void {
  const kinds: BlockKind[] = ['title', 'description', 'comment', 'paste', 'log', 'metadata']
  for (const kind of kinds) readView(viewOf({ id: '', kind, text: SAMPLE }, { site: 'text', blocks: [] }))
}

/** The facts of a block that is prepared already. */
export function readView(view: View): Fact[] {
  return Object.entries(readers)
    .flatMap(([name, read]) => {
      try {
        return read(view)
      } catch (error) {
        logOnce(`reader ${name}`, error)
        return []
      }
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
}
