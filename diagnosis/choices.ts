import type { PrecisionId } from './facts'
import type { Block } from './thread'

/** What a person says of a setup beside the text: a freeze names neither the model nor the precision. */
export interface Choices {
  model?: string
  precision?: PrecisionId
  gpu?: string
  python?: string
}

const PRECISION_LINES: Record<PrecisionId, string> = {
  fp16: 'torch_dtype=torch.float16',
  amp: 'fp16=True',
  bf16: 'torch_dtype=torch.bfloat16',
  fp32: 'torch_dtype=torch.float32',
  int8: 'load_in_8bit=True',
  int4: 'load_in_4bit=True',
}

export const precisions = Object.keys(PRECISION_LINES) as PrecisionId[]

/** The choices as a block of the same author, so that they are read and quoted like any other line. */
export function blockOfChoices(choices: Choices, author: string): Block | undefined {
  const lines = [
    choices.model && `model: ${choices.model}`,
    choices.precision && PRECISION_LINES[choices.precision],
    choices.gpu && `GPU: ${choices.gpu}`,
    choices.python && `Python ${choices.python}`,
  ].filter(Boolean)
  return lines.length ? { id: 'choices', kind: 'code', author, text: lines.join('\n') } : undefined
}
