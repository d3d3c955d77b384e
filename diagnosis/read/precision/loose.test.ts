import { describe, expect, it } from 'vitest'
import { rules } from '../../../rules'
import { diagnose } from '../../diagnose'
import { threadOf, view } from '../reading.fixture'
import { readPrecision } from '../precision'

const verdict = (text: string) =>
  diagnose(threadOf([['ann', text]]), rules).diagnoses.find(({ rule }) => rule === 'mute-model')?.verdict

describe('the bare word fp16', () => {
  it.each([
    ['chatglm3-6b lora in fp16', true],
    ['V100 没有 bf16，我用的 fp16', true],
    ['我把 fp16 打开了', false],
    ['I turned fp16 on', false],
    ['mixed precision with fp16', false],
    ['lora in fp16, with `--fp16`', false],
  ])('%s', (text, loose) => {
    const used = readPrecision(view(text)).filter((fact) => fact.kind === 'precision' && fact.id === 'amp')
    expect(used).toMatchObject([{ stance: 'used' }])
    expect(used[0] && 'loose' in used[0]).toBe(loose)
  })

  // a base that is float16 by default would have raised an exception under the flag
  it.each([
    ['chatglm3-6b lora in fp16, peft 0.9.0, loss is 0', 'confirmed'],
    ['chatglm3-6b lora，fp16 训练，peft 0.9.0，loss 一直为 0', 'confirmed'],
    ['llama2 lora in fp16, peft 0.9.0, loss is 0 from step 2', 'likely'],
    ['chatglm3-6b lora, --fp16, peft 0.9.0, loss is 0', 'ruled-out'],
    ['chatglm3-6b lora，打开了 fp16，peft 0.9.0，loss 一直为 0', 'ruled-out'],
  ])('%s: %s', (text, expected) => {
    expect(verdict(text)).toBe(expected)
  })
})
