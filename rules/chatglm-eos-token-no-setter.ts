import type { Examples, Rule } from './schema'
import { freshCode, freshCodeWords } from './tables/chatglm'

const tokens = '(?:bos|eos|pad|unk|cls|sep|mask)_token(?:_id)?'

/** From Python 3.11 on the message names the class, in 3.10 the property, before neither. */
const readOnly = [
  { error: `property .${tokens}. of .\\w{0,40}Tokenizer\\w{0,10}. object has no setter` },
  { error: `can.t set attribute .${tokens}\\b` },
  { error: 'can.t set attribute', within: 'tokenization_chatglm' },
]

export const rule: Rule = {
  id: 'chatglm-eos-token-no-setter',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'reports',
  symptoms: { anyOf: readOnly.map((line) => ({ ...line, decisive: true })) },
  // the saved files bring it; from 4.47 on the tokens are stored without asking the class
  environment: { package: 'transformers', range: '<4.47.0', unsure: ['>=4.47.0.dev0,<4.47.0'] },
  fixes: [
    {
      id: 'copy-the-tokenizer',
      command: 'cp BASE/tokenizer_config.json BASE/tokenizer.model BASE/tokenization_chatglm.py SAVED/',
    },
    {
      id: 'drop-the-tokens',
      code: `import json
from pathlib import Path

saved = Path("SAVED")
path = saved / "tokenizer_config.json"
config = json.loads(path.read_text(encoding="utf-8"))
for key in ("bos_token", "eos_token", "pad_token", "unk_token"):
    config.pop(key, None)
config["padding_side"] = "left"
path.write_text(json.dumps(config, ensure_ascii=False, indent=2), encoding="utf-8")
(saved / "special_tokens_map.json").unlink(missing_ok=True)`,
    },
    freshCode,
  ],
  links: [
    {
      url: 'https://github.com/zai-org/ChatGLM3/issues/152',
      label: 'ChatGLM3 #152',
      what: { en: 'saving and loading is enough', zh_CN: '存一遍再加载就能重现' },
    },
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/1340',
      label: 'LlamaFactory #1340',
      what: { en: 'which keys to remove', zh_CN: '该删哪些键' },
    },
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/3028',
      label: 'LlamaFactory #3028',
      what: { en: 'after an export', zh_CN: '导出之后报错' },
    },
  ],
  prose: {
    en: {
      name: 'The saved ChatGLM tokenizer cannot be loaded again',
      symptom:
        "Loading a merged or fine-tuned model stops with `can't set attribute 'eos_token'`, or with `property 'eos_token' … has no setter`.",
      verdict: {
        confirmed:
          'The saved `tokenizer_config.json` tells the tokenizer to set its special tokens, and the code beside it does not allow that. The weights are fine.',
      },
      cause:
        'Saving writes `eos_token`, `pad_token` and `unk_token` into `tokenizer_config.json`. ChatGLM code from before about December 2023 has these built in, and transformers below 4.47 stops when it is to set them.',
      fixes: {
        'copy-the-tokenizer': {
          title:
            'Copy the tokenizer’s files from the base model over the saved ones (`BASE` and `SAVED` are the two folders)',
          limits: 'If `SAVED` has a `special_tokens_map.json` and `BASE` does not, delete it.',
        },
        'drop-the-tokens': {
          title: 'Take the tokens out of the saved configuration',
          limits: 'The next `save_pretrained` writes them again.',
        },
        'fresh-code': freshCodeWords.en,
      },
    },
    zh_CN: {
      name: '存下来的 ChatGLM 分词器再也加载不了',
      symptom:
        "加载合并后或微调后的模型时报 `can't set attribute 'eos_token'`，或者 `property 'eos_token' … has no setter`。",
      verdict: {
        confirmed:
          '存下来的 `tokenizer_config.json` 要求分词器设置特殊 token，而旁边的代码不让设。权重没有问题。',
      },
      cause:
        '保存时，`eos_token`、`pad_token`、`unk_token` 会写进 `tokenizer_config.json`。2023 年 12 月左右以前的 ChatGLM 代码把这几个 token 写死了，重新加载时，4.47 以前的 transformers 一设就报错。',
      fixes: {
        'copy-the-tokenizer': {
          title: '用基座模型的分词器文件覆盖存下来的那几个（`BASE` 换成基座目录，`SAVED` 换成保存目录）',
          limits: '如果 `SAVED` 里有 `special_tokens_map.json` 而 `BASE` 里没有，就把它删掉。',
        },
        'drop-the-tokens': {
          title: '把这几个 token 从存下来的配置里去掉',
          limits: '下次 `save_pretrained` 又会写进去。',
        },
        'fresh-code': freshCodeWords.zh_CN,
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "AttributeError: property 'eos_token' of 'ChatGLMTokenizer' object has no setter",
      verdict: 'confirmed',
      why: 'a new Python',
    },
    {
      text: "  File \"/env/lib/python3.10/site-packages/transformers/tokenization_utils_base.py\", line 866, in __init__\n    setattr(self, key, value)\nAttributeError: can't set attribute 'pad_token'",
      verdict: 'confirmed',
      why: 'Python 3.10, another token',
    },
    {
      text: '  File "/root/out/merged/tokenization_chatglm.py", line 93, in __init__\n    super().__init__(padding_side=padding_side)\n  File "tokenization_utils_base.py", line 866, in __init__\n    setattr(self, key, value)\nAttributeError: can\'t set attribute',
      verdict: 'confirmed',
      why: 'Python 3.9 names nothing; the frames do',
    },
    {
      text: "transformers==4.46.3\nAttributeError: property 'eos_token' of 'ChatGLMTokenizer' object has no setter",
      verdict: 'confirmed',
      why: 'the last release that fails',
    },
    {
      text: "transformers==4.47.0\nAttributeError: property 'eos_token' of 'ChatGLMTokenizer' object has no setter",
      verdict: 'ruled-out',
      why: 'this release stores them itself: another environment runs',
    },
  ],
  clean: [
    { text: "AttributeError: can't set attribute 'device'", why: 'another object' },
    { text: "AttributeError: can't set attribute", why: 'nothing says of what' },
    {
      text: 'Setting eos_token is not supported, use the default one.',
      why: 'what newer code prints, and goes on',
    },
    { text: 'base model: THUDM/chatglm3-6b\ntransformers==4.35.0', why: 'the saved files decide it' },
  ],
  misses: [{ text: '合并后的 chatglm3 分词器加载报错，eos_token 设不了', why: 'told without the message' }],
}
