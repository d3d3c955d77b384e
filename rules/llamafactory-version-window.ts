import type { Condition, Examples, Rule } from './schema'
import { chatGlm2AndLater } from './tables/chatglm'
import { outsideWindow } from './tables/llamafactory'

const PACKAGE = '(?:transformers|peft|accelerate|trl|datasets)'
const OTHERS = '(?:transformers|accelerate|trl|datasets)'
const REST = ' is required for a normal functioning of this module, but found '
const isLlamaFactory: Condition = { framework: ['llamafactory'] }

/** LlamaFactory's windows have an upper end; the checks of others mostly have none. */
const closed: Condition = {
  error: `\\b${PACKAGE}>=[\\d.]{1,20},<=[\\d.]{1,20}[^ ]{0,160}${REST}${PACKAGE}==`,
  decisive: true,
}
const open: Condition = { error: `\\b${PACKAGE}[><=!][^ ]{1,200}${REST}${PACKAGE}==` }
const hint = {
  warning: `To fix: (?:run .?)?pip install .?${PACKAGE}>=[\\d.]{1,20},<=`,
  decisive: true,
}
/** LlamaFactory 0.9.0 to 0.9.2 allows PEFT 0.11.1 to 0.12.0, of which 0.11 makes models mute. */
const wantsPeft012: Condition = {
  anyOf: [
    { package: 'llamafactory', range: '>=0.9.0,<=0.9.2' },
    { error: 'peft>=0\\.11\\.1,<=0\\.12\\.0' },
    { warning: 'peft>=0\\.11\\.1,<=0\\.12\\.0' },
  ],
}

