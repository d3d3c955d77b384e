import type { PrecisionId } from '../../facts'

/** A precision that a program showed; offsets into the line. */
export interface Printed {
  id: PrecisionId
  start: number
  end: number
}

const IDS: Record<string, PrecisionId> = {
  float16: 'fp16',
  bfloat16: 'bf16',
  float32: 'fp32',
  uint8: 'int4',
  int8: 'int8',
}

/** `layers.0.self_attn.q_proj.weight torch.float16 cuda:0`: a parameter's name and type. */
const PARAMETER = /\.(?:weight|bias)(?!\w)[^\n]{0,60}?torch\.(float16|bfloat16|float32|uint8|int8)(?!\w)/
/** Parts whose type is not that of the model: they are trained or kept exact. Looked for in the name. */
const KEPT_EXACT = /lora_|norm|head|embed|adapter|\bln_|bias$/i
const LONGEST_NAME = 120

/** The answer to a question after a type: alone on its line. */
const ALONE =
  /^\s{0,8}(?:Out\s?\[\d{1,4}\]:\s{0,3})?[{[(]?['"]?torch\.(float16|bfloat16|float32)['"]?[}\])]?,?\s*$/
/** `Counter({torch.float16: 291})`: how many parameters have which type; the most frequent comes first. */
const COUNTED = /\{\s?['"]?torch\.(float16|bfloat16|float32)['"]?\s?:\s?\d/
const ASKS = /dtype/i
const ASKS_OF_TRAINED = /requires_grad|lora|adapter|loss|logits|optim/i

/** What bitsandbytes says when a quantised layer meets its input: it tells how the base is loaded. */
const QUANTISED_LAYER = /\b(?:MatMul8bitLt: inputs|Linear8bitLt)\b|\b(?:into Linear4bit|MatMul4Bit)\b/

/**
 * The precision that a line of output shows: a parameter's type, the answer to `model.dtype`, a count of types, a
 * quantised layer's remark. `before` are the lines before it, the nearest last. An adapter kept in float32 tells
 * nothing of its base; one in float16 stands on a float16 base.
 */
export function printedIn(text: string, before: string[]): Printed | null {
  const layer = QUANTISED_LAYER.exec(text)
  if (layer) return at(layer, layer[0].includes('8') ? 'int8' : 'int4')
  const parameter = PARAMETER.exec(text)
  if (parameter) {
    const name = text.slice(Math.max(0, parameter.index - LONGEST_NAME), parameter.index)
    const isPart = KEPT_EXACT.test(name) || parameter[0].startsWith('.bias')
    return parameter[1] === 'float32' && isPart ? null : at(parameter, IDS[parameter[1]!]!)
  }
  const counted = COUNTED.exec(text)
  if (counted) return at(counted, IDS[counted[1]!]!)
  const alone = ALONE.exec(text)
  const question = alone && before.findLast((line) => ASKS.test(line))
  if (!question || (alone[1] === 'float32' && ASKS_OF_TRAINED.test(question))) return null
  return at(alone, IDS[alone[1]!]!)
}

const at = (match: RegExpExecArray, id: PrecisionId): Printed => ({
  id,
  start: match.index,
  end: match.index + match[0].length,
})
