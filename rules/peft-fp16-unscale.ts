import type { Condition, Examples, Rule } from './schema'

const UNSCALE = '[Aa]ttempting to unscale FP16 gradients'

/** The releases whose LoRA weights take the dtype of the base, and the development versions on either edge. */
const BROKEN = '>=0.7.0,<0.12.0'
const BETWEEN = ['>=0.6.3.dev0,<0.7.0', '>=0.11.2.dev0,<0.12.0']

/** What makes trained weights float16 whatever PEFT is installed. */
const castToHalf: Condition = {
  code: ['half-after-get-peft-model', 'autocast-adapter-dtype-false', 'adapter-is-float16'],
}

/** What keeps them float32, or shows that the run went past the point where the exception comes. */
const doesNotRaise: Condition = {
  anyOf: [
    { framework: ['llamafactory'] },
    {
      code: ['cast-trainable-to-float32', 'prepare-model-for-kbit-training', 'adapter-is-float32'],
    },
    { precision: ['int8', 'int4', 'bf16', 'fp32'] },
    { symptom: ['loss-zero', 'loss-nan', 'mute-output'] },
    {
      log: [
        'finite-then-zero',
        'finite-then-nan',
        'zero-from-first',
        'nan-from-first',
        'alternating',
        'finite',
      ],
    },
  ],
}

const withoutLora: Condition = { allOf: [{ method: ['full'] }, { not: { method: ['lora'] } }] }
const transformersFive: Condition = { package: 'transformers', range: '>=5.0.0.dev0' }

/** Another PEFT would change nothing. */
const peftIsNotWhy: Condition = {
  anyOf: [
    castToHalf,
    withoutLora,
    { code: ['modules-to-save', 'inject-adapter-in-model'] },
    { package: 'peft', range: '>=0.12.0' },
    { package: 'peft', range: '<0.7.0' },
  ],
}

