import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

/** A model's class: `TrainingArguments` and a script's own classes refuse the switches too. */
const byModel: Condition = {
  error:
    '(?:Model|For[A-Z]\\w{2,40})\\.__init__\\(\\) got an unexpected keyword argument .load_in_[48]bit\\b',
}
/** Without a class, which Python 3.10 and with it transformers 5 always prints: cut short, or an older fault. */
const bySomebody: Condition = {
  error: '(?:^|[^\\w.])__init__\\(\\) got an unexpected keyword argument .load_in_[48]bit\\b',
}
const passed: Condition = { anyOf: [byModel, bySomebody] }
const announced: Condition = {
  warning: 'load_in_4bit.{0,3} and .{0,3}load_in_8bit.{0,3} arguments are deprecated',
}

export const rule: Rule = {
  id: 'load-in-8bit-kwarg-v5',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: { anyOf: [{ ...byModel, decisive: true }, bySomebody] },
  environment: {
    // the warning says of the script what version 5 will refuse
    anyOf: [{ package: 'transformers', range: '>=5.0.0.dev0' }, { allOf: [announced, { not: passed }] }],
  },
  // the arguments went on this day: an older text is about a release that did not have them yet
  against: {
    allOf: [passed, { before: '2025-10-09', unless: { package: 'transformers', range: '>=5.0.0.dev0' } }],
  },
  fixes: [
    {
      id: 'quantization-config',
      code: `from transformers import AutoModelForCausalLM, BitsAndBytesConfig

model = AutoModelForCausalLM.from_pretrained(
    path,
    device_map="auto",
    quantization_config=BitsAndBytesConfig(load_in_8bit=True),  # or load_in_4bit=True
)`,
    },
    {
      id: 'transformers-4',
      command: 'pip install "transformers>=4.57.0,<5"',
      when: { package: 'transformers', range: '>=5.0.0.dev0' },
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '>=4.30.0,<5.0.0' },
    },
    { ...knownGood, when: anyChatGlm },
  ],
  differential: [
    {
      id: 'not-yet-there',
      when: {
        allOf: [
          passed,
          {
            anyOf: [
              { package: 'transformers', range: '<4.30.0' },
              { before: '2025-10-09', unless: { package: 'transformers', range: '>=4.30.0' } },
            ],
          },
        ],
      },
    },
  ],
  ruler: { package: 'transformers', broken: '>=5.0.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/commit/b44d91570fb4a5cf8a58150c7935a4edde82e27f',
      label: 'transformers b44d915',
      what: { en: 'where the arguments went', zh_CN: '参数就是在这里删掉的' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/13791d8f482aad9ac31c29866eafc760ccbfa0f3',
      label: 'transformers 13791d8',
      what: { en: 'the bitsandbytes that version 5 wants', zh_CN: 'transformers 5 要求的 bitsandbytes' },
    },
    {
      url: 'https://github.com/bitsandbytes-foundation/bitsandbytes/issues/428',
      label: 'bitsandbytes #428',
      what: { en: 'the same message on a release too old', zh_CN: '版本太旧时也是这句报错' },
    },
  ],
  prose: {
    en: {
      name: 'load_in_8bit and load_in_4bit now belong in BitsAndBytesConfig',
      symptom:
        "Loading the model stops with `…ForCausalLM.__init__() got an unexpected keyword argument 'load_in_8bit'`.",
      verdict: {
        confirmed:
          'The script passes `load_in_8bit` or `load_in_4bit` straight to `from_pretrained`; transformers {transformers|5} no longer takes it there.',
        likely:
          'The script passes `load_in_8bit` or `load_in_4bit` straight to `from_pretrained`, which transformers 5 no longer takes; a release from before 4.30 would print the same.',
        'cannot-tell':
          'This may be transformers 5, which no longer takes `load_in_8bit` and `load_in_4bit` in `from_pretrained`, or a release from before 4.30, which does not take them yet.',
        'at-risk':
          'The script still passes `load_in_8bit` or `load_in_4bit` straight to `from_pretrained`: with transformers {transformers|4} that is only a warning, from 5.0 on it is an error.',
      },
      cause:
        'The two switches were a short form that transformers handled before it created the model. Version 5 dropped the short form, so they are passed on to the model itself, which does not know them.',
      fixes: {
        'quantization-config': {
          title: 'Put the switch into a `BitsAndBytesConfig`',
          limits: 'transformers 5 wants bitsandbytes 0.46.1 or newer with it.',
        },
        'transformers-4': {
          title: 'Go back to transformers 4',
          limits: 'For code that you cannot change; the warning is harmless.',
        },
        'known-good-pair': knownGoodWords.en,
      },
      differential: {
        'not-yet-there': {
          what: 'transformers is too old instead: `load_in_4bit` came with 4.30.',
          sign: '`pip show transformers` prints a version below 4.30.',
          then: 'Install transformers 4.30 or newer, below 5.',
        },
      },
    },
    zh_CN: {
      name: 'load_in_8bit、load_in_4bit 要写进 BitsAndBytesConfig 了',
      symptom: "加载模型时报 `…ForCausalLM.__init__() got an unexpected keyword argument 'load_in_8bit'`。",
      verdict: {
        confirmed:
          '脚本把 `load_in_8bit` 或 `load_in_4bit` 直接传给了 `from_pretrained`，transformers {transformers|5} 已经不认这种写法。',
        likely:
          '脚本把 `load_in_8bit` 或 `load_in_4bit` 直接传给了 `from_pretrained`，transformers 5 不认这种写法；不过 4.30 之前的版本也会这样报错。',
        'cannot-tell':
          '可能是 transformers 5，它的 `from_pretrained` 不再收 `load_in_8bit` 和 `load_in_4bit`；也可能是 4.30 之前的版本，那时候还没有。要看 transformers 是哪一版。',
        'at-risk':
          '脚本还在把 `load_in_8bit` 或 `load_in_4bit` 直接传给 `from_pretrained`：在 transformers {transformers|4} 上只是一条警告，到了 5.0 就会报错。',
      },
      cause:
        '这两个开关本来是一种简写，transformers 会在创建模型之前先处理掉。transformers 5 去掉了简写，开关就一路传到了模型那里，而模型不认识它们。',
      fixes: {
        'quantization-config': {
          title: '把开关写进 `BitsAndBytesConfig`',
          limits: '在 transformers 5 上，bitsandbytes 要 0.46.1 以上。',
        },
        'transformers-4': {
          title: '退回 transformers 4',
          limits: '适合改不了代码的情况；那条警告可以不管。',
        },
        'known-good-pair': knownGoodWords.zh_CN,
      },
      differential: {
        'not-yet-there': {
          what: '反过来，transformers 太旧：`load_in_4bit` 是 4.30 才有的。',
          sign: '`pip show transformers` 显示的版本低于 4.30。',
          then: '装 4.30 以上、5 以下的 transformers。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/e/site-packages/transformers/modeling_utils.py", line 4040, in from_pretrained\n    model = cls(config, *model_args, **model_kwargs)\nTypeError: Qwen2ForCausalLM.__init__() got an unexpected keyword argument \'load_in_4bit\'',
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "transformers==5.1.0\nTypeError: BertModel.__init__() got an unexpected keyword argument 'load_in_8bit'",
      verdict: 'confirmed',
      why: 'another model class',
    },
    {
      text: 'transformers==4.57.6\nThe `load_in_4bit` and `load_in_8bit` arguments are deprecated and will be removed in the future versions. Please, pass a `BitsAndBytesConfig` object in `quantization_config` argument instead.',
      verdict: 'at-risk',
      why: 'a warning below version 5, and not more',
    },
    {
      text: "transformers==4.28.1\nTypeError: LlamaForCausalLM.__init__() got an unexpected keyword argument 'load_in_4bit'",
      verdict: 'ruled-out',
      why: 'a release that does not have it yet',
    },
    {
      text: "2023-05-24 10:11:12 INFO loading base model\nTypeError: __init__() got an unexpected keyword argument 'load_in_4bit'",
      verdict: 'ruled-out',
      why: 'years before version 5',
    },
    {
      text: "TypeError: __init__() got an unexpected keyword argument 'load_in_8bit'",
      verdict: 'cannot-tell',
      why: 'whose, and in which release',
    },
  ],
  clean: [
    {
      text: "TypeError: TrainingArguments.__init__() got an unexpected keyword argument 'load_in_8bit'",
      why: 'given to the wrong class',
    },
    {
      text: "TypeError: ModelArguments.__init__() got an unexpected keyword argument 'load_in_4bit'",
      why: 'a script’s own class',
    },
    {
      text: "TypeError: Accelerator.__init__() got an unexpected keyword argument 'dispatch_batches'",
      why: 'another argument',
    },
    { text: 'transformers==5.0.0', why: 'the version alone is no risk' },
  ],
  misses: [
    { text: 'transformers 5 的 from_pretrained 不收 load_in_8bit 了', why: 'told without the message' },
  ],
}
