import type { Examples, Rule } from './schema'
import { anyChatGlm, knownGood, knownGoodWords } from './tables/chatglm'

export const rule: Rule = {
  id: 'compute-loss-num-items',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: {
    error: '\\bcompute_loss\\(\\) got an unexpected keyword argument [\'"`]num_items_in_batch[\'"`]',
    decisive: true,
  },
  told: 'num_items_in_batch',
  environment: { package: 'transformers', range: '>=4.46.0.dev0' },
  fixes: [
    {
      id: 'extend-signature',
      code: 'def compute_loss(self, model, inputs, return_outputs=False, **kwargs):',
    },
    {
      id: 'older-transformers',
      command: 'pip install "transformers==4.45.2"',
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '<4.46.0' },
    },
    { ...knownGood, when: anyChatGlm },
  ],
  ruler: { package: 'transformers', broken: '>=4.46.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/issues/36331',
      label: 'transformers #36331',
      what: { en: 'the main thread, with the same fix', zh_CN: '讨论最多的一帖，解决办法相同' },
    },
    {
      url: 'https://github.com/huggingface/transformers/commit/6ba31a8a94bf7cfeaf59ffc3bc9e0b0cd3e25788',
      label: 'transformers 6ba31a8',
      what: { en: 'the new argument', zh_CN: '新参数就是在这里加的' },
    },
    {
      url: 'https://github.com/sail-sg/closer-look-LLM-unlearning/issues/1',
      label: 'closer-look-LLM-unlearning #1',
      what: { en: 'a trainer of its own meets it', zh_CN: '自定义训练器遇到它的例子' },
    },
  ],
  prose: {
    en: {
      name: 'The script’s own compute_loss does not accept num_items_in_batch',
      symptom:
        "The first step stops with `compute_loss() got an unexpected keyword argument 'num_items_in_batch'`.",
      verdict: {
        confirmed:
          'The script replaces `compute_loss`, and its version does not take the argument that transformers {transformers|4.46 or newer} now passes.',
      },
      cause:
        'Since 4.46 the Trainer tells `compute_loss` how many tokens count for the loss. A replacement written before that has no place for the number.',
      fixes: {
        'extend-signature': {
          title: 'Change the first line of your `compute_loss` to this, so that it accepts further arguments',
          limits:
            'Look at the losses of your next run: with gradient accumulation, what `compute_loss` returns may now be scaled differently than before.',
        },
        'older-transformers': {
          title: 'Go back to transformers 4.45.2',
          limits: 'For code that you cannot change.',
        },
        'known-good-pair': knownGoodWords.en,
      },
    },
    zh_CN: {
      name: '自定义的 compute_loss 不认 num_items_in_batch 参数',
      symptom: "第一步就报 `compute_loss() got an unexpected keyword argument 'num_items_in_batch'`。",
      verdict: {
        confirmed:
          '脚本重写了 `compute_loss`，但没有留出 transformers {transformers|4.46 及以上} 现在要传的这个参数。',
      },
      cause:
        'Trainer 从 4.46 起会告诉 `compute_loss` 有多少个 token 计入 loss。早先写的 `compute_loss` 没有地方接这个数。',
      fixes: {
        'extend-signature': {
          title: '把 `compute_loss` 的第一行改成这样，让它能接收多出来的参数',
          limits:
            '改完留意下一次训练的 loss：用了梯度累积时，`compute_loss` 返回值的缩放方式可能和以前不同。',
        },
        'older-transformers': {
          title: '退回 transformers 4.45.2',
          limits: '适合改不了代码的情况。',
        },
        'known-good-pair': knownGoodWords.zh_CN,
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: `  File "/opt/env/lib/python3.10/site-packages/transformers/trainer.py", line 3675, in training_step
    loss = self.compute_loss(model, inputs, num_items_in_batch=num_items_in_batch)
TypeError: DistillationTrainer.compute_loss() got an unexpected keyword argument 'num_items_in_batch'`,
      verdict: 'confirmed',
      why: 'a trainer of any name',
    },
    {
      text: "[rank0]: TypeError: compute_loss() got an unexpected keyword argument 'num_items_in_batch'",
      verdict: 'confirmed',
      why: 'an old Python, which leaves the class out',
    },
    {
      text: "transformers==4.40.2\nTypeError: MyTrainer.compute_loss() got an unexpected keyword argument 'num_items_in_batch'",
      verdict: 'ruled-out',
      why: 'this transformers does not pass it: another environment runs',
    },
  ],
  clean: [
    {
      text: "TypeError: PeftModelForCausalLM.forward() got an unexpected keyword argument 'num_items_in_batch'",
      why: 'the model refuses it, not compute_loss',
    },
    {
      text: "TypeError: MyTrainer.compute_loss() got an unexpected keyword argument 'return_outputs'",
      why: 'another argument',
    },
    { text: 'transformers==4.46.3', why: 'the version alone is no risk' },
  ],
  misses: [{ text: 'compute_loss 多了一个 num_items_in_batch 参数就报错', why: 'told without the message' }],
}
