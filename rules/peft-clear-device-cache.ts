import type { Condition, Examples, Rule } from './schema'

const transformersFive: Condition = { package: 'transformers', range: '>=5.0.0.dev0' }

export const rule: Rule = {
  id: 'peft-clear-device-cache',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: {
    error: "cannot import name 'clear_device_cache' from 'accelerate\\.utils\\.memory'",
    decisive: true,
  },
  told: 'clear_device_cache',
  environment: {
    allOf: [
      { package: 'peft', range: '>=0.15.0' },
      { package: 'accelerate', range: '<0.32.0' },
    ],
  },
  fixes: [
    {
      id: 'newer-accelerate',
      command: 'pip install -U "accelerate>=0.34,<1.0"',
      unless: transformersFive,
      installs: { package: 'accelerate', range: '>=0.32.0,<1.0.0', chosenFor: 'transformers' },
    },
    {
      id: 'newer-accelerate-transformers-5',
      command: 'pip install -U "accelerate>=1.1.0"',
      when: transformersFive,
      installs: { package: 'accelerate', range: '>=1.1.0', chosenFor: 'transformers' },
    },
    {
      id: 'older-peft',
      command: 'pip install "peft==0.13.2"',
      unless: transformersFive,
      installs: { package: 'peft', range: '>=0.12.0,<0.14.0', chosenFor: 'transformers' },
    },
  ],
  ruler: { package: 'peft', broken: '>=0.15.0' },
  links: [
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/8142',
      label: 'LlamaFactory #8142',
      what: { en: 'the same traceback', zh_CN: '同样的报错堆栈' },
    },
    {
      url: 'https://github.com/huggingface/peft/blob/v0.15.0/src/peft/utils/loftq_utils.py',
      label: 'peft 0.15.0',
      what: { en: 'the import that fails', zh_CN: '出错的那行 import' },
    },
    {
      url: 'https://github.com/huggingface/accelerate/blob/v0.32.0/src/accelerate/utils/memory.py',
      label: 'accelerate 0.32.0',
      what: { en: 'the first release that has the function', zh_CN: '最早有这个函数的版本' },
    },
  ],
  prose: {
    en: {
      name: 'accelerate below 0.32 is too old for PEFT 0.15 and later',
      symptom: "`import peft` stops with `cannot import name 'clear_device_cache'`.",
      verdict: {
        confirmed:
          'PEFT {peft|0.15 or newer} needs a function that accelerate {accelerate|below 0.32} does not have yet, so nothing that imports PEFT can start.',
        'at-risk':
          'PEFT {peft|0.15 or newer} cannot be imported beside accelerate {accelerate|below 0.32}: it stops at the first `import peft`.',
      },
      cause:
        'PEFT 0.15.0 and later import `clear_device_cache`, which accelerate has had since 0.32. PEFT still says that accelerate 0.21 will do, so pip does not object.',
      fixes: {
        'newer-accelerate': {
          title: 'Install accelerate 0.34',
          limits:
            'Below 1.0, because the Trainer of transformers before 4.40 does not work with accelerate 1. With transformers 4.40 or newer, accelerate 1 will do as well.',
        },
        'newer-accelerate-transformers-5': { title: 'Install accelerate 1.1 or newer' },
        'older-peft': {
          title: 'Go back to PEFT 0.13.2',
          limits:
            'For old environments, such as those of the ChatGLM3 tutorials. Options that came later, such as `corda_config`, are not in it.',
        },
      },
    },
    zh_CN: {
      name: 'accelerate 低于 0.32，配不上 PEFT 0.15 及以上',
      symptom: "一执行 `import peft` 就报 `cannot import name 'clear_device_cache'`。",
      verdict: {
        confirmed:
          'PEFT {peft|0.15 及以上} 要用的一个函数，accelerate {accelerate|0.32 以前的版本} 里还没有，所以凡是用到 PEFT 的脚本都起不来。',
        'at-risk':
          'PEFT {peft|0.15 及以上} 和 accelerate {accelerate|0.32 以下} 放在一起无法导入：执行到 `import peft` 就会报错。',
      },
      cause:
        'PEFT 从 0.15.0 起要导入 `clear_device_cache`，而 accelerate 到 0.32 才有它。PEFT 声明的最低要求仍是 accelerate 0.21，所以 pip 不会报冲突。',
      fixes: {
        'newer-accelerate': {
          title: '装 accelerate 0.34',
          limits:
            '限制在 1.0 以下，是因为 4.40 之前的 transformers 配上 accelerate 1，Trainer 跑不起来；transformers 4.40 以上用 accelerate 1 也行。',
        },
        'newer-accelerate-transformers-5': { title: '把 accelerate 升到 1.1 以上' },
        'older-peft': {
          title: '退回 PEFT 0.13.2',
          limits: '适合 ChatGLM3 教程那样的旧环境。后来才加的选项（比如 `corda_config`）就用不了了。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "[rank0]: Traceback (most recent call last):\n[rank0]:   File \"/root/env/lib/python3.10/site-packages/peft/utils/loftq_utils.py\", line 25, in <module>\n[rank0]:     from accelerate.utils.memory import clear_device_cache\n[rank0]: ImportError: cannot import name 'clear_device_cache' from 'accelerate.utils.memory' (/root/env/lib/python3.10/site-packages/accelerate/utils/memory.py)",
      verdict: 'confirmed',
      why: 'only this pair prints it',
    },
    { text: 'accelerate==0.31.0\npeft==0.15.0', verdict: 'at-risk', why: 'the versions are enough' },
    {
      text: "accelerate==0.34.2\npeft==0.15.2\nImportError: cannot import name 'clear_device_cache' from 'accelerate.utils.memory'",
      verdict: 'ruled-out',
      why: 'this accelerate has the function: another environment runs',
    },
  ],
  clean: [
    { text: 'accelerate==0.32.0\npeft==0.15.0', why: 'the first accelerate that has it' },
    { text: 'accelerate==0.31.0\npeft==0.14.0', why: 'the last PEFT that does without' },
    {
      text: "ImportError: cannot import name 'is_npu_available' from 'accelerate.utils'",
      why: 'another function of accelerate',
    },
  ],
  misses: [{ text: 'peft complains about clear_device_cache', why: 'told without the message' }],
}
