import { expect, it } from 'vitest'
import { readFile } from './read-file'

function adapter(values: number[], name = 'x.lora_B.weight'): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(
    JSON.stringify({
      [name]: { dtype: 'F16', shape: [values.length], data_offsets: [0, values.length * 2] },
    }),
  )
  const bytes = new Uint8Array(8 + header.length + values.length * 2)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(header.length), true)
  bytes.set(header, 8)
  values.forEach((value, index) => view.setUint16(8 + header.length + index * 2, value, true))
  return bytes
}

const read = (content: BlobPart, name = 'file') => readFile(new Blob([content]), name)

it('reads text of the encodings that Windows writes', async () => {
  expect(await read('peft==0.9.0')).toEqual({ reading: { kind: 'text' }, text: 'peft==0.9.0' })
  const utf16 = Uint8Array.from([0xff, 0xfe, ...[...'peft'].flatMap((letter) => [letter.charCodeAt(0), 0])])
  expect((await read(utf16)).text).toBe('peft')
  expect((await read(Uint8Array.from([0xcb, 0xf0, 0xca, 0xa7]))).text).toBe('损失')
})

it('looks into adapter files, whatever their name', async () => {
  const dead = { kind: 'adapter', scan: { tensors: 1, nonFinite: 1, zero: 0, dtypes: ['F16'] } }
  expect((await read(adapter([0x7e00]), 'adapter_model.safetensors')).reading).toEqual(dead)
  expect((await read(adapter([0x7e00]), 'download')).reading).toEqual(dead)
  expect((await read(adapter([0, 0]))).reading).toMatchObject({ scan: { zero: 1 } })
})

it('names what is wrong with a file', async () => {
  const problemOf = async (content: BlobPart, name?: string) => (await read(content, name)).reading
  expect(await problemOf('')).toEqual({ kind: 'problem', problem: 'empty' })
  expect(await problemOf(Uint8Array.from([1, 0, 2, 0, 9]))).toEqual({ kind: 'problem', problem: 'binary' })
  expect(await problemOf(adapter([1, 2]).slice(0, -2), 'a.safetensors')).toEqual({
    kind: 'problem',
    problem: 'adapter-cut',
  })
  const gone = {
    arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotFoundError')),
  } as unknown as Blob
  expect((await readFile(gone, 'a.txt')).reading).toEqual({ kind: 'problem', problem: 'unreadable' })
})
