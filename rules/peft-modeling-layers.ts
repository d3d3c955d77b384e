import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

/** From here on the next PEFT was seen to train; with 4.46 it meets another fault, 4.47 was not tried. */
const from448: Condition = { package: 'transformers', range: '>=4.48.0' }

export const rule: Rule = {
  id: 'peft-modeling-layers',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: {
    error: 'No module named .transformers\\.modeling_layers\\b',
    // other packages import the module too: a traceback that shows the import has to show PEFT
    within: 'peft|import_utils|^(?![\\s\\S]*modeling_layers import)',
    decisive: true,
  },
  environment: {
    allOf: [
      { package: 'peft', range: '==0.18.0' },
      // below 4.43 another class is missed first
      { package: 'transformers', range: '>=4.43.0,<4.52.0', unsure: ['>=4.52.0.dev0,<4.52.0'] },
    ],
  },
  fixes: [
    { ...knownGood, when: anyChatGlm },
    {
      id: 'next-peft',
      command: 'pip install "peft==0.18.1"',
      when: from448,
      installs: { package: 'peft', range: '>=0.18.1', chosenFor: 'transformers' },
    },
    {
      id: 'newer-transformers',
      command: 'pip install "transformers>=4.52.1,<5"',
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '>=4.52.1,<5.0.0', chosenFor: 'peft' },
    },
    {
      id: 'older-peft',
      command: 'pip install "peft==0.13.2"',
      unless: anyChatGlm,
      installs: { package: 'peft', range: '>=0.12.0,<0.16.0', chosenFor: 'transformers' },
    },
  ],
  ruler: { package: 'peft', broken: '==0.18.0' },
  links: [
    {
      url: 'https://github.com/huggingface/peft/blob/v0.18.0/src/peft/tuners/lora/model.py',
      label: 'peft 0.18.0',
      what: { en: 'the import that fails', zh_CN: '出错的那行 import' },
    },
    {
      url: 'https://github.com/huggingface/peft/blob/v0.18.1/src/peft/tuners/lora/model.py',
      label: 'peft 0.18.1',
      what: { en: 'imports it only where it is used', zh_CN: '改成用到时才导入' },
    },
    {
      url: 'https://github.com/huggingface/transformers/blob/v4.52.1/src/transformers/modeling_layers.py',
      label: 'transformers 4.52.1',
      what: { en: 'has the module', zh_CN: '已经有这个模块' },
    },
  ],
  prose: {
    en: {
      name: 'PEFT 0.18.0 cannot be imported with transformers below 4.52',
      symptom: "`import peft` stops with `No module named 'transformers.modeling_layers'`.",
      verdict: {
        confirmed:
          'PEFT {peft|0.18.0} imports a module that transformers {transformers|below 4.52} does not have yet, so nothing that imports PEFT can start.',
        'at-risk':
          'PEFT {peft|0.18.0} cannot be imported beside transformers {transformers|below 4.52}: it stops at the first `import peft`.',
      },
      cause:
        'PEFT 0.18.0 imports `transformers.modeling_layers` as soon as it is loaded, and transformers has had this module since 4.52. PEFT 0.18.1 no longer does; since PEFT states no minimum for transformers, pip does not object to either.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'next-peft': {
          title: 'Install PEFT 0.18.1',
          limits: 'Tried with transformers 4.48 and later; with 4.46 and older it fails in another place.',
        },
        'newer-transformers': {
          title: 'Install transformers 4.52 or newer',
          limits: 'The Trainer then needs accelerate 1.4 or newer.',
        },
        'older-peft': {
          title: 'Go back to PEFT 0.13.2',
          limits: 'Works with every transformers 4 that is old enough to meet this error.',
        },
      },
    },
    zh_CN: {
      name: 'PEFT 0.18.0 配上 4.52 以下的 transformers 就无法导入',
      symptom: "一执行 `import peft` 就报 `No module named 'transformers.modeling_layers'`。",
      verdict: {
        confirmed:
          'PEFT {peft|0.18.0} 要导入的模块，transformers {transformers|4.52 以前的版本} 里还没有，所以凡是用到 PEFT 的脚本都起不来。',
        'at-risk':
          'PEFT {peft|0.18.0} 和 transformers {transformers|4.52 以下} 放在一起无法导入：执行到 `import peft` 就会报错。',
      },
      cause:
        'PEFT 0.18.0 一加载就要导入 `transformers.modeling_layers`，而 transformers 到 4.52 才有这个模块。0.18.1 已经不这样做了。PEFT 没有声明 transformers 的最低版本，所以 pip 不会提醒。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'next-peft': {
          title: '装 PEFT 0.18.1',
          limits: '在 transformers 4.48 及以上试过；4.46 及更早的版本会在别处报错。',
        },
        'newer-transformers': {
          title: '把 transformers 升到 4.52 以上',
          limits: '这时 Trainer 需要 accelerate 1.4 以上。',
        },
        'older-peft': {
          title: '退回 PEFT 0.13.2',
          limits: '会碰到这个报错的 transformers 4，都能和它一起用。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'Traceback (most recent call last):\n  File "/data/tune/run.py", line 6, in <module>\n    from peft import get_peft_model\n  File "/venv/lib/python3.11/site-packages/peft/tuners/lora/model.py", line 26, in <module>\n    from transformers.modeling_layers import GradientCheckpointingLayer\nModuleNotFoundError: No module named \'transformers.modeling_layers\'',
      verdict: 'confirmed',
      why: 'PEFT asks for the module',
    },
    {
      text: 'peft==0.18.0\ntransformers==4.51.3',
      verdict: 'at-risk',
      why: 'the last transformers without the module',
    },
    {
      text: "peft==0.18.1\ntransformers==4.51.3\nModuleNotFoundError: No module named 'transformers.modeling_layers'",
      verdict: 'ruled-out',
      why: 'PEFT 0.18.1 does not import it: another environment runs',
    },
  ],
  clean: [
    { text: 'peft==0.18.0\ntransformers==4.52.1', why: 'the first transformers that has it' },
    { text: 'peft==0.17.1\ntransformers==4.51.3', why: 'the PEFT before' },
    { text: 'peft==0.18.1\ntransformers==4.51.3', why: 'the PEFT after' },
    {
      text: 'Traceback (most recent call last):\n  File "/srv/app/modeling_own.py", line 11, in <module>\n    from transformers.modeling_layers import GradientCheckpointingLayer\nModuleNotFoundError: No module named \'transformers.modeling_layers\'',
      why: 'not PEFT asks for it',
    },
  ],
  misses: [{ text: 'peft 0.18 装上以后 modeling_layers 找不到', why: 'told without the message' }],
}
