import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('as people report it', () => {
  it.each<[string, Texts]>([
    [
      'peft 0.12.0 cure; peft 0.14.0',
      [
        [
          'ann',
          'ImportError: x. Solved by another PEFT:\n**peft == 0.14.0 ------>   pip install  peft==0.12.0**',
        ],
      ],
    ],
    [
      '',
      [
        [
          'ann',
          'loss 不变。我尝试了peft==0.4.0与transformers==4.30.0，peft==0.5.0与transformers==4.33.1，loss 都没有变化，请问有能复现的版本吗',
        ],
      ],
    ],
    [
      'transformers 4.31',
      [
        ['ann', 'transformers 用 4.30版本正常，用4.31版本输出全是乱码'],
        ['ann', "降到4.30版本以后又报错：\n```\nImportError: cannot import name 'x'\n```"],
      ],
    ],
    [
      '',
      [
        ['ann', 'ValueError: x'],
        ['bob', 'peft版本的问题，改为0.4.0就不会报错'],
      ],
    ],
    [
      'peft 0.6.2',
      [
        [
          'ann',
          '先出现 ImportError: peft<=0.6.2 is required for a normal functioning of this module, but found peft==0.9.0.，重装0.6.2后又提示 ImportError: peft>=0.9.0 is required for a normal functioning of this module, but found peft==0.6.2.，到底装哪个',
        ],
      ],
    ],
    [
      'numpy 1.24.1; peft 0.6.1',
      [
        [
          'ann',
          '`pip install -U peft` log\n```\nRequirement already satisfied: peft in /home/u/site-packages (0.6.0)\nCollecting peft\n  Using cached peft-0.6.1-py3-none-any.whl.metadata (23 kB)\nRequirement already satisfied: numpy>=1.17 in /home/u/site-packages (from peft) (1.24.1)\n```',
        ],
      ],
    ],
    [
      'accelerate 0.25.0; peft 0.7.0',
      [
        [
          'ann',
          'peft==0.7.0 (also tried with all versions from 0.2.0 up to the newest, 0.7.1)\naccelerate==0.25.0',
        ],
      ],
    ],
    ['', [['ann', '新版 transformers（如4.47.1）删了这个方法，需要对 transformers 降级。']]],
    [
      'bob:peft 0.10.0 cure; bob:transformers 4.37.2 cure',
      [
        ['ann', "ImportError: cannot import name 'x'"],
        ['bob', 'A conflict between the two; we have adjusted to transformers==4.37.2 and peft==0.10.0.'],
        ['ann', 'Ran it again and it worked. Thank you!'],
      ],
    ],
    [
      'transformers 4.43.2',
      [
        ['ann', 'ImportError: x'],
        ['ann', 'I have installed transformers==4.43.2, but the same problem still occurs.'],
        ['bob', '我用的是 transformers=4.46.3 peft==0.14.0 完全没问题'],
      ],
    ],
    [
      'transformers 4.37.2',
      [['ann', 'loss 为 0。试过的：\n1. bf16，没用；\n2. transformers 4.37.2 → 4.33.3，没用；']],
    ],
    [
      '',
      [
        ['ann', 'ImportError: x'],
        ['bob', 'pip install peft==0.10.0 can solve it, my transformers version is 4.42.0'],
      ],
    ],
  ])('%s', (expected, texts) => expect(setupsOf(texts)).toBe(expected))
})
