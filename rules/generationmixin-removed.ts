import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

/** Endings of classes that are made for generating; `BertModel` and the like never were. */
const unable: Condition = {
  error:
    '(?:For(?:CausalLM|ConditionalGeneration|Vision2Seq)|LMHeadModel|ChatModel)\\w{0,20}.? (?:object )?has no attribute .?generate\\b',
}

/** InternVL on top of InternLM2, whose code comes with the weights. */
const internLm2Inside: Condition = {
  model: [
    'internvl2-2b',
    'internvl2-8b',
    'internvl2-26b',
    'internvl2.5-2b',
    'internvl2.5-8b',
    'internvl2.5-26b',
  ],
}
const announced: Condition = { warning: "doesn't directly inherit from .?GenerationMixin" }

export const rule: Rule = {
  id: 'generationmixin-removed',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [unable, announced, internLm2Inside] },
  symptoms: { ...unable, decisive: true },
  // the warning says before 4.52 what will fail from there on
  environment: {
    anyOf: [{ package: 'transformers', range: '>=4.52.0.dev0' }, { allOf: [announced, { not: unable }] }],
  },
  fixes: [
    {
      id: 'inherit',
      code: `# in the model's own file, modeling_….py
from transformers import GenerationMixin


class MyModelForCausalLM(MyPreTrainedModel, GenerationMixin):
    ...  # the rest of the class stays`,
    },
    {
      id: 'transformers-451',
      command: 'pip install "transformers==4.51.3"',
      unless: { anyOf: [anyChatGlm, { package: 'transformers', range: '<4.52.0' }] },
      installs: { package: 'transformers', range: '<4.52.0' },
    },
    { ...knownGood, when: anyChatGlm },
  ],
  ruler: { package: 'transformers', broken: '>=4.52.0' },
  links: [
    {
      url: 'https://github.com/modelscope/ms-swift/issues/4324',
      label: 'ms-swift #4324',
      what: { en: '4.52 fails, 4.51.3 works', zh_CN: '4.52 出错，4.51.3 正常' },
    },
    {
      url: 'https://github.com/OpenGVLab/InternVL/issues/1068',
      label: 'InternVL #1068',
      what: { en: 'InternVL on 4.52.4', zh_CN: 'InternVL 遇上 4.52.4' },
    },
    {
      url: 'https://github.com/datawhalechina/llms-from-scratch-cn/issues/52',
      label: 'llms-from-scratch-cn #52',
      what: { en: 'ChatGLM4, with the class changed', zh_CN: 'ChatGLM4，改类定义解决' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/4321b0648c4d80f8d0e3b02d555521c7e1483f46',
      label: 'transformers 4321b06',
      what: { en: 'the change itself', zh_CN: '这项改动本身' },
    },
  ],
  prose: {
    en: {
      name: 'The model’s own class has no generate on transformers 4.52 and later',
      symptom: "Generating stops with `'…ForCausalLM' object has no attribute 'generate'`.",
      verdict: {
        confirmed:
          'The model’s class was written when every class had `generate`; since transformers 4.52 a class has to inherit it from `GenerationMixin`, and this one does not.',
        'at-risk':
          'A class in the model’s own code does not inherit `GenerationMixin`: from transformers 4.52 on it has no `generate`, unless its files were updated or an Auto class loads it directly.',
      },
      cause:
        'Up to 4.51 `PreTrainedModel` brought `generate` along; 4.52 took it out. `AutoModelForCausalLM` and its like add it to the model that they load, but not to a model inside another, nor to a class that a script imports straight from a file.',
      fixes: {
        inherit: {
          title: 'Let the class that should generate inherit `GenerationMixin`',
          limits:
            'Keep the class names of your file, and put `GenerationMixin` last. A newer copy of the model’s files may have it already.',
        },
        'transformers-451': {
          title: 'Install transformers 4.51.3',
          limits: 'The warning names 4.50, but 4.51 still works.',
        },
        'known-good-pair': knownGoodWords.en,
      },
    },
    zh_CN: {
      name: '模型自带的类在 transformers 4.52 及以上没有 generate 方法',
      symptom: "生成时报 `'…ForCausalLM' object has no attribute 'generate'`。",
      verdict: {
        confirmed:
          '这个模型的类还是老写法，那时候每个类都自带 `generate`；从 transformers 4.52 起要自己继承 `GenerationMixin`，而它没有。',
        'at-risk':
          '模型自带的代码里有个类没有继承 `GenerationMixin`：从 transformers 4.52 起它就没有 `generate` 了，除非文件已经更新，或者是由 Auto 类直接加载的。',
      },
      cause:
        '到 4.51 为止，`PreTrainedModel` 自带 `generate`，4.52 把它拿掉了。`AutoModelForCausalLM` 这类 Auto 类加载模型时会补上，但只补最外面那个：套在里面的模型、脚本从文件里直接导入的类，都补不到。',
      fixes: {
        inherit: {
          title: '让要生成的那个类继承 `GenerationMixin`',
          limits: '类名照你文件里的写，`GenerationMixin` 放在最后。模型的新版文件里可能已经加上了。',
        },
        'transformers-451': {
          title: '装 transformers 4.51.3',
          limits: '警告里写的是 4.50，实际上 4.51 还能用。',
        },
        'known-good-pair': knownGoodWords.zh_CN,
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/e/site-packages/torch/nn/modules/module.py\", line 1940, in __getattr__\n    raise AttributeError(\nAttributeError: 'InternLM2ForCausalLM' object has no attribute 'generate'",
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "transformers==4.55.4\nAttributeError: 'ChatGLMForConditionalGeneration' object has no attribute 'generate'",
      verdict: 'confirmed',
      why: 'a class that a script imports from a file',
    },
    {
      text: "transformers==4.49.0\nMoonForCausalLM has generative capabilities, as `prepare_inputs_for_generation` is explicitly overwritten. However, it doesn't directly inherit from `GenerationMixin`. From 👉v4.50👈 onwards, `PreTrainedModel` will NOT inherit from `GenerationMixin`.",
      verdict: 'at-risk',
      why: 'announced, and still working',
    },
    {
      text: 'base model: OpenGVLab/InternVL2-8B\ntransformers==4.52.4',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.51.3\nAttributeError: 'InternLM2ForCausalLM' object has no attribute 'generate'",
      verdict: 'ruled-out',
      why: 'that release still gives it to every class',
    },
  ],
  clean: [
    { text: 'base model: OpenGVLab/InternVL2-8B\ntransformers==4.51.3', why: 'the last release before it' },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.52.4',
      why: 'an Auto class gives it to ChatGLM',
    },
    { text: "AttributeError: 'NoneType' object has no attribute 'generate'", why: 'no model at all' },
    {
      text: "transformers==4.55.4\nAttributeError: 'BertModel' object has no attribute 'generate'",
      why: 'a class that never generated',
    },
    {
      text: "AttributeError: 'DistributedDataParallel' object has no attribute 'generate'",
      why: 'a wrapper around the model',
    },
  ],
  misses: [
    {
      text: "transformers==4.55.4\nAttributeError: 'Moondream' object has no attribute 'generate'",
      why: 'a class whose name does not tell what it is made for',
    },
  ],
}
