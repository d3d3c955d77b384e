import type { Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

export const rule: Rule = {
  id: 'transformers-446-448-grad-accum',
  severity: 'wrong-result',
  ceiling: 'at-risk',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: {
    warning: 'known bugs in transformers v?4\\.46\\.0 ?(?:-|–|to|~) ?v?4\\.48\\.0',
    decisive: true,
  },
  environment: { package: 'transformers', range: '>=4.46.0,<4.48.1' },
  fixes: [
    {
      id: 'newer-transformers',
      command: 'pip install "transformers==4.49.0"',
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '>=4.48.1' },
    },
    { ...knownGood, when: anyChatGlm },
    { id: 'no-accumulation', code: 'gradient_accumulation_steps=1', workaround: true },
  ],
  ruler: { package: 'transformers', broken: '>=4.46.0,<4.48.1' },
  links: [
    {
      url: 'https://github.com/hiyouga/LlamaFactory/blob/v0.9.2/src/llamafactory/extras/misc.py',
      label: 'LlamaFactory 0.9.2',
      what: { en: 'the warning', zh_CN: '打印这条警告的代码' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/3cd3cd50acaa28ee8127aff2e7de8f5dd64b92aa',
      label: 'transformers 3cd3cd5',
      what: { en: 'the loss is divided before the backward pass', zh_CN: '改为先缩放 loss 再反向传播' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/4eb17b26e77611d4fbcdcbbc20c7bf275eb015c9',
      label: 'transformers 4eb17b2',
      what: { en: 'the repair that followed', zh_CN: '后续的修补' },
    },
  ],
  prose: {
    en: {
      name: 'transformers 4.46.0 to 4.48.0 gets gradient accumulation wrong',
      symptom:
        'Training runs through, but with gradient accumulation the gradients, and often the logged loss, come out too large, by as many times as there are accumulation steps.',
      verdict: {
        'at-risk':
          'With `gradient_accumulation_steps` above 1, transformers {transformers|4.46.0 to 4.48.0} multiplies the gradients of some models by that number.',
      },
      cause:
        'transformers 4.46 changed how the loss is averaged, and up to 4.48.0 one kind of model or another missed a division. Adam makes up for most of it, but gradient clipping cuts harder than you set it, and the losses cannot be compared with other runs.',
      fixes: {
        'newer-transformers': {
          title: 'Install transformers 4.49.0',
          limits: 'Any release from 4.48.1 on is repaired. A finished run stays as it is.',
        },
        'known-good-pair': knownGoodWords.en,
        'no-accumulation': {
          title: 'Train without accumulation, with a larger batch',
          limits: 'Only where the memory allows it.',
        },
      },
    },
    zh_CN: {
      name: 'transformers 4.46.0 到 4.48.0 的梯度累积算错',
      symptom: '训练能跑完，但用了梯度累积时，梯度会按累积步数成倍变大，打出来的 loss 往往也跟着变大。',
      verdict: {
        'at-risk':
          '`gradient_accumulation_steps` 大于 1 时，transformers {transformers|4.46.0 到 4.48.0} 会让一部分模型的梯度按这个倍数变大。',
      },
      cause:
        'transformers 4.46 改了 loss 求平均的办法，到 4.48.0 为止，总有某一类模型少除了一次。Adam 能抵消一大半影响，但梯度裁剪会比你设的更狠，loss 也没法和别的训练比较。',
      fixes: {
        'newer-transformers': {
          title: '装 transformers 4.49.0',
          limits: '4.48.1 及以上都已修好；已经训练完的结果不会因此改变。',
        },
        'known-good-pair': knownGoodWords.zh_CN,
        'no-accumulation': {
          title: '不用梯度累积，改用更大的批次',
          limits: '显存够用才行。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '[WARNING|2025-02-11 10:20:31] llamafactory.extras.misc:154 >> There are known bugs in transformers v4.46.0-v4.48.0, please use other versions.',
      verdict: 'at-risk',
      why: 'LlamaFactory warns of it',
    },
    {
      text: 'transformers==4.49.0\nThere are known bugs in transformers v4.46.0-v4.48.0, please use other versions.',
      verdict: 'ruled-out',
      why: 'a release that is repaired: another environment runs',
    },
  ],
  clean: [
    { text: 'transformers==4.47.1', why: 'the version alone: nobody knows of the accumulation' },
    { text: 'There are known bugs in transformers v4.37, please use other versions.', why: 'other releases' },
  ],
  misses: [
    {
      text: 'transformers==4.46.0\nmy loss is four times as large with gradient_accumulation_steps=4',
      why: 'told in one’s own words',
    },
  ],
}
