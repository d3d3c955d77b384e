import type { Examples, Rule } from './schema'

export const rule: Rule = {
  id: 'peft-encoder-decoder-cache',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: {
    error: "cannot import name '(?:EncoderDecoderCache|Cache)' from 'transformers'",
    decisive: true,
  },
  told: 'EncoderDecoderCache',
  environment: {
    allOf: [
      { package: 'peft', range: '>=0.14.0' },
      { package: 'transformers', range: '<4.43.0' },
    ],
  },
  fixes: [
    {
      id: 'older-peft',
      command: 'pip install "peft==0.13.2"',
      installs: { package: 'peft', range: '>=0.12.0,<0.14.0', chosenFor: 'transformers' },
    },
    {
      id: 'newer-transformers',
      command: 'pip install "transformers>=4.43.0,<5"',
      installs: { package: 'transformers', range: '>=4.43.0,<5.0.0' },
    },
  ],
  ruler: { package: 'peft', broken: '>=0.14.0' },
  links: [
    {
      url: 'https://github.com/huggingface/peft/issues/2292',
      label: 'peft #2292',
      what: { en: 'peft 0.14.0 with transformers 4.39.3', zh_CN: 'peft 0.14.0 搭配 transformers 4.39.3' },
    },
    {
      url: 'https://github.com/huggingface/peft/blob/v0.14.0/src/peft/peft_model.py',
      label: 'peft 0.14.0',
      what: { en: 'the import that fails', zh_CN: '出错的那行 import' },
    },
  ],
  prose: {
    en: {
      name: 'PEFT 0.14 and later is too new for transformers below 4.43',
      symptom: "`import peft` stops with `cannot import name 'EncoderDecoderCache' from 'transformers'`.",
      verdict: {
        confirmed:
          'PEFT {peft|0.14 or newer} imports classes that transformers {transformers|below 4.43} does not have yet, so nothing that imports PEFT can start.',
        'at-risk':
          'PEFT {peft|0.14 or newer} cannot be imported beside transformers {transformers|below 4.43}: it will stop at the first `import peft`.',
      },
      cause:
        'PEFT 0.14.0 and later import `EncoderDecoderCache`, which transformers has had since 4.43. PEFT states no minimum for transformers, so pip installs the two without a warning.',
      fixes: {
        'older-peft': {
          title: 'Install PEFT 0.13.2',
          limits:
            'The right choice for ChatGLM2/3, the first Qwen and other models whose own code needs an old transformers.',
        },
        'newer-transformers': {
          title: 'Install transformers 4.43 or newer',
          limits: 'Old ChatGLM model code stops working with it.',
        },
      },
    },
    zh_CN: {
      name: 'PEFT 0.14 及以上，配不上 4.43 以下的 transformers',
      symptom: "一执行 `import peft` 就报 `cannot import name 'EncoderDecoderCache' from 'transformers'`。",
      verdict: {
        confirmed:
          'PEFT {peft|0.14 及以上} 要导入的类，transformers {transformers|4.43 以前的版本} 里还没有，所以凡是用到 PEFT 的脚本都起不来。',
        'at-risk':
          'PEFT {peft|0.14 及以上} 和 transformers {transformers|4.43 以下} 放在一起无法导入：执行到 `import peft` 就会报错。',
      },
      cause:
        'PEFT 从 0.14.0 起要导入 `EncoderDecoderCache`，而 transformers 到 4.43 才有它。PEFT 没有声明 transformers 的最低版本，pip 就一声不响地把它们装到了一起。',
      fixes: {
        'older-peft': {
          title: '装 PEFT 0.13.2',
          limits: 'ChatGLM2/3、第一代 Qwen 等模型自带的代码离不开旧版 transformers，选这个。',
        },
        'newer-transformers': {
          title: '把 transformers 升到 4.43 以上',
          limits: '旧的 ChatGLM 模型代码在新版上会失效。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "ImportError: cannot import name 'EncoderDecoderCache' from 'transformers' (/opt/env/lib/python3.10/site-packages/transformers/__init__.py)",
      verdict: 'confirmed',
      why: 'only this pair prints it',
    },
    { text: 'peft==0.15.2\ntransformers==4.40.2', verdict: 'at-risk', why: 'the versions are enough' },
    {
      text: "peft==0.13.2\ntransformers==4.40.2\nImportError: cannot import name 'EncoderDecoderCache' from 'transformers'",
      verdict: 'ruled-out',
      why: 'PEFT 0.13 does not import it: another environment runs',
    },
  ],
  clean: [
    { text: 'peft==0.13.2\ntransformers==4.40.2', why: 'the last PEFT that goes with it' },
    { text: "ImportError: cannot import name 'HybridCache' from 'transformers'", why: 'another class' },
  ],
  misses: [
    {
      text: 'EncoderDecoderCache is missing when I import peft',
      why: 'told in one’s own words, without the message',
    },
  ],
}
