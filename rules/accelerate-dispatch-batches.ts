import type { Examples, Rule } from './schema'

const ARGUMENT = '\\(\\) got an unexpected keyword argument [\'"`](?:dispatch_batches|even_batches)[\'"`]'
const BY_ACCELERATOR = `\\bAccelerator\\.(?:__init__|init)${ARGUMENT}`

export const rule: Rule = {
  id: 'accelerate-dispatch-batches',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: {
    // Python before 3.10 leaves the class out
    anyOf: [
      { error: BY_ACCELERATOR, decisive: true },
      { error: `(?:^|[^.\\w])__init__${ARGUMENT}`, decisive: true },
    ],
  },
  told: 'dispatch_batches',
  environment: {
    allOf: [
      { package: 'accelerate', range: '>=1.0.0.dev0' },
      // a script may make its own Accelerator with the old arguments, whatever transformers it runs on
      { anyOf: [{ package: 'transformers', range: '>=4.32.0,<4.40.0' }, { error: BY_ACCELERATOR }] },
    ],
  },
  fixes: [
    {
      id: 'older-accelerate',
      command: 'pip install "accelerate==0.34.2"',
      unless: { package: 'transformers', range: '>=4.52.0' },
      installs: { package: 'accelerate', range: '>=0.26.0,<1.0.0', chosenFor: 'transformers' },
    },
    {
      id: 'newer-transformers',
      command: 'pip install "transformers==4.40.2"',
      unless: { package: 'transformers', range: '>=4.40.0' },
      installs: { package: 'transformers', range: '>=4.40.0' },
    },
    {
      id: 'own-call',
      code: `from accelerate import Accelerator
from accelerate.utils import DataLoaderConfiguration

accelerator = Accelerator(dataloader_config=DataLoaderConfiguration(dispatch_batches=False))`,
      when: { package: 'transformers', range: '>=4.40.0' },
    },
  ],
  ruler: { package: 'accelerate', broken: '>=1.0.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/issues/34699',
      label: 'transformers #34699',
      what: {
        en: 'transformers 4.39.3 with accelerate 1.x',
        zh_CN: 'transformers 4.39.3 遇上 accelerate 1.x',
      },
    },
    {
      url: 'https://github.com/QwenLM/Qwen/issues/1326',
      label: 'Qwen #1326',
      what: { en: 'the same in Qwen’s `finetune.py`', zh_CN: 'Qwen 的 `finetune.py` 里同样的报错' },
    },
    {
      url: 'https://github.com/LLaVA-VL/LLaVA-NeXT/issues/388',
      label: 'LLaVA-NeXT #388',
      what: { en: 'a trainer that makes the call itself', zh_CN: '训练器自己传了这些参数的例子' },
    },
    {
      url: 'https://github.com/huggingface/accelerate/blob/v1.0.0/src/accelerate/accelerator.py',
      label: 'accelerate 1.0.0',
      what: { en: 'the arguments that are left', zh_CN: '1.0.0 里还剩哪些参数' },
    },
  ],
  prose: {
    en: {
      name: 'accelerate 1.0 and later no longer takes dispatch_batches',
      symptom:
        "Creating the Trainer stops with `Accelerator.__init__() got an unexpected keyword argument 'dispatch_batches'`.",
      verdict: {
        confirmed:
          'accelerate {accelerate|1.0 or newer} no longer takes this argument. transformers 4.32 to 4.39 still passes it; with any other transformers it is the script itself (installed here: transformers {transformers|of a version not stated}).',
        'at-risk':
          'transformers {transformers|4.32 to 4.39} passes arguments that accelerate {accelerate|1.0 or newer} no longer takes: the Trainer cannot be created with this pair.',
      },
      cause:
        'accelerate 1.0 moved four settings of `Accelerator` into an object of their own. transformers 4.32 to 4.39 still passes them the old way and sets no upper limit, so pip installs the pair without a warning.',
      fixes: {
        'older-accelerate': {
          title: 'Install accelerate 0.34.2',
          limits:
            'The right choice for ChatGLM2/3, the first Qwen and other models that need an old transformers.',
        },
        'newer-transformers': {
          title: 'Install transformers 4.40.2',
          limits: 'A trainer of your own that passes the argument itself fails as before.',
        },
        'own-call': {
          title: 'Change the call in the script',
          limits:
            'This transformers already passes it the new way, so the old call is in the script or in its trainer class.',
        },
      },
    },
    zh_CN: {
      name: 'accelerate 1.0 起不再接受 dispatch_batches',
      symptom:
        "创建 Trainer 时报 `Accelerator.__init__() got an unexpected keyword argument 'dispatch_batches'`。",
      verdict: {
        confirmed:
          'accelerate {accelerate|1.0 及以上} 已经没有这个参数了。transformers 4.32 到 4.39 还会传它；不是这几版，就是脚本自己在传（这里的 transformers：{transformers|版本未写明}）。',
        'at-risk':
          'transformers {transformers|4.32 到 4.39} 传的几个参数，accelerate {accelerate|1.0 及以上} 已经不收了：这一对版本连 Trainer 都建不起来。',
      },
      cause:
        'accelerate 1.0 把 `Accelerator` 的四个设置挪进了单独的配置对象。transformers 4.32 到 4.39 还按老办法传，又没限制 accelerate 的最高版本，pip 就一声不响地把它们装到了一起。',
      fixes: {
        'older-accelerate': {
          title: '装 accelerate 0.34.2',
          limits: 'ChatGLM2/3、第一代 Qwen 这类只能用旧版 transformers 的模型，选这个。',
        },
        'newer-transformers': {
          title: '装 transformers 4.40.2',
          limits: '如果是你自己的训练器类在传这个参数，升级也没用。',
        },
        'own-call': {
          title: '改脚本里的那次调用',
          limits: '这版 transformers 已经用新写法了，所以旧写法一定在脚本或它的训练器类里。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: `Traceback (most recent call last):
  File "/data/train/run.py", line 88, in <module>
    trainer = Trainer(model=model, args=args)
  File "/opt/env/lib/python3.10/site-packages/transformers/trainer.py", line 373, in __init__
    self.create_accelerator_and_postprocess()
TypeError: Accelerator.__init__() got an unexpected keyword argument 'dispatch_batches'`,
      verdict: 'confirmed',
      why: 'only accelerate 1.0 and later prints it',
    },
    {
      text: "[rank0]: TypeError: __init__() got an unexpected keyword argument 'dispatch_batches'",
      verdict: 'confirmed',
      why: 'an old Python, which leaves the class out',
    },
    {
      text: "transformers==4.46.3\naccelerate==1.2.1\nTypeError: Accelerator.__init__() got an unexpected keyword argument 'dispatch_batches'",
      verdict: 'confirmed',
      why: 'the script makes the call itself',
    },
    { text: 'transformers==4.37.2\naccelerate==1.0.1', verdict: 'at-risk', why: 'the versions are enough' },
    {
      text: "transformers==4.37.2\naccelerate==0.34.2\nTypeError: Accelerator.__init__() got an unexpected keyword argument 'dispatch_batches'",
      verdict: 'ruled-out',
      why: 'accelerate 0.34 takes it: another environment runs',
    },
  ],
  clean: [
    { text: 'transformers==4.40.0\naccelerate==1.0.1', why: 'the first transformers that goes with it' },
    { text: 'transformers==4.31.0\naccelerate==1.0.1', why: 'the last that does not pass it yet' },
    {
      text: "TypeError: TrainingArguments.__init__() got an unexpected keyword argument 'dispatch_batches'",
      why: 'another class refuses it',
    },
  ],
  misses: [{ text: 'dispatch_batches is gone from Accelerator', why: 'told in one’s own words' }],
}
