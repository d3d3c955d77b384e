import type { Condition, Examples, Rule } from './schema'
import { refusedTokenizers } from './tables/transformers-requires'

const MESSAGE =
  '\\btokenizers[><=!~][^ ]{1,80} is required for a normal functioning of this module, but found tokenizers=='

const knowsTransformers: Condition = { package: 'transformers' }

export const rule: Rule = {
  id: 'tokenizers-pin-mismatch',
  severity: 'crash',
  freezeCheck: 'definite',
  keptByPip: true,
  basis: 'source',
  symptoms: {
    anyOf: [
      { error: MESSAGE, decisive: true },
      { warning: MESSAGE, decisive: true },
    ],
  },
  environment: refusedTokenizers,
  fixes: [
    {
      id: 'same-transformers',
      command: 'pip install "transformers=={transformers}"',
      when: knowsTransformers,
    },
    { id: 'quoted-range', unless: knowsTransformers },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/transformers/blob/v4.45.0/setup.py',
      label: 'transformers 4.45.0',
      what: { en: 'the range that this release asks for', zh_CN: '这一版要求的范围' },
    },
    {
      url: 'https://github.com/huggingface/transformers/blob/v4.45.0/src/transformers/dependency_versions_check.py',
      label: 'transformers 4.45.0',
      what: { en: 'the check on import', zh_CN: '导入时做检查的代码' },
    },
    {
      url: 'https://github.com/oobabooga/textgen/issues/2805',
      label: 'textgen #2805',
      what: { en: 'Llama’s tokenizer asks for 0.13.3', zh_CN: 'Llama 的分词器要求 0.13.3' },
    },
  ],
  prose: {
    en: {
      name: 'transformers does not accept this version of tokenizers',
      symptom:
        '`import transformers` stops with `tokenizers>=… is required for a normal functioning of this module, but found …`.',
      verdict: {
        confirmed:
          'transformers {transformers|(version not stated)} works only with certain releases of the package tokenizers, and {tokenizers|the installed one} is not among them.',
        'at-risk':
          'transformers {transformers|(version not stated)} does not accept tokenizers {tokenizers|(version not stated)}: it will stop on import.',
        'ruled-out':
          'tokenizers {tokenizers|(version not stated)} is one that transformers {transformers|(version not stated)} accepts: the message comes from another environment, or from before a change.',
      },
      cause:
        'Every few releases transformers moves to another line of tokenizers and checks on import that it is there. Mostly one of the two was installed alone, with `--no-deps` or by another package.',
      fixes: {
        'same-transformers': {
          title: 'Install your transformers once more: pip then brings the tokenizers that goes with it',
          limits:
            'Restart a running notebook afterwards. If your Python is newer than that tokenizers, pip has to compile it, which needs Rust: take an older Python instead.',
        },
        'quoted-range': {
          title:
            'Run `pip install` with the range that the message begins with, in quotes: `"tokenizers>=…,<…"`',
          limits: 'Without the quotes the shell takes `>` and `<` for files.',
        },
      },
      noFix:
        'The message suggests `pip install transformers -U`. That brings transformers 5, on which older scripts and ChatGLM’s own code fail in other ways.',
    },
    zh_CN: {
      name: 'transformers 不接受这个版本的 tokenizers',
      symptom:
        '`import transformers` 时报 `tokenizers>=… is required for a normal functioning of this module, but found …`。',
      verdict: {
        confirmed:
          'transformers {transformers|（版本未写明）} 只能配特定几版 tokenizers，装着的这版（{tokenizers|版本未写明}）不在其中。',
        'at-risk':
          'transformers {transformers|（版本未写明）} 不接受 tokenizers {tokenizers|（版本未写明）}，一导入就会报错。',
        'ruled-out':
          'tokenizers {tokenizers|（版本未写明）} 在 transformers {transformers|（版本未写明）} 允许的范围内：这条报错来自另一个环境，或者是改版本之前留下的。',
      },
      cause:
        'transformers 每隔几版就换一个系列的 tokenizers，导入时还要检查版本对不对。多半是其中一个包被单独换了版本：装的时候用了 `--no-deps`，或者被别的包顺带换掉了。',
      fixes: {
        'same-transformers': {
          title: '让 pip 把你这版 transformers 再装一遍，它会顺带装上配套的 tokenizers',
          limits:
            'notebook 装完要重启。如果 Python 比那版 tokenizers 还新，pip 就得现场编译，需要 Rust；不如换旧一点的 Python。',
        },
        'quoted-range': {
          title: '用 `pip install` 装报错开头写的那个范围，要加引号：`"tokenizers>=…,<…"`',
          limits: '不加引号的话，shell 会把 `>` 和 `<` 当成文件重定向。',
        },
      },
      noFix:
        '报错里建议的 `pip install transformers -U` 会直接装上 transformers 5，老脚本和 ChatGLM 自带的代码会换一个错继续报。',
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'Traceback (most recent call last):\n  File "/opt/env/lib/python3.10/site-packages/transformers/utils/versions.py", line 44, in _compare_versions\n    raise ImportError(\nImportError: tokenizers>=0.21,<0.22 is required for a normal functioning of this module, but found tokenizers==0.20.3.',
      verdict: 'confirmed',
      why: 'the check itself',
    },
    {
      text: 'transformers 4.33.3\n[rank1]: ImportError: tokenizers>=0.11.1,!=0.11.3,<0.14 is required for a normal functioning of this module, but found tokenizers==0.15.2.',
      verdict: 'confirmed',
      why: 'a range with a gap',
    },
    {
      text: 'transformers==4.31.0\ntokenizers>=0.13.3 is required for a normal functioning of this module, but found tokenizers==0.13.2.',
      verdict: 'confirmed',
      why: 'what only Llama’s tokenizer asks for, without its class',
    },
    { text: 'transformers==4.44.2\ntokenizers==0.20.3', verdict: 'at-risk', why: 'the versions are enough' },
    { text: 'transformers==5.16.0\ntokenizers==0.22.2', verdict: 'at-risk', why: '5.16 wants 0.23.1' },
    {
      text: 'transformers==4.47.1\nImportError: tokenizers>=0.20,<0.21 is required for a normal functioning of this module, but found tokenizers==0.21.0.',
      verdict: 'ruled-out',
      why: 'this transformers accepts it: another environment runs',
    },
  ],
  clean: [
    { text: 'transformers==4.35.2\ntokenizers==0.15.2', why: 'the patch release widened the range' },
    { text: 'transformers==4.55.4\ntokenizers==0.21.4', why: 'the last transformers with 0.21' },
    { text: 'transformers==4.57.6\ntokenizers==0.22.2', why: 'a pair that goes together' },
    { text: 'transformers==4.56.0.dev0\ntokenizers==0.21.4', why: 'a development version may accept it' },
    {
      text: 'ImportError: huggingface-hub>=0.34.0,<1.0 is required for a normal functioning of this module, but found huggingface-hub==1.2.3.',
      why: 'the same check of another package',
    },
  ],
  misses: [{ text: 'transformers 嫌我的 tokenizers 太新', why: 'told in one’s own words' }],
}
