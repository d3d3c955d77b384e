import { describe, expect, it } from 'vitest'
import { readPrecision } from '../precision'
import { view } from '../reading.fixture'

const used = (text: string) =>
  readPrecision(view(text))
    .flatMap((fact) => (fact.kind === 'precision' && fact.stance === 'used' ? [fact.id] : []))
    .sort()
    .join(', ')

const log = `
\`\`\`
{'loss': 1.2, 'grad_norm': 0.9, 'epoch': 0.02}
{'loss': nan, 'grad_norm': nan, 'epoch': 0.04}
{'loss': nan, 'grad_norm': nan, 'epoch': 0.06}
\`\`\`
`

describe('the type of the weights beside a flag that is off', () => {
  const cases: [text: string, expected: string][] = [
    ['加载：`torch_dtype=torch.float16`，没有开 `fp16=True`（开了会报错，就关掉了）。', 'fp16'],
    ['加载用 torch_dtype=torch.float16，fp16=True 没开。', 'fp16'],
    ['`torch_dtype=torch.float16`，`fp16=False`。', 'fp16'],
    ['模型 float16 加载，没加 --fp16。', 'fp16'],
    ['底座半精度加载，没有用 fp16=True，因为会报 unscale 的错。', 'fp16'],
    ['模型是 half 加载的，训练参数里没有设 fp16。', 'fp16'],
    ['加载方式：torch_dtype=float16；fp16=True 一开就报错，所以没开。', 'fp16'],
    ['加载时 torch_dtype=torch.float16（没有用 bf16=True，卡不支持）。', 'fp16'],
    ['model.half()，没有 autocast，没有 fp16=True。', 'fp16'],
    ['I load with `torch_dtype=torch.float16` and do not set `fp16=True` (it raises an error).', 'fp16'],
    ['The base is loaded in float16, no `fp16=True`.', 'fp16'],
    ['torch_dtype=torch.float16 without fp16=True, since that raised "Attempting to unscale".', 'fp16'],
    ['`torch_dtype=torch.float16`, but I did not pass --fp16 to the Trainer.', 'fp16'],
    ['load: `torch_dtype=torch.float16`; `fp16=True` is off, because with it I get a ValueError.', 'fp16'],
    ['没开 fp16，用的 bf16=True。', 'bf16'],
    ['没有用 `torch.float16`，用的是 `torch_dtype=torch.bfloat16`。', 'bf16'],
    ['not `torch_dtype=torch.float16` but `torch_dtype=torch.bfloat16`', 'bf16'],
    ['没有写 torch_dtype=torch.float16。', ''],
    ['TrainingArguments 里没写 fp16=True。', ''],
    ['no torch_dtype=torch.float16 anywhere in my script', ''],
  ]
  it.each(cases)('%s → %s', (text, expected) => {
    expect(used(text)).toBe(expected)
    expect(used(`${text}${log}`)).toBe(expected)
    expect(used(`${log}${text}`)).toBe(expected)
  })
})

describe('one precision after the other', () => {
  it.each([
    ['bf16 的时候 loss 是 0.5。\n改成 fp16，loss 有数字，但是 grad_norm 还是 nan：', 'amp, bf16'],
    ['用 bf16 训练，grad_norm 是 nan。换成 fp16 以后，grad_norm 仍然是 nan。', 'amp, bf16'],
    ['用 bf16 训练不收敛。换 fp16 也一样。', 'amp, bf16'],
    ['用 bf16 训练 loss 飞了，改用 fp16 依旧。', 'amp, bf16'],
    ['bf16 会发散，fp16 也发散', 'amp, bf16'],
    ['bf16：loss 10 以上，改为 fp16 后：loss 还是 10 以上', 'amp, bf16'],
    ['With bf16 the grad_norm is nan. After switching to fp16 it is still nan.', 'amp, bf16'],
    [
      'I train in bf16 and it is nan. After switching to fp16 the loss has numbers, but grad_norm is still nan.',
      'amp, bf16',
    ],
    ['bf16 explodes. fp16 explodes too.', 'amp, bf16'],
    ['loss 一直不收敛，用的是 fp16。改成 bf16 以后收敛了。', 'amp'],
    ['The loss never converges with fp16. With bf16 it converges.', 'amp'],
    ['fp16 训练会发散，改用 bf16 后正常了', 'amp'],
    ['用 fp16 训练，loss 飞了；bf16 就正常', 'amp'],
    ['加了 fp16 之后换成 bf16，就正常了', ''],
  ])('%s → %s', (text, expected) => {
    expect(used(text)).toBe(expected)
  })
})

