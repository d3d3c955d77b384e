import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

const gone = (names: string): string => `\\w{0,20}Cache.? (?:object )?has no attribute .?(?:${names})\\b`

const EARLY = 'get_max_length|seen_tokens|get_usable_length'
const LATE = 'key_cache|value_cache|(?:to|from)_legacy_cache'

const missing: Condition = { error: gone(`${EARLY}|${LATE}`) }

/** Models whose own code asks for the first of the names, and which transformers knows by itself only from 4.54 on. */
const deepSeekV2: Condition = { model: ['deepseek-v2', 'deepseek-coder-v2'] }

/** Since when each name is gone: read in `cache_utils.py` of the releases on either side. */
const goneSince = (names: string, range: string): Condition => ({
  allOf: [{ error: gone(names) }, { package: 'transformers', range }],
})

export const rule: Rule = {
  id: 'dynamic-cache-methods',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [missing, deepSeekV2] },
  symptoms: { ...missing, decisive: true },
  environment: {
    anyOf: [
      goneSince('get_max_length', '>=4.49.0.dev0,<5.13.0'),
      goneSince('seen_tokens|get_usable_length', '>=4.54.0.dev0'),
      goneSince('key_cache|value_cache', '>=4.56.0.dev0'),
      goneSince('(?:to|from)_legacy_cache', '>=5.0.0.dev0'),
      {
        allOf: [{ not: missing }, deepSeekV2, { package: 'transformers', range: '>=4.49.0,<4.54.0' }],
      },
    ],
  },
  fixes: [
    { ...knownGood, when: anyChatGlm },
    {
      id: 'own-class',
      code: 'model = AutoModelForCausalLM.from_pretrained(path, trust_remote_code=False)',
      unless: {
        anyOf: [anyChatGlm, { allOf: [deepSeekV2, { package: 'transformers', range: '<4.54.0' }] }],
      },
    },
    {
      id: 'transformers-448',
      command: 'pip install "transformers==4.48.3"',
      unless: { anyOf: [anyChatGlm, { error: gone(LATE) }] },
      installs: { package: 'transformers', range: '<4.49.0' },
    },
    {
      id: 'transformers-455',
      command: 'pip install "transformers==4.55.4"',
      when: { error: gone(LATE) },
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '<4.56.0' },
    },
    {
      id: 'give-them-back',
      code: `# before the model is loaded
from transformers import DynamicCache

DynamicCache.get_max_length = lambda self: None
DynamicCache.seen_tokens = property(lambda self: self.get_seq_length())
DynamicCache.get_usable_length = lambda self, new_length, layer_idx=0: self.get_seq_length(layer_idx)`,
      unless: { anyOf: [anyChatGlm, { error: gone(LATE) }] },
      workaround: true,
    },
  ],
  ruler: { package: 'transformers', broken: '>=4.49.0' },
  links: [
    {
      url: 'https://github.com/deepseek-ai/DeepSeek-Coder-V2/issues/81',
      label: 'DeepSeek-Coder-V2 #81',
      what: { en: '`get_max_length` on 4.53.2', zh_CN: '4.53.2 上找不到 `get_max_length`' },
    },
    {
      url: 'https://github.com/oreilly-japan/hands-on-llm-ja/issues/5',
      label: 'hands-on-llm-ja #5',
      what: { en: '`seen_tokens` on 4.56.2', zh_CN: '4.56.2 上找不到 `seen_tokens`' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/80dbbd103c217f422de91a3265bf6d8e8bc414f7',
      label: 'transformers 80dbbd1',
      what: { en: 'the first of them goes', zh_CN: '最先删掉的一个' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/bc161d5d06ba3b40eaca99ce42734b4f1fecfaa2',
      label: 'transformers bc161d5',
      what: { en: 'two more go, for 4.54', zh_CN: '4.54 又删掉两个' },
    },
  ],
  prose: {
    en: {
      name: 'The model’s own code uses parts of DynamicCache that transformers removed',
      symptom:
        "Generating stops with `'DynamicCache' object has no attribute 'get_max_length'` or a similar name.",
      verdict: {
        confirmed:
          'The code that comes with the model asks the cache for something that transformers {transformers|(version not stated)} no longer has.',
        'at-risk':
          'The code that comes with {model|this model} will stop on transformers {transformers|4.49 to 4.53} as soon as it generates: it uses a method of the cache that 4.49 removed.',
      },
      cause:
        'The cache keeps what was computed for earlier words. transformers renamed parts of it and removed the old names step by step from 4.49 on; code that was copied into a model’s folder in 2024 still uses them.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'own-class': {
          title: 'Load the model with the code that transformers has for it, not the code in its folder',
          limits:
            'Only where transformers has some: Phi-3 from 4.41 on, DeepSeek-V3 from 4.51, DeepSeek-V2 from 4.54. Other models cannot do without their own.',
        },
        'transformers-448': {
          title: 'Install transformers 4.48.3',
          limits: 'Not for models that came later, such as Qwen3 or Gemma 3.',
        },
        'transformers-455': {
          title: 'Install transformers 4.55.4',
          limits: 'If it then misses `get_max_length` or `seen_tokens`, 4.48.3 has them all.',
        },
        'give-them-back': {
          title: 'Give the cache its old names back',
          limits:
            'For the plain `DynamicCache`, which has no fixed length. Whatever is removed next may break it again.',
        },
      },
    },
    zh_CN: {
      name: '模型自带的代码用到 DynamicCache 里已经删掉的方法',
      symptom: "生成时报 `'DynamicCache' object has no attribute 'get_max_length'`，也可能是别的类似名字。",
      verdict: {
        confirmed:
          '模型自带的代码要用缓存里的一个名字，而 transformers {transformers|（版本未写明）} 里已经没有它了。',
        'at-risk':
          '{model|这个模型} 自带的代码在 transformers {transformers|4.49 到 4.53} 上一生成就会报错：它要用的缓存方法，4.49 已经删了。',
      },
      cause:
        '缓存里存的是前面那些词的计算结果。transformers 给其中一些东西改了名，从 4.49 起把旧名字陆续删掉；而 2024 年放进模型目录的代码，用的还是旧名字。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'own-class': {
          title: '不用模型自带的代码，用 transformers 内置的那份',
          limits:
            '要内置了才行：Phi-3 是 4.41 起，DeepSeek-V3 是 4.51 起，DeepSeek-V2 是 4.54 起。没有内置的模型，这条走不通。',
        },
        'transformers-448': {
          title: '装 transformers 4.48.3',
          limits: '比它晚出的模型不行，比如 Qwen3、Gemma 3。',
        },
        'transformers-455': {
          title: '装 transformers 4.55.4',
          limits: '如果接着又说没有 `get_max_length` 或 `seen_tokens`，就退到 4.48.3，那里都有。',
        },
        'give-them-back': {
          title: '把旧名字给缓存补回去',
          limits: '只适用于普通的 `DynamicCache`，它没有长度上限。以后再删别的，可能又会报错。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/root/.cache/huggingface/modules/transformers_modules/lite/modeling_deepseek.py\", line 1728, in prepare_inputs_for_generation\n    max_cache_length = past_key_values.get_max_length()\nAttributeError: 'DynamicCache' object has no attribute 'get_max_length'. Did you mean: 'get_seq_length'?",
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "transformers==4.56.2\n[rank0]: AttributeError: 'DynamicCache' object has no attribute 'seen_tokens'",
      verdict: 'confirmed',
      why: 'a name that went with 4.54',
    },
    {
      text: "transformers==5.0.0\nAttributeError: type object 'DynamicCache' has no attribute 'from_legacy_cache'",
      verdict: 'confirmed',
      why: 'a name that went with 5.0, asked of the class',
    },
    {
      text: 'base model: deepseek-ai/DeepSeek-V2-Lite-Chat\ntransformers==4.51.3',
      verdict: 'at-risk',
      why: 'that release knows the model only by its own code',
    },
    {
      text: "transformers==4.53.3\nAttributeError: 'DynamicCache' object has no attribute 'seen_tokens'",
      verdict: 'ruled-out',
      why: 'that release still has it',
    },
    {
      text: "transformers==5.13.0\nAttributeError: 'DynamicCache' object has no attribute 'get_max_length'",
      verdict: 'ruled-out',
      why: 'it came back with 5.13',
    },
  ],
  clean: [
    {
      text: 'base model: deepseek-ai/DeepSeek-V2-Lite-Chat\ntransformers==4.48.3',
      why: 'the last release with all the names',
    },
    {
      text: 'base model: deepseek-ai/DeepSeek-V2-Lite-Chat\ntransformers==4.57.6',
      why: 'that release has a class of its own for it',
    },
    {
      text: 'base model: Qwen/Qwen2.5-7B-Instruct\ntransformers==4.57.6',
      why: 'a model without code of its own',
    },
    {
      text: "AttributeError: 'tuple' object has no attribute 'get_seq_length'",
      why: 'no cache at all',
    },
    {
      text: "AttributeError: 'DynamicCache' object has no attribute 'shape'",
      why: 'a tuple was expected: another fault',
    },
  ],
  misses: [{ text: 'Phi-3 的 DynamicCache 没有 seen_tokens 了', why: 'told without the message' }],
}
