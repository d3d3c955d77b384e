import type { Examples, Rule } from './schema'

/** 4.53.0 alone stops at its import already, and at an accelerate one release newer. */
const missesPlugin = 'cannot import name .TorchTensorParallelPlugin. from .accelerate\\.utils\\b'

export const rule: Rule = {
  id: 'accelerate-keep-torch-compile',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: {
    anyOf: [
      {
        error: '\\bunwrap_model\\(\\) got an unexpected keyword argument [\'"`]keep_torch_compile[\'"`]',
        decisive: true,
      },
      { error: missesPlugin, decisive: true },
    ],
  },
  told: 'keep_torch_compile|TorchTensorParallelPlugin',
  environment: {
    anyOf: [
      // below these the Trainer complains of accelerate before it gets here
      {
        allOf: [
          { package: 'transformers', range: '>=4.52.0.dev0,<5.0.0.dev0' },
          { package: 'accelerate', range: '>=0.26.0,<1.3.0' },
        ],
      },
      {
        allOf: [
          { package: 'transformers', range: '>=5.0.0.dev0' },
          { package: 'accelerate', range: '>=1.1.0,<1.3.0' },
        ],
      },
      {
        allOf: [
          { package: 'transformers', range: '==4.53.0' },
          { package: 'accelerate', range: '>=0.26.0,<1.4.0' },
        ],
      },
    ],
  },
  fixes: [
    {
      id: 'newer-accelerate',
      command: 'pip install "accelerate>=1.4.0"',
      installs: { package: 'accelerate', range: '>=1.4.0', chosenFor: 'transformers' },
    },
    {
      id: 'older-transformers',
      command: 'pip install "transformers==4.51.3"',
      installs: { package: 'transformers', range: '>=4.33.0,<4.52.0', chosenFor: 'accelerate' },
    },
  ],
  ruler: { package: 'accelerate', broken: '<1.3.0' },
  links: [
    {
      url: 'https://github.com/huggingface/accelerate/pull/3282',
      label: 'accelerate #3282',
      what: { en: 'brings the argument, in 1.3.0', zh_CN: '加入这个参数，随 1.3.0 发布' },
    },
    {
      url: 'https://github.com/huggingface/transformers/pull/37725',
      label: 'transformers #37725',
      what: { en: 'makes the Trainer use it, from 4.52', zh_CN: '让 Trainer 用上它，从 4.52 起' },
    },
    {
      url: 'https://github.com/huggingface/accelerate/blob/v1.3.0/src/accelerate/accelerator.py',
      label: 'accelerate 1.3.0',
      what: { en: 'the new signature', zh_CN: '新的函数签名' },
    },
  ],
  prose: {
    en: {
      name: 'accelerate below 1.3 is too old for transformers 4.52 and later',
      symptom:
        "Training stops before its first step with `unwrap_model() got an unexpected keyword argument 'keep_torch_compile'`; on transformers 4.53.0 already the import of the Trainer does, with `cannot import name 'TorchTensorParallelPlugin'`.",
      verdict: {
        confirmed:
          'The Trainer of transformers {transformers|4.52 or newer} asks for something that accelerate {accelerate|below 1.3} does not have yet.',
        'at-risk':
          'accelerate {accelerate|below 1.3} is too old for the Trainer of transformers {transformers|4.52 or newer}: training will fail before its first step.',
      },
      cause:
        'Since 4.52 the Trainer passes `keep_torch_compile`, which accelerate has had since 1.3.0. The minimum that transformers states was not raised along with it, so pip sees nothing wrong. Release 4.53.0 alone also imports a class that came with accelerate 1.4.',
      fixes: {
        'newer-accelerate': {
          title: 'Install accelerate 1.4.0 or newer',
          limits: 'It needs torch 2.0 or newer.',
        },
        'older-transformers': {
          title: 'Go back to transformers 4.51.3',
          limits:
            'Models that came later, and PEFT releases that need a newer transformers, do not work with it.',
        },
      },
    },
    zh_CN: {
      name: 'accelerate 低于 1.3，配不上 transformers 4.52 及以上',
      symptom:
        "第一步还没训练就报 `unwrap_model() got an unexpected keyword argument 'keep_torch_compile'`；transformers 4.53.0 更早，一导入 Trainer 就报 `cannot import name 'TorchTensorParallelPlugin'`。",
      verdict: {
        confirmed:
          'transformers {transformers|4.52 及以上} 的 Trainer 要用的东西，装着的 accelerate（{accelerate|版本未写明}）里还没有。',
        'at-risk':
          'accelerate {accelerate|0.26 到 1.2} 配不上 transformers {transformers|4.52 及以上} 的 Trainer：一步都没训练就会报错。',
      },
      cause:
        'Trainer 从 4.52 起要传 `keep_torch_compile`，accelerate 到 1.3.0 才有。transformers 声明的最低版本却没跟着提高，所以 pip 觉得一切正常。4.53.0 这一版还要导入一个类，accelerate 1.4 才有。',
      fixes: {
        'newer-accelerate': {
          title: '把 accelerate 升到 1.4.0 以上',
          limits: '需要 torch 2.0 以上。',
        },
        'older-transformers': {
          title: '退回 transformers 4.51.3',
          limits: '4.51.3 之后才支持的模型，以及要求更高版本 transformers 的 PEFT，就用不了了。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: `  File "/home/ada/env/lib/python3.10/site-packages/transformers/trainer.py", line 2450, in _inner_training_loop
    self.model = unwrap_model(self.model)
[rank1]: TypeError: Accelerator.unwrap_model() got an unexpected keyword argument 'keep_torch_compile'`,
      verdict: 'confirmed',
      why: 'only this pair prints it',
    },
    {
      text: "TypeError: unwrap_model() got an unexpected keyword argument 'keep_torch_compile'",
      verdict: 'confirmed',
      why: 'an old Python, which leaves the class out',
    },
    {
      text: "transformers==4.53.0\naccelerate==1.3.0\nImportError: cannot import name 'TorchTensorParallelPlugin' from 'accelerate.utils' (/env/lib/python3.11/site-packages/accelerate/utils/__init__.py)",
      verdict: 'confirmed',
      why: 'how 4.53.0 fails, at an accelerate one release newer as well',
    },
    { text: 'transformers==4.53.0\naccelerate==1.2.1', verdict: 'at-risk', why: 'the versions are enough' },
    {
      text: "accelerate==1.6.0\nTypeError: Accelerator.unwrap_model() got an unexpected keyword argument 'keep_torch_compile'",
      verdict: 'ruled-out',
      why: 'this accelerate has the argument',
    },
  ],
  clean: [
    { text: 'transformers==4.51.3\naccelerate==1.2.1', why: 'the last that does not pass it' },
    { text: 'transformers==4.52.1\naccelerate==1.3.0', why: 'the first accelerate that has it' },
    { text: 'transformers==4.53.0\naccelerate==1.4.0', why: 'the first accelerate that has the class' },
    {
      text: "TypeError: unwrap_model() got an unexpected keyword argument 'recursive'",
      why: 'another argument',
    },
  ],
  misses: [{ text: 'torch.compile cannot be kept with my accelerate', why: 'told without the message' }],
}
