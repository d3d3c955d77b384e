import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('what is asked and what is answered', () => {
  it.each<[string, Texts]>([
    ['', [['ann', 'chatglm3 lora 训练 loss 一直是 0，是不是 peft 0.9.0 的问题？']]],
    ['peft 0.9.0', [['ann', 'loss 为 0.0。请问是 peft 0.9.0 导致的吗？']]],
    ['peft 0.9.0', [['ann', '我的环境 peft 0.9.0，loss 一直是 0，是不是 peft 0.9.0 的问题？']]],
    ['', [['ann', 'Loss is 0.0 all the time with chatglm3. Is it a problem of peft 0.9.0?']]],
    ['', [['ann', 'Loss is 0.0. Could this be caused by peft 0.9.0?']]],
    ['', [['ann', 'Loss is 0.0. Is peft 0.9.0 known to be broken?']]],
    ['', [['ann', 'Loss is 0.0. Has anyone trained chatglm3 with peft 0.6.0 successfully?']]],
    ['', [['ann', 'loss 是 0。有没有人用 peft 0.6.0 跑通过？']]],
    ['', [['ann', 'loss 是 0。peft 0.9.0 是不是有 bug？']]],
    ['', [['ann', 'loss 是 0。难道是 peft 0.9.0 的锅？']]],
    ['peft 0.9.0', [['ann', 'loss 是 0。怀疑是 peft 0.9.0 的问题']]],
    ['', [['ann', 'loss 是 0。peft 0.10.0 支持 chatglm3 吗']]],
    ['', [['ann', 'loss 0. Does peft 0.10.0 support chatglm3?']]],
    ['peft 0.9.0', [['ann', 'loss 是 0。要用 peft 0.6.0 吗？我现在是 0.9.0']]],
    ['peft 0.9.0', [['ann', 'loss 0. I run peft 0.9.0, is that too new?']]],
    ['peft 0.9.0', [['ann', '我用的 peft 0.9.0，loss 一直是 0，是版本问题吗？']]],
    ['peft 0.9.0', [['ann', 'Anybody else with peft 0.9.0 seeing loss 0?']]],
    ['peft 0.9.0', [['ann', 'peft 0.9.0 训练 chatglm3 loss 为 0，请问怎么解决？']]],
    ['peft 0.9.0', [['ann', 'Why is loss 0 with peft 0.9.0?']]],
    ['peft 0.9.0', [['ann', '为什么 peft 0.9.0 训练的时候 loss 是 0？']]],
    ['peft 0.9.0', [['ann', 'loss 是 0，peft 0.9.0，有人遇到过吗？']]],
    ['peft 0.9.0', [['ann', 'Is the loss of 0 with peft 0.9.0 expected?']]],
    ['', [['ann', 'loss 是 0。会不会跟 peft 0.9.0 有关？']]],
    ['', [['ann', 'loss 0. Should I downgrade to peft 0.6.0?']]],
    ['', [['ann', 'loss 0. Which one should I use, peft 0.6.0 or peft 0.7.1?']]],
    [
      'peft 0.9',
      [
        ['ann', 'loss 0'],
        ['bob', 'which peft?'],
        ['ann', '0.9'],
      ],
    ],
    [
      'peft 0.9',
      [
        ['ann', 'loss 0'],
        ['bob', 'peft 什么版本？'],
        ['ann', '0.9 的'],
      ],
    ],
    [
      'peft 0.10',
      [
        ['ann', 'loss 0'],
        ['bob', 'peft 什么版本？'],
        ['ann', '是 0.10'],
      ],
    ],
    [
      'peft 0.10',
      [
        ['ann', 'loss 0'],
        ['bob', 'which peft version are you on?'],
        ['ann', "I'm on 0.10"],
      ],
    ],
    [
      'peft 0.10; transformers 4.40',
      [
        ['ann', 'loss 0'],
        ['bob', 'which peft and transformers?'],
        ['ann', '0.10 and 4.40'],
      ],
    ],
    ['', [['ann', '训练 loss 恒为 0，想问下 peft 0.10.0 是不是不支持 chatglm3 了？']]],
    ['', [['ann', 'loss 为 0。这是 peft 0.9.0 引入的 bug 吗？']]],
    ['', [['ann', 'loss 为 0，该不会是 transformers 4.38.2 的问题吧？']]],
    ['', [['ann', 'loss is 0. I wonder whether peft 0.9.0 is to blame?']]],
    ['', [['ann', 'loss is 0. Was this broken in peft 0.8.0?']]],
    ['', [['ann', 'loss is 0. Does anybody know if peft 0.11.1 fixes that?']]],
    ['peft 0.9.0', [['ann', 'loss 为 0。我用 peft 0.9.0 训练，是不是版本太高了？']]],
    ['peft 0.9.0', [['ann', 'loss is 0. My peft is 0.9.0. Is that a known bad release?']]],
    ['peft 0.8.2', [['ann', 'loss 为 0，peft 用的 0.8.2，要降级吗？']]],
    ['peft 0.9.0', [['ann', "loss is 0; which peft should I take? 0.6.2? I'm on 0.9.0."]]],
    [
      '',
      [
        ['ann', 'loss 为 0'],
        ['bob', '你是不是用的 peft 0.9.0？'],
        ['ann', '是的'],
      ],
    ],
    [
      'peft 0.10.0',
      [
        ['ann', 'loss 为 0'],
        ['bob', '你 peft 是 0.9.0 吗？'],
        ['ann', '不是，是 0.10.0'],
      ],
    ],
    [
      'peft 0.10.0',
      [
        ['ann', 'loss is 0'],
        ['bob', 'Are you on peft 0.9.0?'],
        ['ann', 'No, 0.10.0'],
      ],
    ],
    ['', [['ann', 'loss 为 0。有人在 peft 0.9.0 上跑成功过 chatglm3 吗？']]],
    ['', [['ann', 'loss is 0. Has anyone got this to work under peft 0.10.0?']]],
  ])('%s', (expected, texts) => expect(setupsOf(texts)).toBe(expected))
})
