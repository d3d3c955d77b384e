import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

/** Refused by the class itself, on the command line, or in a file of arguments. */
const refused: Condition = {
  anyOf: [
    { error: '__init__\\(\\) got an unexpected keyword argument .evaluation_strategy\\b', decisive: true },
    {
      error: 'not used by the HfArgumentParser: \\[[^\\]]{0,300}(?:--|[^\\w-])evaluation_strategy\\b',
      decisive: true,
    },
  ],
}

export const rule: Rule = {
  id: 'chatglm3-finetune-evaluation-strategy',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: refused,
  told: 'evaluation_strategy',
  environment: { package: 'transformers', range: '>=4.51.0.dev0' },
  fixes: [
    { ...knownGood, when: anyChatGlm },
    { id: 'new-name', code: 'eval_strategy: steps  # was evaluation_strategy: steps' },
    {
      id: 'older-transformers',
      command: 'pip install "transformers>=4.41.0,<4.51.0"',
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '<4.51.0' },
    },
  ],
  ruler: { package: 'transformers', broken: '>=4.51.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/commit/2b550c47b208fc1a57feca46307349ab575cba2c',
      label: 'transformers 2b550c4',
      what: { en: 'where the old name went', zh_CN: '旧名字就是在这里删掉的' },
    },
    {
      url: 'https://github.com/THUDM/ChatGLM3/blob/main/finetune_demo/configs/lora.yaml',
      label: 'ChatGLM3 lora.yaml',
      what: { en: 'a configuration with the old name', zh_CN: '还在用旧名字的配置' },
    },
    {
      url: 'https://github.com/QwenLM/Qwen3-Coder/issues/511',
      label: 'Qwen3-Coder #511',
      what: { en: 'on the command line', zh_CN: '写在命令行里的情形' },
    },
  ],
  prose: {
    en: {
      name: 'evaluation_strategy is called eval_strategy now',
      symptom:
        "Training stops before it begins with `got an unexpected keyword argument 'evaluation_strategy'`.",
      verdict: {
        confirmed:
          'The script or configuration uses `evaluation_strategy`, a name that transformers {transformers|4.51 and later} no longer knows: it is `eval_strategy` now.',
      },
      cause:
        'transformers 4.41 renamed the argument and accepted both names until 4.50. Older scripts and configurations, those of ChatGLM3 among them, still use the first name.',
      fixes: {
        'known-good-pair': {
          title: knownGoodWords.en.title,
          limits: 'There the old name is the right one, so leave the script as it is.',
        },
        'new-name': {
          title: 'Rename it in the script, the configuration or the command line',
          limits: 'Needs transformers 4.41 or newer; before, only the old name works.',
        },
        'older-transformers': {
          title: 'Install a transformers below 4.51',
          limits: 'Later releases have dropped further old names too.',
        },
      },
    },
    zh_CN: {
      name: 'evaluation_strategy 已经改名为 eval_strategy',
      symptom: "训练还没开始就报 `got an unexpected keyword argument 'evaluation_strategy'`。",
      verdict: {
        confirmed:
          '脚本或配置里写的是 `evaluation_strategy`，transformers {transformers|4.51 及以上} 已经不认这个名字，只认 `eval_strategy`。',
      },
      cause:
        'transformers 4.41 给这个参数改了名，到 4.50 为止新旧两个名字都能用。早先的脚本和配置（包括 ChatGLM3 的）写的还是旧名字。',
      fixes: {
        'known-good-pair': {
          title: knownGoodWords.zh_CN.title,
          limits: '在这一版上旧名字才是对的，脚本不用改。',
        },
        'new-name': {
          title: '把脚本、配置或命令行里的名字改过来',
          limits: '要 transformers 4.41 以上；更早的版本只认旧名字。',
        },
        'older-transformers': {
          title: '装 4.51 以下的 transformers',
          limits: '再往后的版本还删了别的旧名字。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/code/finetune_hf.py", line 98, in from_dict\n    training_args = Seq2SeqTrainingArguments(**training_args)\nTypeError: Seq2SeqTrainingArguments.__init__() got an unexpected keyword argument \'evaluation_strategy\'',
      verdict: 'confirmed',
      why: 'a configuration file of ChatGLM3',
    },
    {
      text: "TypeError: __init__() got an unexpected keyword argument 'evaluation_strategy'",
      verdict: 'confirmed',
      why: 'an old Python leaves out the class',
    },
    {
      text: "ValueError: Some specified arguments are not used by the HfArgumentParser: ['--bits', '4', '--evaluation_strategy', 'steps']",
      verdict: 'confirmed',
      why: 'on the command line, behind another',
    },
    {
      text: "ValueError: Some keys are not used by the HfArgumentParser: ['evaluation_strategy']",
      verdict: 'confirmed',
      why: 'in a file of arguments',
    },
    {
      text: "transformers==4.50.3\nTypeError: TrainingArguments.__init__() got an unexpected keyword argument 'evaluation_strategy'",
      verdict: 'ruled-out',
      why: 'that release accepts both names',
    },
  ],
  clean: [
    { text: 'transformers==4.51.3', why: 'the release alone is no risk' },
    {
      text: "TypeError: TrainingArguments.__init__() got an unexpected keyword argument 'eval_strategy'",
      why: 'the other way round: a transformers that is too old',
    },
    {
      text: "ValueError: Some specified arguments are not used by the HfArgumentParser: ['--save_strategy', 'steps']",
      why: 'another argument',
    },
  ],
  misses: [{ text: '新版 transformers 不认 evaluation_strategy 了', why: 'told without the message' }],
}
