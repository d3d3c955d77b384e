import type { Condition, Examples, Rule } from './schema'
import {
  firstChatGlm,
  freshCode,
  freshCodeWords,
  knownGood,
  knownGoodFirst,
  knownGoodFirstWords,
  knownGoodWords,
} from './tables/chatglm'

/** Two of the names have hazards of their own. */
const message =
  'ChatGLM\\w{0,20}Config.? (?:object )?has no attribute .?(?!max_length\\b|num_hidden_layers\\b)[a-z_]'

/** The one who asks is the model's own code or a library, not the script's writer. */
const askedByLibrary: Condition = {
  error: message,
  within:
    'modeling_chatglm|cache_utils|modeling_utils|[\\\\/](?:generation|integrations|peft|trl|accelerate|deepspeed|vllm|optimum|swift|llamafactory|llmtuner|fastchat|auto_gptq|awq)[\\\\/]',
}

export const rule: Rule = {
  id: 'chatglm-config-attribute',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'reports',
  symptoms: { error: message, decisive: true },
  environment: { error: message },
  doubts: { not: askedByLibrary },
  fixes: [
    {
      ...knownGood,
      unless: {
        anyOf: [{ package: 'transformers', range: '>=4.36.0,<4.42.0' }, firstChatGlm],
      },
    },
    knownGoodFirst,
    freshCode,
  ],
  links: [
    {
      url: 'https://github.com/czk1997/chatglm3-copy',
      label: 'chatglm3-copy',
      what: { en: 'which names the configuration has (a copy)', zh_CN: '配置里有哪些名字（副本）' },
    },
    {
      url: 'https://github.com/vllm-project/vllm/pull/649',
      label: 'vLLM #649',
      what: { en: 'how its names differ from the usual ones', zh_CN: '它的命名和通用的有什么不同' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM’s configuration lacks a value that some code reads',
      symptom: "Loading, training or generating stops with `'ChatGLMConfig' object has no attribute '…'`.",
      verdict: {
        confirmed:
          'The code that comes with ChatGLM and the code that reads its configuration are of different ages: one asks for a value that the other does not have.',
        likely:
          'The code that comes with ChatGLM and the code that reads its configuration are most likely of different ages; the lines above the message would show who asks for the value.',
      },
      cause:
        'ChatGLM’s configuration is a file of its own, which no update of transformers changes. It fails where a newer library expects values that it never had, or where a new `modeling_chatglm.py` stands beside an old `configuration_chatglm.py`.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'known-good-first': knownGoodFirstWords.en,
        'fresh-code': freshCodeWords.en,
      },
      noFix:
        'Adding the value to `config.json` helps only if you know what it must be, and then the next one is often missing too.',
    },
    zh_CN: {
      name: 'ChatGLM 的配置里缺程序要读的值',
      symptom: "加载、训练或生成时报 `'ChatGLMConfig' object has no attribute '…'`。",
      verdict: {
        confirmed: 'ChatGLM 自带的代码和读它配置的代码不是同一时期的：一边要的值，另一边根本没有。',
        likely:
          'ChatGLM 自带的代码和读它配置的代码，多半不是同一时期的；看报错上面几行，就知道是谁在要这个值。',
      },
      cause:
        'ChatGLM 的配置是它自带的一个文件，升级 transformers 不会跟着变。新的库去读它从来没有的值，或者新的 `modeling_chatglm.py` 配上了旧的 `configuration_chatglm.py`，就会这样报错。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'known-good-first': knownGoodFirstWords.zh_CN,
        'fresh-code': freshCodeWords.zh_CN,
      },
      noFix: '往 `config.json` 里补这个值，前提是知道该填多少；而且补完一个，往往还缺下一个。',
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/root/.cache/huggingface/modules/transformers_modules/glm/modeling_chatglm.py\", line 762, in __init__\n    self.rotary_pos_emb = RotaryEmbedding(rotary_dim // 2, rope_ratio=config.rope_ratio)\nAttributeError: 'ChatGLMConfig' object has no attribute 'rope_ratio'",
      verdict: 'confirmed',
      why: 'new model code beside an old configuration',
    },
    {
      text: "  File \"/e/site-packages/vllm/config.py\", line 231, in get_head_size\n    return self.hf_text_config.head_dim\nAttributeError: 'ChatGLM4Config' object has no attribute 'head_dim'",
      verdict: 'confirmed',
      why: 'a library asks for a usual name',
    },
    {
      text: "AttributeError: 'ChatGLMConfig' object has no attribute 'intermediate_size'",
      verdict: 'likely',
      why: 'without the lines above it may be the script’s own mistake',
    },
  ],
  clean: [
    {
      text: "AttributeError: 'ChatGLMConfig' object has no attribute 'max_length'. Did you mean: 'seq_length'?",
      why: 'has a rule of its own',
    },
    {
      text: "AttributeError: 'ChatGLMConfig' object has no attribute 'num_hidden_layers'",
      why: 'has a rule of its own',
    },
    {
      text: "AttributeError: 'Glm4vConfig' object has no attribute 'image_size'",
      why: 'a model of transformers’ own',
    },
    {
      text: "AttributeError: module 'transformers_modules.chatglm-6b.configuration_chatglm' has no attribute 'ChatGLMConfig'",
      why: 'the class itself is missing',
    },
  ],
  misses: [{ text: 'chatglm3 的 config 里缺 rope_ratio', why: 'told without the message' }],
}
