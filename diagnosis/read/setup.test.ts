import { describe, expect, it } from 'vitest'
import type { Fact } from '../facts'
import { readFramework } from './framework'
import { readHardware } from './hardware'
import { readMethod } from './method'
import { readOptimizer } from './optimizer'
import { brief, view } from './reading.fixture'
import type { View } from './view'

type Kind = 'description' | 'comment' | 'card' | 'paste' | 'title'
const with_ =
  (read: (view: View) => Fact[]) =>
  (text: string, kind: Kind = 'description', author = 'reporter') =>
    brief(read(view(text, { kind, author }))).sort()

const method = with_(readMethod)
const optimizer = with_(readOptimizer)
const framework = with_(readFramework)
const hardware = with_(readHardware)
const inUse = (facts: string[]) => facts.filter((id) => !/ (?:mentioned|cure)$/.test(id))

describe('readMethod', () => {
  it.each([
    ['用 LoRA 微调', ['lora']],
    ['--finetuning_type lora \\', ['lora']],
    ['QLoRA on a T4', ['qlora']],
    ['--q_lora', ['qlora']],
    ['base model经过lora微调后没有输出了', ['lora']],
    ['python train_qlora.py', ['qlora']],
    ['全量微调，没有 LoRA', ['full', 'lora mentioned']],
    ['a full fine-tune (no adapter of any kind)', ['full']],
    ['P-Tuning v2', ['p-tuning']],
    ['PRE_SEQ_LEN=128', ['p-tuning']],
    ['freeze 方式训练', ['freeze']],
    ['finetuning_type: freeze', ['freeze']],
    ['exploration of a full stack', []],
  ])('%s', (text, expected) => {
    expect(method(text)).toEqual(expected)
  })

  it.each([
    ['没有用 LoRA，全参数微调', ['full']],
    ['Does full fine-tuning work?', []],
    ['full fine-tuning works, LoRA gives 0', ['lora']],
    ['全量微调正常，LoRA 就是 0', ['lora']],
    ['I have not tried full fine-tuning.', []],
    ['准备试试全量微调', []],
    ['QLoRA 没试过', []],
    ['QLoRA works fine, plain LoRA gives nan', ['lora']],
    ['ptuning 正常，lora 微调 loss 为 0', ['lora']],
    ['之前用 p-tuning v2 没问题，换成 LoRA 就是 0', ['lora']],
    ['freeze 微调', ['freeze']],
  ])('used or talked about: %s', (text, expected) => {
    expect(inUse(method(text))).toEqual(expected)
  })

  it.each([['try QLoRA', []]] satisfies [string, string[]][])(
    'in somebody else’s comment: %s',
    (text, expected) => {
      expect(inUse(method(text, 'comment', 'helper'))).toEqual(expected)
    },
  )
})

describe('readOptimizer', () => {
  it.each([
    ['optim="adamw_torch"', ['adamw']],
    ['torch.optim.AdamW(lr=1e-4)', ['adamw']],
    ['optim="adamw_torch_fused"', ['adamw-fused']],
    ['using fused AdamW: True', ['adamw-fused']],
    ['optim: paged_adamw_8bit', ['adamw-8bit']],
    ['bnb.optim.AdamW8bit(params)', ['adamw-8bit']],
    ['optim=adafactor', ['adafactor']],
    ['adafactor=False,', []],
    ["'optimizer': 'lion',", ['lion']],
    ['torch.optim.SGD(params)', ['sgd']],
    ['- optimizer: Adam with betas=(0.9,0.999)', ['adam']],
    ['a million lines', []],
  ])('%s', (text, expected) => {
    expect(optimizer(`\`\`\`\n${text}\n\`\`\``)).toEqual(expected)
  })

  it('knows a cure from the setup', () => {
    expect(optimizer('把优化器换成 lion 就好了', 'comment')).toEqual(['lion cure'])
    expect(optimizer("Try optim='adamw_torch_fused'", 'comment', 'helper')).toEqual(['adamw-fused mentioned'])
    expect(optimizer('| optimizer | loss |\n|---|---|\n| lion | 2.1 |\n| adamw | nan |\n')).toEqual([
      'adamw',
      'lion cure',
    ])
  })

  it.each([
    ['adamw 的 eps 在 float16 下被抹成 0，adafactor 没这个毛病。', ['adamw']],
    ['Should I use adafactor?', []],
    ['要不要换成 lion？', []],
    ['准备试 adafactor', []],
    ['I will try adafactor next.', []],
    ['没有用 fused AdamW', []],
    ['I use AdamW, not Adafactor.', ['adamw']],
    ['用的 AdamW，不是 adafactor', ['adamw']],
    ['adafactor does not have this problem', []],
    ['adafactor 就没有这个问题', []],
    ['With SGD it is fine, with AdamW the loss is 0', ['adamw']],
    ['SGD 正常，AdamW 就 nan', ['adamw']],
    ['优化器是默认的 adamw_torch', ['adamw']],
    ['optimizer: adafactor', ['adafactor']],
    ['优化器用的 adafactor', ['adafactor']],
    ['I train with adafactor.', ['adafactor']],
    ['optim=adafactor', ['adafactor']],
    ['```\noptim: str = field(default="adamw_torch", metadata={"help": "adafactor or lion"})\n```', []],
    ['```\nparser.add_argument("--optim", choices=["adamw", "adafactor", "sgd"])\n```', []],
    ['```\n# optim="adafactor"\noptim="adamw_torch"\n```', ['adamw']],
    ['试过 adafactor，也是 0', ['adafactor']],
    ['I also tried SGD, same zeros.', ['sgd']],
    ['paged_adamw_8bit 和 adamw_torch 都试了，一样', ['adamw', 'adamw-8bit']],
    ['论文里用的 lion', []],
    ['The README uses adafactor.', []],
    ['Is it related to fused AdamW', []],
    ['a sea lion dataset', []],
    ['My dataset is about lions and tigers', []],
    ['Adam said it works', []],
    ['torch.optim.AdamW 没有 fused', ['adamw']],
  ])('used or talked about: %s', (text, expected) => {
    expect(inUse(optimizer(text))).toEqual(expected)
  })

  it.each([
    ['adafactor 没这个毛病', []],
    ['try lion', []],
    ['I use lion and see the same', ['lion']],
  ] satisfies [string, string[]][])('in somebody else’s comment: %s', (text, expected) => {
    expect(inUse(optimizer(text, 'comment', 'helper'))).toEqual(expected)
  })
})

