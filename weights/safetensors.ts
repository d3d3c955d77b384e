/** Looks into an adapter file without a tensor library: is it dead, is it untrained? */

/** Counts of tensors. */
export interface AdapterScan {
  tensors: number
  /** Those with a NaN or an infinity in them. */
  nonFinite: number
  /** `lora_B` tensors that are zero throughout, as before the first step. */
  zero: number
  /** The dtypes as the file names them (`F16`, `BF16`, `F32`), each once. */
  dtypes: string[]
}

/** `no-adapter`: the bytes are no safetensors file. `adapter-cut`: they are, but end too early. */
export type AdapterProblem = 'no-adapter' | 'adapter-cut'

/** An adapter file that cannot be scanned, and why; the message is for developers. */
export class UnreadableAdapter extends RangeError {
  constructor(
    readonly problem: AdapterProblem,
    message: string,
  ) {
    super(message)
  }
}

/** A header's length as eight bytes, and a brace: what a safetensors file begins with. */
const beginsLikeSafetensors = (bytes: Uint8Array): boolean =>
  bytes[8] === 0x7b && bytes[6] === 0 && bytes[7] === 0

/** Whether a file is to be read as an adapter: by its first bytes whatever its name, or else by its name. */
export function looksLikeSafetensors(bytes: Uint8Array, name: string): boolean {
  return /\.safetensors$/i.test(name) || beginsLikeSafetensors(bytes)
}

const LONGEST_HEADER = 100 * 1024 * 1024

interface Entry {
  dtype: string
  data_offsets: [number, number]
}

/** The mask of a float's exponent: all of it set means NaN or infinity. Sizes in bytes. */
const FLOATS: Record<string, { size: 2 | 4 | 8; exponent: number; sign: number }> = {
  F16: { size: 2, exponent: 0x7c00, sign: 0x8000 },
  BF16: { size: 2, exponent: 0x7f80, sign: 0x8000 },
  F32: { size: 4, exponent: 0x7f800000, sign: 0x80000000 },
  F64: { size: 8, exponent: 0x7ff00000, sign: 0x80000000 },
}

function scanTensor(view: DataView, dtype: string): { finite: boolean; zero: boolean } {
  const float = FLOATS[dtype]
  let finite = true
  let zero = true
  if (!float) return { finite, zero: false }
  const { size, exponent, sign } = float
  for (let at = 0; at + size <= view.byteLength; at += size) {
    // little-endian: of a float64 the upper half holds sign and exponent
    const bits = size === 2 ? view.getUint16(at, true) : view.getUint32(at + size - 4, true)
    if ((bits & exponent) === exponent) finite = false
    if (bits & ~sign || (size === 8 && view.getUint32(at, true))) zero = false
  }
  return { finite, zero }
}

function headerIn(bytes: Uint8Array): Record<string, Entry> {
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof header === 'object' && header !== null) return header as Record<string, Entry>
  } catch {
    // no JSON, no header
  }
  throw new UnreadableAdapter('no-adapter', 'the header is no JSON object')
}

/**
 * Scans the bytes of a `*.safetensors` file. Throws an UnreadableAdapter where the bytes are no such file or the file
 * is cut short. Format: https://github.com/huggingface/safetensors#format
 */
export function scanSafetensors(bytes: Uint8Array): AdapterScan {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = bytes.byteLength >= 8 ? Number(view.getBigUint64(0, true)) : NaN
  if (!(length > 1 && length <= LONGEST_HEADER && 8 + length <= bytes.byteLength))
    throw new UnreadableAdapter(
      beginsLikeSafetensors(bytes) ? 'adapter-cut' : 'no-adapter',
      'the header is longer than the file',
    )
  const header = headerIn(bytes.subarray(8, 8 + length))
  const scan: AdapterScan = { tensors: 0, nonFinite: 0, zero: 0, dtypes: [] }
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue
    const [from, to] = entry?.data_offsets ?? []
    if (typeof from !== 'number' || typeof to !== 'number' || from > to || 8 + length + to > bytes.byteLength)
      throw new UnreadableAdapter('adapter-cut', `the tensor ${name} lies beyond the end`)
    const tensor = scanTensor(
      new DataView(bytes.buffer, bytes.byteOffset + 8 + length + from, to - from),
      entry.dtype,
    )
    scan.tensors++
    if (!tensor.finite) scan.nonFinite++
    if (tensor.zero && /lora_B|lora_embedding_B/.test(name)) scan.zero++
    if (!scan.dtypes.includes(entry.dtype)) scan.dtypes.push(entry.dtype)
  }
  return scan
}
