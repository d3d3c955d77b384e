import type { Examples, Rule } from './schema'
import {
  anyChatGlm,
  knownGood,
  knownGoodFirst,
  knownGoodFirstWords,
  knownGoodWords,
  ownStreaming,
  ownStreamingWords,
} from './tables/chatglm'

const missing = 'GenerationConfig.? (?:object )?has no attribute .?_eos_token_tensor\\b'

export const rule: Rule = {
  id: 'chatglm-eos-token-tensor',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [{ error: missing }, anyChatGlm] },
  symptoms: { error: missing, decisive: true },
  // 4.53 guards one of the two places that read it; the code of ChatGLM3 fails at the other on 4.57 and 5.0 as well
  environment: { package: 'transformers', range: '>=4.43.0.dev0' },
  fixes: [knownGood, knownGoodFirst, ownStreaming],
  ruler: { package: 'transformers', broken: '>=4.43.0' },
  links: [
    {
      url: 'https://github.com/zai-org/ChatGLM3/issues/1299',
      label: 'ChatGLM3 #1299',
      what: { en: '4.40.2 works', zh_CN: '4.40.2 可用' },
    },
    {
      url: 'https://github.com/huggingface/transformers/issues/32207',
      label: 'transformers #32207',
      what: { en: 'the maintainers’ answer', zh_CN: '维护者的答复' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/c38c55f4fbc0163cc02ef4588fe2ec391171a2f0',
      label: 'transformers c38c55f',
      what: { en: 'where the attribute came in', zh_CN: '这个属性就是在这里引入的' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM’s stream_chat fails on transformers 4.43 and later: _eos_token_tensor is missing',
      symptom:
        "`stream_chat` stops with `'GenerationConfig' object has no attribute '_eos_token_tensor'`, while `chat` may still work.",
      verdict: {
        confirmed:
          'The model’s own streaming code skips a step that transformers has relied on since 4.43 (installed here: {transformers|version not stated}), so `stream_chat` and the web demos cannot start.',
        'at-risk':
          '`stream_chat` of {model|ChatGLM}, and the demos built on it, will fail on transformers {transformers|4.43 and later}; training is not affected.',
      },
      cause:
        'ChatGLM streams with a loop of its own that calls internal parts of transformers. Since 4.43 these parts read `_eos_token_tensor`, which only `generate` sets, and the loop never calls `generate`.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'known-good-first': knownGoodFirstWords.en,
        'own-streaming': ownStreamingWords.en,
      },
    },
    zh_CN: {
      name: 'ChatGLM 的 stream_chat 在 transformers 4.43 及以上报错：缺 _eos_token_tensor',
      symptom:
        "调用 `stream_chat` 时报 `'GenerationConfig' object has no attribute '_eos_token_tensor'`，而 `chat` 可能还是好的。",
      verdict: {
        confirmed:
          '模型自带的流式代码少了一步，而 transformers 从 4.43 起离不开这一步（这里的版本：{transformers|未写明}），所以 `stream_chat` 和网页演示都跑不起来。',
        'at-risk':
          '{model|ChatGLM} 的 `stream_chat` 以及用到它的演示程序，在 transformers {transformers|4.43 及以后的版本} 上会报错；训练不受影响。',
      },
      cause:
        'ChatGLM 的流式输出是自己写的循环，直接调用 transformers 的内部函数。这些函数从 4.43 起要读 `_eos_token_tensor`，可它只在 `generate` 里设置，而这个循环并不经过 `generate`。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'known-good-first': knownGoodFirstWords.zh_CN,
        'own-streaming': ownStreamingWords.zh_CN,
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/app/web_demo_streamlit.py\", line 61, in <module>\n    for response, history in model.stream_chat(\nAttributeError: 'GenerationConfig' object has no attribute '_eos_token_tensor'",
      verdict: 'confirmed',
      why: 'the message of a demo',
    },
    {
      text: "transformers==4.57.6\nAttributeError: 'GenerationConfig' object has no attribute '_eos_token_tensor'",
      verdict: 'confirmed',
      why: 'later releases fail in the same way',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.43.4',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.42.4\nAttributeError: 'GenerationConfig' object has no attribute '_eos_token_tensor'",
      verdict: 'ruled-out',
      why: 'that release does not read it yet',
    },
  ],
  clean: [
    { text: 'base model: THUDM/chatglm3-6b\ntransformers==4.42.4', why: 'the last release before it' },
    { text: 'base model: Qwen/Qwen2-7B\ntransformers==4.43.4', why: 'a model without a loop of its own' },
    {
      text: "AttributeError: 'GenerationConfig' object has no attribute 'pad_token'",
      why: 'another attribute',
    },
  ],
  misses: [{ text: 'stream_chat 在新版 transformers 上用不了', why: 'told without the message' }],
}
