import type { Condition, Examples, Rule } from './schema'
import {
  anyChatGlm,
  knownGood,
  knownGoodFirst,
  knownGoodFirstWords,
  knownGoodWords,
  nativeGlm4,
  nativeGlm4Words,
} from './tables/chatglm'

const untied: Condition = {
  anyOf: [
    { error: 'has no attribute .?all_tied_weights_keys\\b', decisive: true },
    {
      error: '.list. object has no attribute .keys\\b',
      within: 'tied_weights_keys',
      decisive: true,
    },
  ],
}

export const rule: Rule = {
  id: 'chatglm-all-tied-weights-v5',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [untied, anyChatGlm] },
  symptoms: untied,
  environment: { package: 'transformers', range: '>=5.0.0.dev0' },
  fixes: [
    { ...knownGood, when: anyChatGlm },
    knownGoodFirst,
    {
      id: 'transformers-4',
      command: 'pip install "transformers>=4.57.0,<5"',
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '<5.0.0' },
    },
    nativeGlm4,
    {
      id: 'nothing-tied',
      code: `# before the model is loaded
from transformers import PreTrainedModel

PreTrainedModel.all_tied_weights_keys = {}`,
      unless: anyChatGlm,
      workaround: true,
    },
  ],
  ruler: { package: 'transformers', broken: '>=5.0.0' },
  links: [
    {
      url: 'https://github.com/ML-GSAI/LLaDA/issues/130',
      label: 'LLaDA #130',
      what: { en: 'another model; 4.57.1 works', zh_CN: '换一个模型也一样，4.57.1 可用' },
    },
    {
      url: 'https://github.com/OpenBMB/MiniCPM-V/issues/1087',
      label: 'MiniCPM-V #1087',
      what: { en: 'in LlamaFactory', zh_CN: 'LlamaFactory 里的情形' },
    },
    {
      url: 'https://github.com/LG-AI-EXAONE/EXAONE-3.5/pull/7',
      label: 'EXAONE-3.5 #7',
      what: { en: 'a list where a dictionary is wanted', zh_CN: '该是字典的地方写成了列表' },
    },
  ],
  prose: {
    en: {
      name: 'The model’s own code lacks all_tied_weights_keys, which transformers 5 needs',
      symptom: "Loading the model stops with `object has no attribute 'all_tied_weights_keys'`.",
      verdict: {
        confirmed:
          'The code that comes with the model skips a step that transformers {transformers|5} relies on while loading: it was written for transformers 4.',
        'at-risk':
          'The code that comes with {model|ChatGLM} was written for transformers 4 and lacks a step without which transformers {transformers|5.0 and later} does not load a model.',
      },
      cause:
        'While loading, transformers 5 looks up which weights are shared, in a list that `post_init()` prepares. ChatGLM’s own code never calls `post_init()`; the code of some other models gives the list in a form that is no longer accepted.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'known-good-first': knownGoodFirstWords.en,
        'transformers-4': {
          title: 'Go back to transformers 4',
          limits: 'Older models may want a still older release: the model’s page says which.',
        },
        'native-glm-4': nativeGlm4Words.en,
        'nothing-tied': {
          title: 'Tell transformers 5 that no weights are shared',
          limits:
            'Only for models whose input and output embeddings are separate, and not against the message about `list`. Other parts of the old code may fail next.',
        },
      },
    },
    zh_CN: {
      name: '模型自带的代码缺 all_tied_weights_keys，transformers 5 离不开它',
      symptom: "加载模型时报 `object has no attribute 'all_tied_weights_keys'`。",
      verdict: {
        confirmed:
          '模型自带的代码少了一步，而 transformers {transformers|5} 加载时离不开它：这份代码是为 transformers 4 写的。',
        'at-risk':
          '{model|ChatGLM} 自带的代码是为 transformers 4 写的，少了 transformers {transformers|5.0 及以上} 加载时必需的一步，模型会加载不了。',
      },
      cause:
        'transformers 5 加载时要查哪些权重是共用的，这份记录由 `post_init()` 准备。ChatGLM 自带的代码从不调用 `post_init()`；另一些模型虽然给了记录，格式却是旧的（该是字典的写成了列表）。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'known-good-first': knownGoodFirstWords.zh_CN,
        'transformers-4': {
          title: '退回 transformers 4',
          limits: '更老的模型可能要更老的版本，以模型页面上写的为准。',
        },
        'native-glm-4': nativeGlm4Words.zh_CN,
        'nothing-tied': {
          title: '直接告诉 transformers 5：没有共用的权重',
          limits:
            '只适用于输入、输出嵌入各自独立的模型；报错里说的是 `list` 时没用。旧代码的其他地方也可能接着出错。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "AttributeError: 'ChatGLMForConditionalGeneration' object has no attribute 'all_tied_weights_keys'. Did you mean: '_tied_weights_keys'?",
      verdict: 'confirmed',
      why: 'the message of ChatGLM',
    },
    {
      text: "[rank3]: AttributeError: 'LLaDAModelLM' object has no attribute 'all_tied_weights_keys'",
      verdict: 'confirmed',
      why: 'another model with code of its own',
    },
    {
      text: "  File \"/v/site-packages/transformers/modeling_utils.py\", line 2360, in get_expanded_tied_weights_keys\n    tied_keys = list(tied_mapping.keys())\nAttributeError: 'list' object has no attribute 'keys'",
      verdict: 'confirmed',
      why: 'a list in place of a dictionary',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==5.1.0',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.57.1\nAttributeError: 'ChatGLMForConditionalGeneration' object has no attribute 'all_tied_weights_keys'",
      verdict: 'ruled-out',
      why: 'that release does not read it',
    },
  ],
  clean: [
    { text: 'base model: THUDM/chatglm3-6b\ntransformers==4.57.6', why: 'the last release before it' },
    {
      text: "  File \"load.py\", line 9, in read\n    names = table.keys()\nAttributeError: 'list' object has no attribute 'keys'",
      why: 'a script’s own mistake',
    },
  ],
  misses: [{ text: 'transformers 5 加载 chatglm3 报 tied weights 的错', why: 'told without the message' }],
}
