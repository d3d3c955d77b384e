import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('before and after', () => {
  it.each<[string, Texts]>([
    [
      'peft 0.9.0; transformers 4.38.2',
      [
        [
          'ann',
          'loss 是 0\n\n| 包 | A | B |\n|---|---|---|\n| peft | 0.9.0 | 0.6.2 |\n| transformers | 4.38.2 | 4.38.2 |\n\nA 是现在的环境，loss 为 0；B 是上个月的环境，正常。',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.2',
      [
        [
          'ann',
          'loss 是 0\n\n| package | env 1 | env 2 |\n|---|---|---|\n| peft | 0.6.2 | 0.9.0 |\n| torch | 2.1.0 | 2.1.2 |\n\nenv 1 trains normally, env 2 gives zeros.',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'loss is 0\n\n| | old server | new server |\n|---|---|---|\n| peft | 0.6.2 | 0.9.0 |\n\nThe left one works, the right one is all zeros.',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.2',
      [
        [
          'ann',
          'loss 为 0\n\n| 库 | 机器1 | 机器2 |\n|---|---|---|\n| peft | 0.6.2 | 0.9.0 |\n| torch | 2.1.0 | 2.1.2 |\n\n左边那台没问题，右边那台 loss 全是 0',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'loss 为 0\n\n| 库 | 第一次 | 第二次 |\n|---|---|---|\n| peft | 0.6.2 | 0.9.0 |\n\n第一次训练一切正常，第二次就全是 0 了。',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        [
          'ann',
          'loss is 0\n\n| package | before | after |\n|---|---|---|\n| peft | 0.9.0 | 0.6.2 |\n\nBefore it was all zeros, after the downgrade it trains fine.',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        [
          'ann',
          'loss 为 0\n\n| 包 | 改之前 | 改之后 |\n|---|---|---|\n| peft | 0.9.0 | 0.6.2 |\n\n改之前 loss 全 0，改之后正常了',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.2',
      [
        [
          'ann',
          'loss is 0\n\n| package | version |\n|---|---|\n| peft | 0.9.0 |\n| torch | 2.1.2 |\n\nIt works fine in fp32.',
        ],
      ],
    ],
    [
      'peft 0.10.0; peft 0.12.0 cure; transformers 4.41.0',
      [
        [
          'ann',
          'Write-up.\n\n*Before:* peft 0.10.0 / transformers 4.41.0, log\n\n```\n1/90 loss 2.2\n2/90 loss 0.0\n3/90 loss 0.0\n```\n\n*After:* same code, `pip install -U peft` (0.12.0), and\n\n```\n1/90 loss 2.2\n2/90 loss 2.0\n3/90 loss 1.8\n```',
        ],
      ],
    ],
    [
      'peft 0.12.0 cure; peft 0.9.0',
      [
        [
          'ann',
          'loss 变 0 的问题解决了\n\n升级前：peft 0.9.0，loss 全是 0\n\n升级后：peft 0.12.0，loss 正常下降',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'loss is 0 now\n\n### Before\npeft 0.6.2, loss 1.9, 1.7, 1.5\n\n### After\npeft 0.9.0, loss 0.0 everywhere',
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', '升级前 peft 0.6.2 一直没问题，升级到 0.9.0 后 loss 全是 0']]],
    ['peft 0.9.0', [['ann', 'Worked with peft 0.6.2 in November; with 0.9.0 the loss is 0.']]],
    [
      'peft 0.9.0; transformers 4.38.2',
      [
        [
          'ann',
          'It used to work. I updated everything last week (peft 0.6.2 → 0.9.0, transformers 4.36.0 → 4.38.2) and now the loss is 0.',
        ],
      ],
    ],
    [
      'peft 0.9.0; transformers 4.38.2',
      [['ann', '上周把环境升了一遍（peft 0.6.2 → 0.9.0，transformers 4.36.0 → 4.38.2），之后 loss 一直是 0']],
    ],
    ['peft 0.10.0', [['ann', '去年 peft 0.5.0 能训，今年换了新机器装的 peft 0.10.0，loss 为 0']]],
    ['peft 0.9.0', [['ann', 'loss is 0 (peft 0.9.0; it was fine on 0.6.2)']]],
    ['peft 0.9.0', [['ann', 'loss 为 0（peft 0.9.0，之前 0.6.2 没事）']]],
    ['peft 0.9.0', [['ann', 'loss is 0 with the latest peft (0.9.0 at the time of writing).']]],
    ['peft 0.9.0', [['ann', 'loss 为 0，peft 是最新的 0.9.0']]],
    ['peft 0.9.0', [['ann', 'loss is 0. I installed peft yesterday so it should be 0.9.0.']]],
    ['peft 0.9.0', [['ann', 'loss 为 0。peft 没注意，应该是 0.9.0 吧']]],
    ['', [['ann', 'loss is 0. I have something between peft 0.7.0 and 0.11.0, not sure.']]],
  ])('%s', (expected, texts) => expect(setupsOf(texts)).toBe(expected))
})
