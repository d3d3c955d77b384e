import type { Condition, Examples, Rule } from './schema'

const transformersFive: Condition = { package: 'transformers', range: '>=5.0.0.dev0' }

export const rule: Rule = {
  id: 'peft-is-npu-available',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: { error: "cannot import name 'is_npu_available' from 'accelerate\\.utils'", decisive: true },
  told: 'is_npu_available',
  environment: {
    allOf: [
      { package: 'peft', range: '>=0.5.0' },
      { package: 'accelerate', range: '<0.21.0' },
    ],
  },
  fixes: [
    {
      id: 'newer-accelerate',
      command: 'pip install -U "accelerate>=0.34,<1.0"',
      unless: transformersFive,
      installs: { package: 'accelerate', range: '>=0.21.0,<1.0.0', chosenFor: 'transformers' },
    },
    {
      id: 'newer-accelerate-transformers-5',
      command: 'pip install -U "accelerate>=1.1.0"',
      when: transformersFive,
      installs: { package: 'accelerate', range: '>=1.1.0', chosenFor: 'transformers' },
    },
  ],
  ruler: { package: 'peft', broken: '>=0.5.0' },
  links: [
    {
      url: 'https://github.com/huggingface/peft/blob/v0.5.0/src/peft/utils/other.py',
      label: 'peft 0.5.0',
      what: { en: 'the import that fails', zh_CN: '出错的那行 import' },
    },
    {
      url: 'https://github.com/huggingface/accelerate/blob/v0.21.0/src/accelerate/utils/imports.py',
      label: 'accelerate 0.21.0',
      what: { en: 'the first release that has the function', zh_CN: '最早有这个函数的版本' },
    },
  ],
  prose: {
    en: {
      name: 'accelerate below 0.21 is too old for PEFT 0.5 and later',
      symptom: "`import peft` stops with `cannot import name 'is_npu_available'`.",
      verdict: {
        confirmed:
          'PEFT {peft|0.5 or newer} needs a function that accelerate {accelerate|below 0.21} does not have yet, so nothing that imports PEFT can start.',
        'at-risk':
          'PEFT {peft|0.5 or newer} cannot be imported beside accelerate {accelerate|below 0.21}: it stops at the first `import peft`.',
      },
      cause:
        'Every PEFT since 0.5.0 imports `is_npu_available`, which accelerate has had since 0.21. It happens on any machine, with an NPU or without.',
      fixes: {
        'newer-accelerate': {
          title: 'Install accelerate 0.34',
          limits:
            'accelerate 0.21 would do for PEFT up to 0.14; PEFT 0.15 and later need 0.32. Below 1.0, because the Trainer of an old transformers does not work with accelerate 1.',
        },
        'newer-accelerate-transformers-5': { title: 'Install accelerate 1.1 or newer' },
      },
    },
    zh_CN: {
      name: 'accelerate 低于 0.21，配不上 PEFT 0.5 及以上',
      symptom: "一执行 `import peft` 就报 `cannot import name 'is_npu_available'`。",
      verdict: {
        confirmed:
          'PEFT {peft|0.5 及以上} 要用的一个函数，accelerate {accelerate|0.21 以前的版本} 里还没有，所以凡是用到 PEFT 的脚本都起不来。',
        'at-risk':
          'PEFT {peft|0.5 及以上} 和 accelerate {accelerate|0.21 以下} 放在一起无法导入：执行到 `import peft` 就会报错。',
      },
      cause:
        'PEFT 从 0.5.0 起每一版都要导入 `is_npu_available`，而 accelerate 到 0.21 才有它。这和机器上有没有 NPU 无关，谁都会遇到。',
      fixes: {
        'newer-accelerate': {
          title: '装 accelerate 0.34',
          limits:
            'PEFT 0.14 及以下，accelerate 0.21 就够；PEFT 0.15 起要 0.32。限制在 1.0 以下，是因为旧版 transformers 的 Trainer 配 accelerate 1 跑不起来。',
        },
        'newer-accelerate-transformers-5': { title: '把 accelerate 升到 1.1 以上' },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'Traceback (most recent call last):\n  File "finetune.py", line 8, in <module>\n    from peft import LoraConfig\n  File "/opt/conda/lib/python3.9/site-packages/peft/utils/other.py", line 24, in <module>\n    from accelerate.utils import is_npu_available, is_xpu_available\nImportError: cannot import name \'is_npu_available\' from \'accelerate.utils\' (/opt/conda/lib/python3.9/site-packages/accelerate/utils/__init__.py)',
      verdict: 'confirmed',
      why: 'the function is missing where PEFT asks for it',
    },
    { text: 'accelerate==0.20.3\npeft==0.5.0', verdict: 'at-risk', why: 'the versions are enough' },
    {
      text: "accelerate==0.28.0\npeft==0.6.2\nImportError: cannot import name 'is_npu_available' from 'accelerate.utils'",
      verdict: 'ruled-out',
      why: 'this accelerate has the function: another environment runs',
    },
  ],
  clean: [
    { text: 'accelerate==0.21.0\npeft==0.5.0', why: 'the first accelerate that has it' },
    { text: 'accelerate==0.20.3\npeft==0.4.0', why: 'the last PEFT that does without' },
    {
      text: "ImportError: cannot import name 'is_torch_npu_available' from 'transformers.utils'",
      why: 'another function, of transformers',
    },
  ],
  misses: [{ text: '装完 peft 说没有 is_npu_available', why: 'told without the message' }],
}
