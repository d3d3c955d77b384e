import type { FileReading } from '../../components/check/attachments'
import { decode } from '../../diagnosis/intake'
import type { InputProblem } from '../../locales/problems'
import { UnreadableAdapter, looksLikeSafetensors, scanSafetensors } from '../../weights/safetensors'

export interface ReadFile {
  reading: FileReading
  /** Of a text. */
  text?: string
}

const problem = (problem: InputProblem): ReadFile => ({ reading: { kind: 'problem', problem } })

/** What a file is, and its text where it has one. Never rejects: what is wrong with it is in the reading. */
export async function readFile(file: Blob, name: string): Promise<ReadFile> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return problem('unreadable')
  }
  if (bytes.length === 0) return problem('empty')
  if (looksLikeSafetensors(bytes, name)) {
    try {
      return { reading: { kind: 'adapter', scan: scanSafetensors(bytes) } }
    } catch (error) {
      return problem(error instanceof UnreadableAdapter ? error.problem : 'unreadable')
    }
  }
  const text = decode(bytes)
  return text === null ? problem('binary') : { reading: { kind: 'text' }, text }
}
