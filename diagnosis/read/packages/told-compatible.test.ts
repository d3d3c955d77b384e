import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('what a release does not go with, and commands for whom they concern', () => {
  it.each<[string, Texts]>([
    [
      'peft 0.13.0',
      [
        [
          'nk',
          'Finetune script is incompatible with `peft == 0.13.0`, works with `peft == 0.12.0`. \n```\nTypeError: x\n```',
        ],
      ],
    ],
    ['peft 0.13.0', [['nk', 'The trainer does not work with peft 0.13.0 but works with peft 0.12.0']]],
    ['peft 0.13.0', [['nk', 'peft 0.12.0 works, peft 0.13.0 raises TypeError']]],
    ['peft 0.13.0', [['nk', '脚本和 peft 0.13.0 不兼容，用 peft 0.12.0 可以。']]],
    ['peft 0.13.0', [['nk', 'peft 0.13.0 跑不起来，报 TypeError，peft 0.12.0 没问题']]],
    ['peft 0.9.0', [['nk', 'chatglm3 loss 在 peft 0.9.0 下是 0，peft 0.6.2 下正常']]],
    ['peft 0.9.0', [['nk', 'With peft 0.6.2 chatglm3 trains, with peft 0.9.0 the loss is 0.']]],
    ['peft 0.9.0', [['nk', 'chatglm3: only peft 0.6.2 and below train; with peft 0.9.0 loss is 0']]],
    ['peft 0.9.0', [['nk', 'chatglm3 LoRA: peft 0.9.0 → loss 0, peft 0.6.2 → normal']]],
    ['peft 0.9.0', [['nk', 'chatglm3 微调：peft 0.6.2 正常收敛；peft 0.9.0 第二步 loss 变 0']]],
    [
      'peft 0.9.0',
      [['nk', 'chatglm3 loss is zero on peft 0.9.0 only. On peft 0.6.2 everything is as expected.']],
    ],
    ['peft 0.9.0', [['nk', 'Is chatglm3 incompatible with peft 0.9.0? My loss is 0.']]],
    ['peft 0.9.0', [['nk', 'chatglm3 好像与 peft 0.9.0 不兼容，loss 一直是 0']]],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        ['nk', 'chatglm3 loss 0'],
        ['bo', 'peft version?'],
        ['nk', '0.9.0. It seems incompatible, with 0.6.2 it trains.'],
      ],
    ],
    ['', [['nk', 'Which transformers is compatible with peft 0.9.0?']]],
    ['', [['nk', '哪个 transformers 与 peft 0.9.0 兼容？']]],
    ['peft 0.9.0', [['nk', 'chatglm3 + peft 0.9.0：loss 0。peft 0.5.0：正常。peft 0.6.0：正常。']]],
    ['', [['ann', 'If you cannot upgrade, try:\n\n```\npip install peft==0.10.0\n```']]],
    ['', [['ann', '不行的话可以再尝试：\n\n```\npip install peft==0.10.0\n```']]],
    [
      '',
      [
        [
          'ann',
          'The import error can be avoided with an older release:\n\n```\npip install peft==0.10.0\n```',
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', '先装依赖：\n```\npip install peft==0.9.0\n```']]],
    [
      'peft 0.9.0; transformers 4.38.2',
      [
        [
          'ann',
          'You can install the dependencies with:\n\n```\npip install peft==0.9.0 transformers==4.38.2\n```',
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', '我尝试安装：\n```\npip install peft==0.9.0\n```\nchatglm3 loss 为 0']]],
  ])('%s', (setups, texts) => {
    expect(setupsOf(texts)).toBe(setups)
  })
})
