import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm } from './tables/chatglm'
import { refusedHub } from './tables/transformers-requires'

const MESSAGE =
  '\\bhuggingface[-_]hub[><=!~][^ ]{1,80} is required for a normal functioning of this module, but found huggingface[-_]hub=='
const WANTS_1 = '\\bhuggingface[-_]hub>=1\\.[^ ]{1,80} is required for a normal functioning'

const transformersFive: Condition = {
  anyOf: [{ package: 'transformers', range: '>=5.0.0.dev0' }, { error: WANTS_1 }, { warning: WANTS_1 }],
}

export const rule: Rule = {
  id: 'hf-hub-1x-with-transformers-4',
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
  environment: refusedHub,
  fixes: [
    {
      id: 'hub-below-1',
      command: 'pip install "huggingface-hub>=0.34,<1.0"',
      unless: transformersFive,
      installs: { package: 'huggingface-hub', range: '>=0.34.0,<1.0.0', chosenFor: 'transformers' },
    },
    {
      id: 'hub-for-5',
      command: 'pip install "huggingface-hub>=1.31,<2.0"',
      when: transformersFive,
      installs: { package: 'huggingface-hub', range: '>=1.31.0,<2.0.0', chosenFor: 'transformers' },
    },
    {
      id: 'transformers-5',
      command: 'pip install -U "transformers>=5" "huggingface-hub>=1.31,<2.0"',
      unless: {
        anyOf: [transformersFive, anyChatGlm, { package: 'huggingface-hub', range: '<1.0.0' }],
      },
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/transformers/blob/v4.56.0/src/transformers/dependency_versions_check.py',
      label: 'transformers 4.56.0',
      what: { en: 'the check on import', zh_CN: '导入时做检查的代码' },
    },
    {
      url: 'https://github.com/YanWenKun/Hunyuan3D-2-WinPortable/issues/104',
      label: 'Hunyuan3D-2-WinPortable #104',
      what: { en: 'hub 1.2.3, too new', zh_CN: 'hub 1.2.3，太新' },
    },
    {
      url: 'https://github.com/huggingface/huggingface_hub/issues/2377',
      label: 'huggingface_hub #2377',
      what: { en: 'hub 0.17.1, too old', zh_CN: 'hub 0.17.1，太旧' },
    },
  ],
  prose: {
    en: {
      name: 'transformers does not accept this version of huggingface-hub',
      symptom:
        '`import transformers` stops with `huggingface-hub>=… is required for a normal functioning of this module, but found …`.',
      verdict: {
        confirmed:
          'transformers {transformers|(version not stated)} does not accept huggingface-hub {huggingface_hub|(version not stated)} and refuses to start.',
        'at-risk':
          'transformers {transformers|(version not stated)} does not accept huggingface-hub {huggingface_hub|(version not stated)}: it will stop on import.',
        'ruled-out':
          'huggingface-hub {huggingface_hub|(version not stated)} is one that transformers {transformers|(version not stated)} accepts: the message comes from another environment, or from before a change.',
      },
      cause:
        'transformers compares the version of huggingface-hub with its own limits on import: every 4.x wants one below 1.0, every 5.x one from 1.3 on. Mostly another package was installed later and brought a different huggingface-hub along.',
      fixes: {
        'hub-below-1': {
          title: 'Install huggingface-hub 0.34 or newer, below 1.0',
          limits:
            'Every transformers 4.x since 4.26 accepts it. If pip then names a package that needs 1.0, install an older release of that package, or give it an environment of its own.',
        },
        'hub-for-5': {
          title: 'Install huggingface-hub 1.31 or newer, below 2.0',
          limits: 'Accepted by every transformers 5.x up to 5.24.',
        },
        'transformers-5': {
          title: 'Keep huggingface-hub and upgrade to transformers 5',
          limits:
            'Many arguments and functions are gone there: a script written for 4.x often has to be changed.',
        },
      },
      noFix:
        'The message itself suggests `pip install transformers -U`. That brings transformers 5, on which older scripts and ChatGLM’s own code fail in other ways.',
    },
    zh_CN: {
      name: 'transformers 不接受这个版本的 huggingface-hub',
      symptom:
        '`import transformers` 时报 `huggingface-hub>=… is required for a normal functioning of this module, but found …`。',
      verdict: {
        confirmed:
          'transformers {transformers|（版本未写明）} 不接受 huggingface-hub {huggingface_hub|（版本未写明）}，拒绝启动。',
        'at-risk':
          'transformers {transformers|（版本未写明）} 不接受 huggingface-hub {huggingface_hub|（版本未写明）}，一导入就会报错。',
        'ruled-out':
          'huggingface-hub {huggingface_hub|（版本未写明）} 在 transformers {transformers|（版本未写明）} 允许的范围内：这条报错来自另一个环境，或者是改版本之前留下的。',
      },
      cause:
        'transformers 导入时会检查 huggingface-hub 的版本：4.x 一律要求低于 1.0，5.x 一律要求 1.3 以上。多半是后来装别的包时，顺带把它换了版本。',
      fixes: {
        'hub-below-1': {
          title: '把 huggingface-hub 装成 0.34 以上、1.0 以下的版本',
          limits:
            'transformers 4.26 以来的所有 4.x 都接受它。如果 pip 提示某个包非要 1.0 不可，就给那个包换旧版，或者把它放到别的环境里。',
        },
        'hub-for-5': {
          title: '把 huggingface-hub 装成 1.31 以上、2.0 以下的版本',
          limits: '到 5.24 为止的 transformers 5.x 都接受。',
        },
        'transformers-5': {
          title: '保留 huggingface-hub，把 transformers 升到 5',
          limits: '5 里删掉了很多参数和函数，为 4.x 写的脚本往往得跟着改。',
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
      text: 'Traceback (most recent call last):\n  File "D:\\app\\main.py", line 3, in <module>\n    import transformers\n  File "D:\\app\\env\\lib\\site-packages\\transformers\\utils\\versions.py", line 44, in _compare_versions\n    raise ImportError(\nImportError: huggingface-hub>=0.30.0,<1.0 is required for a normal functioning of this module, but found huggingface-hub==1.4.1.\nTry: `pip install transformers -U` or `pip install -e \'.[dev]\'` if you\'re working with git main',
      verdict: 'confirmed',
      why: 'the check itself',
    },
    {
      text: '[rank0]: ImportError: huggingface-hub>=0.23.2,<1.0 is required for a normal functioning of this module, but found huggingface-hub==0.20.3.',
      verdict: 'confirmed',
      why: 'too old is refused as well',
    },
    {
      text: 'transformers==4.20.1\nImportError: huggingface-hub>=0.1.0,<1.0 is required for a normal functioning of this module, but found huggingface-hub==0.0.19.',
      verdict: 'confirmed',
      why: 'a release that was not read does not contradict the message',
    },
    {
      text: 'transformers==4.57.1\nhuggingface-hub==1.0.1',
      verdict: 'at-risk',
      why: 'the versions are enough',
    },
    { text: 'transformers==5.2.0\nhuggingface_hub==0.36.0', verdict: 'at-risk', why: 'version 5 wants 1.3' },
    {
      text: 'transformers==4.44.2\nImportError: huggingface-hub>=0.34.0,<1.0 is required for a normal functioning of this module, but found huggingface-hub==0.33.4.',
      verdict: 'ruled-out',
      why: 'this transformers accepts it: another environment runs',
    },
  ],
  clean: [
    { text: 'transformers==4.57.1\nhuggingface-hub==0.34.0', why: 'just enough' },
    { text: 'transformers==4.53.3\nhuggingface-hub==0.30.0', why: 'enough before 4.54' },
    { text: 'transformers==5.3.0\nhuggingface-hub==1.3.0', why: 'enough before 5.4' },
    { text: 'transformers==5.0.0.dev0\nhuggingface-hub==1.0.1', why: 'a development version may accept it' },
    { text: 'transformers==9.1.0\nhuggingface-hub==3.2.0', why: 'nobody read what that release wants' },
    {
      text: 'ImportError: tokenizers>=0.19,<0.20 is required for a normal functioning of this module, but found tokenizers==0.20.3.',
      why: 'the same check of another package',
    },
  ],
  misses: [
    { text: '升级 datasets 之后 transformers 说 huggingface_hub 版本不对', why: 'told without the message' },
  ],
}
