import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

const absent = (names: string): string =>
  `cannot import name .(?:${names})\\b.? from .transformers\\.models\\b|transformers\\.models\\.[\\w.]{1,80}.? has no attribute .(?:${names})\\b`

const missing: Condition = {
  error: absent('[A-Z]\\w{1,40}(?:FlashAttention2|SdpaAttention)|[A-Z][A-Z0-9_]{1,40}_ATTENTION_CLASSES'),
}

/** Families that lost their classes later: 4.53 for most, 4.51 and 4.52 for Siglip and CLIP. */
const later: Condition = {
  error: absent(
    '(?:Qwen2VL|Qwen2_5_VL|Qwen2Audio|Whisper|M?Bart|M2M100|Wav2Vec2|Hubert|Siglip|CLIP)(?:FlashAttention2|SdpaAttention)|(?:QWEN2_VL|QWEN2_5_VL|QWEN2AUDIO|WHISPER|M?BART|SIGLIP|CLIP)_ATTENTION_CLASSES',
  ),
}

export const rule: Rule = {
  id: 'llama-flash-attention2-import',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: { ...missing, decisive: true },
  environment: {
    anyOf: [
      { allOf: [missing, { not: later }, { package: 'transformers', range: '>=4.48.0.dev0' }] },
      { allOf: [later, { package: 'transformers', range: '>=4.51.0.dev0' }] },
    ],
  },
  fixes: [
    { ...knownGood, when: anyChatGlm },
    {
      id: 'transformers-445',
      command: 'pip install "transformers==4.45.2"',
      unless: { anyOf: [anyChatGlm, later] },
      installs: { package: 'transformers', range: '>=4.36.0,<4.48.0' },
    },
    {
      id: 'transformers-450',
      command: 'pip install "transformers==4.50.3"',
      when: later,
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '<4.51.0' },
    },
    {
      id: 'ask-for-the-kind',
      code: `# instead of importing a class for each kind
model = AutoModelForCausalLM.from_pretrained(path, attn_implementation="flash_attention_2")`,
    },
  ],
  ruler: { package: 'transformers', broken: '>=4.48.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/commit/2c47618c1a282f925446506d53108dc6e82d9ef0',
      label: 'transformers 2c47618',
      what: { en: 'where the classes went', zh_CN: '这些类就是在这里没的' },
    },
    {
      url: 'https://github.com/hiyouga/LlamaFactory/blob/v0.9.3/src/llamafactory/model/model_utils/longlora.py',
      label: 'LlamaFactory 0.9.3',
      what: { en: 'its LongLoRA needs a release below 4.48', zh_CN: '它的 LongLoRA 要求 4.48 以下' },
    },
  ],
  prose: {
    en: {
      name: 'The script imports an attention class that transformers has removed',
      symptom:
        "Importing stops with `cannot import name 'LlamaFlashAttention2' from 'transformers.models…'`.",
      verdict: {
        confirmed:
          'Some code here imports an attention class that transformers {transformers|4.48 and later} no longer has: the code was written for an older release.',
      },
      cause:
        'Up to 4.47 each model had one class for each kind of attention. From 4.48 on transformers replaced them by a single one, and code that imports the old classes stops right there.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'transformers-445': {
          title: 'Install transformers 4.45.2',
          limits:
            '4.46 and 4.47 have the class too, but count gradient accumulation wrongly. Not for models that came later, such as Qwen3.',
        },
        'transformers-450': {
          title: 'Install transformers 4.50.3',
          limits: 'Not for models that came later, such as Qwen3.',
        },
        'ask-for-the-kind': {
          title:
            'Update the project that imports it; in code of your own, name the kind of attention instead',
          limits:
            'Needs the package flash-attn. Code that replaces the class’s `forward` has to be rewritten.',
        },
      },
    },
    zh_CN: {
      name: '代码要导入的注意力类，transformers 里已经删掉了',
      symptom: "导入时报 `cannot import name 'LlamaFlashAttention2' from 'transformers.models…'`。",
      verdict: {
        confirmed:
          '这里有代码要导入一个注意力的类，transformers {transformers|4.48 及以上} 已经没有了：这段代码是按更早的版本写的。',
      },
      cause:
        '到 4.47 为止，每个模型的每种注意力各有一个类。从 4.48 起，transformers 陆续把它们合成一个；还要导入旧类的代码，一导入就报错。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'transformers-445': {
          title: '装 transformers 4.45.2',
          limits: '4.46、4.47 也有这个类，但梯度累积算得不对。比它晚出的模型不行，比如 Qwen3。',
        },
        'transformers-450': {
          title: '装 transformers 4.50.3',
          limits: '比它晚出的模型不行，比如 Qwen3。',
        },
        'ask-for-the-kind': {
          title: '升级导入它的那个项目；如果是自己的代码，改为直接写明用哪种注意力',
          limits: '需要 flash-attn。如果代码替换了旧类的 `forward`，那部分得重写。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/w/longlora.py\", line 14, in <module>\n    from transformers.models.llama.modeling_llama import LlamaFlashAttention2\nImportError: cannot import name 'LlamaFlashAttention2' from 'transformers.models.llama.modeling_llama' (/e/site-packages/transformers/models/llama/modeling_llama.py)",
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "AttributeError: module 'transformers.models.mistral.modeling_mistral' has no attribute 'MistralSdpaAttention'",
      verdict: 'confirmed',
      why: 'a patch that looks the class up',
    },
    {
      text: "transformers==4.49.0\nImportError: cannot import name 'QWEN2_ATTENTION_CLASSES' from 'transformers.models.qwen2.modeling_qwen2'",
      verdict: 'confirmed',
      why: 'the list of the classes',
    },
    {
      text: "transformers==4.53.0\nImportError: cannot import name 'Qwen2_5_VLFlashAttention2' from 'transformers.models.qwen2_5_vl.modeling_qwen2_5_vl'",
      verdict: 'confirmed',
      why: 'a family that changed later',
    },
    {
      text: "transformers==4.47.1\nImportError: cannot import name 'LlamaFlashAttention2' from 'transformers.models.llama.modeling_llama'",
      verdict: 'ruled-out',
      why: 'that release still has it',
    },
  ],
  clean: [
    { text: 'transformers==4.51.3', why: 'the version alone is no risk' },
    {
      text: "ImportError: cannot import name 'LlamaTokenizer' from 'transformers'",
      why: 'another class',
    },
    {
      text: "ImportError: cannot import name 'flash_attn_func' from 'flash_attn'",
      why: 'another package',
    },
  ],
  misses: [{ text: '新版 transformers 里没有 LlamaFlashAttention2 了', why: 'told without the message' }],
}
