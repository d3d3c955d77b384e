import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('columns of a table', () => {
  it.each<[string, Texts]>([
    [
      'peft 0.17.1; transformers 5.0.0',
      [
        [
          'ann',
          '升级后报 ValueError: x\n\n| 包 | 升级前 | 升级后 |\n|---|---|---|\n| transformers | 4.56.1 | 5.0.0 |\n| peft | 0.17.1 | 0.17.1 |',
        ],
      ],
    ],
    [
      'peft 0.18.0; transformers 5.0.0',
      [
        [
          'ann',
          'it crashes\n\n| | old image | new image |\n|---|---|---|\n| transformers | 4.56.1 | 5.0.0 |\n| peft | 0.17.1 | 0.18.0 |',
        ],
      ],
    ],
    [
      'peft 0.18.0; transformers 5.0.0',
      [
        [
          'ann',
          'it crashes after the upgrade\n\n| | from | to |\n|---|---|---|\n| transformers | 4.56.1 | 5.0.0 |\n| peft | 0.17.1 | 0.18.0 |',
        ],
      ],
    ],
    [
      'peft 0.18.0; transformers 5.0.0',
      [
        [
          'ann',
          'it crashes\n\n| | last week | today |\n|---|---|---|\n| transformers | 4.56.1 | 5.0.0 |\n| peft | 0.17.1 | 0.18.0 |',
        ],
      ],
    ],
    [
      'peft 0.18.0; transformers 5.0.0',
      [
        [
          'ann',
          '报 AttributeError\n\n| 库 | 旧 | 新 |\n|---|---|---|\n| transformers | 4.56.1 | 5.0.0 |\n| peft | 0.17.1 | 0.18.0 |',
        ],
      ],
    ],
    [
      'peft 0.18.0; transformers 5.0.0',
      [
        [
          'ann',
          'it crashes\n\n| | working env | broken env |\n|---|---|---|\n| transformers | 4.56.1 | 5.0.0 |\n| peft | 0.17.1 | 0.18.0 |',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.2',
      [
        [
          'ann',
          'chatglm3 loss 0\n\n| | 训练机 A（正常） | 训练机 B（loss=0） |\n|---|---|---|\n| peft | 0.6.2 | 0.9.0 |\n| torch | 2.1.2 | 2.1.2 |',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.2',
      [
        [
          'ann',
          'loss 0 with chatglm3\n\n| package | now | before |\n|---|---|---|\n| peft | 0.9.0 | 0.6.2 |\n| torch | 2.1.2 | 2.0.1 |',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        [
          'ann',
          'chatglm3 lora. Loss was 0.\n\n| package | before | now |\n|---|---|---|\n| peft | 0.9.0 | 0.6.2 |\n| loss | 0.0 | 2.31 |',
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', 'chatglm3 loss is 0\n\n| package | version |\n|---|---|\n| peft | 0.9.0 |']]],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'chatglm3 loss is 0\n\n| package | installed | latest |\n|---|---|---|\n| peft | 0.9.0 | 0.13.2 |',
        ],
      ],
    ],
    [
      'peft 0.9.0; transformers 4.38.2',
      [
        [
          'ann',
          'chatglm3 loss 是 0\n\n| 库 | 官方要求 | 我的 |\n|---|---|---|\n| peft | 0.6.0 | 0.9.0 |\n| transformers | 4.30.2 | 4.38.2 |',
        ],
      ],
    ],
    [
      'peft 0.9.0; transformers 4.30.2',
      [
        [
          'ann',
          'chatglm3 loss 是 0\n\n| 版本 | 原来 | 更新之后 |\n|---|---|---|\n| peft | 0.6.0 | 0.9.0 |\n| transformers | 4.30.2 | 4.30.2 |',
        ],
      ],
    ],
    [
      'peft 0.17.1; transformers 5.0.0',
      [
        [
          'ann',
          'it crashes\n\n| | prod | staging |\n|---|---|---|\n| transformers | 4.56.1 | 5.0.0 |\n| peft | 0.17.1 | 0.17.1 |\n| result | ok | ValueError |',
        ],
      ],
    ],
    [
      'peft 0.17.1; transformers 5.0.0',
      [
        [
          'ann',
          'After the upgrade:\n\n| package | yesterday | now |\n|:--|:-:|:-:|\n| transformers | `4.56.1` | `5.0.0` |\n| peft | `0.17.1` | `0.17.1` |\nValueError',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.0',
      [
        [
          'ann',
          'loss 0，chatglm3。环境差别：\n\n| | 之前 | 现在 |\n|---|---|---|\n| peft | 0.6.2 | 0.9.0 |\n| torch | 2.1.0 | 2.1.0 |\n| 显卡 | 3090 | 3090 |',
        ],
      ],
    ],
  ])('%s', (setups, texts) => {
    expect(setupsOf(texts)).toBe(setups)
  })
})
