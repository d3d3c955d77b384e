import type { Rule } from './schema'

/** Where the fault was reported, found and mended, then look-alikes. */
export const links: Rule['links'] = [
  {
    url: 'https://github.com/huggingface/peft/issues/1568',
    label: 'peft #1568',
    what: {
      en: 'ChatGLM3-6B goes mute; a maintainer bisects it to #1106 and names float16 as the condition.',
      zh_CN: 'ChatGLM3-6B 微调后失语；维护者二分定位到 #1106，并指出前提是 float16。',
    },
  },
  {
    url: 'https://github.com/datawhalechina/self-llm/issues/65',
    label: 'self-llm #65',
    what: {
      en: 'The first report, with PEFT 0.9.0; going back to 0.6.0 cured it.',
      zh_CN: '最初的报告：PEFT 0.9.0，退回 0.6.0 后恢复正常。',
    },
  },
  {
    url: 'https://github.com/huggingface/peft/pull/1106',
    label: 'peft PR #1106',
    what: {
      en: 'The refactoring that lets LoRA weights take the dtype of the base; released in 0.7.0.',
      zh_CN: '引入这一行为的重构：LoRA 权重沿用基座的精度，随 0.7.0 发布。',
    },
  },
  {
    url: 'https://github.com/huggingface/peft/pull/1706',
    label: 'peft PR #1706',
    what: {
      en: 'The remedy: adapter weights are cast to float32 by default; released in 0.12.0.',
      zh_CN: '修复：适配器权重默认转成 float32，随 0.12.0 发布。',
    },
  },
  {
    url: 'https://github.com/huggingface/peft/pull/2893',
    label: 'peft PR #2893',
    what: {
      en: 'Extends the cast to adapters added later with `add_adapter`; released in 0.19.0.',
      zh_CN: '让后来用 `add_adapter` 添加的适配器也会转换，随 0.19.0 发布。',
    },
  },
  {
    url: 'https://github.com/huggingface/peft/issues/1522',
    label: 'peft #1522',
    what: {
      en: 'Llama in float16: NaN with 0.9.0, finite at first with 0.3.0. So it is not only ChatGLM.',
      zh_CN: 'float16 的 Llama：0.9.0 全是 NaN，0.3.0 起初正常。可见不只是 ChatGLM 的问题。',
    },
  },
  {
    url: 'https://github.com/huggingface/peft/issues/1249',
    label: 'peft #1249',
    what: {
      en: 'Which dtype should trainable parameters have? On casting them to float32.',
      zh_CN: '可训练参数该用什么精度？讨论了转成 float32 的做法。',
    },
  },
  {
    url: 'https://github.com/huggingface/peft/issues/1090',
    label: 'peft #1090',
    what: {
      en: 'An early sighting in 0.6.0: a second adapter, loaded later, comes out in float16.',
      zh_CN: '0.6.0 时的先兆：后来加载的第二个适配器变成了 float16。',
    },
  },
  {
    url: 'https://github.com/huggingface/peft/issues/2292',
    label: 'peft #2292',
    what: {
      en: 'Why not simply the newest PEFT: 0.14 does not import with transformers below 4.43.',
      zh_CN: '为什么不能直接装最新版：transformers 低于 4.43 时，PEFT 0.14 无法导入。',
    },
  },
  {
    url: 'https://github.com/zai-org/ChatGLM3/issues/767',
    label: 'ChatGLM3 #767',
    what: {
      en: 'Loss 0 with chatglm3-6b-base; cured by PEFT 0.6.0.',
      zh_CN: 'chatglm3-6b-base 的 loss 为 0，换成 PEFT 0.6.0 后解决。',
    },
  },
  {
    url: 'https://github.com/zai-org/ChatGLM3/issues/570',
    label: 'ChatGLM3 #570',
    what: {
      en: 'A finite first loss, then zeros, then empty answers; no PEFT version is given.',
      zh_CN: '只有最开始的 loss 有值，之后全是 0，回答为空；没有写 PEFT 版本。',
    },
  },
  {
    url: 'https://github.com/datawhalechina/self-llm/issues/26',
    label: 'self-llm #26',
    what: {
      en: 'The same tutorial, the same zeros; PEFT 0.6.2 cured it.',
      zh_CN: '同一份教程，同样的 0；换成 PEFT 0.6.2 后解决。',
    },
  },
  {
    url: 'https://github.com/datawhalechina/self-llm/issues/124',
    label: 'self-llm #124',
    what: {
      en: 'Llama 3 8B: zeros without `fp16=True`, an exception with it. Two faces of one root.',
      zh_CN: 'Llama 3 8B：不开 `fp16=True` 时 loss 为 0，开了就报错，同一个根源的两种表现。',
    },
  },
  {
    url: 'https://huggingface.co/docs/peft/developer_guides/troubleshooting',
    label: 'PEFT documentation',
    what: {
      en: 'Troubleshooting, the sections on dtype.',
      zh_CN: 'PEFT 官方文档的排错指南，见其中关于 dtype 的几节。',
    },
  },
  {
    url: 'https://github.com/zai-org/GLM-4/issues/261',
    label: 'GLM-4 #261',
    what: {
      en: 'A look-alike: loss and gradient norm are 0 from the first line, probably masked labels.',
      zh_CN: '相似的另一种：从第一行起 loss 和 grad_norm 都是 0，多半是标签全被屏蔽。',
    },
  },
  {
    url: 'https://github.com/hiyouga/LlamaFactory/issues/4202',
    label: 'LlamaFactory #4202',
    what: {
      en: 'A look-alike: mixed precision on a V100, the loss jumps to 63, then reads 0.',
      zh_CN: '相似的另一种：V100 上用混合精度，loss 先跳到 63，然后变成 0。',
    },
  },
]
