import type { Examples, Rule } from './schema'
import {
  chatGlm2AndLater,
  freshCode,
  freshCodeWords,
  knownGood,
  knownGoodWords,
  nativeGlm4,
  nativeGlm4Words,
  ownCache,
  ownCacheWords,
} from './tables/chatglm'

const gone = 'has no attribute .?_extract_past_from_model_output\\b'

export const rule: Rule = {
  id: 'chatglm-extract-past-removed',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [{ error: gone }, chatGlm2AndLater] },
  symptoms: { error: gone, decisive: true },
  told: '_extract_past_from_model_output.{0,80}(?:gone|removed|no longer|没有|移除|删)',
  environment: {
    anyOf: [
      { allOf: [{ error: gone }, { package: 'transformers', range: '>=4.49.0.dev0' }] },
      // from 4.56 on generating stops earlier, at the number of layers
      { allOf: [{ not: { error: gone } }, { package: 'transformers', range: '>=4.49.0.dev0,<4.56.0' }] },
    ],
  },
  fixes: [
    knownGood,
    {
      id: 'release-of-the-files',
      command: 'pip install "transformers>=4.46.0,<4.49.0"',
      when: { model: ['glm-4'] },
      installs: { package: 'transformers', range: '>=4.46.0,<4.49.0' },
    },
    nativeGlm4,
    ownCache,
    {
      ...freshCode,
      command: 'huggingface-cli download THUDM/glm-4-9b-chat --include "*.py" --local-dir fresh-code',
      unless: { model: ['chatglm2', 'chatglm3'] },
    },
  ],
  ruler: { package: 'transformers', broken: '>=4.49.0' },
  links: [
    {
      url: 'https://github.com/zai-org/GLM-4/issues/715',
      label: 'GLM-4 #715',
      what: { en: '4.49.0 fails, 4.48.3 does not', zh_CN: '4.49.0 报错，4.48.3 正常' },
    },
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/9335',
      label: 'LlamaFactory #9335',
      what: { en: 'predicting with GLM-4-9B', zh_CN: '用 GLM-4-9B 做预测' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/be2ac0916a7902e1683d708805270142257a254a',
      label: 'transformers be2ac09',
      what: { en: 'where the function went', zh_CN: '函数就是在这里删掉的' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM cannot generate on transformers 4.49 and later: _extract_past_from_model_output is gone',
      symptom:
        "Training runs, and the first generated text stops with `object has no attribute '_extract_past_from_model_output'`.",
      verdict: {
        confirmed:
          'The model’s own code calls `_extract_past_from_model_output`, which transformers no longer has since 4.49 (installed here: {transformers|version not stated}), so nothing can be generated.',
        'at-risk':
          'With model files of {model|ChatGLM} from before 2025, transformers {transformers|4.49 to 4.55} will fail on the first text it generates. Training alone is not affected.',
      },
      cause:
        'The code that comes with ChatGLM and GLM-4 keeps its cache with the help of an internal function of transformers. Release 4.49 removed that function, and even files that were mended for 4.44 to 4.48 still call it.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'release-of-the-files': {
          title: 'For GLM-4 files from the second half of 2024: install transformers 4.46 to 4.48',
          limits: 'Original ChatGLM2/3 files fail there with another message.',
        },
        'native-glm-4': nativeGlm4Words.en,
        'own-cache': ownCacheWords.en,
        'fresh-code': {
          title: 'For GLM-4, fetch its `.py` files of April 2025 or later and copy them over your old ones',
          limits: freshCodeWords.en.limits,
        },
      },
    },
    zh_CN: {
      name: 'ChatGLM 在 transformers 4.49 及以上无法生成：_extract_past_from_model_output 没有了',
      symptom: "训练没问题，一生成文字就报 `object has no attribute '_extract_past_from_model_output'`。",
      verdict: {
        confirmed:
          '模型自带的代码要调用 `_extract_past_from_model_output`，而 transformers 从 4.49 起就没有它了（这里的版本：{transformers|未写明}），所以什么都生成不了。',
        'at-risk':
          '{model|ChatGLM} 的模型文件如果还是 2025 年以前的，在 transformers {transformers|4.49 到 4.55} 上一生成文字就会报错。只训练、不生成的话不受影响。',
      },
      cause:
        'ChatGLM、GLM-4 自带的代码靠 transformers 的一个内部函数来保存缓存。4.49 把这个函数删了；就算是为 4.44 到 4.48 改过的文件，也还在调用它。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'release-of-the-files': {
          title: 'GLM-4 的文件如果是 2024 年下半年的：装 transformers 4.46 到 4.48',
          limits: 'ChatGLM2/3 的原版文件在这几版上会报另一种错。',
        },
        'native-glm-4': nativeGlm4Words.zh_CN,
        'own-cache': ownCacheWords.zh_CN,
        'fresh-code': {
          title: '如果用的是 GLM-4，下载它 2025 年 4 月以后的 `.py` 文件，覆盖本地的旧文件',
          limits: freshCodeWords.zh_CN.limits,
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/home/u/models/glm4/modeling_chatglm.py\", line 935, in _update_model_kwargs_for_generation\n    cache_name, cache = self._extract_past_from_model_output(outputs)\nAttributeError: 'ChatGLMForConditionalGeneration' object has no attribute '_extract_past_from_model_output'",
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "AttributeError: 'super' object has no attribute '_extract_past_from_model_output'",
      verdict: 'confirmed',
      why: 'another class that calls it',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.51.3',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.48.3\nAttributeError: 'ChatGLMForConditionalGeneration' object has no attribute '_extract_past_from_model_output'",
      verdict: 'ruled-out',
      why: 'that release still has it',
    },
  ],
  clean: [
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.56.0',
      why: 'this release stops earlier, for another reason',
    },
    {
      text: 'base model: THUDM/glm-4-9b-chat\ntransformers==4.48.3',
      why: 'the last release with the function',
    },
    { text: 'base model: THUDM/GLM-4-9B-0414\ntransformers==4.51.3', why: 'a model without code of its own' },
    {
      text: "TypeError: _extract_past_from_model_output() got an unexpected keyword argument 'standardize_cache_format'",
      why: 'what earlier releases say',
    },
  ],
  misses: [{ text: '新版 transformers 把取缓存的函数删了，GLM-4 推理不了', why: 'told without the name' }],
}
