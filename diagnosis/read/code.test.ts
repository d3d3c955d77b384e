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
})
