import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

const noFx: Condition = {
  error: 'cannot import name .is_torch_fx_available. from .transformers\\.utils(?:\\.import_utils)?\\b',
}
/** Gone in 5.4 alone: 5.3 still has it, 5.5 has it again. */
const noFlash: Condition = { error: 'cannot import name .is_flash_attn_greater_or_equal_2_10\\b' }

/** DeepSeek's files of 2024, which import the first of the names. */
const deepSeekFiles: Condition = {
  model: ['deepseek-v2', 'deepseek-v3', 'deepseek-coder-v2', 'deepseek-moe-16b'],
}

const withoutMessage: Condition = { not: { anyOf: [noFx, noFlash] } }

export const rule: Rule = {
  id: 'is-torch-fx-available-v5',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [noFx, noFlash, deepSeekFiles] },
  symptoms: {
    anyOf: [
      { ...noFx, decisive: true },
      { ...noFlash, decisive: true },
    ],
  },
  environment: {
    anyOf: [
      { allOf: [noFx, { package: 'transformers', range: '>=5.0.0.dev0' }] },
      { allOf: [noFlash, { package: 'transformers', range: '>=5.4.0.dev0,<5.5.0' }] },
      {
        allOf: [withoutMessage, deepSeekFiles, { package: 'transformers', range: '>=5.0.0.dev0' }],
      },
    ],
  },
  fixes: [
    { ...knownGood, when: anyChatGlm },
    {
      id: 'own-class',
      code: 'model = AutoModelForCausalLM.from_pretrained(path, trust_remote_code=False)',
      unless: { anyOf: [anyChatGlm, { model: ['deepseek-moe-16b'] }] },
    },
    {
      id: 'transformers-55',
      command: 'pip install "transformers>=5.5.0"',
      when: noFlash,
      installs: { package: 'transformers', range: '>=5.5.0' },
    },
    {
      id: 'transformers-4',
      command: 'pip install "transformers>=4.57.0,<5"',
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '<5.0.0' },
    },
  ],
  ruler: { package: 'transformers', broken: '>=5.0.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/commit/55b172b8eb839300e697e91911eac66db7441316',
      label: 'transformers 55b172b',
      what: { en: 'where the function went', zh_CN: '函数就是在这里删掉的' },
    },
    {
      url: 'https://github.com/huggingface/transformers/pull/44615',
      label: 'transformers #44615',
      what: { en: 'a proposal to bring it back', zh_CN: '有人提议把它加回来' },
    },
    {
      url: 'https://github.com/vllm-project/vllm/pull/45664',
      label: 'vLLM #45664',
      what: { en: 'MiniCPM has the same trouble', zh_CN: 'MiniCPM 也有同样的问题' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/ca6acc78492f93bdd588f178fdcc22cfe678497e',
      label: 'transformers ca6acc7',
      what: { en: 'the other name comes back', zh_CN: '另一个名字又加了回来' },
    },
  ],
  prose: {
    en: {
      name: 'The model’s own code imports a helper that transformers 5 dropped',
      symptom:
        "Loading the model stops with `cannot import name 'is_torch_fx_available' from 'transformers.utils.import_utils'`.",
      verdict: {
        confirmed:
          'The code that comes with the model imports a small helper function that transformers {transformers|5} does not have.',
        'at-risk':
          'Loaded with `trust_remote_code=True`, {model|this model} brings code that imports a helper function which transformers {transformers|5.0 and later} no longer has.',
      },
      cause:
        'Code in model folders often imports helpers from inside transformers. transformers 5 removed many of them, and the code in the folders was not changed with it.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'own-class': {
          title: 'Load the model with the code that transformers has for it, not the code in its folder',
          limits:
            'Only where transformers has some, as for Phi-3, DeepSeek-V2 and V3. MiniCPM and Kimi-K2 need their own code: see the model’s page for newer files.',
        },
        'transformers-55': {
          title: 'Install transformers 5.5 or newer, which has this name again',
        },
        'transformers-4': {
          title: 'Go back to transformers 4',
          limits: 'Models that came with transformers 5 do not load there.',
        },
      },
    },
    zh_CN: {
      name: '模型自带的代码要导入的函数，transformers 5 里没有了',
      symptom:
        "加载模型时报 `cannot import name 'is_torch_fx_available' from 'transformers.utils.import_utils'`。",
      verdict: {
        confirmed: '模型自带的代码要导入一个小函数，而 transformers {transformers|5} 里没有它。',
        'at-risk':
          '{model|这个模型} 自带的代码要导入一个函数，而 transformers {transformers|5.0 及以后的版本} 里已经没有它：用 `trust_remote_code=True` 加载就会报错。',
      },
      cause:
        '模型目录里的代码常常从 transformers 内部借用一些小函数。transformers 5 清理掉了一大批，模型目录里的那份代码却没有跟着改。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'own-class': {
          title: '不用模型自带的代码，用 transformers 内置的那份',
          limits:
            '内置了才行，比如 Phi-3、DeepSeek-V2 和 V3。MiniCPM、Kimi-K2 离不开自带的代码，去模型页面看看有没有新版文件。',
        },
        'transformers-55': { title: '装 transformers 5.5 以上，这个名字又加回来了' },
        'transformers-4': {
          title: '退回 transformers 4',
          limits: '随 transformers 5 才有的新模型，在 4 上加载不了。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/cache/transformers_modules/minicpm/modeling_minicpm.py\", line 50, in <module>\n    from transformers.utils.import_utils import is_torch_fx_available\nImportError: cannot import name 'is_torch_fx_available' from 'transformers.utils.import_utils' (/e/site-packages/transformers/utils/import_utils.py)",
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "transformers==5.4.0\nImportError: cannot import name 'is_flash_attn_greater_or_equal_2_10' from 'transformers.utils'",
      verdict: 'confirmed',
      why: 'the one release without the other name',
    },
    {
      text: 'base model: deepseek-ai/DeepSeek-V2-Lite\ntransformers==5.1.0',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.57.6\nImportError: cannot import name 'is_torch_fx_available' from 'transformers.utils.import_utils'",
      verdict: 'ruled-out',
      why: 'that release still has it',
    },
    {
      text: "transformers==5.0.0\nImportError: cannot import name 'is_flash_attn_greater_or_equal_2_10' from 'transformers.utils'",
      verdict: 'ruled-out',
      why: 'that release has the other name',
    },
  ],
  clean: [
    {
      text: 'base model: deepseek-ai/DeepSeek-V2-Lite\ntransformers==4.57.6',
      why: 'the last release with the helper',
    },
    {
      text: "ImportError: cannot import name 'is_torch_npu_available' from 'transformers.utils'",
      why: 'another helper',
    },
  ],
  misses: [{ text: 'transformers 5 里 is_torch_fx_available 没了', why: 'told without the message' }],
}
