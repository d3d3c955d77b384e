import type { Condition, Examples, Rule } from './schema'

const refused =
  '`?rope_scaling`? must be a dictionary with (?:with )?two fields, .?(?:type|name).? and .?factor.?'

/** What was refused has the keys of the newer form. */
const newerForm: Condition = {
  error: `${refused},? ?got [^\\n]{0,300}(?:rope_type|llama3|yarn|longrope|low_freq_factor|original_max_position_embeddings)`,
}
/** The line was cut before what was refused. */
const cutShort: Condition = { error: `${refused}(?!.{0,3}got)` }

const newLlama: Condition = { model: ['llama-3.1', 'llama-3.2', 'llama-3.3'] }

export const rule: Rule = {
  id: 'llama31-rope-scaling',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [newerForm, cutShort, newLlama] },
  symptoms: {
    anyOf: [
      { ...newerForm, decisive: true },
      { allOf: [{ ...cutShort, decisive: true }, newLlama] },
      cutShort,
    ],
  },
  environment: { package: 'transformers', range: '<4.43.0' },
  fixes: [
    {
      id: 'newer-transformers',
      command: 'pip install "transformers==4.45.2"',
      installs: { package: 'transformers', range: '>=4.43.0,<5.0.0' },
    },
  ],
  ruler: { package: 'transformers', broken: '<4.43.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/blob/0cf60f13ab1c857c17fc3fb127129048c93bf06c/src/transformers/models/llama/configuration_llama.py',
      label: 'transformers 4.42',
      what: { en: 'the check that refuses it', zh_CN: '拒绝它的那段检查' },
    },
    {
      url: 'https://github.com/huggingface/transformers/releases/tag/v4.43.0',
      label: 'transformers 4.43.0',
      what: { en: 'the release that brought Llama 3.1', zh_CN: '支持 Llama 3.1 的版本' },
    },
  ],
  prose: {
    en: {
      name: 'transformers below 4.43 refuses this model’s rope_scaling',
      symptom:
        'Loading the model stops with ``rope_scaling` must be a dictionary with two fields, `type` and `factor``.',
      verdict: {
        confirmed:
          'This model’s configuration was written for transformers 4.43 or newer; transformers {transformers|below 4.43} does not understand it.',
        'at-risk':
          'transformers {transformers|below 4.43} cannot load {model|Llama 3.1}: it refuses the model’s configuration.',
      },
      cause:
        'Llama 3.1 and later need more than two values under `rope_scaling` to say how they handle long texts. transformers before 4.43 allows exactly two.',
      fixes: {
        'newer-transformers': {
          title: 'Install transformers 4.45.2',
          limits:
            'Any release from 4.43 on loads it; 4.46.0 to 4.48.0 count gradient accumulation wrongly. ChatGLM2/3 stop working with it: keep them in another environment.',
        },
      },
      noFix:
        'Cutting `rope_scaling` in `config.json` down to two fields silences the message, but the model then sees positions that it was never trained on.',
    },
    zh_CN: {
      name: 'transformers 低于 4.43，不认模型配置里的 rope_scaling',
      symptom: '加载模型时报 ``rope_scaling` must be a dictionary with two fields, `type` and `factor``。',
      verdict: {
        confirmed:
          '这个模型的配置是按 transformers 4.43 以上写的，transformers {transformers|4.43 以下} 看不懂。',
        'at-risk':
          'transformers {transformers|4.43 以下} 加载不了 {model|Llama 3.1}：模型的配置过不了它的检查。',
      },
      cause:
        'Llama 3.1 起，配置里的 `rope_scaling` 有好几个值，用来说明怎么处理长文本。4.43 之前的 transformers 只允许不多不少两个。',
      fixes: {
        'newer-transformers': {
          title: '装 transformers 4.45.2',
          limits:
            '4.43 以上都能加载，只是 4.46.0 到 4.48.0 的梯度累积算得不对。ChatGLM2/3 在新版上会失效，要放在另一个环境里。',
        },
      },
      noFix:
        '把 `config.json` 里的 `rope_scaling` 改成两个字段，报错是没了，但模型算出的位置和训练时不一样。',
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/e/site-packages/transformers/models/llama/configuration_llama.py\", line 182, in _rope_scaling_validation\n    raise ValueError(\nValueError: `rope_scaling` must be a dictionary with two fields, `type` and `factor`, got {'factor': 32.0, 'high_freq_factor': 4.0, 'low_freq_factor': 1.0, 'original_max_position_embeddings': 8192, 'rope_type': 'llama3'}",
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "ValueError: `rope_scaling` must be a dictionary with with two fields, `name` and `factor`, got {'factor': 8.0, 'rope_type': 'llama3', 'low_freq_factor': 1.0}",
      verdict: 'confirmed',
      why: 'as the oldest releases put it',
    },
    {
      text: '加载 Meta-Llama-3.1-8B-Instruct 报错：ValueError: `rope_scaling` must be a dictionary with two fields, `type` and `factor`',
      verdict: 'confirmed',
      why: 'cut short, and the model is named',
    },
    {
      text: 'base model: meta-llama/Llama-3.2-3B-Instruct\ntransformers==4.42.4',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: 'ValueError: `rope_scaling` must be a dictionary with two fields, `type` and `factor`',
      verdict: 'cannot-tell',
      why: 'neither model nor release nor value',
    },
    {
      text: "transformers==4.45.2\nValueError: `rope_scaling` must be a dictionary with two fields, `type` and `factor`, got {'factor': 8.0, 'low_freq_factor': 1.0, 'rope_type': 'llama3'}",
      verdict: 'ruled-out',
      why: 'that release understands it',
    },
  ],
  clean: [
    {
      text: 'base model: meta-llama/Llama-3.2-3B-Instruct\ntransformers==4.43.0',
      why: 'the first release that knows it',
    },
    {
      text: 'base model: meta-llama/Llama-3-8B-Instruct\ntransformers==4.40.2',
      why: 'Llama 3 has no such value',
    },
    {
      text: "transformers==4.40.2\nValueError: `rope_scaling` must be a dictionary with two fields, `type` and `factor`, got {'type': 'linear'}",
      why: 'a slip in a configuration of one’s own',
    },
    {
      text: "ValueError: `rope_scaling` must be a dictionary with three fields, `type`, `short_factor` and `long_factor`, got {'type': 'longrope'}",
      why: 'Phi-3’s own check',
    },
  ],
  misses: [{ text: 'Llama 3.1 加载时说 rope_scaling 格式不对', why: 'told without the message' }],
}
