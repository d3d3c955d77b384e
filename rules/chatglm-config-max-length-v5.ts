import type { Examples, Rule } from './schema'
import { chatGlm2AndLater, knownGood, knownGoodWords, nativeGlm4, nativeGlm4Words } from './tables/chatglm'

const missing = 'ChatGLM\\w{0,20}Config.? (?:object )?has no attribute .?max_length\\b'

export const rule: Rule = {
  id: 'chatglm-config-max-length-v5',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [{ error: missing }, chatGlm2AndLater] },
  symptoms: { error: missing, decisive: true },
  environment: { package: 'transformers', range: '>=5.0.0.dev0' },
  fixes: [knownGood, nativeGlm4],
  ruler: { package: 'transformers', broken: '>=5.0.0' },
  links: [
    {
      url: 'https://github.com/zai-org/GLM-4-Voice/issues/181',
      label: 'GLM-4-Voice #181',
      what: { en: 'the same traceback', zh_CN: '同样的报错' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/a81e04a92371a6b1ba80018f012b2467bab5d61f',
      label: 'transformers a81e04a',
      what: { en: 'where the value went', zh_CN: '这个值就是在这里没有的' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM’s own code reads config.max_length, which transformers 5 dropped',
      symptom: "`from_pretrained` stops with `'ChatGLMConfig' object has no attribute 'max_length'`.",
      verdict: {
        confirmed:
          'The model’s own code reads `config.max_length`, which transformers 5 no longer gives every model, so it cannot be loaded on transformers {transformers|5}.',
        'at-risk':
          'The code that comes with {model|ChatGLM} was written for transformers 4: on transformers {transformers|5.0 and later} the model will not even load.',
      },
      cause:
        'Up to 4.57 every model’s configuration carried default settings for generating text, `max_length` among them. transformers 5 moved them elsewhere, and ChatGLM’s code still reads the old place while the model is built.',
      fixes: { 'known-good-pair': knownGoodWords.en, 'native-glm-4': nativeGlm4Words.en },
      noFix:
        'Setting `config.max_length` by hand gets past this line, but loading then fails on the shared weights, the tokenizer and the generation settings: transformers 5 breaks the old code in several places.',
    },
    zh_CN: {
      name: 'ChatGLM 自带的代码要读 config.max_length，transformers 5 里没有了',
      symptom: "执行 `from_pretrained` 时报 `'ChatGLMConfig' object has no attribute 'max_length'`。",
      verdict: {
        confirmed:
          '模型自带的代码要读 `config.max_length`，transformers 5 不再给每个模型配这个值，所以在 transformers {transformers|5} 上加载不了。',
        'at-risk':
          '{model|ChatGLM} 自带的代码是为 transformers 4 写的，在 transformers {transformers|5.0 及以后的版本} 上连加载都过不去。',
      },
      cause:
        '到 4.57 为止，每份配置里都带着生成用的默认值，`max_length` 就是其中之一。transformers 5 把它们挪走了，而 ChatGLM 自带的代码在创建模型时还到老地方去读。',
      fixes: { 'known-good-pair': knownGoodWords.zh_CN, 'native-glm-4': nativeGlm4Words.zh_CN },
      noFix:
        '手动补上 `config.max_length` 只能过这一关，后面共用权重、分词器、生成设置还会接连出错：旧代码在 transformers 5 上不止一处不兼容。',
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/mnt/ckpt/modeling_chatglm.py\", line 858, in __init__\n    self.max_sequence_length = config.max_length\nAttributeError: 'ChatGLMConfig' object has no attribute 'max_length'. Did you mean: 'seq_length'?",
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==5.0.0',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.57.6\nAttributeError: 'ChatGLMConfig' object has no attribute 'max_length'",
      verdict: 'ruled-out',
      why: 'that release still has the value',
    },
  ],
  clean: [
    { text: 'base model: THUDM/chatglm3-6b\ntransformers==4.57.6', why: 'the last release with the value' },
    {
      text: "AttributeError: 'ChatGLMConfig' object has no attribute 'num_hidden_layers'",
      why: 'another value that is missing',
    },
    {
      text: "AttributeError: 'Qwen2Config' object has no attribute 'max_length'",
      why: 'another model’s configuration',
    },
  ],
  misses: [
    { text: 'transformers 5 加载 chatglm3-6b，说配置里没有 max_length', why: 'told without the message' },
  ],
}
