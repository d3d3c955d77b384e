import type { Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodFirst, knownGoodFirstWords, knownGoodWords } from './tables/chatglm'

const refused = '_set_gradient_checkpointing\\(\\) got an unexpected keyword argument .enable\\b'

export const rule: Rule = {
  id: 'chatglm-gradient-checkpointing-enable',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { anyOf: [{ error: refused }, anyChatGlm, { model: ['qwen-', 'baichuan'] }] },
  symptoms: { error: refused, decisive: true },
  environment: {
    anyOf: [
      { package: 'transformers', range: '>=4.35.0.dev0,<4.36.0' },
      // LlamaFactory called the method in the new form by itself, on later releases too
      {
        allOf: [
          { error: refused },
          { framework: ['llamafactory'] },
          { package: 'transformers', range: '>=4.36.0' },
        ],
      },
    ],
  },
  fixes: [
    knownGood,
    knownGoodFirst,
    {
      id: 'without-the-old-method',
      code: `# modeling_chatglm.py, in ChatGLMPreTrainedModel: delete this method
def _set_gradient_checkpointing(self, module, value=False):
    if isinstance(module, GLMTransformer):
        module.gradient_checkpointing = value`,
    },
  ],
  ruler: { package: 'transformers', broken: '>=4.35.0,<4.36.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/issues/27596',
      label: 'transformers #27596',
      what: { en: 'ChatGLM on 4.35.2', zh_CN: 'ChatGLM 遇上 4.35.2' },
    },
    {
      url: 'https://github.com/zai-org/ChatGLM3/issues/380',
      label: 'ChatGLM3 #380',
      what: { en: 'in its own fine-tuning script', zh_CN: '官方微调脚本里报错' },
    },
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/3316',
      label: 'LlamaFactory #3316',
      what: { en: 'on 4.37.2, through LlamaFactory', zh_CN: '4.37.2 上经由 LlamaFactory 触发' },
    },
  ],
  prose: {
    en: {
      name: 'Gradient checkpointing cannot be switched on in the model’s own code',
      symptom:
        "Training with gradient checkpointing stops with `_set_gradient_checkpointing() got an unexpected keyword argument 'enable'`.",
      verdict: {
        confirmed:
          'Gradient checkpointing is switched on in the new way of transformers 4.35, and the model’s own code knows only the old one (installed here: transformers {transformers|of a version not stated}).',
        'at-risk':
          'If you train {model|this model} with gradient checkpointing, transformers {transformers|4.35} will stop at once: it does not understand the old switch in the model’s code.',
      },
      cause:
        'transformers 4.35 changed how gradient checkpointing is switched on and called every model in the new way. From 4.36 on it recognizes the old way again, but an old LlamaFactory makes the new call by itself.',
      fixes: {
        'known-good-pair': {
          title: knownGoodWords.en.title,
          limits:
            'No help where an old LlamaFactory makes the call: update it, or delete the method as below. From transformers 4.42 on the old ChatGLM code breaks elsewhere.',
        },
        'known-good-first': knownGoodFirstWords.en,
        'without-the-old-method': {
          title: 'Delete the old method from the model’s code',
          limits:
            'Not with transformers before 4.35, which needs the method. The example is from ChatGLM2/3.',
        },
      },
    },
    zh_CN: {
      name: '模型自带的代码打不开梯度检查点',
      symptom:
        "开着梯度检查点训练时报 `_set_gradient_checkpointing() got an unexpected keyword argument 'enable'`。",
      verdict: {
        confirmed:
          '这里按 transformers 4.35 的新方式打开梯度检查点，而模型自带的代码只认老方式（装着的 transformers：{transformers|版本未写明}）。',
        'at-risk':
          '如果训练 {model|这个模型} 时要开梯度检查点，transformers {transformers|4.35} 会当场报错：它不认识模型代码里的老开关。',
      },
      cause:
        'transformers 4.35 改了打开梯度检查点的方式，对所有模型都按新方式调用。4.36 起又能识别老方式了，不过旧版 LlamaFactory 会自己按新方式调用。',
      fixes: {
        'known-good-pair': {
          title: knownGoodWords.zh_CN.title,
          limits:
            '如果是旧版 LlamaFactory 在调用，换 transformers 没有用：升级 LlamaFactory，或者照下一条删掉那个方法。transformers 4.42 起，旧的 ChatGLM 代码会在别处出错。',
        },
        'known-good-first': knownGoodFirstWords.zh_CN,
        'without-the-old-method': {
          title: '从模型代码里删掉这个旧方法',
          limits: '4.35 之前的 transformers 离不开这个方法，不能删。代码以 ChatGLM2/3 为例。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/e/site-packages/transformers/modeling_utils.py", line 1872, in gradient_checkpointing_enable\n    self._set_gradient_checkpointing(enable=True)\nTypeError: ChatGLMPreTrainedModel._set_gradient_checkpointing() got an unexpected keyword argument \'enable\'',
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "TypeError: _set_gradient_checkpointing() got an unexpected keyword argument 'enable'",
      verdict: 'confirmed',
      why: 'an old Python leaves out the class',
    },
    {
      text: "LLaMA-Factory 0.6.2, transformers==4.37.2\nTypeError: BaichuanPreTrainedModel._set_gradient_checkpointing() got an unexpected keyword argument 'enable'",
      verdict: 'confirmed',
      why: 'LlamaFactory calls it so on later releases',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.35.2',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
    {
      text: "transformers==4.34.1\nTypeError: ChatGLMPreTrainedModel._set_gradient_checkpointing() got an unexpected keyword argument 'enable'",
      verdict: 'ruled-out',
      why: 'that release calls it in the old way',
    },
  ],
  clean: [
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.36.0',
      why: 'the first release that knows both ways',
    },
    { text: 'base model: THUDM/chatglm3-6b\ntransformers==4.34.1', why: 'the last release with the old way' },
    {
      text: 'base model: meta-llama/Llama-2-7b-hf\ntransformers==4.35.2',
      why: 'a model without code of its own',
    },
  ],
  misses: [{ text: 'chatglm3 开梯度检查点报错，说不认 enable', why: 'told without the message' }],
}
