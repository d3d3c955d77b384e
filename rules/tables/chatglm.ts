import type { Condition, Fix } from '../schema'

/** Beginnings of the ids of models from ChatGLM2 on whose code comes with their weights, not with transformers. */
const FROM_SECOND_GENERATION = ['chatglm2', 'chatglm3', 'codegeex2', 'glm-4-9b', 'glm-4v-9b', 'glm-4-voice']

/** Models with ChatGLM code of any generation. `chatglm` alone is what a class in a traceback tells. */
const ANY_GENERATION = ['chatglm', 'visualglm', ...FROM_SECOND_GENERATION]

/** GLM-4-0414 looks alike by name and is part of transformers. */
const remoteCode = (models: string[]): Condition => ({
  allOf: [{ model: models }, { not: { model: ['glm-4-9b-0414'] } }],
})

/** The text names a ChatGLM or GLM-4 model that brings its own code, of any generation. */
export const anyChatGlm = remoteCode(ANY_GENERATION)

/** The text names ChatGLM2, ChatGLM3 or GLM-4-9B. */
export const chatGlm2AndLater = remoteCode(FROM_SECOND_GENERATION)

/**
 * The text names the first ChatGLM-6B or VisualGLM, which is built on it, and no later one: a repository of that name
 * is also where people ask about the others.
 */
export const firstChatGlm: Condition = {
  allOf: [{ model: ['chatglm-6b', 'visualglm'] }, { not: { model: FROM_SECOND_GENERATION } }],
}

/** The releases between two breaks: 4.35 broke gradient checkpointing, 4.42 the cache. */
const UNBROKEN = '>=4.36.0,<4.42.0'

/** A pair on which the original ChatGLM2 and ChatGLM3 code trains and chats. */
export const knownGood: Fix = {
  id: 'known-good-pair',
  command: 'pip install "transformers==4.40.2" "peft==0.13.2"',
  unless: firstChatGlm,
  installs: { package: 'transformers', range: UNBROKEN },
}

/** The words for `knownGood`. */
export const knownGoodWords = {
  en: {
    title:
      'Install transformers 4.40.2 with PEFT 0.13.2: the original ChatGLM2 and ChatGLM3 code runs on them',
    limits:
      'Not if the `.py` files in your model folder were updated after mid-2024: those are written for a newer transformers.',
  },
  zh_CN: {
    title: '装 transformers 4.40.2 和 PEFT 0.13.2，ChatGLM2、ChatGLM3 的原版代码配这两个版本能正常跑',
    limits:
      '模型目录里的 `.py` 文件如果是 2024 年年中以后更新过的，就不要这样降级：新代码是按更新的 transformers 写的。',
  },
}

/** The pair for the first ChatGLM-6B, whose tokenizer does not load from transformers 4.34 on. */
export const knownGoodFirst: Fix = {
  id: 'known-good-first',
  command: 'pip install "transformers==4.33.3" "peft==0.13.2"',
  when: firstChatGlm,
  installs: { package: 'transformers', range: '>=4.27.1,<4.34.0' },
}

/** The words for `knownGoodFirst`. */
export const knownGoodFirstWords = {
  en: {
    title: 'For the first ChatGLM-6B: install transformers 4.33.3 with PEFT 0.13.2',
    limits:
      'Needs Python 3.11 or older. This model’s tokenizer does not load on transformers 4.34 and later.',
  },
  zh_CN: {
    title: '初代 ChatGLM-6B 要装 transformers 4.33.3 和 PEFT 0.13.2',
    limits: '需要 Python 3.11 或更早。这个模型的分词器从 transformers 4.34 起加载不了。',
  },
}

/** Fetches the current code of the model, without its weights. */
export const freshCode: Fix = {
  id: 'fresh-code',
  command: 'huggingface-cli download THUDM/chatglm3-6b --include "*.py" --local-dir fresh-code',
}