export const rule: Rule = {
  id: 'llamafactory-version-window',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: { anyOf: [closed, hint, open] },
  environment: { anyOf: [outsideWindow, { allOf: [open, isLlamaFactory] }] },
  fixes: [
    {
      id: 'peft-0-12',
      command: 'pip install "peft==0.12.0"',
      when: wantsPeft012,
      unless: {
        anyOf: [{ package: 'peft', range: '==0.12.0' }, { error: `\\b${OTHERS}[><=!][^ ]{1,200}${REST}` }],
      },
      installs: { package: 'peft', range: '==0.12.0' },
    },
    {
      id: 'chatglm-set',
      command: 'pip install "transformers==4.41.2" "peft==0.12.0" "accelerate==0.34.2" "trl==0.9.6"',
      when: chatGlm2AndLater,
      unless: { package: 'llamafactory', range: '>=0.9.3.dev0' },
      installs: { package: 'transformers', range: '>=4.41.2,<4.42.0' },
    },
    { id: 'quoted-range' },
    { id: 'own-environment', command: 'pip install -e ".[torch,metrics]"' },
    { id: 'skip-check', command: 'export DISABLE_VERSION_CHECK=1', workaround: true },
  ],
  links: [
    {
      url: 'https://github.com/hiyouga/LlamaFactory/blob/v0.9.2/src/llamafactory/extras/misc.py',
      label: 'LlamaFactory 0.9.2',
      what: { en: 'the check and its ranges', zh_CN: '这一版的检查和版本范围' },
    },
    {
      url: 'https://github.com/hiyouga/LlamaFactory/blob/v0.9.5/src/llamafactory/extras/misc.py',
      label: 'LlamaFactory 0.9.5',
      what: { en: 'the same in a newer release', zh_CN: '新版本里的同一处' },
    },
  ],
  prose: {
    en: {
      name: 'A package is outside the versions that LlamaFactory allows',
      symptom:
        'LlamaFactory does not start: `… is required for a normal functioning of this module, but found …`.',
      verdict: {
        confirmed:
          'This release of LlamaFactory checks its packages at the start, and one of them is outside the allowed versions.',
        'cannot-tell':
          'A program checks its packages at the start and finds one too old or too new; LlamaFactory does that, and others do too.',
        'at-risk':
          'LlamaFactory {llamafactory|(version not stated)} allows only certain versions of the packages beside it, and one of those installed is outside: it will not start.',
      },
      cause:
        'Each release of LlamaFactory names the versions of transformers, PEFT, accelerate, trl and datasets that it was tested with, and stops if one is outside. Mostly a newer checkout runs in an old environment, or something else upgraded a package.',
      fixes: {
        'peft-0-12': {
          title: 'Install PEFT 0.12.0',
          limits:
            'LlamaFactory 0.9.0 to 0.9.2 also allows 0.11, but that one creates LoRA weights in float16, and the model can go mute.',
        },
        'chatglm-set': {
          title: 'For the original ChatGLM2 and ChatGLM3 files, install this set',
          limits:
            'All of LlamaFactory 0.8.0 to 0.9.2 allows it, but 0.9.0 wants accelerate 0.33.0. From 0.9.3 on LlamaFactory needs a transformers that breaks those files.',
        },
        'quoted-range': {
          title: 'Run the `pip install` of the message, with quotes around what follows `install`',
          limits:
            'Without them the shell takes `>` and `<` for files, and the line fails or installs something else. If it asks for PEFT, avoid 0.7 to 0.11.',
        },
        'own-environment': {
          title: 'Make a fresh environment for LlamaFactory, and run this in LlamaFactory’s folder',
          limits: 'Without an environment of its own, other projects may want other versions.',
        },
        'skip-check': {
          title: 'Skip the check, at your own risk',
          limits: 'That repairs nothing: the run may fail later or train wrongly.',
        },
      },
    },
    zh_CN: {
      name: '有依赖不在 LlamaFactory 允许的版本范围里',
      symptom:
        'LlamaFactory 启动不了，报 `… is required for a normal functioning of this module, but found …`。',
      verdict: {
        confirmed: '这版 LlamaFactory 启动时会检查依赖，其中一个包的版本超出了它允许的范围。',
        'cannot-tell':
          '某个程序启动时检查依赖，发现其中一个太旧或太新；LlamaFactory 会这样检查，别的程序也会。',
        'at-risk':
          'LlamaFactory {llamafactory|（版本未写明）} 只允许特定版本的依赖，而环境里有一个超出了范围：它会拒绝启动。',
      },
      cause:
        '每一版 LlamaFactory 都写明了测试过的 transformers、PEFT、accelerate、trl、datasets 版本，超出就停下。多半是拉了新代码却还用旧环境，或者装别的东西时顺带把某个包升了级。',
      fixes: {
        'peft-0-12': {
          title: '装 PEFT 0.12.0',
          limits:
            'LlamaFactory 0.9.0 到 0.9.2 虽然也允许 0.11，但 0.11 会把 LoRA 权重建成 float16，可能训出“模型失语”。',
        },
        'chatglm-set': {
          title: '要用 ChatGLM2、ChatGLM3 的原版文件，就装这一套',
          limits:
            'LlamaFactory 0.8.0 到 0.9.2 都允许这一套，只有 0.9.0 要把 accelerate 换成 0.33.0。0.9.3 起要求的 transformers 会让这些文件出错。',
        },
        'quoted-range': {
          title: '照报错里的 `pip install` 执行，但 `install` 后面那段要加引号',
          limits:
            '不加引号的话，shell 会把 `>` 和 `<` 当成文件重定向，命令要么失败，要么装错版本。如果要装的是 PEFT，避开 0.7 到 0.11。',
        },
        'own-environment': {
          title: '给 LlamaFactory 单独建一个新环境，再到它的目录里执行',
          limits: '不单独建的话，同一环境里的其他项目可能需要别的版本。',
        },
        'skip-check': {
          title: '跳过检查（风险自负）',
          limits: '这并没有修好什么：之后可能报别的错，也可能训练结果不对。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'ImportError: transformers>=4.41.2,<=4.46.1 is required for a normal functioning of this module, but found transformers==4.47.0.\nTo fix: pip install transformers>=4.41.2,<=4.46.1',
      verdict: 'confirmed',
      why: 'a range with both ends',
    },
    {
      text: 'ImportError: transformers>=4.41.2,<=4.49.0,!=4.46.0,!=4.46.1,!=4.46.2,!=4.46.3,!=4.47.0,!=4.47.1,!=4.48.0 is required for a normal functioning of this module, but found transformers==4.51.3.',
      verdict: 'confirmed',
      why: 'a range with gaps',
    },
    {
      text: '  File "/root/LLaMA-Factory/src/llamafactory/extras/misc.py", line 86, in check_dependencies\nllamafactory-cli train sft.yaml\nImportError: peft>=0.11.1 is required for a normal functioning of this module, but found peft==0.10.0.',
      verdict: 'confirmed',
      why: 'a lower end only, and LlamaFactory is run',
    },
    {
      text: 'ImportError: datasets>=2.14.0 is required for a normal functioning of this module, but found datasets==2.10.1.',
      verdict: 'cannot-tell',
      why: 'others check so too',
    },
    {
      text: 'To fix: pip install peft>=0.11.1,<=0.12.0',
      verdict: 'confirmed',
      why: 'only the second line was copied, as releases before 0.9.2 print it',
    },
    { text: 'llamafactory==0.9.2\npeft==0.15.1', verdict: 'at-risk', why: 'the versions are enough' },
    { text: 'llamafactory==0.9.3\ntransformers==4.48.0', verdict: 'at-risk', why: 'in a gap of the range' },
  ],
  clean: [
    { text: 'llamafactory==0.9.2\npeft==0.12.0\ntransformers==4.49.0', why: 'inside, at the upper end' },
    {
      text: 'ImportError: tokenizers>=0.19,<0.20 is required for a normal functioning of this module, but found tokenizers==0.20.3.',
      why: 'transformers’ own check',
    },
    {
      text: 'ImportError: huggingface-hub>=0.23.2,<1.0 is required for a normal functioning of this module, but found huggingface-hub==1.0.1.',
      why: 'transformers’ own check',
    },
  ],
  misses: [{ text: 'LlamaFactory 说我的 transformers 版本太高', why: 'told in one’s own words' }],
}
