import type { Condition, Examples, Rule } from './schema'
import { chatGlm2AndLater, knownGood, knownGoodWords, ownCache, ownCacheWords } from './tables/chatglm'

const message = 'too many values to unpack \\(expected 2'

/** The message in the model’s own code. */
const inModelCode: Condition = {
  error: message,
  within: 'cache_k, cache_v = kv_cache|modeling_chatglm\\.py|cache_name, cache = self\\._extract_past',
  decisive: true,
}
/** Code that was updated for 4.42 meets an older release, which hands over one tuple with an entry for each layer. */
const updatedCode: Condition = {
  allOf: [{ error: message }, { package: 'transformers', range: '<4.42.0.dev0' }],
}

export const rule: Rule = {
  id: 'chatglm-past-tuple-unpack',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [inModelCode, chatGlm2AndLater, { model: ['cogvlm'] }] },
  symptoms: { anyOf: [inModelCode, { error: message }] },
  environment: { anyOf: [{ package: 'transformers', range: '>=4.42.0.dev0,<4.44.0' }, updatedCode] },
  // without its traceback the message may come from anywhere
  doubts: { not: inModelCode },
  fixes: [
    { ...knownGood, unless: { package: 'transformers', range: '<4.42.0.dev0' } },
    {
      id: 'release-of-the-files',
      command: 'pip install "transformers==4.42.4" "peft==0.13.2"',
      when: { package: 'transformers', range: '<4.42.0.dev0' },
      installs: { package: 'transformers', range: '>=4.42.0,<4.44.0' },
    },
    ownCache,
  ],
  ruler: { package: 'transformers', broken: '>=4.42.0,<4.44.0' },
  links: [
    {
      url: 'https://github.com/zai-org/ChatGLM3/issues/1300',
      label: 'ChatGLM3 #1300',
      what: { en: 'the traceback of ChatGLM3-6B', zh_CN: 'ChatGLM3-6B 的完整报错' },
    },
    {
      url: 'https://github.com/datawhalechina/self-llm/issues/198',
      label: 'self-llm #198',
      what: { en: 'GLM-4-9B with a LoRA adapter', zh_CN: 'GLM-4-9B 加载 LoRA 后推理' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/7729b7747872eabe461a8d2d4ce1068ae0e716a8',
      label: 'transformers 7729b77',
      what: { en: 'the changed return value', zh_CN: '返回值就是在这里变的' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM’s cache code and transformers do not match: too many values to unpack',
      symptom:
        'Training runs, and generating stops with `too many values to unpack (expected 2)` inside `modeling_chatglm.py`.',
      verdict: {
        confirmed:
          'The model’s own code and transformers {transformers|(version not stated)} expect the cache in different forms, so generating stops at the second word.',
        likely:
          'On transformers {transformers|(version not stated)} this message most likely comes from the cache code of {model|ChatGLM}; the traceback would show `modeling_chatglm.py`.',
        'cannot-tell':
          'This may come from the cache code of {model|ChatGLM}: that depends on the release of transformers and on the lines above the message.',
        'at-risk':
          'With model files of {model|ChatGLM} from before mid-2024, transformers {transformers|4.42 and 4.43} will fail on the second word it generates.',
      },
      cause:
        'Since 4.42 an internal function of transformers returns the cache together with its name. Old ChatGLM code takes the two for the cache itself; code updated for 4.42 expects the two and fails on older releases.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'release-of-the-files': {
          title:
            'Your files seem to be newer than your transformers: install 4.42.4, for which they were updated',
          limits:
            'If the `.py` files date from 2025, take the release that the model’s page asks for. Streaming with `stream_chat` may still fail.',
        },
        'own-cache': ownCacheWords.en,
      },
    },
    zh_CN: {
      name: 'ChatGLM 的缓存代码和 transformers 对不上：too many values to unpack',
      symptom: '训练没问题，生成时在 `modeling_chatglm.py` 里报 `too many values to unpack (expected 2)`。',
      verdict: {
        confirmed:
          '模型自带的代码和 transformers {transformers|（版本未写明）} 用的缓存格式不一样，生成到第二个词就报错。',
        likely:
          '在 transformers {transformers|（版本未写明）} 上，这条报错多半出自 {model|ChatGLM} 的缓存代码；看完整的报错里有没有 `modeling_chatglm.py` 就能确定。',
        'cannot-tell':
          '这条报错可能出自 {model|ChatGLM} 的缓存代码，要看 transformers 是哪一版，以及报错上面几行是什么。',
        'at-risk':
          '{model|ChatGLM} 的模型文件如果还是 2024 年年中以前的，在 transformers {transformers|4.42、4.43} 上生成到第二个词就会报错。',
      },
      cause:
        'transformers 从 4.42 起，内部那个取缓存的函数会连名字带缓存一起返回。旧的 ChatGLM 代码把这一对当成了缓存本身；反过来，为 4.42 改过的新代码放到更早的版本上，也会报同样的错。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'release-of-the-files': {
          title: '看来模型文件比 transformers 新：装它所适配的 4.42.4',
          limits:
            '如果 `.py` 文件是 2025 年的，以模型页面上写的版本为准。流式的 `stream_chat` 可能还是不行。',
        },
        'own-cache': ownCacheWords.zh_CN,
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/srv/glm/modeling_chatglm.py", line 417, in forward\n    cache_k, cache_v = kv_cache\nValueError: too many values to unpack (expected 2)',
      verdict: 'confirmed',
      why: 'the line that unpacks the cache',
    },
    {
      text: 'transformers==4.41.2\n\n  File "/srv/hub/glm-4-9b-chat/modeling_chatglm.py", line 1002, in _update_model_kwargs_for_generation\n    cache_name, cache = self._extract_past_from_model_output(outputs)\nValueError: too many values to unpack (expected 2)',
      verdict: 'confirmed',
      why: 'updated files on an older release',
    },
    {
      text: 'glm-4-9b-chat, transformers==4.43.3\nValueError: too many values to unpack (expected 2)',
      verdict: 'likely',
      why: 'model and release fit; the traceback is missing',
    },
    {
      text: 'chatglm3-6b 推理报错：ValueError: too many values to unpack (expected 2)',
      verdict: 'cannot-tell',
      why: 'neither release nor traceback',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.42.4',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: 'transformers==4.46.3\n  File "/srv/glm/modeling_chatglm.py", line 413, in forward\n    cache_k, cache_v = kv_cache\nValueError: too many values to unpack (expected 2)',
      verdict: 'ruled-out',
      why: 'on that release the call fails earlier, with another message',
    },
  ],
  clean: [
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.41.2',
      why: 'the last release before the change',
    },
    { text: 'base model: THUDM/chatglm3-6b\ntransformers==4.44.2', why: 'another failure comes first' },
    {
      text: '  File "train.py", line 12, in main\n    model, tokenizer = load()\nValueError: too many values to unpack (expected 2)',
      why: 'a script’s own mistake, and no such model',
    },
  ],
  misses: [{ text: 'ChatGLM3 4.42 生成时 kv_cache 解包失败', why: 'told without the message' }],
}
