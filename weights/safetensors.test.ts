import { describe, expect, it } from 'vitest'
import { UnreadableAdapter, looksLikeSafetensors, scanSafetensors } from './safetensors'

/** A safetensors file of named tensors, each a dtype and its bytes. */
function file(tensors: Record<string, { dtype: string; bytes: number[] }>): Uint8Array {
  let at = 0
  const entries = Object.entries(tensors).map(([name, { dtype, bytes }]) => {
    const data_offsets = [at, (at += bytes.length)]
    return [name, { dtype, shape: [bytes.length], data_offsets }]
  })
  const header = new TextEncoder().encode(
    JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(entries) }),
  )
  const length = new Uint8Array(8)
  new DataView(length.buffer).setBigUint64(0, BigInt(header.length), true)
  return new Uint8Array([...length, ...header, ...Object.values(tensors).flatMap(({ bytes }) => bytes)])
}

const encode = (text: string) => new TextEncoder().encode(text)
const small = file({ 'q.lora_B.weight': { dtype: 'F32', bytes: [1, 2, 3, 4] } })
const half = (bits: number) => [bits & 255, bits >> 8]

describe('scanSafetensors', () => {
  it('counts tensors that are not finite, whatever the dtype', () => {
    const scan = scanSafetensors(
      file({
        'q.lora_A.weight': { dtype: 'F16', bytes: [...half(0x3c00), ...half(0x7e00)] },
        'q.lora_B.weight': { dtype: 'F16', bytes: [...half(0x7c00)] },
        'k.lora_A.weight': { dtype: 'BF16', bytes: half(0x7fc0) },
        'k.lora_B.weight': { dtype: 'F32', bytes: [0, 0, 0xc0, 0x7f] },
        'v.lora_A.weight': { dtype: 'F32', bytes: [0, 0, 0x80, 0x3f] },
        'd.lora_A.weight': { dtype: 'F64', bytes: [0, 0, 0, 0, 0, 0, 0xf0, 0x7f] },
      }),
    )
    expect(scan).toEqual({ tensors: 6, nonFinite: 5, zero: 0, dtypes: ['F16', 'BF16', 'F32', 'F64'] })
  })

  it('counts lora_B tensors that were never trained, minus zero included', () => {
    const scan = scanSafetensors(
      file({
        'q.lora_A.weight': { dtype: 'F16', bytes: half(0) },
        'q.lora_B.weight': { dtype: 'F16', bytes: [...half(0), ...half(0x8000)] },
      }),
    )
    expect(scan).toMatchObject({ tensors: 2, nonFinite: 0, zero: 1 })
  })

  it.each([
    ['nothing', new Uint8Array(), 'no-adapter'],
    ['a short text', new TextEncoder().encode('version https://git-lfs.github.com/spec/v1'), 'no-adapter'],
    ['a header that is no JSON', new Uint8Array([2, 0, 0, 0, 0, 0, 0, 0, 65, 66]), 'no-adapter'],
    ['a header that is no object', new Uint8Array([4, 0, 0, 0, 0, 0, 0, 0, ...encode('null')]), 'no-adapter'],
    ['a file cut short', small.slice(0, -2), 'adapter-cut'],
    ['a file cut short within its header', small.slice(0, 20), 'adapter-cut'],
  ])('says what is wrong with %s', (_, bytes, problem) => {
    try {
      scanSafetensors(bytes)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableAdapter)
      expect(error).toMatchObject({ problem })
    }
  })
})

describe('looksLikeSafetensors', () => {
  it.each([
    ['an adapter of any name', small, 'download', true],
    ['whatever is named so', encode('text'), 'adapter_model.SafeTensors', true],
    ['text', encode('peft==0.9.0 {'), 'a.txt', false],
    ['JSON', encode('{"blocks": [{"text": ""}]}'), 'a.json', false],
    ['nothing', new Uint8Array(), 'a', false],
  ])('%s', (_, bytes, name, looks) => expect(looksLikeSafetensors(bytes, name)).toBe(looks))
})
