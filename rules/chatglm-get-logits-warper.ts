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

/** The function is gone since 4.45; from 4.42 to 4.44 it asks for one argument more. */
const gone = [
  { error: 'has no attribute .?_get_logits_warper\\b' },
  { error: '_get_logits_warper\\(\\) missing 1 required positional argument' },
]

export const rule: Rule = {
  id: 'chatglm-get-logits-warper',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [...gone, anyChatGlm] },
  symptoms: { anyOf: gone.map((line) => ({ ...line, decisive: true })) },
  // 4.43 to 4.52 stop at the missing `_eos_token_tensor` first; whoever has mended that meets this one there too
  environment: {
    anyOf: [
      { package: 'transformers', range: '>=4.42.0.dev0,<4.43.0' },
      { package: 'transformers', range: '>=4.53.0.dev0' },
      { allOf: [{ anyOf: gone }, { package: 'transformers', range: '>=4.42.0.dev0' }] },
    ],
  },
  fixes: [knownGood, knownGoodFirst, ownStreaming],
  ruler: { package: 'transformers', broken: '>=4.42.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/commit/70d5df61079c50c770347a71b42b518e0fe4d0ff',
      label: 'transformers 70d5df6',
      what: { en: 'where the function went', zh_CN: '函数就是在这里删掉的' },
    },
    {
      url: 'https://github.com/czk1997/chatglm3-copy',
      label: 'chatglm3-copy',
      what: { en: 'a copy of the code that calls it', zh_CN: '调用它的模型代码（副本）' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM’s stream_chat calls _get_logits_warper, which transformers changed and then dropped',
      symptom: "`stream_chat` stops with `object has no attribute '_get_logits_warper'`.",
      verdict: {
        confirmed:
          'The model’s own streaming code calls `_get_logits_warper` in its old form, which transformers {transformers|4.42 and later} no longer has: 4.42 changed the function and 4.45 removed it.',
        'at-risk':
          '`stream_chat` of {model|ChatGLM} calls `_get_logits_warper`, which transformers {transformers|4.42 and later} no longer has in that form; training is not affected.',
      },
      cause:
        'ChatGLM streams with a loop of its own that calls internal parts of transformers. One of them, which applies temperature and top-p, was merged into another in 4.45 and removed.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'known-good-first': knownGoodFirstWords.en,
        'own-streaming': ownStreamingWords.en,
      },
    },
    zh_CN: {
      name: 'ChatGLM 的 stream_chat 要调用 _get_logits_warper，transformers 先改后删了它',
      symptom: "调用 `stream_chat` 时报 `object has no attribute '_get_logits_warper'`。",
      verdict: {
        confirmed:
          '模型自带的流式代码还按老写法调用 `_get_logits_warper`，而 transformers {transformers|4.42 及以上} 已经不支持这种写法：4.42 改了这个函数，4.45 把它删了。',
        'at-risk':
          '{model|ChatGLM} 的 `stream_chat` 要按老写法调用 `_get_logits_warper`，transformers {transformers|4.42 及以上} 已经不支持；训练不受影响。',
      },
      cause:
        'ChatGLM 的流式输出是自己写的循环，直接调用 transformers 的内部函数。其中管温度和 top-p 的那个函数，在 4.45 并进了别的函数，自己就被删掉了。',
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
      text: "  File \"/cache/chatglm/modeling_chatglm.py\", line 1150, in stream_generate\n    logits_warper = self._get_logits_warper(generation_config)\nAttributeError: 'ChatGLMForConditionalGeneration' object has no attribute '_get_logits_warper'",
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "transformers==4.42.4\nTypeError: GenerationMixin._get_logits_warper() missing 1 required positional argument: 'device'",
      verdict: 'confirmed',
      why: 'the form of the releases before it was removed',
    },
    {
      text: "transformers==4.46.3\nAttributeError: 'ChatGLMForConditionalGeneration' object has no attribute '_get_logits_warper'",
      verdict: 'confirmed',
      why: 'the failure that comes first there has been mended',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.53.2',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.40.2\nAttributeError: 'ChatGLMForConditionalGeneration' object has no attribute '_get_logits_warper'",
      verdict: 'ruled-out',
      why: 'that release still has it',
    },
  ],
  clean: [
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.41.2',
      why: 'the last release with the old form',
    },
    { text: 'base model: THUDM/chatglm3-6b\ntransformers==4.52.4', why: 'another failure comes first' },
    {
      text: "AttributeError: 'ChatGLMForConditionalGeneration' object has no attribute '_get_logits_processor'",
      why: 'another function',
    },
  ],
  misses: [{ text: '流式输出报 logits_warper 找不到', why: 'told without the message' }],
}
