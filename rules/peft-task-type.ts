import type { Examples, Rule } from './schema'
import { anyChatGlm } from './tables/chatglm'

const argument = 'got an unexpected keyword argument .decoder_(?:input_ids|inputs_embeds|attention_mask)'

/** Classes that only decode; ChatGLM's is called ForConditionalGeneration all the same. */
const byDecoder = `(?:ForCausalLM|LMHeadModel|ChatGLM\\w{2,40})\\.forward\\(\\) ${argument}`

export const rule: Rule = {
  id: 'peft-task-type',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'source',
  symptoms: {
    anyOf: [
      { error: byDecoder, decisive: true },
      { error: `forward\\(\\) ${argument}`, within: 'peft_model\\.py|PeftModelForSeq2SeqLM', decisive: true },
    ],
  },
  // no release decides it: the script does
  environment: {
    anyOf: [
      { error: byDecoder },
      { error: `forward\\(\\) ${argument}`, within: 'peft_model\\.py|PeftModelForSeq2SeqLM' },
    ],
  },
  fixes: [
    {
      id: 'chatglm-causal',
      code: `model = AutoModel.from_pretrained(path, trust_remote_code=True)
config = LoraConfig(task_type="CAUSAL_LM", target_modules=["query_key_value"], r=8, lora_alpha=32)`,
      when: anyChatGlm,
    },
    {
      id: 'causal',
      code: `model = AutoModelForCausalLM.from_pretrained(path)
config = LoraConfig(task_type="CAUSAL_LM", r=8, lora_alpha=32)`,
      unless: anyChatGlm,
    },
    { id: 'none', code: 'config = LoraConfig(r=8, lora_alpha=32)  # no task_type', unless: anyChatGlm },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/peft/issues/1596',
      label: 'peft #1596',
      what: { en: 'ChatGLM with SEQ_2_SEQ_LM', zh_CN: 'ChatGLM 用了 SEQ_2_SEQ_LM' },
    },
    {
      url: 'https://github.com/huggingface/peft/blob/v0.13.2/src/peft/peft_model.py',
      label: 'peft 0.13.2',
      what: {
        en: 'PeftModelForSeq2SeqLM passes the argument',
        zh_CN: '传这个参数的是 PeftModelForSeq2SeqLM',
      },
    },
  ],
  prose: {
    en: {
      name: 'task_type says SEQ_2_SEQ_LM, but the model needs CAUSAL_LM',
      symptom:
        "The first training step stops with `forward() got an unexpected keyword argument 'decoder_input_ids'`.",
      verdict: {
        confirmed:
          'The LoRA configuration says `SEQ_2_SEQ_LM`, but this model has no separate decoder: it needs `CAUSAL_LM`.',
      },
      cause:
        'With `task_type="SEQ_2_SEQ_LM"` PEFT passes inputs that only models such as T5 or BART understand. Llama, Qwen and nearly all chat models are decoders only; so is ChatGLM, though its class is called ForConditionalGeneration.',
      fixes: {
        'chatglm-causal': {
          title: 'Write `CAUSAL_LM`',
          limits: 'If the adapter is already trained, just change `task_type` in its `adapter_config.json`.',
        },
        causal: {
          title: 'Write `CAUSAL_LM`, and load the model with `AutoModelForCausalLM`',
          limits: 'If the adapter is already trained, just change `task_type` in its `adapter_config.json`.',
        },
        none: {
          title: 'For a model class of your own, leave `task_type` out',
          limits: 'PEFT then passes on exactly what your script passes.',
        },
      },
    },
    zh_CN: {
      name: 'task_type 写成了 SEQ_2_SEQ_LM，应该是 CAUSAL_LM',
      symptom: "训练第一步就报 `forward() got an unexpected keyword argument 'decoder_input_ids'`。",
      verdict: {
        confirmed: 'LoRA 配置里写的是 `SEQ_2_SEQ_LM`，可这个模型没有单独的解码器，应该写 `CAUSAL_LM`。',
      },
      cause:
        '写了 `task_type="SEQ_2_SEQ_LM"`，PEFT 就会传入只有 T5、BART 这类模型才认识的参数。Llama、Qwen、ChatGLM 等对话模型几乎都只有解码器；ChatGLM 的类名里虽有 ForConditionalGeneration，也不例外。',
      fixes: {
        'chatglm-causal': {
          title: '改成 `CAUSAL_LM`',
          limits: '已经训练好的适配器，改它 `adapter_config.json` 里的 `task_type` 就行。',
        },
        causal: {
          title: '改成 `CAUSAL_LM`，并用 `AutoModelForCausalLM` 加载模型',
          limits: '已经训练好的适配器，改它 `adapter_config.json` 里的 `task_type` 就行。',
        },
        none: {
          title: '自己写的模型类，也可以不写 `task_type`',
          limits: '这样脚本传什么参数，PEFT 就原样传给模型。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "TypeError: ChatGLMForConditionalGeneration.forward() got an unexpected keyword argument 'decoder_input_ids'",
      verdict: 'confirmed',
      why: 'a decoder, in spite of the name',
    },
    {
      text: "[rank0]: TypeError: LlamaForCausalLM.forward() got an unexpected keyword argument 'decoder_input_ids'",
      verdict: 'confirmed',
      why: 'on one of several GPUs',
    },
    {
      text: 'Traceback (most recent call last):\n  File "/e/site-packages/peft/peft_model.py", line 1080, in forward\n    return self.base_model(\n  File "/e/site-packages/torch/nn/modules/module.py", line 1501, in _call_impl\n    return forward_call(*args, **kwargs)\nTypeError: forward() got an unexpected keyword argument \'decoder_input_ids\'',
      verdict: 'confirmed',
      why: 'Python 3.9 names no class; PEFT stands above it',
    },
  ],
  clean: [
    {
      text: "TypeError: LlamaModel.forward() got an unexpected keyword argument 'labels'",
      why: 'a model without its head, loaded by AutoModel',
    },
    {
      text: "TypeError: WhisperForConditionalGeneration.forward() got an unexpected keyword argument 'input_ids'",
      why: 'an encoder-decoder that listens',
    },
    { text: 'config = LoraConfig(task_type="SEQ_2_SEQ_LM")', why: 'right for T5' },
  ],
  misses: [{ text: '用 SEQ_2_SEQ_LM 训练 ChatGLM3 会多传一个参数', why: 'told without the message' }],
}
