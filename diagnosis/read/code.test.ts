import { describe, expect, it } from 'vitest'
import { readCode } from './code'
import { brief, view } from './reading.fixture'

const read = (
  text: string,
  kind: 'description' | 'comment' | 'paste' | 'title' = 'description',
  author = 'reporter',
) => brief(readCode(view(text, { kind, author })))
const code = (text: string) => read(`Here is my script.\n\n\`\`\`python\n${text}\n\`\`\``)

describe('readCode', () => {
  it.each([
    ['model = get_peft_model(model, config)\nmodel.half()', ['half-after-get-peft-model']],
    ['model = get_peft_model(model, config)\nmodel = model.half().cuda()', ['half-after-get-peft-model']],
    ['model = get_peft_model(model, config).half()', ['half-after-get-peft-model']],
    ['model = get_peft_model(model, config)\nmodel.to(torch.float16)', ['half-after-get-peft-model']],
    ['model = model.half()\nmodel = get_peft_model(model, config)', []],
    ['model = AutoModel.from_pretrained(p).half()\nmodel = get_peft_model(model, config)', []],
    ['model = get_peft_model(model, config)\n# model.half()', []],
    [
      'model = get_peft_model(model, config)\ntrainer.train()\nmodel = AutoModel.from_pretrained(p)\nmodel = model.half()',
      [],
    ],
    ['get_peft_model(model, config, autocast_adapter_dtype=False)', ['autocast-adapter-dtype-false']],
    ['LoraConfig(modules_to_save=["embed_tokens"])', ['modules-to-save']],
    ['LoraConfig(modules_to_save=None)', []],
    ['inject_adapter_in_model(config, model)', ['inject-adapter-in-model']],
    ['model = prepare_model_for_kbit_training(model)', ['prepare-model-for-kbit-training']],
    ['model = prepare_model_for_int8_training(model)', ['prepare-model-for-kbit-training']],
    [
      'for p in model.parameters():\n    if p.requires_grad:\n        p.data = p.data.float()',
      ['cast-trainable-to-float32'],
    ],
    ['INFO - adapter - Upcasting trainable params to float32.', ['cast-trainable-to-float32']],
    ['[LoRA] 可训练参数 21,176,320，dtype 已统一转为 float32', ['cast-trainable-to-float32']],
    ['TrainingArguments(adam_epsilon=1e-4)', ['adam-epsilon-raised']],
    ['torch.optim.AdamW(params, lr=1e-4, eps=1e-6)', ['adam-epsilon-raised']],
    ['TrainingArguments(adam_epsilon=1e-8)', []],
    ["'adam_epsilon': 1e-8,", []],
    ['layernorm_epsilon=1e-5,', []],
    ['rms_norm_eps=1e-6,', []],
    ['- optimizer: Adam with betas=(0.9,0.999) and epsilon=1e-08', []],
    ['model.enable_input_require_grads()', ['enable-input-require-grads']],
    ['gradient_checkpointing=True,', ['gradient-checkpointing']],
    ['gradient_checkpointing=False,', []],
    ['trainer.train(resume_from_checkpoint="out/checkpoint-5")', ['resume-from-checkpoint']],
    ['resume_from_checkpoint=None,', []],
    ['lora_A.default.weight torch.float16 True', ['adapter-is-float16']],
    ['lora_A.default.weight torch.float32 True', ['adapter-is-float32']],
    ['labels = [-100] * len(input_ids)', ['labels-all-masked']],
    ['labels = [-100] * len(input_ids) + response', []],
    ['model = get_peft_model(base, config)\nprint(model.generate(**x))', ['adapter-not-loaded']],
    ['model = get_peft_model(base, config)\ntrainer.train()\nmodel.generate(**x)', []],
    ["cannot import name 'prepare_model_for_int8_training' from 'peft'", []],
  ])('in code: %s', (text, expected) => {
    expect(code(text)).toEqual(expected)
    expect(code(text.replace(/\n/g, '\r\n'))).toEqual(expected)
  })

  it.each([
    ['I call `.half()` after `get_peft_model`.', ['half-after-get-peft-model']],
    ['改法：把 `model.half()` 挪到 `get_peft_model` 前面，就正常了。', ['half-after-get-peft-model']],
    ['get_peft_model 之后又调用了 model.half()。', ['half-after-get-peft-model']],
    ['LoRA 权重全是 nan。', ['adapter-is-nan']],
    ['the adapter consists of NaN', ['adapter-is-nan']],
    ['保存的权重也都是 nan', ['adapter-is-nan']],
    ['打印出来 labels 全是 -100', ['labels-all-masked']],
    ['I looked: all the labels are fine', []],
    ['我已经把可训练的参数转成 float32 了，还是 0。', ['cast-trainable-to-float32']],
    ['新版会把适配器转成 float32', ['cast-trainable-to-float32 mentioned']],
    ['I read that PEFT keeps LoRA weights in float32 these days.', ['cast-trainable-to-float32 mentioned']],
    [
      'I thought PEFT casts the adapter weights to fp32 automatically.',
      ['cast-trainable-to-float32 mentioned'],
    ],
    ['The docs say that PEFT casts LoRA weights to float32.', ['cast-trainable-to-float32 mentioned']],
    ['文档说 PEFT 会把 LoRA 权重转成 float32，我这里不是。', ['cast-trainable-to-float32 mentioned']],
    ['I cast the LoRA weights to float32 as the documentation says.', ['cast-trainable-to-float32']],
    ['照文档把可训练参数转成 float32 了。', ['cast-trainable-to-float32']],
  ])('in prose: %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('reads a dump below a line that names the adapter', () => {
    const dump = "tensor([[nan, nan],\n        [nan, nan]], device='cuda:0', dtype=torch.float16)"
    expect(read(`\`lora_B.weight\` of layer 0:\n\n\`\`\`\n${dump}\n\`\`\``)).toEqual([
      'adapter-is-nan',
      'adapter-is-float16',
    ])
    expect(read(`q_proj.weight:\n\n\`\`\`\n${dump}\n\`\`\``)).toEqual([])
  })

  it('tells what others advise, and what helped, from what is run', () => {
    expect(read('Try `adam_epsilon=1e-4`.', 'comment', 'helper')).toEqual(['adam-epsilon-raised mentioned'])
    expect(read('加上 adam_epsilon=1e-4 之后正常了', 'comment')).toEqual(['adam-epsilon-raised cure'])
    expect(read('用 adam_epsilon=1e-4 重跑了一次，第二步是 3.44', 'comment')).toEqual([
      'adam-epsilon-raised cure',
    ])
    expect(read('试了 adam_epsilon=1e-4 还是 nan', 'comment')).toEqual(
      ['adam-epsilon-raised used'].map((id) => id.replace(' used', '')),
    )
    expect(read('必须执行 model.enable_input_require_grads()', 'comment', 'helper')).toEqual([
      'enable-input-require-grads mentioned',
    ])
  })

  it('leaves the lines of a diff alone', () => {
    expect(
      read('```diff\n-    mod.half()\n-    p.data = p.data.float()\n+    adam_epsilon=1e-4\n```').filter(
        (id) => !id.includes('mentioned'),
      ),
    ).toEqual([])
  })

  const seen = (...args: Parameters<typeof read>) =>
    read(...args).filter((id) => !/ (?:mentioned|cure)$/.test(id))

  it.each([
    ['打印了一下 labels，全是 -100', ['labels-all-masked']],
    ['labels 不全是 -100', []],
    ['labels 没有全是 -100，检查过', []],
    ['the labels are not all -100', []],
    ['Are the labels all -100?', []],
    ['prompt 部分的 labels 都是 -100，回答部分正常', []],
    ['padding 的位置是 -100', []],
    ['the prompt tokens are all -100, the answer is not', []],
    ['lora_B 里面全是 nan', ['adapter-is-nan']],
    ['保存下来的 adapter 权重都是 nan', ['adapter-is-nan']],
    ['adapter_model.safetensors 里全是 NaN', ['adapter-is-nan']],
    ['all LoRA weights are nan after the first step', ['adapter-is-nan']],
    ['Every tensor in adapter_model.bin is nan.', ['adapter-is-nan']],
    ['the saved adapter is full of NaN', ['adapter-is-nan']],
    ['LoRA 权重没有 nan', []],
    ['No NaN in the adapter weights.', []],
    ['the adapter contains no NaN', []],
    ['Is the adapter all NaN?', []],
    ['要不要加 modules_to_save？', []],
    ['没有设 modules_to_save', []],
    ['I did not set modules_to_save', []],
    ['modules_to_save=["lm_head"]', ['modules-to-save']],
    ['I train the embeddings too (`modules_to_save=["embed_tokens", "lm_head"]`).', ['modules-to-save']],
    ['LoRA 的参数是 float16', ['adapter-is-float16']],
    ['trainable params are torch.float16', ['adapter-is-float16']],
    ['the LoRA weights are float32', ['adapter-is-float32']],
    ['LoRA 参数都是 float32 的，我打印过', ['adapter-is-float32']],
    ['是不是要把 LoRA 转成 float32？', []],
    ['Do I have to cast the adapter to float32?', []],
    ['I cast the trainable parameters to float32, still 0', ['cast-trainable-to-float32']],
    ['把可训练参数转成了 float32，还是 0', ['cast-trainable-to-float32']],
    ['I have not cast the trainable parameters to float32.', []],
    ['没有把 LoRA 参数转成 fp32', []],
    ['If I cast the trainable parameters to float32 it trains.', []],
    ['用了 prepare_model_for_kbit_training(model)', ['prepare-model-for-kbit-training']],
    ['没有调用 prepare_model_for_kbit_training(model)', []],
    ['I do not call `prepare_model_for_kbit_training(model)`.', []],
    ['model = prepare_model_for_kbit_training(model)', ['prepare-model-for-kbit-training']],
    ['gradient_checkpointing=True', ['gradient-checkpointing']],
    ['without gradient_checkpointing=True', []],
    ['Should I call model.half() after get_peft_model?', []],
    ["I don't call half() after get_peft_model", []],
    ['autocast_adapter_dtype=False 要设吗', []],
    ['I pass autocast_adapter_dtype=False', ['autocast-adapter-dtype-false']],
  ])('in a description, used or talked about: %s', (text, expected) => {
    expect(seen(text)).toEqual(expected)
  })

  it.each([
    ['果然全是 -100', ['labels-all-masked']],
    ['the labels turned out to be all -100', ['labels-all-masked']],
    ['all of them are -100', ['labels-all-masked']],
    ['Every label is -100 indeed.', ['labels-all-masked']],
    ['标签全部被 mask 掉了', ['labels-all-masked']],
    ['发现 label 都被 mask 了', ['labels-all-masked']],
    ['labels 里没有一个不是 -100', ['labels-all-masked']],
    ['every token of the labels was masked', ['labels-all-masked']],
  ])('in the reporter’s comment: %s', (text, expected) => {
    expect(seen(text, 'comment')).toEqual(expected)
  })

  it.each([
    ['检查一下 labels 是不是全是 -100', []],
    ['check whether all labels are -100', []],
    ['Your labels are all -100.', []],
    ['看看 adapter 权重是不是都是 nan', []],
    ['LoRA 权重会是 float16', []],
    ['the adapter should be float32', []],
    ["Don't call .half() after get_peft_model", []],
  ] satisfies [string, string[]][])('in somebody else’s comment: %s', (text, expected) => {
    expect(seen(text, 'comment', 'helper')).toEqual(expected)
  })
})
