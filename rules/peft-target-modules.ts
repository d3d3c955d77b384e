import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm } from './tables/chatglm'

const notFound: Condition = { error: 'Target modules .{0,300}not found in the base model' }
const notGiven: Condition = { error: 'Please specify .target_modules. in .peft_config' }

/** The script searched the model for layers and found none. */
const searchedInVain: Condition = {
  error: 'Target modules (?:\\[\\]|\\{\\}|set\\(\\)) ?not found in the base model',
}

/** A model with ChatGLM code of its own. Where its name was tried in vain, it is the kind with the layers of Llama. */
const ownChatGlmCode: Condition = {
  allOf: [
    anyChatGlm,
    { not: { error: 'Target modules .{0,200}query_key_value.{0,200}not found in the base model' } },
  ],
}

export const rule: Rule = {
  id: 'peft-target-modules',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'source',
  symptoms: {
    anyOf: [
      { ...notFound, decisive: true },
      { ...notGiven, decisive: true },
    ],
  },
  // no release decides it: the names in the configuration and in the model do
  environment: { anyOf: [notFound, notGiven] },
  fixes: [
    {
      id: 'quantize',
      code: `model = AutoModelForCausalLM.from_pretrained(
    ...,
    quantization_config=BitsAndBytesConfig(load_in_4bit=True),
)`,
      when: searchedInVain,
    },
    {
      id: 'query-key-value',
      code: 'config = LoraConfig(task_type="CAUSAL_LM", target_modules=["query_key_value"])',
      when: ownChatGlmCode,
    },
    {
      id: 'llamafactory-all',
      code: 'lora_target: all  # in the YAML file; on the command line: --lora_target all',
      when: { framework: ['llamafactory'] },
    },
    {
      id: 'all-linear',
      code: 'config = LoraConfig(task_type="CAUSAL_LM", target_modules="all-linear")',
      unless: {
        anyOf: [ownChatGlmCode, { package: 'peft', range: '<0.8.0' }, { framework: ['llamafactory'] }],
      },
    },
    {
      id: 'look',
      code: `import torch

layers = [name for name, part in model.named_modules() if isinstance(part, torch.nn.Linear)]
print(sorted({name.split(".")[-1] for name in layers}))`,
    },
  ],
  links: [
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/1785',
      label: 'LlamaFactory #1785',
      what: { en: 'ChatGLM3 and `query_key_value`', zh_CN: 'ChatGLM3 要用 `query_key_value`' },
    },
    {
      url: 'https://github.com/yangjianxin1/Firefly/issues/134',
      label: 'Firefly #134',
      what: { en: 'the empty list', zh_CN: '列表为空的情况' },
    },
    {
      url: 'https://github.com/huggingface/peft/blob/v0.18.1/src/peft/utils/constants.py',
      label: 'peft 0.18.1',
      what: { en: 'the layers PEFT takes for each model by itself', zh_CN: '各模型默认训练哪些层' },
    },
  ],
  prose: {
    en: {
      name: 'The model has no layers with the names in target_modules',
      symptom:
        '`get_peft_model` stops with `Target modules … not found in the base model`, or asks to specify `target_modules`.',
      verdict: {
        confirmed: 'The names in `target_modules` do not occur in this model, so PEFT has nothing to train.',
      },
      cause:
        'Each family of models names its layers differently: Llama and Qwen2 have `q_proj` and `v_proj`, ChatGLM has `query_key_value`, the first Qwen `c_attn`. If the list in the message is empty, the script itself searched for layers, mostly for 4-bit ones, in a model that was not loaded in 4 bits.',
      fixes: {
        quantize: {
          title: 'If the list in the message is empty: load the model in 4 bits, as the script expects',
          limits:
            'Or name the layers yourself. If it is already loaded in 4 bits, transformers or bitsandbytes is too old for the script.',
        },
        'query-key-value': {
          title: 'For ChatGLM write `query_key_value`',
          limits: 'You can add `dense`, `dense_h_to_4h` and `dense_4h_to_h`; that takes more memory.',
        },
        'llamafactory-all': {
          title: 'Let LlamaFactory train every linear layer',
          limits:
            'Before 0.4.0 it accepts only names: `--lora_target query_key_value` for ChatGLM, `c_attn` for the first Qwen.',
        },
        'all-linear': {
          title: 'Let PEFT train every linear layer except the output layer',
          limits: 'Needs PEFT 0.8; take 0.12 or newer. Trains more weights than attention alone.',
        },
        look: {
          title: 'Print the names that the model has, and choose from them',
          limits: 'Leave `lm_head` and `output_layer` out.',
        },
      },
    },
    zh_CN: {
      name: '模型里没有 target_modules 写的那些层',
      symptom:
        '执行 `get_peft_model` 时报 `Target modules … not found in the base model`，或者提示要指定 `target_modules`。',
      verdict: {
        confirmed: '`target_modules` 里的名字在这个模型里一个也找不到，PEFT 无从下手。',
      },
      cause:
        '各家模型对层的命名不一样：Llama、Qwen2 叫 `q_proj`、`v_proj`，ChatGLM 叫 `query_key_value`，第一代 Qwen 叫 `c_attn`。如果报错里的列表是空的，那是脚本自己去找层（多半是找 4 比特的层），而模型并没有按 4 比特加载。',
      fixes: {
        quantize: {
          title: '报错里的列表是空的：按脚本的要求用 4 比特加载模型',
          limits:
            '也可以自己写明层名。如果已经是 4 比特加载，那就是 transformers 或 bitsandbytes 对这个脚本来说太旧。',
        },
        'query-key-value': {
          title: 'ChatGLM 写 `query_key_value`',
          limits: '还可以加 `dense`、`dense_h_to_4h`、`dense_4h_to_h`，会多占显存。',
        },
        'llamafactory-all': {
          title: '让 LlamaFactory 训练所有线性层',
          limits:
            '0.4.0 之前只能写层名：ChatGLM 用 `--lora_target query_key_value`，第一代 Qwen 用 `c_attn`。',
        },
        'all-linear': {
          title: '让 PEFT 训练除输出层以外的所有线性层',
          limits: 'PEFT 0.8 才有，建议用 0.12 以上。比只训练注意力层的参数多。',
        },
        look: {
          title: '把模型里的层名打印出来，从中挑选',
          limits: '`lm_head` 和 `output_layer` 不要选。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/e/site-packages/peft/tuners/tuners_utils.py\", line 235, in inject_adapter\n    raise ValueError(\nValueError: Target modules {'v_proj', 'q_proj'} not found in the base model. Please check the target modules and try again.",
      verdict: 'confirmed',
      why: 'the message in its traceback',
    },
    {
      text: 'ValueError: Target modules [] not found in the base model. Please check the target modules and try again.',
      verdict: 'confirmed',
      why: 'an empty list',
    },
    {
      text: "The base is glm-4-9b-chat-hf.\nValueError: Target modules {'query_key_value'} not found in the base model. Please check the target modules and try again.",
      verdict: 'confirmed',
      why: 'a GLM-4 with the layers of Llama',
    },
    {
      text: 'ValueError: Please specify `target_modules` in `peft_config`',
      verdict: 'confirmed',
      why: 'a model that PEFT has no default for',
    },
  ],
  clean: [
    { text: 'target_modules=["q_proj", "v_proj"]', why: 'a configuration, without a failure' },
    {
      text: 'ValueError: Target module QuantizedLinear() is not supported. Currently, only `torch.nn.Linear` is supported.',
      why: 'found, but of a kind that LoRA cannot wrap',
    },
  ],
  misses: [{ text: 'lora_target 填什么？它说基座模型里没有 q_proj', why: 'told without the message' }],
}
