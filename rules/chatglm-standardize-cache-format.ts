import type { Examples, Rule } from './schema'
import {
  anyChatGlm,
  freshCode,
  freshCodeWords,
  knownGood,
  knownGoodFirst,
  knownGoodFirstWords,
  knownGoodWords,
  ownCache,
  ownCacheWords,
} from './tables/chatglm'

const refused =
  '_extract_past_from_model_output\\(\\) got an unexpected keyword argument .standardize_cache_format\\b'

export const rule: Rule = {
  id: 'chatglm-standardize-cache-format',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [{ error: refused }, anyChatGlm, { model: ['cogvlm'] }] },
  symptoms: { error: refused, decisive: true },
  told: 'standardize_cache_format',
  environment: { package: 'transformers', range: '>=4.44.0.dev0,<4.49.0' },
  fixes: [knownGood, knownGoodFirst, ownCache, freshCode],
  ruler: { package: 'transformers', broken: '>=4.44.0,<4.49.0' },
  links: [
    {
      url: 'https://github.com/zai-org/ChatGLM3/issues/1321',
      label: 'ChatGLM3 #1321',
      what: { en: 'at the evaluation of a fine-tune', zh_CN: '微调到评估那一步报错' },
    },
    {
      url: 'https://github.com/zai-org/GLM-4/issues/439',
      label: 'GLM-4 #439',
      what: { en: 'GLM-4 on 4.44.0', zh_CN: 'GLM-4 遇上 4.44.0' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/f7396876849926afa87c9412d67c43618dad403d',
      label: 'transformers f739687',
      what: { en: 'where the argument went', zh_CN: '参数就是在这里删掉的' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM cannot generate on transformers 4.44 to 4.48: standardize_cache_format is gone',
      symptom:
        "Training runs, and the first generated text stops with `_extract_past_from_model_output() got an unexpected keyword argument 'standardize_cache_format'`.",
      verdict: {
        confirmed:
          'The model’s own code still passes `standardize_cache_format`, which transformers {transformers|4.44 to 4.48} no longer accepts, so nothing can be generated.',
        'at-risk':
          'With model files of {model|ChatGLM} from before mid-2024, transformers {transformers|4.44 to 4.48} will fail on the first text it generates: in `model.chat`, or in an evaluation that generates.',
      },
      cause:
        'The code that comes with ChatGLM and GLM-4 keeps its cache with the help of an internal function of transformers. Release 4.44 removed one of that function’s arguments, and the old code still passes it.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'known-good-first': knownGoodFirstWords.en,
        'own-cache': ownCacheWords.en,
        'fresh-code': freshCodeWords.en,
      },
      noFix:
        'Stepping back to transformers 4.42 or 4.43 only changes the message: there the old code fails with `too many values to unpack`.',
    },
    zh_CN: {
      name: 'ChatGLM 在 transformers 4.44 到 4.48 上无法生成：standardize_cache_format 没有了',
      symptom:
        "训练没问题，一生成文字就报 `_extract_past_from_model_output() got an unexpected keyword argument 'standardize_cache_format'`。",
      verdict: {
        confirmed:
          '模型自带的代码还在传 `standardize_cache_format`，而 transformers {transformers|4.44 到 4.48} 已经没有这个参数，所以什么都生成不了。',
        'at-risk':
          '{model|ChatGLM} 的模型文件如果还是 2024 年年中以前的，在 transformers {transformers|4.44 到 4.48} 上第一次生成就会报错：可能是调用 `model.chat`，也可能是训练中途要生成文字的评估。',
      },
      cause:
        'ChatGLM、GLM-4 自带的代码靠 transformers 的一个内部函数来保存缓存。4.44 删掉了这个函数的一个参数，旧代码却还在传。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'known-good-first': knownGoodFirstWords.zh_CN,
        'own-cache': ownCacheWords.zh_CN,
        'fresh-code': freshCodeWords.zh_CN,
      },
      noFix: '退到 transformers 4.42 或 4.43 没有用，旧代码在那里会换成 `too many values to unpack` 的报错。',
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '[rank0]:   File "/data/hf/modules/transformers_modules/glm/modeling_chatglm.py", line 1071, in _update_model_kwargs_for_generation\n[rank0]:     model_kwargs["past_key_values"] = self._extract_past_from_model_output(\n[rank0]: TypeError: GenerationMixin._extract_past_from_model_output() got an unexpected keyword argument \'standardize_cache_format\'',
      verdict: 'confirmed',
      why: 'a traceback of a distributed run',
    },
    {
      text: "TypeError: CogVLMForCausalLM._extract_past_from_model_output() got an unexpected keyword argument 'standardize_cache_format'",
      verdict: 'confirmed',
      why: 'another model that calls the same function',
    },
    {
      text: 'base model: THUDM/glm-4-9b-chat\ntransformers==4.46.3',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.43.4\nTypeError: _extract_past_from_model_output() got an unexpected keyword argument 'standardize_cache_format'",
      verdict: 'ruled-out',
      why: 'that release still takes the argument',
    },
  ],
  clean: [
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.43.4',
      why: 'the last release with the argument',
    },
    { text: 'base model: THUDM/chatglm3-6b\ntransformers==4.49.0', why: 'the whole function is gone' },
    { text: 'base model: Qwen/Qwen2-7B\ntransformers==4.46.3', why: 'a model without code of its own' },
    {
      text: "AttributeError: 'ChatGLMForConditionalGeneration' object has no attribute '_extract_past_from_model_output'",
      why: 'what later releases say',
    },
  ],
  misses: [
    {
      text: 'It ends in the generation mixin, with the unknown `standardize_cache_format`.',
      why: 'told from a picture',
    },
  ],
}
