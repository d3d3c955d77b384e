import type { Examples, Rule } from './schema'

export const rule: Rule = {
  id: 'bnb-triton-ops',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: { error: 'No module named .triton\\.ops\\b', decisive: true },
  environment: {
    allOf: [
      { package: 'bitsandbytes', range: '>=0.39.1,<0.45.1' },
      { package: 'triton', range: '>=3.2.0' },
    ],
  },
  fixes: [
    {
      id: 'newer-bitsandbytes',
      command: 'pip install "bitsandbytes==0.45.5"',
      unless: { package: 'transformers', range: '>=5.0.0.dev0' },
      installs: { package: 'bitsandbytes', range: '>=0.45.1' },
    },
    {
      id: 'newest-bitsandbytes',
      command: 'pip install -U "bitsandbytes>=0.46.1"',
      when: { package: 'transformers', range: '>=5.0.0.dev0' },
      installs: { package: 'bitsandbytes', range: '>=0.46.1' },
    },
    {
      id: 'older-triton',
      command: 'pip install "triton==3.1.0"',
      unless: { package: 'torch', range: '>=2.6.0' },
      installs: { package: 'triton', range: '<3.2.0' },
    },
  ],
  links: [
    {
      url: 'https://github.com/bitsandbytes-foundation/bitsandbytes/issues/1492',
      label: 'bitsandbytes #1492',
      what: { en: 'an upgrade is the cure', zh_CN: '升级即可解决' },
    },
    {
      url: 'https://github.com/ostris/ai-toolkit/issues/279',
      label: 'ai-toolkit #279',
      what: { en: 'torch 2.6 with bitsandbytes 0.45.5', zh_CN: 'torch 2.6 配 bitsandbytes 0.45.5 可用' },
    },
    {
      url: 'https://github.com/bitsandbytes-foundation/bitsandbytes/tree/0.45.1/bitsandbytes/triton',
      label: 'bitsandbytes 0.45.1',
      what: { en: 'the import is gone', zh_CN: '这一版去掉了那行 import' },
    },
  ],
  prose: {
    en: {
      name: 'bitsandbytes is too old for this triton',
      symptom: "Importing bitsandbytes, or PEFT on top of it, stops with `No module named 'triton.ops'`.",
      verdict: {
        confirmed:
          'bitsandbytes {bitsandbytes|(version not stated)} asks triton for a part that triton {triton|3.2 and later} no longer has, so it cannot be imported.',
        'at-risk':
          'bitsandbytes {bitsandbytes|below 0.45.1} cannot be imported beside triton {triton|3.2 or newer}: PEFT, which loads it when it is there, will stop with it.',
      },
      cause:
        'triton 3.2, which torch 2.6 brings along, no longer has the module `triton.ops`. Up to 0.45.0 bitsandbytes imports it, even for people who never need it.',
      fixes: {
        'newer-bitsandbytes': {
          title: 'Install bitsandbytes 0.45.5',
          limits: 'Works with torch 2.0 and newer, and has files for CUDA 11.7 to 12.8.',
        },
        'newest-bitsandbytes': {
          title: 'Install bitsandbytes 0.46.1 or newer, which transformers 5 asks for anyway',
        },
        'older-triton': {
          title: 'Go back to triton 3.1.0',
          limits: 'For torch 2.5 only: torch 2.6 and later need the newer triton.',
        },
      },
    },
    zh_CN: {
      name: 'bitsandbytes 太旧，配不上现在的 triton',
      symptom: "导入 bitsandbytes 或 PEFT 时报 `No module named 'triton.ops'`。",
      verdict: {
        confirmed:
          'bitsandbytes {bitsandbytes|（版本未写明）} 要用的 `triton.ops`，triton {triton|3.2 及以后的版本} 里已经没有了，所以导入不了。',
        'at-risk':
          'bitsandbytes {bitsandbytes|0.45.1 以下} 和 triton {triton|3.2 及以上} 放在一起无法导入；PEFT 发现装了 bitsandbytes 就会去加载，也会跟着报错。',
      },
      cause:
        'triton 3.2（随 torch 2.6 一起装上）删掉了 `triton.ops`。bitsandbytes 直到 0.45.0 都会导入它，哪怕根本用不到。',
      fixes: {
        'newer-bitsandbytes': {
          title: '装 bitsandbytes 0.45.5',
          limits: 'torch 2.0 以上都能用，支持 CUDA 11.7 到 12.8。',
        },
        'newest-bitsandbytes': {
          title: '装 bitsandbytes 0.46.1 以上，transformers 5 本来也要求这么新',
        },
        'older-triton': {
          title: '退回 triton 3.1.0',
          limits: '只适合 torch 2.5；torch 2.6 以上离不开新版 triton。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/e/site-packages/bitsandbytes/triton/int8_matmul_mixed_dequantize.py", line 12, in <module>\n    from triton.ops.matmul_perf_model import early_config_prune, estimate_matmul_time\nModuleNotFoundError: No module named \'triton.ops\'',
      verdict: 'confirmed',
      why: 'the message in its traceback',
    },
    {
      text: "RuntimeError: Failed to import peft.tuners.lora because of No module named 'triton.ops.matmul_perf_model'",
      verdict: 'confirmed',
      why: 'passed on by another exception',
    },
    {
      text: 'bitsandbytes==0.43.3\ntorch==2.6.0\ntriton==3.2.0',
      verdict: 'at-risk',
      why: 'the versions are enough',
    },
    {
      text: "bitsandbytes==0.45.5\ntriton==3.2.0\nModuleNotFoundError: No module named 'triton.ops'",
      verdict: 'ruled-out',
      why: 'this bitsandbytes does not import it: another environment runs',
    },
  ],
  clean: [
    { text: 'bitsandbytes==0.45.0\ntriton==3.1.0', why: 'the last triton that has the module' },
    { text: 'bitsandbytes==0.45.1\ntriton==3.2.0', why: 'the first bitsandbytes without the import' },
    { text: "ModuleNotFoundError: No module named 'triton'", why: 'triton is not installed at all' },
  ],
  misses: [{ text: 'bitsandbytes 0.43 和 torch 2.6 装在一起，import 就挂', why: 'told without the message' }],
}
