import type { Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

const REFUSED =
  '(?:^|[^\\w])(?:Seq2Seq)?Trainer\\.(?:__init__|init)\\(\\) got an unexpected keyword argument [\'"`]tokenizer[\'"`]'
const ANNOUNCED =
  '\\btokenizer\\b.{0,3} is deprecated and will be removed in version 5\\.0\\.0 for .{0,3}\\w*Trainer|\\bTrainer\\.tokenizer is now deprecated'

export const rule: Rule = {
  id: 'trainer-tokenizer-kwarg',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: { error: REFUSED, decisive: true },
  environment: {
    // the warning says of the script what version 5 will refuse
    anyOf: [{ package: 'transformers', range: '>=5.0.0.dev0' }, { warning: ANNOUNCED }],
  },
  fixes: [
    {
      id: 'rename',
      code: 'trainer = Trainer(model=model, args=args, train_dataset=dataset, processing_class=tokenizer)',
    },
    {
      id: 'older-transformers',
      command: 'pip install "transformers>=4.46,<5"',
      when: { package: 'transformers', range: '>=5.0.0.dev0' },
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '<5.0.0' },
    },
    { ...knownGood, when: anyChatGlm },
  ],
  ruler: { package: 'transformers', broken: '>=5.0.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/commit/aa3e8798baf9a02ece1b33dc8111047e252118d1',
      label: 'transformers aa3e879',
      what: { en: 'the argument goes, for version 5', zh_CN: '为 5.0 删掉这个参数' },
    },
    {
      url: 'https://github.com/huggingface/transformers/issues/35446',
      label: 'transformers #35446',
      what: { en: 'the warning, discussed', zh_CN: '对这条警告的讨论' },
    },
    {
      url: 'https://github.com/huggingface/transformers/pull/43733',
      label: 'transformers #43733',
      what: { en: 'the documentation follows', zh_CN: '随后更新的文档' },
    },
  ],
  prose: {
    en: {
      name: 'The Trainer’s tokenizer argument is now called processing_class',
      symptom:
        "Creating the Trainer stops with `Trainer.__init__() got an unexpected keyword argument 'tokenizer'`.",
      verdict: {
        confirmed:
          'The script passes `tokenizer` to the Trainer; transformers {transformers|5} no longer takes it under that name.',
        'at-risk':
          'The script still passes `tokenizer` to the Trainer: with transformers {transformers|4.46 to 4.57} that is only a warning, from 5.0 on it is an error.',
      },
      cause:
        'transformers 4.46 renamed the argument to `processing_class`, because what is passed may also be an image processor. The old name worked with a warning until 4.57 and is gone in 5.0.',
      fixes: {
        rename: {
          title: 'Rename the argument in the script',
          limits: 'transformers 4.45 and older know only the old name.',
        },
        'older-transformers': {
          title: 'Go back to transformers 4',
          limits: 'For code that you cannot change; the warning is harmless.',
        },
        'known-good-pair': knownGoodWords.en,
      },
    },
    zh_CN: {
      name: 'Trainer 的 tokenizer 参数改名为 processing_class',
      symptom: "创建 Trainer 时报 `Trainer.__init__() got an unexpected keyword argument 'tokenizer'`。",
      verdict: {
        confirmed: '脚本给 Trainer 传了 `tokenizer`，而 transformers {transformers|5} 已经不认这个名字。',
        'at-risk':
          '脚本还在给 Trainer 传 `tokenizer`：在 transformers {transformers|4.46 到 4.57} 上只是一条警告，到了 5.0 就会报错。',
      },
      cause:
        '这个参数传的也可能是图像处理器，所以 transformers 4.46 把它改名为 `processing_class`。旧名字到 4.57 为止还能用，只是有警告；5.0 起彻底没有了。',
      fixes: {
        rename: {
          title: '在脚本里把参数名改过来',
          limits: 'transformers 4.45 及更早版本只认旧名字。',
        },
        'older-transformers': {
          title: '退回 transformers 4',
          limits: '适合改不了代码的情况；那条警告可以不管。',
        },
        'known-good-pair': knownGoodWords.zh_CN,
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: `  File "/home/lin/ChatGLM3/finetune_demo/finetune_hf.py", line 512, in main
    trainer = Seq2SeqTrainer(
TypeError: Seq2SeqTrainer.__init__() got an unexpected keyword argument 'tokenizer'`,
      verdict: 'confirmed',
      why: 'only transformers 5 prints it',
    },
    {
      text: "TypeError: Trainer.__init__() got an unexpected keyword argument 'tokenizer'",
      verdict: 'confirmed',
      why: 'the plain Trainer',
    },
    {
      text: 'transformers==4.51.3\n/srv/run.py:71: FutureWarning: `tokenizer` is deprecated and will be removed in version 5.0.0 for `CustomTrainer.__init__`. Use `processing_class` instead.',
      verdict: 'at-risk',
      why: 'a warning below version 5, and not more',
    },
    {
      text: "transformers==4.46.3\nTypeError: Trainer.__init__() got an unexpected keyword argument 'tokenizer'",
      verdict: 'ruled-out',
      why: 'this transformers still takes it',
    },
  ],
  clean: [
    {
      text: "TypeError: SFTTrainer.__init__() got an unexpected keyword argument 'tokenizer'",
      why: 'trl’s trainer, with a history of its own',
    },
    {
      text: "transformers==4.51.3\nTypeError: Trainer.__init__() got an unexpected keyword argument 'tokenizers'",
      why: 'a slip of the pen',
    },
    { text: 'transformers==5.0.0', why: 'the version alone is no risk' },
  ],
  misses: [{ text: 'Trainer 不再接受 tokenizer', why: 'told without the message' }],
}
