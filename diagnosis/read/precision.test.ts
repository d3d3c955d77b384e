import { describe, expect, it } from 'vitest'
import { readPrecision } from './precision'
import { view } from './reading.fixture'

const said = (
  text: string,
  kind: 'description' | 'comment' | 'card' | 'paste' | 'title' = 'description',
  author = 'reporter',
) => readPrecision(view(text, { kind, author })).flatMap((fact) => (fact.kind === 'precision' ? [fact] : []))
const used = (...args: Parameters<typeof said>) =>
  [...new Set(said(...args).flatMap(({ id, stance }) => (stance === 'used' ? [id] : [])))].sort()

describe('readPrecision', () => {
  it.each([
    ['print({p.dtype for p in model.parameters()}) gives {torch.float16}', ['fp16']],
    ['The weights are in half precision.', ['fp16']],
    ['I load with --dtype half', ['fp16']],
    ['I load the base in float16', ['fp16']],
    ['I load it with dtype="float16"', ['fp16']],
    ['base is fp16', ['fp16']],
    ['fp16 base model, LoRA', ['fp16']],
    ['fp16 的底座，LoRA', ['fp16']],
    ['底座 half 加载', ['fp16']],
    ['模型用 half 加载的', ['fp16']],
    ['`model.half()` before training', ['fp16']],
    ['model is half precision', ['fp16']],
    ['The model was loaded as torch.half', ['fp16']],
    ['torch.float16, LoRA, 3e-3', ['fp16']],
    ['half-precision weights', ['fp16']],
    ['权重是半精度', ['fp16']],
    ['半精度加载', ['fp16']],
    ['模型是 float16 的', ['fp16']],
    ['以 fp16 加载', ['fp16']],
    ['用半精度加载模型', ['fp16']],
    ['加载精度 fp16', ['fp16']],
    ['AutoModel.from_pretrained(path).half().cuda()', ['fp16']],
    ['dtype=torch.half', ['fp16']],
    ["torch_dtype='auto', the checkpoint is float16", ['fp16']],
    ['--precision 16-true', ['fp16']],
    ['I am using 16-true', ['fp16']],
    ['precision="16-true"', ['fp16']],
    ['--torch_dtype float16', ['fp16']],
    ['fp16=True', ['amp']],
    ['--fp16', ['amp']],
    ['I train with mixed precision (fp16).', ['amp']],
    ['--mixed_precision fp16', ['amp']],
    ['开了 fp16 混合精度', ['amp']],
    ['混合精度训练 fp16', ['amp']],
    ['AMP is on', ['amp']],
    ['Native AMP', ['amp']],
    ['torch.cuda.amp.autocast()', ['amp']],
    ['with autocast(dtype=torch.float16):', ['amp']],
    ['"fp16": {"enabled": true}', ['amp']],
    ['precision: 16-mixed', ['amp']],
    ['--precision 16-mixed', ['amp']],
    ['using cuda_amp half precision backend', ['amp']],
    ['"fp16": {"enabled": false}', []],
    ['fp16=False', []],
    ['fp16: false', []],
    ['--fp16 False', []],
    ['neither `fp16=` nor `bf16=` set', []],
    ['没有开混合精度 (neither `fp16` nor `bf16`)', []],
    ['no fp16, no bf16', []],
    ['Without fp16 flag', []],
    ['没有加 fp16=True', []],
    ['fp16 和 bf16 都没开', []],
    ['fp16/bf16 都是 False', []],
    ['没有用混合精度', []],
    ['neither of fp16 and bf16', []],
    ['both fp16 and bf16 are off', []],
    ['no mixed precision, no fp16', []],
    ['bf16 is not supported on my T4', []],
    ['T4 没有 bf16', []],
    ['float32 does not fit', []],
    ['fp32 显存不够', []],
    ['float32 runs out of memory', []],
    ['I tried float32 but OOM', []],
    ['load in float32 is impossible with 24 GB', []],
    ['mlx-community/Mixtral-8x7B-v0.1-hf-4bit-mlx', ['int4']],
    ['TheBloke/Llama-2-7B-GPTQ', ['int4']],
    ['Qwen1.5-7B-Chat-AWQ', ['int4']],
    ['unsloth/llama-3-8b-bnb-4bit', ['int4']],
    ['chatglm3-6b-int4', ['int4']],
    ['4bit 量化加载', ['int4']],
    ['THUDM/chatglm-6b-int4', ['int4']],
    ['nf4 quantised base', ['int4']],
    ['QLoRA with nf4', ['int4']],
    ['8bit loading', ['int8']],
    ['chatglm2-6b-int8', ['int8']],
    ['made me remove `load_in_8bit=True`', []],
    ['I removed load_in_8bit', []],
    ['去掉了 load_in_8bit', []],
    ['without load_in_8bit', []],
    ['after dropping 8-bit loading', []],
    ['全精度训练', ['fp32']],
    ['fp16，没开 amp', ['fp16']],
    ['Only slow 8-bit matmul is supported', []],
    ['8-bit AdamW', []],
    ['with autocast(dtype=torch.bfloat16):', ['bf16']],
    ['In single precision it converges.', []],
    ['单精度的话一轮要十一个小时', []],
    ['load_in_8bit=True, fp16=True. Card: V100', ['amp', 'int8']],
  ])('anywhere: %s', (text, expected) => {
    expect(used(text)).toEqual(expected)
  })

  it.each([
    ['model = AutoModel.from_pretrained(p, torch_dtype=torch.float16)', ['fp16']],
    ['torch_dtype=torch.half,', ['fp16']],
    ['    torch_dtype="float16",', ['fp16']],
    ['"torch_dtype": "float16"', ['fp16']],
    ['dtype: float16', ['fp16']],
    ['--torch_dtype float16 \\', ['fp16']],
    ['python run.py --dtype=float16', ['fp16']],
    ['model = model.half().cuda()', ['fp16']],
    ['model.to(torch.float16)', ['fp16']],
    ['compute dtype: torch.float16', ['fp16']],
    ['torch_dtype=torch.bfloat16', ['bf16']],
    ['--torch_dtype bfloat16', ['bf16']],
    ['bf16: true', ['bf16']],
    ['  --bf16 True \\', ['bf16']],
    ['bf16=True,', ['bf16']],
    ['mixed_precision: bf16', ['bf16']],
    ['torch_dtype=torch.float32', ['fp32']],
    ['fp16: true', ['amp']],
    ['    --fp16 \\', ['amp']],
    ['--fp16 True', ['amp']],
    ['fp16=True,', ['amp']],
    ['"fp16": true,', ['amp']],
    ['"fp16": {\n  "enabled": true,', ['amp']],
    ['mixed_precision: fp16', ['amp']],
    ['accelerate launch --mixed_precision fp16 train.py', ['amp']],
    ['- mixed_precision_training: Native AMP', ['amp']],
    ['Using auto half precision backend', ['amp']],
    ["trainer = pl.Trainer(precision='16-mixed')", ['amp']],
    ['load_in_8bit=True', ['int8']],
    ['load_in_4bit=True', ['int4']],
    ['quantization_bit: 4', ['int4']],
    ['--quantization_bit 8', ['int8']],
    ['model = model.quantize(4)', ['int4']],
    ['bnb_4bit_compute_dtype=torch.float16', ['amp']],
    ['bnb_4bit_compute_dtype=torch.bfloat16', ['bf16']],
    ['fp16=False,\nbf16=False,\ntf32=None,', []],
    ['bf16: false', []],
    ['"fp16": {\n  "enabled": false,', []],
    ['fp16 = not is_bfloat16_supported(),', []],
    ['# torch_dtype=torch.float16', []],
    ['model = load()  # .half() was here', []],
    ['fp16_full_eval=False, half_precision_backend=auto, fp16_opt_level=O1', []],
    ['keep_batchnorm_fp32    : None', []],
    ['raise ValueError("Attempting to unscale FP16 gradients.")', []],
  ])('in code: %s', (text, expected) => {
    expect(used(`\`\`\`\n${text}\n\`\`\``)).toEqual(expected)
    expect(used(text.replace(/\n/g, '\r\n'), 'paste')).toEqual(expected)
  })

  it('lets the last cast of a piece of code win', () => {
    expect(
      used('```python\nm = AutoModel.from_pretrained(p).float()\nm = get_peft_model(m, c)\nm.half()\n```'),
    ).toEqual(['fp16'])
    expect(
      used(
        '```python\nm = AutoModel.from_pretrained(p, torch_dtype=torch.float16)\nmodel = model.float()\n```',
      ),
    ).toEqual(['fp32'])
  })

  it.each([
    ['模型是按半精度加载的。', ['fp16']],
    ['以 float16 载入基座', ['fp16']],
    ['the base is loaded in float16', ['fp16']],
    ['Llama-2-7b in torch.float16, LoRA on all layers.', ['fp16']],
    ['So I load it with `.half()`.', ['fp16']],
    ['底座是 fp16 的，用 LoRA 训练', ['fp16']],
    ['An fp16 base with LoRA on top.', ['fp16']],
    ['The base model is in half precision.', ['fp16']],
    ['基座以半精度加载', ['fp16']],
    ['The weights are fp16.', ['fp16']],
    ['加载时写了 torch_dtype=torch.float16（卡是 2080Ti）。', ['fp16']],
    ['全程 bf16 训练。', ['bf16']],
    ['I train with bf16 on an A100.', ['bf16']],
    ['把 bf16 改成了 fp16，其它默认。', ['amp']],
    ['打开了 FP16，batch 设成 16。', ['amp']],
    ['8×A800，fp16。', ['amp']],
    ['fp16、bf16 均失败', ['amp', 'bf16']],
    ['I have tried fp16 and bf16, same result.', ['amp', 'bf16']],
    ['底座用 4bit 装载', ['int4']],
    ['T4 不支持 bf16', []],
    ['This card has no bf16', []],
    ['2080Ti 用不了 bf16', []],
    ['建议用 bf16 格式，否则 loss 会有问题', []],
    ['脚本默认开的是不是 bf16？', []],
    ['README 里有 --fp16 这个参数，我把它删了才跑起来', []],
    ['BF16 与 FP16 在不同显卡上的支持不一样', []],
    ['没开 fp16', []],
    ['不加 fp16=True 不报错', []],
    ['I want to load it in 8bit', []],
    ['使用 bf16 之后 loss 正常了', []],
    ['switching to bf16 fixed it', []],
    ['lora in bf16, not fp16', ['bf16']],
    ['精度是 bf16，不是 fp16', ['bf16']],
    ['Use bf16, not fp16.', []],
  ])('in prose: %s', (text, expected) => {
    expect(used(text)).toEqual(expected)
  })

  it('takes what others say for remarks, unless they tell of their own run', () => {
    for (const text of [
      'A100 就别用 fp16 了，使用 bf16 再跑一次。',
      'Try bf16 instead.',
      'Please load the base in float32.',
      'float16 里 1e-8 就是 0',
      'Did you load it in float16?',
      '```python\nmodel = AutoModel.from_pretrained(p, torch_dtype=torch.bfloat16)\n```',
    ])
      expect(used(text, 'comment', 'helper'), text).toEqual([])
    expect(used('我也是用 fp16 训练的，一样的问题。', 'comment', 'other')).toEqual(['amp'])
    expect(used('是 torch.float16。', 'comment', 'reporter')).toEqual(['fp16'])
  })

  it('takes code under a heading or line of advice for advice', () => {
    expect(used('## 怎么处理\n\n```python\ntorch_dtype=torch.bfloat16\n```')).toEqual([])
    expect(used('1. 改用 bfloat16：\n\n```python\ntorch_dtype=torch.bfloat16\n```')).toEqual([])
    expect(used('Loading:\n\n```python\ntorch_dtype=torch.bfloat16\n```')).toEqual(['bf16'])
  })

  it('takes a cast of the adapter for no precision of the model', () => {
    expect(said('Please convert the adapter weights to float32.', 'comment', 'helper')).toEqual([])
    expect(used('把可训练的参数转成 float32 再开 fp16')).not.toContain('fp32')
  })
})
