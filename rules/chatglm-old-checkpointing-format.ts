import type { Examples, Rule } from './schema'

export const rule: Rule = {
  id: 'chatglm-old-checkpointing-format',
  severity: 'warning',
  ceiling: 'at-risk',
  // the releases that print it are the very ones on which the model trains: without the line there is nothing to say
  freezeCheck: 'log-only',
  basis: 'source',
  symptoms: { warning: 'You are using an old version of the checkpointing format', decisive: true },
  environment: { package: 'transformers', range: '>=4.36.0.dev0' },
  fixes: [
    {
      id: 'input-gradients',
      code: `model.gradient_checkpointing_enable()
model.enable_input_require_grads()
model = get_peft_model(model, config)`,
      unless: { code: ['enable-input-require-grads'] },
    },
    {
      id: 'non-reentrant-in-the-code',
      code: `# modeling_chatglm.py, in GLMTransformer.forward
layer_ret = torch.utils.checkpoint.checkpoint(
    layer,
    hidden_states,
    attention_mask,
    rotary_pos_emb,
    kv_caches[index],
    use_cache,
    use_reentrant=False,
)`,
    },
  ],
  links: [
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/1764',
      label: 'LlamaFactory #1764',
      what: { en: 'in a ChatGLM3 training log', zh_CN: 'ChatGLM3 训练日志里的这条提示' },
    },
    {
      url: 'https://github.com/shibing624/MedicalGPT/issues/341',
      label: 'MedicalGPT #341',
      what: { en: 'the same with another tool', zh_CN: '换个工具也会出现' },
    },
    {
      url: 'https://github.com/huggingface/transformers/blob/815ea8e8a23a85482225d371f7218cacc3e99e5b/src/transformers/modeling_utils.py',
      label: 'transformers 4.36',
      what: { en: 'where the line is printed', zh_CN: '打印这行的地方' },
    },
  ],
  prose: {
    en: {
      name: 'The model’s own code ignores the settings for gradient checkpointing',
      symptom: 'Training prints `You are using an old version of the checkpointing format` and goes on.',
      verdict: {
        'at-risk':
          'Gradient checkpointing is on, but `gradient_checkpointing_kwargs` has no effect with this model’s code: `use_reentrant=False` is ignored. If the loss falls as it should, nothing is wrong.',
      },
      cause:
        'The model’s code switches gradient checkpointing on in the old way, which has no room for settings. On a frozen base, the default kind of checkpointing passes no gradient on to an adapter unless the inputs themselves ask for one.',
      fixes: {
        'input-gradients': {
          title: 'If the adapter does not learn, let the inputs carry gradients, before `get_peft_model`',
          limits: 'Not needed where the training tool does this already; LlamaFactory does.',
        },
        'non-reentrant-in-the-code': {
          title: 'Write `use_reentrant=False` into the model’s code',
          limits:
            'The example is from ChatGLM2/3. Deleting `_set_gradient_checkpointing`, as the line advises, only silences it: the code never looks at the settings.',
        },
      },
    },
    zh_CN: {
      name: '模型自带的代码不理会梯度检查点的设置',
      symptom: '训练时打印 `You are using an old version of the checkpointing format`，然后照常进行。',
      verdict: {
        'at-risk':
          '梯度检查点是开着的，但模型自带的代码不理会 `gradient_checkpointing_kwargs`，写了 `use_reentrant=False` 也没用。loss 正常下降的话，可以不管。',
      },
      cause:
        '模型自带的代码还用老办法打开梯度检查点，而老办法不能带设置。基座冻结时，默认的那种梯度检查点不会把梯度传给适配器，除非先让输入带上梯度。',
      fixes: {
        'input-gradients': {
          title: '如果适配器什么都没学到，在 `get_peft_model` 之前让输入带上梯度',
          limits: '训练工具已经做了的就不用再加，LlamaFactory 就做了。',
        },
        'non-reentrant-in-the-code': {
          title: '把 `use_reentrant=False` 直接写进模型代码',
          limits:
            '代码以 ChatGLM2/3 为例。提示里让删的 `_set_gradient_checkpointing`，删了只是不再提示，设置照样不起作用。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'You are using an old version of the checkpointing format that is deprecated (We will also silently ignore `gradient_checkpointing_kwargs` in case you passed it).Please update to the new format on your modeling file.',
      verdict: 'at-risk',
      why: 'the line itself',
    },
    {
      text: 'transformers==4.40.2\n[WARNING|modeling_utils.py:2228] 2024-05-11 10:02:31,114 >> You are using an old version of the checkpointing format that is deprecated (We will also silently ignore `gradient_checkpointing_kwargs` in case you passed it).',
      verdict: 'at-risk',
      why: 'harmless by itself, whatever the release',
    },
  ],
  clean: [
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.40.2\npeft==0.13.2',
      why: 'a good pair, and no such line',
    },
    {
      text: 'UserWarning: torch.utils.checkpoint: please pass in use_reentrant=True or use_reentrant=False explicitly. The default value of use_reentrant will be updated to be False in the future.',
      why: 'torch’s own warning',
    },
  ],
  misses: [{ text: '训练 chatglm3 时提示检查点格式过旧', why: 'told without the line' }],
}
