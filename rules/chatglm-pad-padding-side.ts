import type { Examples, Rule } from './schema'
import {
  anyChatGlm,
  freshCode,
  freshCodeWords,
  knownGood,
  knownGoodFirst,
  knownGoodFirstWords,
  knownGoodWords,
} from './tables/chatglm'

const refused = '\\b_pad\\(\\) got an unexpected keyword argument .padding_side\\b'

export const rule: Rule = {
  id: 'chatglm-pad-padding-side',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [{ error: refused }, anyChatGlm] },
  symptoms: { error: refused, decisive: true },
  told: '(?:_pad\\b.{0,60}padding_side|padding_side.{0,80}(?:unexpected|不支持|不认识|_pad\\b))',
  environment: { package: 'transformers', range: '>=4.45.0.dev0' },
  fixes: [
    knownGood,
    knownGoodFirst,
    {
      id: 'accept-the-argument',
      code: `# after the tokenizer is loaded
old_pad = type(tokenizer)._pad

def _pad(self, *args, padding_side=None, **kwargs):
    return old_pad(self, *args, **kwargs)

type(tokenizer)._pad = _pad`,
    },
    freshCode,
  ],
  ruler: { package: 'transformers', broken: '>=4.45.0' },
  links: [
    {
      url: 'https://github.com/zai-org/ChatGLM3/issues/1324',
      label: 'ChatGLM3 #1324',
      what: { en: 'ChatGLM3-6B on transformers 4.45.0', zh_CN: 'ChatGLM3-6B 遇上 transformers 4.45.0' },
    },
    {
      url: 'https://github.com/zai-org/GLM-4/issues/732',
      label: 'GLM-4 #732',
      what: { en: 'the maintainers updated GLM-4’s files', zh_CN: '维护者已更新 GLM-4 的文件' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/4b0418df11886547e2c701cc4504627881397a0b',
      label: 'transformers 4b0418d',
      what: { en: 'the new argument', zh_CN: '新参数就是在这里加的' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM’s tokenizer does not accept padding_side, which transformers 4.45 and later passes',
      symptom: "Padding a batch stops with `_pad() got an unexpected keyword argument 'padding_side'`.",
      verdict: {
        confirmed:
          'The tokenizer’s own code is older than transformers {transformers|4.45}: it does not accept `padding_side`, which transformers has passed on every padding since 4.45.',
        'at-risk':
          'With tokenizer files of {model|ChatGLM} from before 2025, the first padded batch or `model.chat` will fail on transformers {transformers|4.45 and later}.',
      },
      cause:
        'ChatGLM and GLM-4 bring their tokenizer’s code along, with a `_pad` of their own. Since 4.45 transformers hands it one more argument, `padding_side`, which the old code refuses.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'known-good-first': knownGoodFirstWords.en,
        'accept-the-argument': {
          title: 'Let the loaded tokenizer accept the argument and ignore it',
          limits:
            'Padding stays on the left, as ChatGLM needs it. Generating text then stops at the next thing that the old code cannot do.',
        },
        'fresh-code': {
          title: freshCodeWords.en.title,
          limits: `Only where the new \`_pad\` takes \`padding_side\`: look first. ${freshCodeWords.en.limits}`,
        },
      },
    },
    zh_CN: {
      name: 'ChatGLM 的分词器不认 padding_side 参数（transformers 4.45 起会传）',
      symptom: "一做填充就报 `_pad() got an unexpected keyword argument 'padding_side'`。",
      verdict: {
        confirmed:
          '分词器自带的代码比 transformers {transformers|4.45} 旧：transformers 从 4.45 起每次填充都会传 `padding_side`，它不认识这个参数。',
        'at-risk':
          '{model|ChatGLM} 的分词器文件如果还是 2025 年以前的，在 transformers {transformers|4.45 及以后的版本} 上一填充或者一调用 `model.chat` 就会报错。',
      },
      cause:
        'ChatGLM、GLM-4 的分词器代码是跟着模型一起发布的，里面自己写了 `_pad`。transformers 从 4.45 起多传一个 `padding_side`，旧代码不认这个参数，就报错了。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'known-good-first': knownGoodFirstWords.zh_CN,
        'accept-the-argument': {
          title: '给加载好的分词器打个补丁：收下这个参数，但不理会它',
          limits:
            '仍然是左填充，ChatGLM 本来也只支持左填充。不过接下来生成文字时，旧代码还会碰到下一处不兼容。',
        },
        'fresh-code': {
          title: freshCodeWords.zh_CN.title,
          limits: `先看一眼新文件，\`_pad\` 的参数里有 \`padding_side\` 才管用。${freshCodeWords.zh_CN.limits}`,
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/opt/llm/lib/python3.11/site-packages/transformers/tokenization_utils_base.py", line 3510, in pad\n    outputs = self._pad(\nTypeError: ChatGLMTokenizer._pad() got an unexpected keyword argument \'padding_side\'',
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "[rank1]: TypeError: _pad() got an unexpected keyword argument 'padding_side'",
      verdict: 'confirmed',
      why: 'an old Python leaves out the class, a launcher puts its rank before',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.48.3',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.40.2\nTypeError: ChatGLM4Tokenizer._pad() got an unexpected keyword argument 'padding_side'",
      verdict: 'ruled-out',
      why: 'this release does not pass the argument: another one runs',
    },
  ],
  clean: [
    { text: 'base model: THUDM/chatglm3-6b\ntransformers==4.44.2', why: 'the last release without it' },
    { text: 'base model: THUDM/GLM-4-9B-0414\ntransformers==4.51.3', why: 'a model without code of its own' },
    { text: 'transformers==4.48.3', why: 'no such model' },
    {
      text: "TypeError: pad() got an unexpected keyword argument 'padding_side'",
      why: 'somebody else’s function',
    },
  ],
  misses: [{ text: 'ChatGLM3 分词器填充时不认 padding_side', why: 'told without the message' }],
}
