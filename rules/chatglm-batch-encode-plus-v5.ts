import type { Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodFirst, knownGoodFirstWords, knownGoodWords } from './tables/chatglm'

const missing = '(?:Tokenizer\\w{0,20}|Backend).? (?:object )?has no attribute .?batch_encode_plus\\b'

export const rule: Rule = {
  id: 'chatglm-batch-encode-plus-v5',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [{ error: missing }, { model: ['chatglm3', 'glm-4v-9b'] }] },
  symptoms: { error: missing, decisive: true },
  environment: { package: 'transformers', range: '>=5.0.0.dev0' },
  fixes: [
    { ...knownGood, when: anyChatGlm },
    knownGoodFirst,
    {
      id: 'call-the-tokenizer',
      code: 'batch = tokenizer(texts, padding=True, return_tensors="pt")  # was tokenizer.batch_encode_plus(...)',
      unless: anyChatGlm,
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
      url: 'https://github.com/huggingface/transformers/commit/05c0e1d39082ee8b69064ed4ea9c239cd17405e9',
      label: 'transformers 05c0e1d',
      what: { en: 'where the method went', zh_CN: '方法就是在这里删掉的' },
    },
    {
      url: 'https://github.com/raphaelsty/neural-cherche/issues/42',
      label: 'neural-cherche #42',
      what: { en: 'the same with another tokenizer', zh_CN: '换个分词器也一样' },
    },
    {
      url: 'https://github.com/czk1997/chatglm3-copy',
      label: 'chatglm3-copy',
      what: { en: 'a copy of ChatGLM3’s code', zh_CN: 'ChatGLM3 的代码（副本）' },
    },
  ],
  prose: {
    en: {
      name: 'batch_encode_plus is gone in transformers 5',
      symptom:
        'Encoding text stops with `… has no attribute batch_encode_plus`; with ChatGLM3 that is every `chat`.',
      verdict: {
        confirmed:
          'Something here calls the tokenizer’s `batch_encode_plus`, which transformers {transformers|5} no longer has.',
        'at-risk':
          'The code that comes with {model|ChatGLM3} builds every chat prompt with `batch_encode_plus`, which transformers {transformers|5.0 and later} no longer has.',
      },
      cause:
        'transformers 5 keeps a single way to encode text, which is to call the tokenizer itself, and has removed the older methods. ChatGLM3’s own code and many scripts still use one of those.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'known-good-first': knownGoodFirstWords.en,
        'call-the-tokenizer': {
          title: 'Call the tokenizer itself',
          limits: 'Where a library makes the call, that library needs an update instead.',
        },
        'transformers-4': { title: 'Go back to transformers 4' },
      },
    },
    zh_CN: {
      name: 'transformers 5 里没有 batch_encode_plus 了',
      symptom:
        '编码文本时报 `… has no attribute batch_encode_plus`；用 ChatGLM3 的话，每次 `chat` 都会碰上。',
      verdict: {
        confirmed:
          '这里有代码调用了分词器的 `batch_encode_plus`，而 transformers {transformers|5} 已经没有这个方法。',
        'at-risk':
          '{model|ChatGLM3} 自带的代码靠 `batch_encode_plus` 拼对话，而 transformers {transformers|5.0 及以上} 已经没有这个方法。',
      },
      cause:
        'transformers 5 编码文本只留了一种办法，就是直接调用分词器，老方法都删了。ChatGLM3 自带的代码和很多脚本用的还是老方法。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'known-good-first': knownGoodFirstWords.zh_CN,
        'call-the-tokenizer': {
          title: '直接调用分词器',
          limits: '如果是某个库在调用，要升级的是那个库。',
        },
        'transformers-4': { title: '退回 transformers 4' },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/m/tokenization_chatglm.py", line 206, in build_chat_input\n    return self.batch_encode_plus([input_ids])\nAttributeError: ChatGLMTokenizer has no attribute batch_encode_plus',
      verdict: 'confirmed',
      why: 'the message of ChatGLM3',
    },
    {
      text: "AttributeError: BertTokenizer has no attribute batch_encode_plus. Did you mean: '_encode_plus'?",
      verdict: 'confirmed',
      why: 'another tokenizer',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==5.2.0',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: 'transformers==4.57.6\nAttributeError: ChatGLMTokenizer has no attribute batch_encode_plus',
      verdict: 'ruled-out',
      why: 'that release still has it',
    },
  ],
  clean: [
    { text: 'base model: THUDM/chatglm3-6b\ntransformers==4.57.6', why: 'the last release with the method' },
    {
      text: 'AttributeError: BertTokenizer has no attribute build_inputs_with_special_tokens',
      why: 'another method',
    },
  ],
  misses: [
    { text: 'transformers 5 里 tokenizer 的 batch_encode_plus 没了', why: 'told without the message' },
  ],
}
