import type { Condition, Examples, Rule } from './schema'

/** Version 5 names the release it wants. */
const tooOld: Condition = {
  error: 'Using .bitsandbytes. [48]-bit quantization requires bitsandbytes: .pip install -U bitsandbytes>=',
  decisive: true,
}
/** What 4.43 to 4.57 say instead, of a bitsandbytes that is missing or finds no GPU. */
const olderWording: Condition = {
  error: 'Using .bitsandbytes. [48]-bit quantization requires the latest version of bitsandbytes',
}

export const rule: Rule = {
  id: 'bnb-minimum-v5',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: { anyOf: [tooOld, olderWording] },
  environment: {
    allOf: [
      { package: 'transformers', range: '>=5.0.0.dev0' },
      { package: 'bitsandbytes', range: '<0.46.1' },
    ],
  },
  against: olderWording,
  fixes: [
    {
      id: 'newer-bitsandbytes',
      command: 'pip install -U "bitsandbytes>=0.46.1"',
      installs: { package: 'bitsandbytes', range: '>=0.46.1' },
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/transformers/pull/41283',
      label: 'transformers #41283',
      what: { en: 'where the minimum was raised', zh_CN: '提高最低版本的改动' },
    },
    {
      url: 'https://huggingface.co/docs/bitsandbytes/installation',
      label: 'bitsandbytes',
      what: { en: 'which GPUs and CUDA versions it runs on', zh_CN: '支持哪些显卡和 CUDA 版本' },
    },
  ],
  prose: {
    en: {
      name: 'transformers 5 wants a newer bitsandbytes',
      symptom:
        'Loading a model in 4 or 8 bits stops with `requires bitsandbytes: pip install -U bitsandbytes>=0.46.1`, although bitsandbytes is installed.',
      verdict: {
        confirmed:
          'transformers {transformers|5} wants bitsandbytes 0.46.1 or newer, and counts {bitsandbytes|anything older} as not installed.',
        'ruled-out':
          'This is how transformers 4 words it; the minimum of transformers 5 has nothing to do with it.',
      },
      cause:
        'transformers 5 works with bitsandbytes 0.46.1 and newer only. It does not say that yours is too old; it acts as if none were installed.',
      fixes: {
        'newer-bitsandbytes': {
          title: 'Install bitsandbytes 0.46.1 or newer, into the Python that runs the script',
          limits: 'It needs torch 2.2 or newer, the latest releases 2.4. Restart the notebook afterwards.',
        },
      },
    },
    zh_CN: {
      name: 'transformers 5 要求更高版本的 bitsandbytes',
      symptom:
        '明明装了 bitsandbytes，用 4 比特或 8 比特加载模型时却报 `requires bitsandbytes: pip install -U bitsandbytes>=0.46.1`。',
      verdict: {
        confirmed:
          'transformers {transformers|5} 只认 bitsandbytes 0.46.1 及以上，{bitsandbytes|更旧的版本} 被当成没装。',
        'ruled-out': '这是 transformers 4 的说法，和 transformers 5 的最低版本要求无关。',
      },
      cause:
        'transformers 5 提高了对 bitsandbytes 的最低要求。版本不够时它不会说“太旧”，而是一律当作没有安装。',
      fixes: {
        'newer-bitsandbytes': {
          title: '在运行脚本的那个 Python 环境里，把 bitsandbytes 升到 0.46.1 以上',
          limits: '需要 torch 2.2 以上，最新的几版要 2.4 以上。notebook 装完要重启。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/e/site-packages/transformers/quantizers/quantizer_bnb_4bit.py", line 60, in validate_environment\n    raise ImportError(\nImportError: Using `bitsandbytes` 4-bit quantization requires bitsandbytes: `pip install -U bitsandbytes>=0.46.1`',
      verdict: 'confirmed',
      why: 'only version 5 names the release',
    },
    {
      text: 'transformers==5.1.0\nbitsandbytes==0.45.5\nImportError: Using `bitsandbytes` 8-bit quantization requires bitsandbytes: `pip install -U bitsandbytes>=0.46.1`',
      verdict: 'confirmed',
      why: 'with the versions, in 8 bits',
    },
    {
      text: 'ImportError: Using `bitsandbytes` 4-bit quantization requires the latest version of bitsandbytes: `pip install -U bitsandbytes`',
      verdict: 'ruled-out',
      why: 'the wording of transformers 4',
    },
    {
      text: 'transformers==5.0.0\nbitsandbytes==0.49.2\nImportError: Using `bitsandbytes` 4-bit quantization requires bitsandbytes: `pip install -U bitsandbytes>=0.46.1`',
      verdict: 'ruled-out',
      why: 'new enough: another environment runs',
    },
  ],
  clean: [
    { text: 'transformers==5.0.0\nbitsandbytes==0.45.5', why: 'harmless until a model is loaded quantized' },
    {
      text: 'ValueError: 4 bit quantization requires bitsandbytes>=0.39.0 - please upgrade your bitsandbytes version',
      why: 'an older minimum, of transformers 4.30',
    },
  ],
  misses: [
    { text: 'transformers 5 说我没装 bitsandbytes，可是我装了 0.45', why: 'told without the message' },
  ],
}