describe('a command beside a question whether its result is normal', () => {
  it.each([
    [
      '最后一个掉这么多正常吗？命令：\n```shell\nswift export --quant_bits 4 --quant_method gptq\n```',
      'int4',
    ],
    ['最后 loss 是 3，正常吗？参数：\n```\n--fp16 True\n```', 'amp'],
    ['训练后 loss 在 2 左右正常吗？脚本：\n```\n--bf16\n```', 'bf16'],
    ['Is such a loss after 3 epochs normal? Command:\n```\n--load_in_8bit\n```', 'int8'],
  ])('%s → %s', (text, expected) => {
    expect(used(text)).toBe(expected)
  })
})

describe('a setup announced after talk of solutions', () => {
  it.each([
    ['loss 0. I tried every solution I found, that does not work. Config:\n```yaml\nbf16: true\n```', 'bf16'],
    ['loss 为 0，建议的解决办法都试过，没用。训练参数如下：\n```\n--fp16 True\n```', 'amp'],
    ['The solution is this config:\n```yaml\nbf16: true\n```', ''],
    ['建议改成下面的配置：\n```yaml\nbf16: true\n```', ''],
  ])('%s → %s', (text, expected) => {
    expect(used(text)).toBe(expected)
  })
})

describe('what a test looks at', () => {
  it.each([
    'The helper is called at the end, and a test checks that each parameter with `requires_grad` is float32.',
    'A test asserts that all trainable parameters are float32.',
    'The test makes sure that every parameter with requires_grad is in float32.',
    '测试里会检查每个 requires_grad 的参数都是 float32。',
    '加了个断言，保证可训练参数都是 fp32。',
  ])('%s', (text) => {
    expect(used(text)).toBe('')
  })
})

describe('half precision as a switch of the training', () => {
  it.each([
    ['启用半精度后，训练 loss = nan', 'amp'],
    ['开启半精度训练以后 loss 就是 nan', 'amp'],
    ['半精度训练的时候，loss 为 nan', 'amp'],
    ['训练时用的半精度，loss 变成 nan', 'amp'],
    ['When training with half precision the loss is nan.', 'amp'],
    ['I enabled half precision and the loss is nan.', 'amp'],
    ['用半精度的底座训练，loss 为 nan', 'fp16'],
    ['用半精度加载，loss 为 nan', 'fp16'],
    ['The base is in half precision, the loss is nan.', 'fp16'],
  ])('%s → %s', (text, expected) => {
    expect(used(text)).toBe(expected)
  })
})

describe('what goes well beside what fails', () => {
  it.each([
    [
      'I use 4bit and 8bit of a gemma3 4b and the output is always empty. Fp16 and 32 work properly.',
      'int4, int8',
    ],
    ['- with the `-bf16` flag the loss is 0\n- with `-fp16` flag, the training process is success.', 'bf16'],
    ['With `--bf16` the loss is 0; with `--fp16` training succeeds.', 'bf16'],
    ['bf16 loss 是 0，fp16 训练成功。', 'bf16'],
    ['fp16 的 loss 一直是 0，用 bf16 就成功了', 'amp'],
    ['V100 用 fp16 或者 fp32 都不行，都会 loss 为 0，换了 A100 就好了', 'amp, fp32'],
    ['fp16、fp32 都不行，loss 都是 0', 'amp, fp32'],
    ['whether I use fp16 or bf16, loss is 0', 'amp, bf16'],
    ['I do not know whether I use fp16 or bf16, loss is 0', ''],
    ['代码里写的是 int4，loss 为 0', 'int4'],
  ])('%s → %s', (text, expected) => {
    expect(used(text)).toBe(expected)
  })
})