export const rule: Rule = {
  id: 'peft-fp16-unscale',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: { error: UNSCALE, decisive: true },
  environment: {
    anyOf: [
      // it is raised for float16 gradients and for nothing else, whatever the versions
      { error: UNSCALE },
      {
        allOf: [
          { anyOf: [{ package: 'peft', range: BROKEN, unsure: BETWEEN }, castToHalf] },
          { precision: ['fp16'] },
          { precision: ['amp'] },
          { not: doesNotRaise },
        ],
      },
    ],
  },
  fixes: [
    {
      id: 'move-half-call',
      code: `model = model.half()
model = get_peft_model(model, config)`,
      when: { code: ['half-after-get-peft-model'] },
    },
    {
      id: 'upgrade-peft',
      command: 'pip install "peft>=0.12.0,<0.14.0"',
      unless: { anyOf: [peftIsNotWhy, transformersFive] },
      installs: { package: 'peft', range: '>=0.12.0,<0.14.0', chosenFor: 'transformers' },
    },
    {
      id: 'upgrade-peft-transformers-5',
      command: 'pip install -U "peft>=0.20.0"',
      when: transformersFive,
      unless: peftIsNotWhy,
      installs: { package: 'peft', range: '>=0.20.0', chosenFor: 'transformers' },
    },
    {
      id: 'cast-to-float32',
      code: `model = get_peft_model(model, config)
for parameter in model.parameters():
    if parameter.requires_grad:
        parameter.data = parameter.data.float()`,
      unless: withoutLora,
    },
    {
      id: 'bfloat16-base',
      code: `model = AutoModelForCausalLM.from_pretrained(name, torch_dtype=torch.bfloat16)
args = TrainingArguments(..., bf16=True)`,
      unless: { hardware: ['v100', 't4', '2080ti', 'titan', 'p100', 'mps'] },
    },
    {
      id: 'float32-base',
      code: `model = AutoModelForCausalLM.from_pretrained(name, torch_dtype=torch.float32)
args = TrainingArguments(..., fp16=True)`,
    },
  ],
  ruler: { package: 'peft', broken: BROKEN },
  links: [
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/1764',
      label: 'LlamaFactory #1764',
      what: { en: 'LoRA on ChatGLM3-6B', zh_CN: 'ChatGLM3-6B 做 LoRA 时的报告' },
    },
    {
      url: 'https://github.com/modelscope/ms-swift/issues/225',
      label: 'ms-swift #225',
      what: { en: 'the same with ms-swift', zh_CN: 'ms-swift 里的同一报错' },
    },
    {
      url: 'https://github.com/huggingface/peft/blob/v0.12.0/src/peft/mapping.py',
      label: 'peft 0.12.0',
      what: { en: 'adapters become float32 from here on', zh_CN: '从这一版起适配器转成 float32' },
    },
  ],
  prose: {
    en: {
      name: 'The weights being trained are float16',
      symptom: 'The first step stops with `ValueError: Attempting to unscale FP16 gradients`.',
      verdict: {
        confirmed:
          'The weights being trained are float16 (PEFT {peft|version not stated}), and mixed precision (`fp16=True`) needs them in float32. The mute model comes from the same cause; here an exception stopped it in time.',
        'at-risk':
          'In this setup (PEFT {peft|version not stated}) the weights being trained are float16 and `fp16=True` is on: the first training step will stop with `Attempting to unscale FP16 gradients`.',
      },
      cause:
        '`fp16=True` switches on gradient scaling, which refuses gradients that are float16 themselves, so the weights being trained have to be float32. PEFT 0.7.0 to 0.11.1 make LoRA weights float16 on a float16 base; `.half()` after `get_peft_model`, or full fine-tuning of a model loaded in float16, does the same with any PEFT.',
      fixes: {
        'move-half-call': {
          title: 'Call `.half()` before `get_peft_model`, or not at all',
          limits: 'With PEFT 0.7.0 to 0.11.1 that alone is not enough: upgrade it as well.',
        },
        'upgrade-peft': {
          title: 'Install PEFT 0.12 or 0.13, where LoRA weights are float32',
          limits:
            'Only helps if the installed PEFT is 0.7.0 to 0.11.1. With transformers 4.43 or newer a later PEFT will do as well.',
        },
        'upgrade-peft-transformers-5': { title: 'Install PEFT 0.20 or newer' },
        'cast-to-float32': {
          title: 'Keep PEFT and cast the trained weights to float32',
          limits:
            'After `get_peft_model` and after the last `.half()`. Works with any PEFT and any GPU; keep `fp16=True`.',
        },
        'bfloat16-base': {
          title: 'Load the base in bfloat16 and train with `bf16=True`',
          limits: 'Needs a GPU of the Ampere generation or newer: not a V100, T4 or 2080 Ti.',
        },
        'float32-base': {
          title: 'Load the whole model in float32',
          limits: 'The way for full fine-tuning. The weights take twice the memory.',
        },
      },
      noFix:
        'Do not just take `fp16=True` out: the exception goes, but the weights stay float16, and with AdamW they turn to NaN in the first step while the log says `loss 0.0`.',
    },
    zh_CN: {
      name: '正在训练的权重是 float16',
      symptom: '训练第一步就报 `ValueError: Attempting to unscale FP16 gradients`。',
      verdict: {
        confirmed:
          '这里要训练的权重是 float16（PEFT {peft|版本未写明}），而混合精度（`fp16=True`）要求它们是 float32。这和“模型失语”是同一个根源，只不过这次及时报了错。',
        'at-risk':
          '在这样的设置下（PEFT {peft|版本未写明}），要训练的权重是 float16，又开了 `fp16=True`：训练第一步就会报 `Attempting to unscale FP16 gradients`。',
      },
      cause:
        '`fp16=True` 会启用梯度缩放（GradScaler），它不接受本身就是 float16 的梯度，所以要训练的权重必须是 float32。基座是 float16 时，PEFT 0.7.0 到 0.11.1 会把 LoRA 权重也建成 float16；在 `get_peft_model` 之后调用 `.half()`，或者用 float16 加载后做全参微调，则不管 PEFT 是哪一版都会这样。',
      fixes: {
        'move-half-call': {
          title: '把 `.half()` 挪到 `get_peft_model` 之前，或者干脆删掉',
          limits: 'PEFT 如果是 0.7.0 到 0.11.1，光挪位置还不够，要一并升级。',
        },
        'upgrade-peft': {
          title: '装 PEFT 0.12 或 0.13，LoRA 权重会是 float32',
          limits:
            '当前 PEFT 是 0.7.0 到 0.11.1 时才管用。transformers 在 4.43 以上的，装更高版本的 PEFT 也行。',
        },
        'upgrade-peft-transformers-5': { title: '把 PEFT 升到 0.20 以上' },
        'cast-to-float32': {
          title: '不动 PEFT，自己把要训练的权重转成 float32',
          limits: '放在 `get_peft_model` 和最后一次 `.half()` 之后。PEFT 和显卡不限；`fp16=True` 照旧保留。',
        },
        'bfloat16-base': {
          title: '用 bfloat16 加载基座，训练时设 `bf16=True`',
          limits: '显卡要 Ampere 或更新的架构；V100、T4、2080 Ti 不行。',
        },
        'float32-base': {
          title: '整个模型都用 float32 加载',
          limits: '全参微调就用这个办法。权重占的显存翻倍。',
        },
      },
      noFix:
        '不要只去掉 `fp16=True`：报错是没了，权重却还是 float16，AdamW 走完第一步就成了 NaN，日志里只显示 `loss 0.0`。',
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '[rank1]: Traceback (most recent call last):\n[rank1]:   File "/opt/env/lib/python3.10/site-packages/torch/amp/grad_scaler.py", line 260, in _unscale_grads_\n[rank1]:     raise ValueError("Attempting to unscale FP16 gradients.")\n[rank1]: ValueError: Attempting to unscale FP16 gradients.',
      verdict: 'confirmed',
      why: 'the scaler says so itself',
    },
    {
      text: 'peft==0.13.2\nmodel = get_peft_model(model, config)\nmodel = model.half()\nValueError: Attempting to unscale FP16 gradients.',
      verdict: 'confirmed',
      why: 'float16 by the script, with a PEFT that casts',
    },
    {
      text: 'peft==0.9.0\nmodel = AutoModel.from_pretrained(path, torch_dtype=torch.float16)\nmodel = get_peft_model(model, config)\nargs = TrainingArguments(output_dir="out", fp16=True)',
      verdict: 'at-risk',
      why: 'float16 base, fp16=True and a PEFT that follows the base',
    },
  ],
  clean: [
    { text: 'peft==0.9.0', why: 'versions alone are no risk of this' },
    {
      text: 'peft==0.9.0\nmodel = AutoModel.from_pretrained(path, torch_dtype=torch.float16)\nmodel = get_peft_model(model, config)',
      why: 'without the flag nothing raises: the silent twin',
    },
    {
      text: 'peft==0.12.0\nmodel = AutoModel.from_pretrained(path, torch_dtype=torch.float16)\nmodel = get_peft_model(model, config)\nargs = TrainingArguments(output_dir="out", fp16=True)',
      why: 'this PEFT casts adapters to float32',
    },
  ],
  misses: [{ text: '开了 fp16 之后第一步就报 unscale 的错', why: 'told without the message' }],
}
