import type { Condition, Examples, Rule } from './schema'

const before444: Condition = {
  package: 'transformers',
  range: '>=4.43.0,<4.44.0',
  unsure: ['>=4.44.0.dev0,<4.44.0'],
}

export const rule: Rule = {
  id: 'peft-hybridcache-v5',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: {
    error: "cannot import name 'HybridCache' from 'transformers'",
    // other packages import the name too: a traceback that shows the import has to show PEFT
    within: 'peft|import_utils|^(?![\\s\\S]*HybridCache)',
    decisive: true,
  },
  told: 'HybridCache',
  environment: {
    allOf: [
      { package: 'peft', range: '>=0.16.0,<0.18.0' },
      {
        anyOf: [
          // the class went during the release candidates
          { package: 'transformers', range: '>=5.0.0', unsure: ['>=5.0.0.dev0,<5.0.0'] },
          // it came with 4.44; below 4.43 another class is missed first
          before444,
        ],
      },
    ],
  },
  fixes: [
    {
      id: 'newer-peft',
      command: 'pip install -U "peft>=0.19.1"',
      unless: before444,
      installs: { package: 'peft', range: '>=0.18.0', chosenFor: 'transformers' },
    },
    {
      id: 'older-transformers',
      command: 'pip install "transformers>=4.51,<5" "huggingface-hub<1.0"',
      unless: before444,
      installs: { package: 'transformers', range: '>=4.44.0,<5.0.0', chosenFor: 'peft' },
    },
    {
      id: 'newer-transformers',
      command: 'pip install "transformers>=4.51,<5"',
      when: before444,
      installs: { package: 'transformers', range: '>=4.44.0,<5.0.0', chosenFor: 'peft' },
    },
    {
      id: 'older-peft',
      command: 'pip install "peft==0.13.2"',
      when: before444,
      installs: { package: 'peft', range: '>=0.12.0,<0.16.0', chosenFor: 'transformers' },
    },
  ],
  ruler: { package: 'peft', broken: '>=0.16.0,<0.18.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/issues/44351',
      label: 'transformers #44351',
      what: { en: 'the same import on transformers 5.2', zh_CN: 'transformers 5.2 上的同一处 import 报错' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/cb39692dc902a1791d9963e8610267786a07812e',
      label: 'transformers #43168',
      what: { en: 'removes the old cache classes', zh_CN: '删掉旧缓存类的那次提交' },
    },
    {
      url: 'https://github.com/modelscope/ms-swift/issues/8167',
      label: 'ms-swift #8167',
      what: { en: 'met while tuning Qwen3.5', zh_CN: '微调 Qwen3.5 时遇到的' },
    },
  ],
  prose: {
    en: {
      name: 'PEFT 0.16 and 0.17 cannot be imported with transformers 5, nor with 4.43',
      symptom: "`import peft` stops with `cannot import name 'HybridCache' from 'transformers'`.",
      verdict: {
        confirmed:
          'PEFT {peft|0.16 or 0.17} imports `HybridCache`, and transformers {transformers|5} does not have it, so nothing that imports PEFT can start.',
        'at-risk':
          'PEFT {peft|0.16 or 0.17} cannot be imported beside transformers {transformers|5}: it stops at the first `import peft`.',
      },
      cause:
        'The class `HybridCache` came with transformers 4.44, and 5.0 removed it. PEFT 0.16 and 0.17 import it as soon as they are loaded; PEFT 0.18 does not.',
      fixes: {
        'newer-peft': {
          title: 'Install PEFT 0.19.1 or newer',
          limits:
            'PEFT 0.18 is enough for this error, but transformers asks for more from 5.6 on. PEFT 0.19 needs Python 3.10 or newer and refuses a torchao below 0.16.',
        },
        'older-transformers': {
          title: 'Go back to transformers 4',
          limits: 'Models that came with transformers 5, such as Qwen3.5, do not load then.',
        },
        'newer-transformers': {
          title: 'Install a newer transformers 4',
          limits: 'Old ChatGLM model code stops working with it.',
        },
        'older-peft': {
          title: 'Or keep transformers, and go back to PEFT 0.13.2',
        },
      },
    },
    zh_CN: {
      name: 'PEFT 0.16、0.17 配上 transformers 5 或 4.43 就无法导入',
      symptom: "一执行 `import peft` 就报 `cannot import name 'HybridCache' from 'transformers'`。",
      verdict: {
        confirmed:
          'PEFT {peft|0.16 或 0.17} 要导入 `HybridCache`，而 transformers {transformers|5} 里没有这个类，所以凡是用到 PEFT 的脚本都起不来。',
        'at-risk':
          'PEFT {peft|0.16 或 0.17} 和 transformers {transformers|5} 放在一起无法导入：执行到 `import peft` 就会报错。',
      },
      cause:
        '`HybridCache` 这个类 transformers 4.44 才有，5.0 又删掉了。PEFT 0.16 和 0.17 一加载就要导入它，0.18 起不再需要。',
      fixes: {
        'newer-peft': {
          title: '把 PEFT 升到 0.19.1 以上',
          limits:
            '只为消掉这个报错，0.18 就够；但 transformers 5.6 起要求更高。PEFT 0.19 需要 Python 3.10 以上，也不接受低于 0.16 的 torchao。',
        },
        'older-transformers': {
          title: '退回 transformers 4',
          limits: 'Qwen3.5 这类随 transformers 5 才支持的模型就加载不了了。',
        },
        'newer-transformers': {
          title: '把 transformers 升到较新的 4.x',
          limits: '旧的 ChatGLM 模型代码在新版上会失效。',
        },
        'older-peft': {
          title: '不想动 transformers 的话，把 PEFT 退回 0.13.2',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'Traceback (most recent call last):\n  File "sft.py", line 3, in <module>\n    from peft import LoraConfig\n  File "/usr/lib/python3.11/site-packages/peft/peft_model.py", line 37, in <module>\n    from transformers import Cache, HybridCache\nImportError: cannot import name \'HybridCache\' from \'transformers\' (/usr/lib/python3.11/site-packages/transformers/__init__.py)',
      verdict: 'confirmed',
      why: 'PEFT asks for the class that is gone',
    },
    { text: 'peft==0.16.0\ntransformers==5.0.0', verdict: 'at-risk', why: 'the versions are enough' },
    { text: 'peft==0.17.1\ntransformers==4.43.4', verdict: 'at-risk', why: 'the class came with 4.44' },
    {
      text: "peft==0.18.1\ntransformers==5.2.0\nImportError: cannot import name 'HybridCache' from 'transformers'",
      verdict: 'ruled-out',
      why: 'PEFT 0.18 does not import it: another environment runs',
    },
  ],
  clean: [
    { text: 'peft==0.18.0\ntransformers==5.0.0', why: 'the first PEFT that goes with it' },
    { text: 'peft==0.17.1\ntransformers==4.57.6', why: 'transformers 4 still has the class' },
    { text: 'peft==0.17.1\ntransformers==4.44.0', why: 'the first transformers that has it' },
    {
      text: "Traceback (most recent call last):\n  File \"/srv/app/modeling_custom.py\", line 9, in <module>\n    from transformers import HybridCache\nImportError: cannot import name 'HybridCache' from 'transformers' (/srv/lib/transformers/__init__.py)",
      why: 'not PEFT asks for it',
    },
  ],
  misses: [{ text: 'HybridCache is gone and peft will not import', why: 'told without the message' }],
}
