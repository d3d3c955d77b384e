import { describe, expect, it } from 'vitest'
import { diagnose } from '../diagnose'
import { rules } from '../../rules'
import { readCode } from './code'
import { readOptimizer } from './optimizer'
import { readPrecision } from './precision'
import { brief, threadOf, view } from './reading.fixture'

const SETUP = 'Llama-2-7b, peft 0.10.0, LoRA, the base in float16. From the second step on the loss is 0.'
const SETUP_ZH = 'chatglm3-6b，peft 0.9.0，LoRA，torch_dtype=torch.half。loss 从第二步开始就是 0.0。'
const CAST =
  '```python\nfor p in model.parameters():\n    if p.requires_grad:\n        p.data = p.data.float()\n```'

const all = (text: string) => {
  const here = view(text)
  return [...readOptimizer(here), ...readCode(here), ...readPrecision(here)]
}
const used = (text: string) => brief(all(text).filter((fact) => 'stance' in fact && fact.stance === 'used'))
const verdict = (text: string) =>
  diagnose(threadOf([['reporter', text]]), rules).diagnoses.find(({ rule }) => rule === 'mute-model')?.verdict

describe('isToldAsCure', () => {
  it.each([
    `${SETUP_ZH}后来把优化器换成 Adafactor，训练一切正常。`,
    `${SETUP_ZH}\n最后我把 LoRA 的参数都转成了 float32，从此再没出现过。`,
    `${SETUP_ZH}\n\n在 get_peft_model 之后加三行：\n\n${CAST}\n\n从此太平。`,
    `${SETUP_ZH}\n\n最终改法是加上这几行：\n\n${CAST}`,
    `${SETUP_ZH}改成 torch.bfloat16 以后 loss 正常了。`,
    `${SETUP_ZH}把 optim 改成 adamw_torch_fused 就正常了。`,
    `${SETUP} What finally helped: casting the LoRA weights to float32 after get_peft_model.`,
    `${SETUP} In the end I switched to Adafactor. It has trained fine since.`,
    `${SETUP}\n\nI then changed one line:\n\n\`\`\`python\nmodel = load(path, torch_dtype=torch.bfloat16)\n\`\`\`\nand the loss went down as it should.`,
    `${SETUP}\n\nI added this:\n\n${CAST}\n\nThe loss is healthy now.`,
    `${SETUP} Float32 trains normally but needs two cards.`,
    `${SETUP} A second run with fp16=True crashes with an exception.`,
    `${SETUP_ZH}加上 fp16=True 直接报错。`,
    `${SETUP_ZH}fp32 显存不够，跑不起来。`,
  ])('is no part of the setup that fails: %s', (text) => {
    expect(used(text).filter((id) => id !== 'fp16')).toEqual([])
    expect(['confirmed', 'likely']).toContain(verdict(text))
  })

  it.each([
    `${SETUP} I also tried Adafactor: still 0.`,
    `${SETUP} With bf16 the loss is 0 as well.`,
    `Llama-2-7b, peft 0.10.0, LoRA with optim="adafactor". The loss is 0 from step 2.`,
    `My script:\n\n${CAST}\n\nThe loss is 0 from step 2 on, Llama-2-7b in float16, peft 0.10.0.`,
    `${SETUP_ZH}后来加了下面几行，没用：\n\n${CAST}`,
  ])('is part of it: %s', (text) => {
    expect(used(text).filter((id) => id !== 'fp16')).not.toEqual([])
    expect(verdict(text)).toBe('ruled-out')
  })
})

describe('a remedy that somebody offers', () => {
  const setup = 'Llama-2-7b in float16, peft 0.10.0, LoRA. The loss is 0 from step 2.'
  const offered = (advice: string) =>
    diagnose(
      threadOf([
        ['reporter', setup],
        ['guest', advice],
        ['reporter', 'Thanks, works now.'],
      ]),
      rules,
    ).facts.flatMap((fact) => ('stance' in fact && fact.stance === 'cure' ? [fact.kind] : []))

  it.each([
    ['code', '把优化器的 eps 调到 1e-4 试试。'],
    ['code', 'Try to raise eps to 1e-4.'],
    ['code', 'After get_peft_model, 把 requires_grad 的参数转成 float32 再试。'],
    ['code', 'Call .float() on every parameter with requires_grad.'],
    ['code', '可训练参数都 .float() 一遍就好'],
    ['optimizer', 'Use Adafactor.'],
    ['precision', '换 bf16 试试'],
  ])('%s: %s', (kind, advice) => {
    expect(offered(advice)).toEqual([kind])
  })

  it('is none where they speak against it', () => {
    expect(offered('You do not need Adafactor for that.')).toEqual([])
    expect(offered('layer_norm eps=1e-5 is fine.')).toEqual([])
  })
})
