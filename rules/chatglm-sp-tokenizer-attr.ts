import type { Examples, Rule } from './schema'
import { firstChatGlm, freshCode, freshCodeWords } from './tables/chatglm'

/** Classes that transformers has itself fail so for another reason. */
const NATIVE = 'Llama|Gemma|T5|XLM|Albert|Camembert|MBart|Deberta|BigBird|Pegasus'
const missing =
  `\\b(?!${NATIVE})\\w{1,40}Tokenizer.? (?:object )?has no attribute .?(?:sp_tokenizer|sp_model)\\b` +
  '|\\b(?:ChatGLM4?|QWen)Tokenizer.? (?:object )?has no attribute .?tokenizer\\b'

export const rule: Rule = {
  id: 'chatglm-sp-tokenizer-attr',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [{ error: missing }, firstChatGlm] },
  symptoms: { error: missing, decisive: true },
  told: '\\bsp_tokenizer\\b',
  environment: { package: 'transformers', range: '>=4.34.0.dev0' },
  fixes: [
    {
      id: 'older-transformers',
      command: 'pip install "transformers==4.33.3" "peft==0.13.2"',
      installs: { package: 'transformers', range: '>=4.27.1,<4.34.0' },
    },
    {
      id: 'vocabulary-first',
      code: `# tokenization_chatglm.py, in __init__: this line, which stands below,
# goes above super().__init__(...); in ChatGLM2 it begins with self.tokenizer
self.sp_tokenizer = SPTokenizer(vocab_file, num_image_tokens=num_image_tokens)`,
    },
    {
      ...freshCode,
      command: 'huggingface-cli download THUDM/chatglm2-6b --include "*.py" --local-dir fresh-code',
      unless: firstChatGlm,
    },
  ],
  ruler: { package: 'transformers', broken: '>=4.34.0' },
  links: [
    {
      url: 'https://github.com/zai-org/VisualGLM-6B/issues/285',
      label: 'VisualGLM-6B #285',
      what: { en: '4.34.0 fails, 4.33.0 works', zh_CN: '4.34.0 报错，4.33.0 正常' },
    },
    {
      url: 'https://github.com/shibing624/MedicalGPT/issues/295',
      label: 'MedicalGPT #295',
      what: { en: 'both ways out', zh_CN: '两种解决办法' },
    },
    {
      url: 'https://github.com/InternLM/InternLM/issues/400',
      label: 'InternLM #400',
      what: { en: 'the same with InternLM', zh_CN: 'InternLM 上的同类报错' },
    },
  ],
  prose: {
    en: {
      name: 'The tokenizer’s own code reads its vocabulary too late for transformers 4.34 and later',
      symptom:
        "Loading the tokenizer stops with `'ChatGLMTokenizer' object has no attribute 'sp_tokenizer'`.",
      verdict: {
        confirmed:
          'The tokenizer’s own code reads its vocabulary too late for transformers {transformers|4.34 and later}, which needs it while the tokenizer is still being set up.',
        'at-risk':
          'With tokenizer files of {model|ChatGLM-6B} from 2023, transformers {transformers|4.34 and later} cannot load the tokenizer.',
      },
      cause:
        'Since 4.34 transformers adds the special tokens in its own `__init__`, and needs the vocabulary for that. The code of the first ChatGLM-6B, of early ChatGLM2, InternLM and Baichuan loads the vocabulary only afterwards.',
      fixes: {
        'older-transformers': {
          title: 'Install transformers 4.33.3 with PEFT 0.13.2',
          limits:
            'Needs Python 3.11 or older. For ChatGLM3 keep a newer transformers: there, take current tokenizer files instead.',
        },
        'vocabulary-first': {
          title: 'Move one line up in the tokenizer’s code, so that it reads the vocabulary first',
          limits:
            'Edit the file in the model’s folder, not only the copy under `~/.cache/huggingface/modules`. The first ChatGLM-6B fails in other places from 4.42 on.',
        },
        'fresh-code': {
          title:
            'If your model’s repository was updated since (ChatGLM2’s was), copy its current `.py` files over your old ones',
          limits: freshCodeWords.en.limits,
        },
      },
    },
    zh_CN: {
      name: '分词器自带的代码读词表太晚，transformers 4.34 起会报错',
      symptom: "加载分词器时报 `'ChatGLMTokenizer' object has no attribute 'sp_tokenizer'`。",
      verdict: {
        confirmed:
          '分词器自带的代码读词表读得太晚：transformers {transformers|4.34 及以上} 在分词器初始化的时候就要用到词表。',
        'at-risk':
          '{model|ChatGLM-6B} 的分词器文件如果还是 2023 年的，transformers {transformers|4.34 及以上} 加载不了。',
      },
      cause:
        'transformers 从 4.34 起，在自己的 `__init__` 里就要添加特殊 token，这一步离不开词表。而初代 ChatGLM-6B、早期的 ChatGLM2、InternLM 和百川的代码，要等这一步之后才读词表。',
      fixes: {
        'older-transformers': {
          title: '装 transformers 4.33.3 和 PEFT 0.13.2',
          limits: '需要 Python 3.11 或更早。如果用的是 ChatGLM3，就不要降这么多，换成最新的分词器文件。',
        },
        'vocabulary-first': {
          title: '把分词器代码里的一行往上挪，让它先读词表',
          limits:
            '要改模型目录里的文件，只改 `~/.cache/huggingface/modules` 下的副本没用。初代 ChatGLM-6B 从 4.42 起还有别的不兼容。',
        },
        'fresh-code': {
          title: '如果模型仓库后来更新过（ChatGLM2 就更新过），下载最新的 `.py` 文件覆盖本地的旧文件',
          limits: freshCodeWords.zh_CN.limits,
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "AttributeError: 'ChatGLMTokenizer' object has no attribute 'sp_tokenizer'. Did you mean: '_tokenize'?",
      verdict: 'confirmed',
      why: 'the first ChatGLM',
    },
    {
      text: "AttributeError: 'ChatGLMTokenizer' object has no attribute 'tokenizer'",
      verdict: 'confirmed',
      why: 'early files of ChatGLM2',
    },
    {
      text: "AttributeError: 'InternLM2Tokenizer' object has no attribute 'sp_model'",
      verdict: 'confirmed',
      why: 'another model with the same order of lines',
    },
    {
      text: 'AttributeError: ChatGLMTokenizer has no attribute sp_tokenizer',
      verdict: 'confirmed',
      why: 'the message of transformers 5',
    },
    {
      text: '报错：AttributeError: ‘ChatGLMTokenizer‘ object has no attribute ‘sp_tokenizer‘',
      verdict: 'confirmed',
      why: 'a blog’s curly quotes',
    },
    {
      text: 'model_name_or_path: THUDM/chatglm-6b\ntransformers==4.38.1',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.33.2\nAttributeError: 'ChatGLMTokenizer' object has no attribute 'sp_tokenizer'",
      verdict: 'ruled-out',
      why: 'that release does not ask so early',
    },
  ],
  clean: [
    { text: 'model_name_or_path: THUDM/chatglm-6b\ntransformers==4.33.3', why: 'the last release before it' },
    {
      text: 'model_name_or_path: THUDM/chatglm3-6b\ntransformers==4.40.2',
      why: 'a model whose lines stand in the right order',
    },
    {
      text: "AttributeError: 'LlamaTokenizer' object has no attribute 'sp_model'",
      why: 'no code of its own',
    },
    { text: "AttributeError: 'SFTTrainer' object has no attribute 'tokenizer'", why: 'no tokenizer at all' },
  ],
  misses: [{ text: 'chatglm 分词器找不到 sp_tokenizer，降级就好了', why: 'told without the message' }],
}
