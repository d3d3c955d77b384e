import type { Condition, Examples, Rule } from './schema'
import { transformersAndAccelerate } from './tables/accelerate'
import { mismatched } from './tables/pairs'

/** Its Trainer takes no accelerate 0.x: by its version, or by what it asks for. */
const newTrainer: Condition = {
  anyOf: [{ package: 'transformers', range: '>=4.52.0.dev0' }, { error: 'requires .?accelerate>=1\\.' }],
}

export const rule: Rule = {
  id: 'accelerate-minimum-trainer',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: {
    anyOf: [
      { error: 'Using the .?Trainer.? with .?PyTorch.? requires .?accelerate', decisive: true },
      { error: "cannot import name 'is_mlu_available' from 'accelerate\\.utils'", decisive: true },
    ],
  },
  environment: mismatched('transformers', 'accelerate', transformersAndAccelerate),
  fixes: [
    {
      id: 'newer-accelerate',
      command: 'pip install "accelerate==0.34.2"',
      unless: newTrainer,
      installs: { package: 'accelerate', range: '>=0.29.0,<1.0.0', chosenFor: 'transformers' },
    },
    {
      id: 'current-accelerate',
      command: 'pip install "accelerate>=1.3.0"',
      when: newTrainer,
      installs: { package: 'accelerate', range: '>=1.3.0', chosenFor: 'transformers' },
    },
    { id: 'restart' },
  ],
  ruler: { package: 'accelerate', broken: '<0.26.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/blob/v4.45.0/src/transformers/training_args.py',
      label: 'transformers 4.45.0',
      what: { en: 'the check and its message', zh_CN: '做检查、打印这句话的代码' },
    },
    {
      url: 'https://github.com/huggingface/transformers/blob/v4.43.0/src/transformers/trainer.py',
      label: 'transformers 4.43.0',
      what: {
        en: 'imports `is_mlu_available`, which came with accelerate 0.29',
        zh_CN: '要导入 `is_mlu_available`，accelerate 0.29 才有',
      },
    },
  ],
  prose: {
    en: {
      name: 'accelerate is missing or below what the Trainer needs',
      symptom:
        'Creating `TrainingArguments` stops with ``Using the `Trainer` with `PyTorch` requires `accelerate>=…` ``.',
      verdict: {
        confirmed:
          'The Trainer finds no accelerate, or one that is too old for it (accelerate: {accelerate|version not stated}; transformers: {transformers|version not stated}).',
        'at-risk':
          'accelerate {accelerate|(version not stated)} is older than the Trainer of transformers {transformers|(version not stated)} accepts: training will not start.',
        'ruled-out':
          'accelerate {accelerate|(version not stated)} is new enough for transformers {transformers|(version not stated)}: either the notebook was not restarted after the installation, or another environment is running.',
      },
      cause:
        'accelerate is optional for transformers, so pip does not insist on it; the Trainer looks for it only when it starts. The least that it takes is 0.21 from transformers 4.37, 0.29 in 4.43 and 4.44, 0.26 from 4.45, and 1.1 from 5.0.',
      fixes: {
        'newer-accelerate': {
          title: 'Install accelerate 0.34.2',
          limits: 'It goes with transformers 4.31 to 4.51.',
        },
        'current-accelerate': {
          title: 'Install accelerate 1.3.0 or newer',
          limits: 'The message may ask for less, but from 4.52 on anything below 1.3 fails a moment later.',
        },
        restart: {
          title: 'After installing, restart the notebook or the Python process',
          limits:
            'A running notebook keeps the accelerate that it found first, so the message stays even after a correct installation.',
        },
      },
    },
    zh_CN: {
      name: '没装 accelerate，或者装的低于 Trainer 的最低要求',
      symptom:
        '一创建 `TrainingArguments` 就报 ``Using the `Trainer` with `PyTorch` requires `accelerate>=…` ``。',
      verdict: {
        confirmed:
          'Trainer 没找到 accelerate，或者找到的太旧（accelerate：{accelerate|版本未写明}；transformers：{transformers|版本未写明}）。',
        'at-risk':
          'accelerate {accelerate|（版本未写明）} 低于 transformers {transformers|（版本未写明）} 的 Trainer 所要求的版本：训练启动不了。',
        'ruled-out':
          'accelerate {accelerate|（版本未写明）} 对 transformers {transformers|（版本未写明）} 来说已经够新：要么是装完没重启 notebook，要么实际运行的是另一个环境。',
      },
      cause:
        'accelerate 是 transformers 的可选依赖，pip 不会强制要求，Trainer 启动时才检查。最低版本：transformers 4.37 起要 0.21，4.43 和 4.44 要 0.29，4.45 起要 0.26，5.0 起要 1.1。',
      fixes: {
        'newer-accelerate': {
          title: '装 accelerate 0.34.2',
          limits: '适合 transformers 4.31 到 4.51。',
        },
        'current-accelerate': {
          title: '把 accelerate 升到 1.3.0 以上',
          limits: '报错里要求的可能更低，但从 4.52 起，低于 1.3 紧接着还会出错。',
        },
        restart: {
          title: '装好后重启 notebook 或 Python 进程',
          limits: '正在运行的 notebook 只认启动时看到的 accelerate，不重启的话，装对了也照样报这个错。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "ImportError: Using the `Trainer` with `PyTorch` requires `accelerate>=0.26.0`: Please run `pip install transformers[torch]` or `pip install 'accelerate>=0.26.0'`",
      verdict: 'confirmed',
      why: 'the Trainer says so itself',
    },
    {
      text: 'ImportError: Using the Trainer with PyTorch requires accelerate>=0.20.1: Please run pip install transformers[torch] or pip install accelerate -U',
      verdict: 'confirmed',
      why: 'an older release, its backticks lost in the post',
    },
    {
      text: "transformers==4.44.2\naccelerate==0.25.0\nImportError: cannot import name 'is_mlu_available' from 'accelerate.utils' (/env/accelerate/utils/__init__.py)",
      verdict: 'confirmed',
      why: 'what 4.43 and 4.44 say instead',
    },
    { text: 'transformers==4.45.2\naccelerate==0.25.0', verdict: 'at-risk', why: 'the versions are enough' },
    { text: 'transformers==5.1.0\naccelerate==1.0.1', verdict: 'at-risk', why: 'version 5 asks for more' },
    {
      text: 'transformers==4.45.2\naccelerate==0.34.2\nImportError: Using the `Trainer` with `PyTorch` requires `accelerate>=0.26.0`',
      verdict: 'ruled-out',
      why: 'new enough: the kernel was not restarted',
    },
  ],
  clean: [
    { text: 'transformers==4.45.0\naccelerate==0.26.0', why: 'just enough' },
    { text: 'transformers==4.42.4\naccelerate==0.25.0', why: 'enough for this check; it fails elsewhere' },
    {
      text: 'ImportError: Using `low_cpu_mem_usage=True` or a `device_map` requires Accelerate: `pip install accelerate`',
      why: 'loading a model, not training',
    },
  ],
  misses: [{ text: 'Trainer 说我的 accelerate 版本太低', why: 'told in one’s own words' }],
}
