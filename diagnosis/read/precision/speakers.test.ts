import { describe, expect, it } from 'vitest'
import { readPrecision } from '../precision'
import { view } from '../reading.fixture'

type Case = [text: string, used: string[]]

const used = (text: string, kind: 'title' | 'description' | 'comment' = 'description', author = 'reporter') =>
  [
    ...new Set(
      readPrecision(view(text, { kind, author })).flatMap((fact) =>
        fact.kind === 'precision' && fact.stance === 'used' ? [fact.id] : [],
      ),
    ),
  ].sort()

describe('a precision, by who speaks where', () => {
  it.each([
    ['INT4 LoRA tune of LLaMA answers with empty strings', ['int4']],
    ['Nonsense from two GPUs with load_in_8bit=True', ['int8']],
    ['Nothing but unk since load_in_8bit=true', ['int8']],
  ] satisfies Case[])('in a title: %s', (text, expected) => {
    expect(used(text, 'title')).toEqual(expected)
  })

  it.each([
    [
      '```\n[INFO|2024-11-20 17:36:10] modeling_utils.py:1670 >> Instantiating Qwen2VLForConditionalGeneration model under default dtype torch.bfloat16.\n```',
      ['bf16'],
    ],
    [
      '```\n[INFO|modeling_utils.py:1417] Instantiating LlamaForCausalLM model under default dtype torch.float16.\n```',
      ['fp16'],
    ],
    ['```\nbFloat16 support not present. Using FP32, and not mixed precision\n```', ['fp32']],
    ['```\nbFloat16 enabled for mixed precision - using bfSixteen policy\n```', ['bf16']],
    [
      '```\nuse_4bit = True\nbnb_4bit_compute_dtype = "float16"\nfp16 = False\nbf16 = False\n```',
      ['amp', 'int4'],
    ],
    ['```\nquanto_config = QuantoConfig(weights="int4")\n```', ['int4']],
    ['精度用 fp16 时梯度一直是 nan，换为 fp32 时，梯度就很正常', ['amp']],
    [
      'An exception while training in FP16. The rest is fine. Should I go to BF16 or is there a fix?',
      ['amp'],
    ],
    ['We run fp16 since a V100 has no bf16. Is my data wrong?', ['amp']],
    ['模型：Qwen-7B-Chat\n精度：半精度\n方法：LoRA', ['fp16']],
    ['- Model: Llama-2-7b\n- dtype: half\n- method: LoRA', ['fp16']],
    ['| precision | result |\n|---|---|\n| fp16 | nan |\n| bf16 | fine |', ['amp']],
    ['fp16: nan\nbf16: ok\nfp32: ok', ['amp']],
    ['torch.float16 + LoRA + AdamW = nan', ['fp16']],
    ['half + LoRA + AdamW', ['fp16']],
    ['LoRA(r=8) on top of a half-precision ChatGLM2', ['fp16']],
    ['在半精度的 ChatGLM2 上加 LoRA', ['fp16']],
    ['半精度的 chatglm3-6b', ['fp16']],
    ['a float16 Mistral', ['fp16']],
    ['Mistral in float16', ['fp16']],
    ['ChatGLM3-6B（半精度）+ LoRA', ['fp16']],
    ['ChatGLM3-6B (fp16) + LoRA', ['amp']],
    ['ChatGLM3 默认 half', ['fp16']],
    ['base 没动，fp16', ['amp']],
    ['因为只有 16G 显存，模型是 half 的', ['fp16']],
    ['the base weights are float16 and I leave them so', ['fp16']],
    ['I halved the model (`.half()`) to fit', ['fp16']],
    ['I pass `torch_dtype=torch.float16` and nothing else', ['fp16']],
    ['no autocast, no scaler, weights in half', ['fp16']],
    ['没用 autocast，没用 GradScaler，权重是 half', ['fp16']],
    ['没开 fp16（显卡驱动有问题），用的 float16 加载', ['fp16']],
    ['脚本没有 --fp16 也没有 --bf16', []],
    ['fp16 参数我没加', []],
    ['The flags fp16 and bf16 are both unset', []],
    ['I left fp16 and bf16 at their defaults (False)', []],
    ['fp16=False, bf16=False, model in float16', ['fp16']],
    ['Neither fp16 nor bf16 is set; the base is loaded with .half()', ['fp16']],
    ['fp16/bf16: not set, torch_dtype: float16', ['fp16']],
    ['量化：无；精度：fp16', ['amp']],
    ['quantization: none, precision: bf16', ['bf16']],
    ['quantization: 4bit', ['int4']],
    ['量化等级：4', ['int4']],
    ['Quantization bit: none, compute type: bf16', ['bf16']],
    ['量化：8bit', ['int8']],
    ['int8 + LoRA', ['int8']],
    ['8bit LoRA', ['int8']],
    ['用 bitsandbytes 8bit 训的', ['int8']],
    ['这是 int4 的 chatglm2', ['int4']],
    ['chatglm2-6b（int4 量化版）', ['int4']],
    ['the int4 checkpoint of chatglm2', ['int4']],
    ['显存：int4 要 6G，int8 要 10G，fp16 要 13G', []],
    ['| Quantization | Memory |\n|---|---|\n| FP16 | 13 GB |\n| INT4 | 6 GB |', []],
    ['fp16 需要 13GB 显存', []],
  ] satisfies Case[])('in the description: %s', (text, expected) => {
    expect(used(text)).toEqual(expected)
  })

  it.each([
    ['是的，开了 bf16', ['bf16']],
    ['Yes, bf16=True.', ['bf16']],
    ['yes, it is float16', ['fp16']],
    ['没开，fp16 和 bf16 都没开', []],
    ['no, neither fp16 nor bf16', []],
    ['Yes, both off.', []],
    ['半精度', ['fp16']],
    ['half', ['fp16']],
    ['对，half 加载的', ['fp16']],
    ['torch_dtype 没设，默认', []],
    ['I did not pass any torch_dtype.', []],
    ['dtype 打印出来是 float16', ['fp16']],
    ['print(model.dtype) says torch.float16', ['fp16']],
    ['model.dtype 输出 torch.float16', ['fp16']],
    ['刚看了一下，config.json 里 torch_dtype 是 float16', ['fp16']],
    ['The config says "torch_dtype": "bfloat16" but I load in float16.', ['fp16']],
    ['训练脚本里有 model.half()', ['fp16']],
    ['I found a `.half()` in my code', ['fp16']],
    ['I removed .half() and it trains', []],
    ['去掉 half() 就正常了', []],
    ['把 half() 删了之后 loss 不为 0 了', []],
    ['加了 fp16=True 之后报 Attempting to unscale FP16 gradients', []],
    ['用 bf16 试了，还是 0', ['bf16']],
    ['bf16 没用，还是 nan', ['bf16']],
    ["bf16 doesn't help", ['bf16']],
    ['tried fp32, OOM', []],
    ['fp32 OOM 了', []],
    ['fp32 跑通了，确实不是 0 了', []],
    ['float32 works, thanks!', []],
    ['换成 bf16 解决了，谢谢', []],
    ['好的，我换 bf16 试试', []],
    ['OK will try bf16', []],
    ['ok 我试试 fp32', []],
    ['试了 4bit，loss 正常', []],
  ] satisfies Case[])('in the reporter’s answers: %s', (text, expected) => {
    expect(used(text, 'comment')).toEqual(expected)
  })

  it.each([
    ['模型以fp16加载？', []],
    ['开启bf16了吗?', []],
    ['bf16: same as fp32 range; fp16: 65504', []],
    ['fp16 下 LoRA 权重会 nan，换 bf16 或者升级 peft', []],
    ['If you load in float16, upgrade peft.', []],
    ['`model.half()` is the culprit', []],
    ['去掉 `.half()`', []],
    [
      'Load with torch_dtype=torch.float32:\n```python\nmodel = AutoModel.from_pretrained(p, torch_dtype=torch.float32)\n```',
      [],
    ],
    ['I had the same with `torch_dtype=torch.float16`, peft 0.10.0', ['fp16']],
    ['我也是 half 加载，peft 0.9', ['fp16']],
    ['我这 bf16 跑的，没出现过', ['bf16']],
    ['我是 4bit 量化微调的，也是输出为空', ['int4']],
    ['My setup: bf16, A100, works', ['bf16']],
    ['mine is fp16 and it trains', ['amp']],
    ['We train all of ours in bf16.', ['bf16']],
  ] satisfies Case[])('in other people’s comments: %s', (text, expected) => {
    expect(used(text, 'comment', 'helper')).toEqual(expected)
  })
})
