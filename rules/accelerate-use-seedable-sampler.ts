import type { Examples, Rule } from './schema'

export const rule: Rule = {
  id: 'accelerate-use-seedable-sampler',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: {
    // Python before 3.10 leaves the class out
    error:
      '(?:\\bAccelerator\\.|^|[^.\\w])(?:__init__|init)\\(\\) got an unexpected keyword argument [\'"`]use_seedable_sampler[\'"`]',
    decisive: true,
  },
  told: 'use_seedable_sampler',
  environment: {
    allOf: [
      // 4.43 meets another error first, and so does an accelerate below 0.21
      { package: 'transformers', range: '>=4.38.0,<4.43.0' },
      { package: 'accelerate', range: '>=0.21.0,<0.26.0' },
    ],
  },
  fixes: [
    {
      id: 'newer-accelerate',
      command: 'pip install "accelerate==0.34.2"',
      installs: { package: 'accelerate', range: '>=0.26.0,<1.0.0', chosenFor: 'transformers' },
    },
    {
      id: 'older-transformers',
      command: 'pip install "transformers==4.37.2"',
      installs: { package: 'transformers', range: '>=4.30.0,<4.38.0', chosenFor: 'accelerate' },
    },
  ],
  ruler: { package: 'accelerate', broken: '<0.26.0' },
  links: [
    {
      url: 'https://github.com/huggingface/accelerate/blob/v0.26.0/src/accelerate/accelerator.py',
      label: 'accelerate 0.26.0',
      what: { en: 'the argument appears', zh_CN: '从这一版起有这个参数' },
    },
    {
      url: 'https://github.com/huggingface/accelerate/blob/v0.25.0/src/accelerate/accelerator.py',
      label: 'accelerate 0.25.0',
      what: { en: 'the release before, without it', zh_CN: '前一版还没有' },
    },
    {
      url: 'https://github.com/huggingface/transformers/blob/v4.40.0/src/transformers/trainer.py',
      label: 'transformers 4.40.0',
      what: { en: 'passes it below accelerate 0.28', zh_CN: '遇到 0.28 以下的 accelerate 会传它' },
    },
  ],
  prose: {
    en: {
      name: 'accelerate below 0.26 is too old for transformers 4.38 to 4.42',
      symptom:
        "Creating the Trainer stops with `Accelerator.__init__() got an unexpected keyword argument 'use_seedable_sampler'`.",
      verdict: {
        confirmed:
          'transformers {transformers|4.38 or newer} passes an argument that accelerate {accelerate|below 0.26} does not have yet.',
        'at-risk':
          'transformers {transformers|4.38 to 4.42} passes an argument that accelerate {accelerate|below 0.26} does not have yet: creating the Trainer will fail.',
      },
      cause:
        'Since 4.38 the Trainer passes `use_seedable_sampler`, which accelerate has had since 0.26. Yet transformers 4.38 to 4.44 says that 0.21 is enough, so nothing warns you.',
      fixes: {
        'newer-accelerate': {
          title: 'Install accelerate 0.34.2',
          limits: 'Not 1.0 or newer: transformers 4.38 and 4.39 fail with it in another way.',
        },
        'older-transformers': {
          title: 'Go back to transformers 4.37.2',
          limits: 'Only if something forbids a newer accelerate.',
        },
      },
    },
    zh_CN: {
      name: 'accelerate 低于 0.26，配不上 transformers 4.38 到 4.42',
      symptom:
        "创建 Trainer 时报 `Accelerator.__init__() got an unexpected keyword argument 'use_seedable_sampler'`。",
      verdict: {
        confirmed:
          'transformers {transformers|4.38 及以上} 传了一个参数，而 accelerate {accelerate|0.21 到 0.25} 还没有它。',
        'at-risk':
          'transformers {transformers|4.38 到 4.42} 会传一个 accelerate {accelerate|0.21 到 0.25} 还没有的参数：一创建 Trainer 就会报错。',
      },
      cause:
        'Trainer 从 4.38 起会传 `use_seedable_sampler`，accelerate 到 0.26 才有。可 transformers 4.38 到 4.44 一直声明 0.21 就够用，所以装的时候没有任何提示。',
      fixes: {
        'newer-accelerate': {
          title: '装 accelerate 0.34.2',
          limits: '别装到 1.0 以上：transformers 4.38、4.39 碰上它会报另一个错。',
        },
        'older-transformers': {
          title: '退回 transformers 4.37.2',
          limits: '只在实在升不了 accelerate 时用。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: `  File "/srv/venv/lib/python3.11/site-packages/transformers/trainer.py", line 4242, in create_accelerator_and_postprocess
    self.accelerator = Accelerator(
TypeError: Accelerator.__init__() got an unexpected keyword argument 'use_seedable_sampler'`,
      verdict: 'confirmed',
      why: 'only an accelerate below 0.26 prints it',
    },
    {
      text: "TypeError: __init__() got an unexpected keyword argument 'use_seedable_sampler'",
      verdict: 'confirmed',
      why: 'an old Python, which leaves the class out',
    },
    { text: 'transformers==4.40.2\naccelerate==0.25.0', verdict: 'at-risk', why: 'the versions are enough' },
    {
      text: "transformers==4.38.2\naccelerate==0.34.2\nTypeError: Accelerator.__init__() got an unexpected keyword argument 'use_seedable_sampler'",
      verdict: 'ruled-out',
      why: 'this accelerate has the argument',
    },
  ],
  clean: [
    { text: 'transformers==4.37.2\naccelerate==0.25.0', why: 'does not pass it yet' },
    { text: 'transformers==4.38.2\naccelerate==0.26.0', why: 'the first accelerate that has it' },
    {
      text: "TypeError: Accelerator.__init__() got an unexpected keyword argument 'dispatch_batches'",
      why: 'the opposite fault: accelerate too new',
    },
  ],
  misses: [{ text: 'my accelerate does not know the seedable sampler', why: 'told in one’s own words' }],
}
