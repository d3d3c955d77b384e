import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'
import { refusal, trainingArguments } from './tables/gone-arguments'

/** `TrainingArguments` and what is derived from it, trl's configs among them. */
const { message: byClass, isGone } = refusal(
  '\\b\\w*(?:TrainingArguments|TrainingArgs|(?:SFT|DPO|KTO|ORPO|CPO|BCO|GKD|PPO|RLOO|GRPO|Reward)Config)\\.(?:__init__|init)',
  trainingArguments,
)
/** What Python before 3.10 leaves the class out of; accelerate has arguments of these two names too. */
const ambiguous = ['dispatch_batches', 'split_batches']
const { message: bare, isGone: isBareGone } = refusal('(?:^|[^.\\w])(?:__init__|init)', {
  ...trainingArguments,
  first: Object.fromEntries(
    Object.entries(trainingArguments.first).filter(([name]) => !ambiguous.includes(name)),
  ),
})
const goneIn4 = Object.keys(trainingArguments.first)
  .filter((name) => trainingArguments.first[name]!.startsWith('4.'))
  .join('|')
const isOld: Condition = { error: `unexpected keyword argument ['"\`](?:${goneIn4})['"\`]` }
const isLate: Condition = {
  error: 'unexpected keyword argument [\'"`](?:warmup_ratio|logging_dir|group_by_length)[\'"`]',
}

/** What to write instead, for the names that have a substitute. */
const SUBSTITUTES: [string, string][] = [
  ['no_cuda=True', 'use_cpu=True'],
  ['warmup_ratio=0.03', 'warmup_steps=0.03'],
  ['group_by_length=True', 'train_sampling_strategy="group_by_length"'],
  ['per_gpu_train_batch_size=8', 'per_device_train_batch_size=8'],
  ['per_gpu_eval_batch_size=8', 'per_device_eval_batch_size=8'],
  ['adafactor=True', 'optim="adafactor"'],
  ['push_to_hub_token=token', 'hub_token=token'],
  ['push_to_hub_model_id="name"', 'hub_model_id="name"'],
  ['include_inputs_for_metrics=True', 'include_for_metrics=["inputs"]'],
  ['dispatch_batches=False', 'accelerator_config={"dispatch_batches": False}'],
  ['split_batches=True', 'accelerator_config={"split_batches": True}'],
  ['push_to_hub_organization="team"', 'hub_model_id="team/name"'],
  ['torchdynamo="inductor"', 'torch_compile_backend="inductor"'],
  ['xpu_backend="ccl"', 'ddp_backend="ccl"'],
  ['sharded_ddp="zero_dp_3"', 'fsdp="full_shard"'],
  ['fsdp_min_num_params=1000000', 'fsdp_config={"min_num_params": 1000000}'],
  ['fsdp_transformer_layer_cls_to_wrap="Block"', 'fsdp_config={"transformer_layer_cls_to_wrap": ["Block"]}'],
  ['logging_dir="logs"', 'os.environ["TENSORBOARD_LOGGING_DIR"] = "logs"'],
]
const NEW_NAMES = SUBSTITUTES.map(([old, now]) => `# ${old.padEnd(45)}${now}`).join('\n')
const renamed = SUBSTITUTES.map(([old]) => old.split('=')[0]).join('|')
const isRenamed: Condition = { error: `unexpected keyword argument ['"\`](?:${renamed})['"\`]` }