/** The words for `freshCode`. */
export const freshCodeWords = {
  en: {
    title: 'Fetch the model’s current `.py` files (here ChatGLM3-6B’s) and copy them over your old ones',
    limits:
      'Checkpoints that you saved hold a copy of the old files too. Empty `~/.cache/huggingface/modules/transformers_modules` afterwards, or the old code is loaded again.',
  },
  zh_CN: {
    title: '下载模型仓库里最新的 `.py` 文件（命令以 ChatGLM3-6B 为例），覆盖本地的旧文件',
    limits:
      '自己保存的检查点里也有一份旧代码，要一并覆盖；换完再清空 `~/.cache/huggingface/modules/transformers_modules`，否则加载的还是旧代码。',
  },
}

/** GLM-4-9B in the form that transformers knows by itself. */
export const nativeGlm4: Fix = {
  id: 'native-glm-4',
  command: 'pip install "transformers>=4.46.0,<5" "peft>=0.18.1"',
  when: { model: ['glm-4-9b'] },
}

/** The words for `nativeGlm4`. */
export const nativeGlm4Words = {
  en: {
    title:
      'For GLM-4-9B: switch to `THUDM/glm-4-9b-chat-hf`, which transformers 4.46 and later runs without code from the model',
    limits: 'Its layers have other names, so adapters trained on the old version do not fit.',
  },
  zh_CN: {
    title:
      '用 GLM-4-9B 的话，可以换成 `THUDM/glm-4-9b-chat-hf`：transformers 4.46 起自带支持，不再需要模型自带的代码',
    limits: '它各层的名字不一样，在旧版模型上训练的适配器套不上去。',
  },
}

/** What replaces the call of the cache helper, whose shape changed three times, in `modeling_chatglm.py`. */
export const ownCache: Fix = {
  id: 'own-cache',
  code: `# modeling_chatglm.py, in _update_model_kwargs_for_generation, instead of the lines
# that call self._extract_past_from_model_output
model_kwargs["past_key_values"] = outputs.past_key_values`,
  unless: { package: 'transformers', range: '>=4.53.0.dev0' },
}

/** The words for `ownCache`. Tried on a small ChatGLM3 with transformers 4.42.4 to 4.52.4: the same tokens as without a cache. */
export const ownCacheWords = {
  en: {
    title:
      'Change one line of `modeling_chatglm.py`, so that it takes the cache straight from its own output',
    limits:
      'Works up to transformers 4.52; 4.57 stops elsewhere. On 4.42 and later this change alone does not bring `stream_chat` back.',
  },
  zh_CN: {
    title: '改 `modeling_chatglm.py` 里的一行，让它直接用自己输出的缓存',
    limits:
      '最高用到 transformers 4.52，4.57 会在别处出错；在 4.42 及以后的版本上，只改这一处还救不回 `stream_chat`。',
  },
}

/** What the streaming code of ChatGLM has to leave out, and what it has to bring, from transformers 4.45 on. */
export const ownStreaming: Fix = {
  id: 'own-streaming',
  code: `# modeling_chatglm.py, in stream_generate, before self._get_logits_processor is called
generation_config._eos_token_tensor = None
# there too, delete the two lines with logits_warper
# in _update_model_kwargs_for_generation, instead of self._extract_past_from_model_output
model_kwargs["past_key_values"] = outputs.past_key_values`,
  when: { package: 'transformers', range: '>=4.45.0.dev0,<5.0.0.dev0' },
}

/** The words for `ownStreaming`. Tried on a small ChatGLM3 with transformers 4.46.3, 4.48.3, 4.49.0, 4.52.4 and 4.57.6. */
export const ownStreamingWords = {
  en: {
    title: 'Change three places of `modeling_chatglm.py`, so that `stream_chat` runs again',
    limits:
      'Only on transformers 4.45 and later: before that, it is the deleted lines that apply temperature and top-p. On 4.57 `chat` still fails.',
  },
  zh_CN: {
    title: '改 `modeling_chatglm.py` 里的三处，让 `stream_chat` 重新能用',
    limits:
      '只适用于 transformers 4.45 及以上：更早的版本里，温度和 top-p 正是靠要删的那两行起作用。到了 4.57，`chat` 还是会报错。',
  },
}
