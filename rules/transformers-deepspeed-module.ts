import type { Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

export const rule: Rule = {
  id: 'transformers-deepspeed-module',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: {
    anyOf: [
      { error: 'No module named [\'"`]transformers\\.deepspeed[\'"`]', decisive: true },
      {
        error: 'cannot import name [\'"`]deepspeed[\'"`] from [\'"`]transformers[\'"`]',
        decisive: true,
      },
      { error: 'module [\'"`]?transformers[\'"`]? has no attribute [\'"`]?deepspeed\\b', decisive: true },
    ],
  },
  environment: { package: 'transformers', range: '>=4.46.0.dev0' },
  fixes: [
    {
      id: 'change-import',
      code: `# instead of: from transformers import deepspeed
from transformers.integrations import deepspeed
# instead of: from transformers.deepspeed import HfDeepSpeedConfig
from transformers.integrations.deepspeed import HfDeepSpeedConfig`,
    },
    {
      id: 'older-transformers',
      command: 'pip install "transformers==4.45.2"',
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '<4.46.0' },
    },
    { ...knownGood, when: anyChatGlm },
  ],
  ruler: { package: 'transformers', broken: '>=4.46.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/commit/a3add29097b5d0aadb57020507240b29d47dd7b3',
      label: 'transformers a3add29',
      what: { en: 'the file goes', zh_CN: '删掉这个文件的提交' },
    },
    {
      url: 'https://github.com/huggingface/transformers/blob/v4.45.2/src/transformers/deepspeed.py',
      label: 'transformers 4.45.2',
      what: {
        en: 'the last release that has it: only a signpost to the new place',
        zh_CN: '最后一个还有它的版本，里面只剩指向新位置的转接',
      },
    },
  ],
  prose: {
    en: {
      name: 'The module transformers.deepspeed has moved',
      symptom:
        "The script stops with `No module named 'transformers.deepspeed'` or `cannot import name 'deepspeed' from 'transformers'`.",
      verdict: {
        confirmed:
          'The script looks for `transformers.deepspeed`, which transformers {transformers|4.46 and later} no longer has.',
      },
      cause:
        'The module has been in `transformers.integrations` since 4.33. The old place kept working until 4.45 and was removed in 4.46; whether the package DeepSpeed is installed makes no difference.',
      fixes: {
        'change-import': {
          title: 'Import it from its new place',
          limits: 'Works from transformers 4.33 on.',
        },
        'older-transformers': {
          title: 'Go back to transformers 4.45.2',
          limits: 'For code that you cannot change.',
        },
        'known-good-pair': knownGoodWords.en,
      },
    },
    zh_CN: {
      name: 'transformers.deepspeed 模块搬家了',
      symptom:
        "脚本报 `No module named 'transformers.deepspeed'`，或者 `cannot import name 'deepspeed' from 'transformers'`。",
      verdict: {
        confirmed:
          '脚本要用 `transformers.deepspeed`，但 transformers {transformers|4.46 及以上} 已经没有这个模块。',
      },
      cause:
        '这个模块从 4.33 起就搬到了 `transformers.integrations`。旧位置一直留到 4.45，4.46 删掉了；跟有没有安装 DeepSpeed 本身无关。',
      fixes: {
        'change-import': {
          title: '改从新位置导入',
          limits: 'transformers 4.33 及以上都能用。',
        },
        'older-transformers': {
          title: '退回 transformers 4.45.2',
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
      text: `  File "/root/finetune/finetune.py", line 15, in <module>
    from transformers.deepspeed import is_deepspeed_zero3_enabled
ModuleNotFoundError: No module named 'transformers.deepspeed'`,
      verdict: 'confirmed',
      why: 'only a transformers without it prints it',
    },
    {
      text: "[rank3]: ImportError: cannot import name 'deepspeed' from 'transformers' (/env/lib/python3.10/site-packages/transformers/__init__.py)",
      verdict: 'confirmed',
      why: 'as Qwen’s finetune.py imports it',
    },
    {
      text: "transformers==4.40.2\nModuleNotFoundError: No module named 'transformers.deepspeed'",
      verdict: 'ruled-out',
      why: 'this transformers still has it',
    },
  ],
  clean: [
    { text: "ModuleNotFoundError: No module named 'deepspeed'", why: 'DeepSpeed itself is not installed' },
    {
      text: "ModuleNotFoundError: No module named 'transformers.modeling_bert'",
      why: 'another module that moved',
    },
    { text: 'transformers==4.46.3\ndeepspeed==0.15.4', why: 'the versions alone are no risk' },
  ],
  misses: [{ text: 'finetune.py 里 deepspeed 那行导入报错', why: 'told without the message' }],
}