export const rule: Rule = {
  id: 'training-arguments-removed-v5',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: {
    anyOf: [
      { error: byClass, decisive: true },
      { error: bare, decisive: true },
    ],
  },
  environment: {
    anyOf: [
      { allOf: [isGone, isBareGone] },
      // fields left during the development of 5.0, which counts as older than the release
      { package: 'transformers', range: '>=5.0.0.dev0,!=5.0.0,<5.0.1' },
    ],
  },
  fixes: [
    { id: 'new-name', code: NEW_NAMES, when: isRenamed },
    { id: 'delete', unless: isRenamed },
    {
      id: 'transformers-4',
      command: 'pip install "transformers>=4.46,<5"',
      unless: { anyOf: [isOld, isLate, anyChatGlm] },
      installs: { package: 'transformers', range: '<5.0.0' },
    },
    {
      id: 'before-the-removal',
      command: 'pip install "transformers<{needs|5}"',
      when: { anyOf: [isOld, isLate] },
      unless: anyChatGlm,
    },
    { ...knownGood, when: anyChatGlm },
  ],
  ruler: { package: 'transformers', broken: '>=5.0.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/commit/65dcd66cc852f552c6c34d1ef898f891f3ad3f21',
      label: 'transformers 65dcd66',
      what: { en: 'most of them go, for version 5', zh_CN: '为 5.0 删掉其中大部分' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/776eea8612458f60bbe684f38ea34f85fe890486',
      label: 'transformers 776eea8',
      what: { en: '`overwrite_output_dir`', zh_CN: '`overwrite_output_dir`' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/3f3cae74245cba80b5cc34c6c3e914940ac3f109',
      label: 'transformers 3f3cae7',
      what: { en: '`save_safetensors`', zh_CN: '`save_safetensors`' },
    },
  ],
  prose: {
    en: {
      name: 'The script uses a training argument that transformers removed',
      symptom: 'Creating `TrainingArguments` stops with `got an unexpected keyword argument`.',
      verdict: {
        confirmed:
          'The script sets {word|a training argument}, which transformers {transformers|(version not stated)} no longer has (removed in {needs|an earlier release}).',
      },
      cause:
        '`TrainingArguments` refuses every name that it does not know. Most old ones were removed in transformers 5.0, a few in 4.51, 5.2 or 5.15.',
      fixes: {
        'new-name': {
          title: 'Write {word|it} in the new way: old on the left, new on the right',
          limits: 'Older releases of transformers may know only the old name.',
        },
        delete: {
          title: 'Delete {word|it} from the script',
          limits: 'It has no substitute: what it switched is gone, or happens by default now.',
        },
        'transformers-4': {
          title: 'Go back to transformers 4',
          limits: 'For code that you cannot change. Models that came with 5 do not work with it.',
        },
        'before-the-removal': {
          title: 'Install a transformers below {needs|the release that removed it}',
          limits: 'For code that you cannot change. Newer models may not work with it.',
        },
        'known-good-pair': knownGoodWords.en,
      },
    },
    zh_CN: {
      name: '脚本用了 transformers 已经删掉的训练参数',
      symptom: '一创建 `TrainingArguments` 就报 `got an unexpected keyword argument`。',
      verdict: {
        confirmed:
          '脚本里写的 {word|某个训练参数}，transformers {transformers|（版本未写明）} 里已经没有了（从 {needs|更早的版本} 起删除）。',
      },
      cause:
        '`TrainingArguments` 碰到不认识的名字一律报错。旧参数大多在 transformers 5.0 被删，也有几个是在 4.51、5.2 或 5.15 删的。',
      fixes: {
        'new-name': {
          title: '把 {word|它} 换成新写法：左边是旧的，右边是新的',
          limits: '较旧的 transformers 可能只认旧名字。',
        },
        delete: {
          title: '从脚本里删掉 {word|这个参数}',
          limits: '它没有替代写法：它管的功能要么没有了，要么已经默认启用。',
        },
        'transformers-4': {
          title: '退回 transformers 4',
          limits: '适合改不了代码的情况；5 才加入的模型用不了。',
        },
        'before-the-removal': {
          title: '装低于 {needs|删除它的那一版} 的 transformers',
          limits: '适合改不了代码的情况；较新的模型可能用不了。',
        },
        'known-good-pair': knownGoodWords.zh_CN,
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: `  File "/srv/sft/run.py", line 40, in <module>
    args = TrainingArguments(
TypeError: TrainingArguments.__init__() got an unexpected keyword argument 'overwrite_output_dir'`,
      verdict: 'confirmed',
      why: 'a name that version 5 no longer has',
    },
    {
      text: "[rank0]: TypeError: Seq2SeqTrainingArguments.__init__() got an unexpected keyword argument 'no_cuda'",
      verdict: 'confirmed',
      why: 'a class derived from it',
    },
    {
      text: "transformers==5.24.0\nTypeError: SFTConfig.__init__() got an unexpected keyword argument 'warmup_ratio'",
      verdict: 'confirmed',
      why: 'trl’s configs are derived from it too',
    },
    {
      text: "transformers==5.0.0.dev0\nTypeError: TrainingArguments.__init__() got an unexpected keyword argument 'save_safetensors'",
      verdict: 'confirmed',
      why: 'a development version of 5.0',
    },
    {
      text: "transformers==5.1.0\nTypeError: TrainingArguments.__init__() got an unexpected keyword argument 'group_by_length'",
      verdict: 'ruled-out',
      why: 'went in 5.2: another environment runs',
    },
  ],
  clean: [
    {
      text: "TypeError: TrainingArguments.__init__() got an unexpected keyword argument 'evaluation_strategy'",
      why: 'has a rule of its own',
    },
    {
      text: "TypeError: TrainingArguments.__init__() got an unexpected keyword argument 'eval_strategy'",
      why: 'too new for the installed transformers, not too old',
    },
    {
      text: "transformers==4.38.2\nTypeError: Accelerator.__init__() got an unexpected keyword argument 'dispatch_batches'",
      why: 'accelerate refuses it',
    },
    {
      text: "TypeError: SFTConfig.__init__() got an unexpected keyword argument 'max_seq_length'",
      why: 'trl’s own argument',
    },
    { text: 'transformers==5.0.0', why: 'the version alone is no risk' },
  ],
  misses: [
    {
      text: "TypeError: __init__() got an unexpected keyword argument 'dispatch_batches'",
      why: 'without the class, accelerate says the same',
    },
  ],
}
