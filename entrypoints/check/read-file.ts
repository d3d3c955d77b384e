import type { FileReading } from '../../components/check/attachments'
import { decode } from '../../diagnosis/intake'
import { scanSafetensors } from '../../weights/safetensors'

export interface ReadFile {
  reading: FileReading
  /** Of a text. */
  text?: string
}

/** A header's length as eight bytes, and a brace: what a safetensors file begins with, whatever its name. */
function looksLikeAdapter(bytes: Uint8Array, name: string): boolean {
  return /\.safetensors$/i.test(name) || (bytes[8] === 0x7b && bytes[6] === 0 && bytes[7] === 0)
}

const problem = (problem: Extract<FileReading, { kind: 'problem' }>['problem']): ReadFile => ({
  reading: { kind: 'problem', problem },
})

/** What a file is, and its text where it has one. Never rejects: what is wrong with it is in the reading. */
export async function readFile(file: Blob, name: string): Promise<ReadFile> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return problem('unreadable')
  }
  if (bytes.length === 0) return problem('empty')
  if (looksLikeAdapter(bytes, name)) {
    try {
      return { reading: { kind: 'adapter', scan: scanSafetensors(bytes) } }
    } catch {
      return problem('damaged')
    }
  }
  const text = decode(bytes)
  return text === null ? problem('binary') : { reading: { kind: 'text' }, text }
}
