import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('what goes well at first', () => {
  it.each<[string, Texts]>([
    [
      'transformers 4.42.3',
      [
        [
          'ann',
          'I moved from transformers 4.41.0 to transformers 4.42.3, it loads fine, then:\n\n```\nValueError: too many values to unpack (expected 2)\n```',
        ],
      ],
    ],
    [
      'transformers 4.42.3',
      [
        [
          'ann',
          'Upgraded transformers 4.41.0 -> 4.42.3. The first token comes out fine and then it dies with ValueError',
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', 'chatglm3: 把 peft 从 0.6.2 升到 0.9.0，第一步 loss 正常，后面全是 0']]],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'chatglm3 lora. I went from peft 0.6.2 to 0.9.0; the first step is fine, from then on loss is 0.0',
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', 'peft 0.6.2 换成了 0.9.0，训练能跑，但是 loss 是 0，chatglm3']]],
    ['peft 0.9.0', [['ann', 'peft 0.6.2 换成了 0.9.0，能跑起来，loss 却一直为 0，chatglm3']]],
    ['peft 0.9.0', [['ann', 'peft 0.6.2 换成了 0.9.0，训练跑通了，合并之后模型不说话，chatglm3']]],
    ['peft 0.9.0', [['ann', 'upgraded peft to 0.9.0, training runs, loss is 0 though. chatglm3']]],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'updated peft 0.6.2 → 0.9.0 and training works, only the loss reads 0.0 from step 2. chatglm3-6b',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [['ann', 'peft 0.9.0 换成了 0.6.2，第一步 loss 3.1，后面正常下降，chatglm3 loss 之前是 0']],
    ],
    [
      'transformers 4.49.0',
      [['ann', 'transformers 由 4.48.3 升级为 4.49.0，加载没问题，调用 chat 就 AttributeError']],
    ],
    [
      'transformers 4.49.0',
      [
        [
          'ann',
          'After moving to transformers 4.49.0 the model loads ok. Calling chat raises AttributeError: x',
        ],
      ],
    ],
    [
      'transformers 4.49.0',
      [['ann', '升级 transformers 到 4.49.0，模型能加载。一调用就：\n\n```\nAttributeError: x\n```']],
    ],
  ])('%s', (setups, texts) => {
    expect(setupsOf(texts)).toBe(setups)
  })
})
