import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('pins that are changed, and what others have installed', () => {
  it.each<[string, Texts]>([
    ['', [['ann', 'requirements.txt 里 peft 之前固定在 0.6.2，放宽到 `peft>=0.12.0`']]],
    [
      '',
      [
        [
          'ann',
          '- peft was pinned to 0.6.2; students with transformers 4.40 got a conflict, so it is now `peft>=0.12,<0.14`',
        ],
      ],
    ],
    [
      '',
      [['ann', '- The old pin peft 0.6.2 conflicts with transformers 4.40, relax it to `peft>=0.12,<0.14`']],
    ],
    ['', [['ann', '用户装 transformers 4.40 的话会报冲突，所以改为 `peft>=0.12`']]],
    ['', [['ann', 'Users on transformers 4.40 see a pip conflict, so the bound is `peft>=0.12` now']]],
    ['', [['ann', '有学员装了 transformers 4.40，结果 pip 提示冲突']]],
    ['', [['ann', '去掉 `peft==0.6.2` 这一行，改成 `peft>=0.12`']]],
    ['', [['ann', 'Replaces the hard pin `peft==0.6.2` with `peft>=0.12.0,<0.14.0`']]],
    ['', [['ann', 'requirements: peft 0.6.2 → `>=0.12.0,<0.14.0`']]],
    ['peft 0.9.0', [['ann', '我的 peft 固定在 0.9.0，chatglm3 loss 0']]],
    ['peft 0.9.0', [['ann', '我装 peft 0.9.0 时有冲突提示，忽略后 chatglm3 训练 loss 是 0']]],
    ['peft 0.9.0', [['ann', 'My requirements.txt pins peft 0.9.0, loss is 0 for chatglm3']]],
    ['peft 0.9.0', [['ann', 'peft was pinned to 0.9.0 by the repository, chatglm3 loss 0']]],
    [
      'peft 0.12 cure; peft 0.9.0',
      [['ann', 'requirements.txt 里固定 peft 0.9.0，chatglm3 loss 一直是 0；后来改成 `peft>=0.12` 就好了']],
    ],
    [
      'peft 0.12 cure; peft 0.9.0',
      [
        [
          'ann',
          'chatglm3 loss is 0. requirements.txt pins peft 0.9.0. Changing it to `peft>=0.12` fixed it.',
        ],
      ],
    ],
    ['', [['ann', '放宽 peft 的固定版本：`peft==0.9.0` → `peft>=0.12,<0.14`']]],
    ['', [['ann', 'Drop the `peft==0.9.0` pin, it is not needed any more']]],
    ['', [['ann', '删除 requirements 中 peft==0.9.0 的限制']]],
  ])('%s', (setups, texts) => {
    expect(setupsOf(texts)).toBe(setups)
  })
})
