import type { Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

export const rule: Rule = {
  id: 'transformers-adamw-removed',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: {
    anyOf: [
      {
        error: 'cannot import name [\'"`]AdamW[\'"`] from [\'"`]transformers(?:\\.optimization)?[\'"`]',
        decisive: true,
      },
      {
        error: 'module [\'"`]?transformers(?:\\.optimization)?[\'"`]? has no attribute [\'"`]?AdamW\\b',
        decisive: true,
      },
    ],
  },
  environment: { package: 'transformers', range: '>=4.50.0.dev0' },
  fixes: [
    { id: 'change-import', code: 'from torch.optim import AdamW' },
    {
      id: 'older-transformers',
      command: 'pip install "transformers==4.49.0"',
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '<4.50.0' },
    },
    { ...knownGood, when: anyChatGlm },
  ],
  ruler: { package: 'transformers', broken: '>=4.50.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/commit/9be4728af8bec48073ae841881d7f4e2ac3521d1',
      label: 'transformers 9be4728',
      what: { en: 'the class goes', zh_CN: '删掉这个类的提交' },
    },
    {
      url: 'https://github.com/huggingface/transformers/blob/v4.49.0/src/transformers/optimization.py',
      label: 'transformers 4.49.0',
      what: { en: 'the last release that has it', zh_CN: '最后一个还有它的版本' },
    },
  ],
  prose: {
    en: {
      name: 'transformers no longer has an AdamW of its own',
      symptom: "The script stops with `cannot import name 'AdamW' from 'transformers'`.",
      verdict: {
        confirmed:
          'The script imports `AdamW` from transformers, and transformers {transformers|4.50 or newer} no longer has it.',
      },
      cause:
        'transformers had a second AdamW beside the one in torch, marked as outdated for a long time, and removed it in 4.50.',
      fixes: {
        'change-import': {
          title: 'Import it from torch instead',
          limits:
            'Take `correct_bias` out of the call, and set `weight_decay=0.0` if you gave none: torch’s default is 0.01.',
        },
        'older-transformers': {
          title: 'Go back to transformers 4.49.0',
          limits: 'For code that you cannot change.',
        },
        'known-good-pair': knownGoodWords.en,
      },
    },
    zh_CN: {
      name: 'transformers 不再自带 AdamW',
      symptom: "脚本报 `cannot import name 'AdamW' from 'transformers'`。",
      verdict: {
        confirmed:
          '脚本要从 transformers 导入 `AdamW`，但 transformers {transformers|4.50 及以上} 已经没有它了。',
      },
      cause: 'torch 已有 AdamW，transformers 里原来还有一份自己的，早就标为过时，4.50 把它删了。',
      fixes: {
        'change-import': {
          title: '改从 torch 导入',
          limits:
            '调用里的 `correct_bias` 要去掉；原来没写 `weight_decay` 的，补上 `weight_decay=0.0`，因为 torch 的默认值是 0.01。',
        },
        'older-transformers': {
          title: '退回 transformers 4.49.0',
          limits: '适合改不了代码的情况。',
        },
        'known-good-pair': knownGoodWords.zh_CN,
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: `  File "/repo/train_ner.py", line 4, in <module>
    from transformers import AdamW, BertTokenizer
ImportError: cannot import name 'AdamW' from 'transformers' (/env/lib/python3.11/site-packages/transformers/__init__.py)`,
      verdict: 'confirmed',
      why: 'only a transformers without it prints it',
    },
    {
      text: "ImportError: cannot import name 'AdamW' from 'transformers.optimization' (/env/transformers/optimization.py)",
      verdict: 'confirmed',
      why: 'from its own module',
    },
    {
      text: 'transformers==4.50.3\nAttributeError: module transformers has no attribute AdamW',
      verdict: 'confirmed',
      why: 'used without an import of its own',
    },
    {
      text: "transformers==4.49.0\nImportError: cannot import name 'AdamW' from 'transformers'",
      verdict: 'ruled-out',
      why: 'this transformers still has it',
    },
  ],
  clean: [
    {
      text: "ImportError: cannot import name 'AdamWeightDecay' from 'transformers'",
      why: 'another class',
    },
    { text: "ImportError: cannot import name 'AdamW' from 'torch.optim'", why: 'another package' },
    { text: 'transformers==4.51.0', why: 'the version alone is no risk' },
  ],
  misses: [{ text: '新版 transformers 里找不到 AdamW', why: 'told in one’s own words' }],
}
