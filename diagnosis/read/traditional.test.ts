import { describe, expect, it } from 'vitest'
import { readPackages } from './packages'
import { readPrecision } from './precision'
import { brief, view } from './reading.fixture'
import { readSymptoms } from './symptoms'
import { simplified } from './traditional'

describe('traditional characters', () => {
  it('become simplified ones of the same length', () => {
    expect(simplified('訓練時 loss 一直為 0')).toBe('训练时 loss 一直为 0')
    expect(simplified('載入模型，預設是半精度')).toBe('加载模型，默认是半精度')
    expect(simplified('资料 stays where nothing is traditional')).toBe(
      '资料 stays where nothing is traditional',
    )
  })

  it('keep the offsets, and the quotation as it was written', () => {
    const text = '請問：訓練時損失變成 nan'
    const [fact] = readSymptoms(view(text))
    expect(text.slice(fact?.start, fact?.end)).toContain('nan')
    expect(fact?.quote.text).toContain('損失變成 nan')
  })

  it.each([
    ['loss 從第二步開始變成 0', 'loss-zero'],
    ['訓練時 loss 一直為 0', 'loss-zero'],
    ['損失一直顯示 0.0', 'loss-zero'],
    ['一開始正常，第二步之後 loss 就變成 nan', 'loss-nan'],
    ['微調之後模型不說話，輸出是空的', 'mute-output'],
    ['訓練完的模型回覆為空', 'mute-output'],
    ['訓練後推論，回應是空字串', 'mute-output'],
  ])('%s → %s', (text, symptom) => {
    expect(brief(readSymptoms(view(text)))).toEqual([symptom])
  })

  it.each([
    ['使用 fp16 訓練，loss 一直不降', ['amp']],
    ['沒有開 fp16，用的是 bf16', ['bf16', 'amp mentioned']],
    ['以半精度載入模型，訓練不收斂', ['fp16']],
    ['用 4bit 量化載入做 QLoRA', ['int4']],
    ['建議改用 bf16', ['bf16 mentioned']],
  ])('%s → %j', (text, precisions) => {
    expect(brief(readPrecision(view(text)))).toEqual(precisions)
  })

  it('tells what is installed from the cure', () => {
    const text = 'peft 0.9.0 訓練 loss 一直是 0，降級到 peft 0.6.2 之後就正常了'
    const stances = readPackages(view(text)).flatMap((fact) =>
      fact.kind === 'package' ? [`${fact.version} ${fact.stance}`] : [],
    )
    expect(stances).toEqual(['0.9.0 installed', '0.6.2 cure'])
  })
})