describe('readFramework', () => {
  it.each([
    ['llamafactory-cli train a.yaml', ['llamafactory']],
    ['python src/train_bash.py --stage sft', ['llamafactory']],
    ['swift sft --model Qwen/Qwen-7B', ['ms-swift']],
    ['xtuner train internlm', ['xtuner']],
    ['deepspeed --num_gpus 8 train.py', ['deepspeed']],
    ['import pytorch_lightning as pl', ['lightning']],
    ['trainer = Trainer(model=model, args=args)', ['trainer']],
    ['loss.backward()\noptimizer.step()', ['own-loop']],
    ['deepspeed==0.14.4', []],
    ['- DeepSpeed version: 0.14.4', []],
  ])('%s', (text, expected) => {
    expect(framework(`\`\`\`\n${text}\n\`\`\``)).toEqual(expected)
  })
})

describe('readHardware', () => {
  it.each([
    ['机器是一张 V100 32G', ['v100']],
    ['Tesla T4', ['t4']],
    ['显卡是两张 2080Ti', ['2080ti']],
    ['NVIDIA TITAN RTX', ['titan']],
    ['P100', ['p100']],
    ['4 × A100 40G', ['ampere-or-newer']],
    ['单卡 4090', ['ampere-or-newer']],
    ['RTX 3060 12G', ['ampere-or-newer']],
    ['昇腾 910B', ['ascend']],
    ['Ascend 910B3 with torch_npu', ['ascend']],
    ['在 Mac（M2 Max）上', ['mps']],
    ['CPU 上训练', ['cpu']],
    ['The card is a P40.', ['other-gpu']],
    ['3000 steps, 2080 samples', []],
    ['use_mps_device=False', []],
    ['T4 不支持 bf16', ['t4 mentioned']],
    ['建议换 A100', ['ampere-or-newer mentioned']],
  ])('%s', (text, expected) => {
    expect(hardware(text)).toEqual(expected)
  })

  it('does not take numbers in a log for cards', () => {
    expect(hardware('```\nstep 3090 loss 2.1\nIter [ 4090/5000]\ntrainer.py:2080\n```')).toEqual([])
    expect(hardware('```\n|   0  NVIDIA GeForce RTX 3090     On   |\n```')).toEqual(['ampere-or-newer'])
  })

  it('keeps the name as it is written', () => {
    expect(readHardware(view('Tesla V100-SXM2'))[0]).toMatchObject({ id: 'v100', name: 'V100' })
  })

  it.each([
    ['Same script on an A100 is fine; here it is a V100.', ['v100']],
    ['V100 上 loss 为 0，A100 上正常', ['v100']],
    ['同样的脚本在 A100 上是好的，昇腾 910B 就 nan', ['ascend']],
    ['准备换 A100', []],
    ['T4 (Colab)', ['t4']],
    ['显卡 4090', ['ampere-or-newer']],
    ['on an RTX 3090 24G', ['ampere-or-newer']],
    ['官方用的 A100', []],
    ['do I need an A100?', []],
    ['Merged on CPU afterwards', []],
    ['在 CPU 上训练', ['cpu']],
  ])('used or talked about: %s', (text, expected) => {
    expect(inUse(hardware(text))).toEqual(expected)
  })

  it.each([
    ['你是什么卡，V100 吗', []],
    ['V100 不支持 bf16', []],
    ['我是 3090，一样的问题', ['ampere-or-newer']],
  ] satisfies [string, string[]][])('in somebody else’s comment: %s', (text, expected) => {
    expect(inUse(hardware(text, 'comment', 'helper'))).toEqual(expected)
  })
})
