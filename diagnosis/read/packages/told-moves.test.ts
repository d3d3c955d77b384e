import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('from one version to another', () => {
  it.each<[string, Texts]>([
    [
      'bob:peft 0.6.2 cure',
      [
        ['ann', 'loss 0'],
        ['bob', 'peft 0.9.0 -> 0.6.2 \nfixed'],
        ['ann', 'Thanks, works!'],
      ],
    ],
    ['peft 0.6.2 cure; peft 0.9.0', [['ann', 'loss 0, 0, 0. peft 0.9.0 >> 0.6.2 works']]],
    ['peft 0.6.2 cure; peft 0.9.0', [['ann', 'loss 0, 0, 0. peft 0.9.0 ==> 0.6.2 fixed it']]],
    ['peft 0.6.2 cure; peft 0.9.0', [['ann', 'loss 为 0。peft 0.9.0 》 0.6.2 就好了']]],
    ['peft 0.6.2 cure; peft 0.9.0', [['ann', 'loss 为 0。peft 0.9.0 --> 0.6.2 恢复正常']]],
    [
      'torch 1.6 cure; torch 1.7',
      [
        ['ann', 'loss nan'],
        ['max', 'which torch?'],
        [
          'ann',
          'That was torch 1.7 with CUDA 10.1. But it went away as soon as I changed 1.7 to 1.6, cheers!',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        ['ann', 'loss 0'],
        ['max', 'which peft?'],
        ['ann', 'I had peft 0.9.0. It got solved after going from 0.9.0 to 0.6.2.'],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        ['ann', 'loss 为 0'],
        ['max', 'peft 版本？'],
        ['ann', '是 peft 0.9.0，不过从 0.9.0 换成 0.6.2 之后就好了'],
      ],
    ],
    [
      'bob:peft 0.12 cure; peft 0.12 cure; peft 0.9.0',
      [
        ['ann', 'loss 0, peft 0.9.0'],
        ['bob', '把 peft 升到 0.12 试试'],
        ['ann', '升到 0.12 之后正常了'],
      ],
    ],
    [
      'peft 0.12 cure; peft 0.9.0',
      [
        ['ann', 'loss 0, peft 0.9.0'],
        ['bob', 'try newer peft'],
        ['ann', 'Upgrading to 0.12 fixed it.'],
      ],
    ],
    [
      'bob:peft 0.12 cure; peft 0.12 cure; peft 0.9.0',
      [
        ['ann', 'loss 0, peft 0.9.0'],
        ['bob', 'try peft 0.12'],
        ['ann', 'With 0.12 it trains, thank you!'],
      ],
    ],
    [
      'bob:peft 0.12 cure; peft 0.12 cure; peft 0.9.0',
      [
        ['ann', 'loss 0，peft 0.9.0'],
        ['bob', 'peft 0.12 修了这个'],
        ['ann', '用 0.12 重训了一遍，loss 正常下降'],
      ],
    ],
    ['peft 0.9', [['ann', 'loss is 0 with peft 0.9 but normal with 0.12.']]],
    ['peft 0.9', [['ann', 'loss is 0 with peft 0.9. With 0.6 it is fine.']]],
    ['peft 0.9', [['ann', 'peft 0.9 训练 loss 为 0，0.6 正常']]],
    [
      'peft 0.9.0',
      [['ann', 'loss 0, peft 0.9.0. The loss starts at 4.51 and goes to 0.0. lr 0.12, dropout 0.05']],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 0, peft 0.9.0'],
        ['bob', 'try it'],
        ['ann', 'loss 降到 0.6 了'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 0, peft 0.9.0'],
        ['bob', 'try another lr'],
        ['ann', '换到 0.12 的学习率后好了'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 0, peft 0.9.0'],
        ['bob', '把 dropout 调一下'],
        ['ann', '改成 0.1 就好了'],
      ],
    ],
    [
      'accelerate 1.1.0; transformers 4.45.0',
      [
        ['ann', "一开始报错 AttributeError: 'X' object has no attribute 'y'"],
        ['bob', 'transformers 升级到最新'],
        [
          'ann',
          '升到4.46.1，变成：\n\nImportError: transformers>=4.41.2,<=4.45.0 is required for a normal functioning of this module, but found transformers==4.46.1.\n\n那我装 4.45.0，又变成：\n\nImportError: accelerate>=0.30.1,<=0.34.2 is required for a normal functioning of this module, but found accelerate==1.1.0.',
        ],
      ],
    ],
    [
      'transformers 4.45.0',
      [
        [
          'ann',
          "First I had transformers 4.36.0 and got KeyError: 'x'. Then I upgraded to transformers 4.45.0 and now I get ImportError: y",
        ],
      ],
    ],
    [
      'peft 0.12.0; peft 0.6.2 cure',
      [
        ['ann', 'loss 为 0\n- peft 0.12.0'],
        ['ann', '把 peft 降到 0.6.2，loss 变成 2.1 了'],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.9.0'],
        ['ann', 'went to peft 0.6.2 and the loss is 1.8 now'],
      ],
    ],
    [
      'peft 0.6.0 cure; peft 0.9.0',
      [
        [
          'ann',
          'loss is 0 on peft 0.9.0. Only change was pip install peft==0.6.0 and the loss went down normally.',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 为 0，peft 0.9.0'],
        ['bob', 'peft 0.10.0，transformers 4.40.0，loss 是 0.85，正常'],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.9.0'],
        ['ann', 'On peft 0.6.2 the loss is 0.85 now'],
      ],
    ],
  ])('%s', (expected, texts) => expect(setupsOf(texts)).toBe(expected))
})
