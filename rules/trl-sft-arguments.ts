import type { Examples, Rule } from './schema'
import {
  otherTrainerArguments,
  refusal,
  sftConfigArguments,
  sftTrainerArguments,
} from './tables/gone-arguments'

const INIT = '\\.(?:__init__|init)'
const refusals = [
  refusal(`\\bSFTTrainer${INIT}`, sftTrainerArguments),
  refusal(`\\bSFTConfig${INIT}`, sftConfigArguments),
  refusal(
    `\\b(?:DPO|ORPO|KTO|CPO|BCO|GKD|OnlineDPO|XPO|NashMD|Reward|PRM)Trainer${INIT}`,
    otherTrainerArguments,
  ),
]

export const rule: Rule = {
  id: 'trl-sft-arguments',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: { anyOf: refusals.map(({ message }) => ({ error: message, decisive: true })) },
  told: 'unexpected keyword argument .{0,2}(?:tokenizer|dataset_text_field|max_seq_length|packing)\\b|(?:SFTTrainer|SFTConfig).{0,60}(?:dataset_text_field|max_seq_length|\\bpacking\\b)',
  environment: { allOf: refusals.map(({ isGone }) => isGone) },
  fixes: [
    {
      id: 'into-the-config',
      code: `from trl import SFTConfig, SFTTrainer

config = SFTConfig(output_dir="out", dataset_text_field="text", max_length=1024, packing=False)
trainer = SFTTrainer(model=model, args=config, train_dataset=dataset, processing_class=tokenizer)`,
      unless: { package: 'trl', range: '<0.20.0' },
    },
    {
      id: 'into-the-config-old-name',
      code: `from trl import SFTConfig, SFTTrainer

config = SFTConfig(output_dir="out", dataset_text_field="text", max_seq_length=1024, packing=False)
trainer = SFTTrainer(model=model, args=config, train_dataset=dataset, processing_class=tokenizer)`,
      when: { package: 'trl', range: '<0.20.0' },
    },
    {
      id: 'older-trl',
      command: 'pip install "trl==0.11.4" "transformers>=4.40,<4.46"',
      unless: { package: 'transformers', range: '>=5.0.0.dev0' },
      installs: { package: 'trl', range: '>=0.9.3,<0.12.0' },
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/trl/blob/v0.13.0/trl/trainer/sft_trainer.py',
      label: 'trl 0.13.0',
      what: { en: 'what `SFTTrainer` still takes', zh_CN: '`SFTTrainer` 还剩哪些参数' },
    },
    {
      url: 'https://github.com/huggingface/trl/blob/v0.20.0/trl/trainer/sft_config.py',
      label: 'trl 0.20.0',
      what: { en: '`SFTConfig`, with `max_length`', zh_CN: '`SFTConfig`，已改为 `max_length`' },
    },
    {
      url: 'https://github.com/huggingface/trl/issues/6168',
      label: 'trl #6168',
      what: { en: '`tokenizer`, reported', zh_CN: '`tokenizer` 一例' },
    },
  ],
  prose: {
    en: {
      name: 'trl has moved or renamed an argument of SFTTrainer',
      symptom:
        "Creating the trainer stops with `SFTTrainer.__init__() got an unexpected keyword argument 'dataset_text_field'`, or `'tokenizer'`, `'packing'`, `'max_seq_length'`.",
      verdict: {
        confirmed:
          'The script passes {word|an argument} in a place where trl {trl|(version not stated)} no longer takes it (moved or renamed in {needs|an earlier release}).',
      },
      cause:
        'In 0.13 trl moved the settings of `SFTTrainer` into `SFTConfig`; `tokenizer` became `processing_class` (the old name went in 0.14 to 0.16), and `max_seq_length` became `max_length` (the old name went in 0.20). Tutorials from before 2025 use the old form.',
      fixes: {
        'into-the-config': {
          title: 'Put the settings into `SFTConfig`, and pass the tokenizer as `processing_class`',
          limits: 'This is how trl 0.20 and newer wants it; 0.13 to 0.15 say `max_seq_length`.',
        },
        'into-the-config-old-name': {
          title: 'Put the settings into `SFTConfig`, and pass the tokenizer as `processing_class`',
          limits: 'From trl 0.20 on `max_seq_length` is called `max_length`.',
        },
        'older-trl': {
          title: 'Install trl 0.11.4 and a transformers below 4.46, which go with the old script',
          limits: 'Models that need a newer transformers do not work with it.',
        },
      },
    },
    zh_CN: {
      name: 'SFTTrainer 的参数在新版 trl 里挪了位置或改了名',
      symptom:
        "创建训练器时报 `SFTTrainer.__init__() got an unexpected keyword argument 'dataset_text_field'`，也可能是 `'tokenizer'`、`'packing'`、`'max_seq_length'`。",
      verdict: {
        confirmed:
          '脚本把 {word|某个参数} 写在了 trl {trl|（版本未写明）} 不再接受的地方（从 {needs|更早的版本} 起挪了位置或改了名）。',
      },
      cause:
        'trl 0.13 把 `SFTTrainer` 的设置都挪进了 `SFTConfig`；`tokenizer` 改叫 `processing_class`（旧名在 0.14 到 0.16 间删除），`max_seq_length` 改叫 `max_length`（旧名在 0.20 删除）。2025 年以前的教程用的都是旧写法。',
      fixes: {
        'into-the-config': {
          title: '设置写进 `SFTConfig`，分词器用 `processing_class` 传',
          limits: '这是 trl 0.20 及以上的写法；0.13 到 0.15 里叫 `max_seq_length`。',
        },
        'into-the-config-old-name': {
          title: '设置写进 `SFTConfig`，分词器用 `processing_class` 传',
          limits: '从 trl 0.20 起，`max_seq_length` 要写成 `max_length`。',
        },
        'older-trl': {
          title: '装 trl 0.11.4 和 4.46 以下的 transformers，旧脚本就不用改',
          limits: '需要更高版本 transformers 的模型用不了。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: `  File "/content/train.py", line 55, in <module>
    trainer = SFTTrainer(
TypeError: SFTTrainer.__init__() got an unexpected keyword argument 'dataset_text_field'`,
      verdict: 'confirmed',
      why: 'a setting that moved',
    },
    {
      text: "trl==0.17.0\nTypeError: SFTTrainer.__init__() got an unexpected keyword argument 'tokenizer'",
      verdict: 'confirmed',
      why: 'the new name is processing_class',
    },
    {
      text: "TypeError: SFTConfig.__init__() got an unexpected keyword argument 'max_seq_length'",
      verdict: 'confirmed',
      why: 'renamed inside the config',
    },
    {
      text: "trl==0.19.1\nTypeError: DPOTrainer.__init__() got an unexpected keyword argument 'tokenizer'",
      verdict: 'confirmed',
      why: 'another trainer of trl',
    },
    {
      text: "trl==0.17.0\nTypeError: SFTConfig.__init__() got an unexpected keyword argument 'max_seq_length'",
      verdict: 'ruled-out',
      why: 'trl 0.17 still has it: another environment runs',
    },
  ],
  clean: [
    {
      text: "TypeError: SFTConfig.__init__() got an unexpected keyword argument 'max_length'",
      why: 'the opposite: trl too old for the script',
    },
    {
      text: "TypeError: Trainer.__init__() got an unexpected keyword argument 'tokenizer'",
      why: 'transformers’ own Trainer',
    },
    { text: 'trl==0.24.0', why: 'the version alone is no risk' },
  ],
  misses: [{ text: 'SFTTrainer 现在不能直接写 max_seq_length 了', why: 'told in one’s own words' }],
}
