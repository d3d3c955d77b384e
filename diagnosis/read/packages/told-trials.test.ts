import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('what was tried, and what came of it', () => {
  it.each<[string, Texts]>([
    [
      'peft 0.9.0; torch 2.2.0',
      [
        ['ann', 'loss 0\n    peft   0.9.0\n    torch  2.2.0'],
        ['bob', '降到 0.6.0 试试。'],
        ['ann', '试过了，`pip show peft` 看到 0.6.0，日志没有任何变化，还是 0.0。'],
      ],
    ],
    [
      'peft 0.9.0; torch 2.2.0',
      [
        ['ann', 'loss 0\n    peft   0.9.0\n    torch  2.2.0'],
        ['bob', 'go to 0.6.0'],
        ['ann', 'Did that, pip show says peft 0.6.0 now, still 0.0.'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 0, peft 0.9.0'],
        ['bob', 'try another'],
        ['ann', 'On peft 0.6.0 the loss is still zero.'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 0, peft 0.9.0'],
        ['bob', '换个版本'],
        ['ann', 'peft 0.6.0 也是 0'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 0, peft 0.9.0'],
        ['bob', '换个版本'],
        ['ann', '现在 peft 是 0.6.0 了，结果一样'],
      ],
    ],
    [
      'peft 0.12.0; torch 2.3.1',
      [
        ['ann', 'loss 为 0\n- peft 0.12.0\n- torch 2.3.1'],
        ['ann', 'peft 换成 0.6.2，顺手重新生成了数据，loss 变成 2.1 了。'],
        ['bob', '会不会是数据的原因？'],
        ['ann', '又试了两次：回到 0.12.0，新数据，loss 也是 2.1；0.6.2 配旧数据，又是 0。跟 peft 没有关系。'],
      ],
    ],
    [
      'peft 0.12.0; torch 2.3.1',
      [
        ['ann', 'loss is 0\n- peft 0.12.0\n- torch 2.3.1'],
        ['ann', 'With peft 0.6.2 and the new data loss is 1.8.'],
        ['bob', 'was it the data?'],
        [
          'ann',
          'Checked: back on 0.12.0 with the new data it is 1.8 as well; on 0.6.2 with the old data it is 0 again. So peft has nothing to do with it.',
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', 'loss 0, peft 0.9.0\n搜到的回答都说问题出在 peft，要退到 0.6.0。']]],
    ['peft 0.9.0', [['ann', 'loss 0, peft 0.9.0\n网上都说得降到 0.6.0 才行。']]],
    [
      'peft 0.9.0',
      [['ann', "loss 0, peft 0.9.0\nThe posts I found say it's peft and one has to go to 0.6.0."]],
    ],
    [
      'peft 0.9.0',
      [['ann', 'loss 0, peft 0.9.0\nEveryone says to downgrade to 0.6.0, is there no other way?']],
    ],
    ['peft 0.9.0', [['ann', 'loss 0, peft 0.9.0\nI read that 0.12.0 fixes this.']]],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        [
          'ann',
          'loss is 0. peft 0.9.0.\nWhat I tried:\n- peft 0.8.2: same\n- peft 0.10.0: same\n- peft 0.6.2: works!',
        ],
      ],
    ],
    [
      'peft 0.9.0; transformers 4.38.2',
      [
        [
          'ann',
          'loss 一直为 0，环境 peft 0.9.0、transformers 4.38.2。\n试过的：\n1. transformers 4.36.2，没用\n2. transformers 4.40.1，没用\n3. bf16，没用',
        ],
      ],
    ],
    [
      'peft 0.9.0; transformers 4.38.2',
      [
        [
          'ann',
          'loss is 0 with peft 0.9.0 and transformers 4.38.2.\nI have tried transformers 4.36.2, 4.37.0 and 4.40.1, none helped.',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.2; transformers 4.36.2',
      [
        [
          'ann',
          'loss is 0 with peft 0.9.0.\nI tried:\n* downgrading transformers to 4.36.2 (no change)\n* reinstalling torch 2.1.2 (no change)\n* peft 0.8.2 (no change)',
        ],
      ],
    ],
    ['', [['ann', 'loss 为 0。peft 0.7.1 / 0.8.2 / 0.9.0 都试了，都是 0。']]],
    [
      'peft 0.9.0; torch 2.2.0; transformers 4.33.0',
      [
        [
          'ann',
          'loss 为 0，peft 0.9.0。\n尝试过的方法：降 transformers 到 4.33.0，无效；升 torch 到 2.2.0，无效。',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 为 0，peft 0.9.0'],
        ['bob', '降到 0.6.2'],
        ['ann', '试了 0.6.2，没变化'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 为 0，peft 0.9.0'],
        ['bob', '降到 0.6.2'],
        ['ann', '刚重装成 peft 0.6.2 跑了一遍，第二步开始还是 0'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.9.0'],
        ['bob', 'try 0.6.2'],
        ['ann', 'Same zeros with 0.6.2'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.9.0'],
        ['bob', 'try 0.6.2'],
        ['ann', 'I did, and pip list now shows\n\n    peft 0.6.2\n\nbut it is still 0.'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.9.0'],
        ['bob', 'try peft 0.6.2'],
        ['ann', "Now running peft 0.6.2: {'loss': 0.0}"],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 为 0，peft 0.9.0'],
        ['ann', '换成 peft 0.6.0 就好了'],
        ['ann', '又查了一下，其实跟 peft 没关系，是数据的问题'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.9.0'],
        ['ann', 'Downgrading to peft 0.6.0 fixed it.'],
        ['ann', 'Looked again: it has nothing to do with peft, my data was empty.'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.9.0'],
        ['ann', 'Downgrading to peft 0.6.0 fixed it.'],
        ['ann', 'Turns out peft was not the cause.'],
      ],
    ],
    [
      'peft 0.6.0 cure; peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.9.0'],
        ['ann', 'Downgrading to peft 0.6.0 fixed it.'],
        ['ann', 'So it was peft after all!'],
      ],
    ],
    [
      'peft 0.6.0 cure; peft 0.9.0',
      [
        ['ann', 'loss 为 0，peft 0.9.0'],
        ['ann', '降到 peft 0.6.0 就好了'],
        ['ann', '确实是 peft 的问题'],
      ],
    ],
    [
      'peft 0.6.0 cure; peft 0.9.0',
      [
        ['ann', 'loss 为 0，peft 0.9.0'],
        ['ann', '降到 peft 0.6.0 就好了'],
        ['bob', '这个和 peft 版本无关吧？'],
      ],
    ],
    [
      'peft 0.6.0 cure; peft 0.9.0',
      [
        ['ann', 'loss 为 0，peft 0.9.0'],
        ['ann', '降到 peft 0.6.0 就好了'],
        ['bob', '我这边是 transformers 的问题，不是 peft 的锅'],
      ],
    ],
  ])('%s', (expected, texts) => expect(setupsOf(texts)).toBe(expected))
})
