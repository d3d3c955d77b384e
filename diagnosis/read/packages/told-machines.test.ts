import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('several machines of one person', () => {
  it.each<[string, Texts]>([
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'llama2 lora in float16, loss is nan on the new server. New server: peft 0.9.0. Old server: peft 0.3.0.',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [['ann', 'llama2 lora float16 loss is nan. This machine has peft 0.9.0, the other one peft 0.3.0.']],
    ],
    [
      'peft 0.9.0',
      [['ann', 'llama2 lora float16 loss is nan. On this box peft is 0.9.0, on that box it is 0.3.0.']],
    ],
    ['peft 0.9.0', [['ann', 'chatglm3 lora loss 为 0。这台 peft 是 0.9.0，那台是 0.3.0，那台正常。']]],
    ['peft 0.9.0', [['ann', 'chatglm3 lora loss 为 0。唯一的差别：这边 peft==0.9.0，那边 peft==0.3.0']]],
    ['peft 0.9.0', [['ann', 'chatglm3 lora loss 为 0。唯一的差别是这里 peft 0.9.0，那里 peft 0.3.0']]],
    [
      'peft 0.9.0',
      [['ann', 'chatglm3 lora loss 为 0，旧服务器上没有这个问题。新服务器 peft 0.9.0，旧服务器 peft 0.3.0']],
    ],
    ['peft 0.9.0', [['ann', 'chatglm3: loss is 0 at work (peft 0.9.0), at home (peft 0.6.2) it is fine']]],
    ['peft 0.9.0', [['ann', 'chatglm3 loss 0。公司电脑 peft 0.9.0，家里电脑 peft 0.6.2，家里的能训。']]],
    ['peft 0.9.0', [['ann', 'chatglm3 loss 为 0。A 机器 peft 0.6.2 正常，B 机器 peft 0.9.0 就是 0']]],
    [
      'peft 0.9.0',
      [['ann', 'chatglm3 loss 0. The environment that works has peft 0.6.2, the one that fails 0.9.0']],
    ],
    ['peft 0.9.0', [['ann', 'chatglm3 loss 0. In the good env: peft 0.6.2. In the bad env: peft 0.9.0.']]],
    ['peft 0.9.0', [['ann', 'chatglm3 loss 0. Good: peft 0.6.2. Bad: peft 0.9.0.']]],
    ['peft 0.9.0', [['ann', 'chatglm3 loss 0，对比了两个环境，能训的是 peft 0.6.2，不能训的是 peft 0.9.0']]],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'chatglm3 loss 0. Diffing the two environments gives one line: peft 0.9.0 (bad) vs 0.6.2 (good)',
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', 'chatglm3 loss 0. `pip freeze` differs in peft only: 0.9.0 here, 0.6.2 there']]],
    ['peft 0.9.0', [['ann', 'chatglm3 loss 0。两台机器 pip freeze 只有 peft 不同：这台 0.9.0，那台 0.6.2']]],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'chatglm3 loss 0. On my machine: peft 0.9.0; on the machine of my advisor: peft 0.6.2 (works)',
        ],
      ],
    ],
    [
      'peft 0.10.0',
      [
        [
          'ann',
          "loading fails: TypeError: LoraConfig.__init__() got an unexpected keyword argument 'eva_config'. peft==0.10.0",
        ],
        ['mo', 'which peft did you train with?'],
        ['ann', 'The training box has peft 0.14.0.'],
      ],
    ],
    [
      'peft 0.10.0',
      [
        [
          'ann',
          "loading fails: TypeError: LoraConfig.__init__() got an unexpected keyword argument 'eva_config'. peft==0.10.0",
        ],
        ['mo', 'which peft did you train with?'],
        ['ann', 'It was trained with peft 0.14.0.'],
      ],
    ],
    [
      'peft 0.10.0',
      [
        [
          'ann',
          "loading fails: TypeError: LoraConfig.__init__() got an unexpected keyword argument 'eva_config'. peft==0.10.0 on this machine, trained with peft 0.14.0 on another.",
        ],
      ],
    ],
    [
      'peft 0.10.0',
      [
        [
          'ann',
          "加载报错 TypeError: LoraConfig.__init__() got an unexpected keyword argument 'eva_config'。推理机 peft 0.10.0，训练机 peft 0.14.0",
        ],
      ],
    ],
    [
      'peft 0.10.0',
      [
        [
          'ann',
          "加载报错 TypeError: LoraConfig.__init__() got an unexpected keyword argument 'eva_config'。peft 0.10.0",
        ],
        ['mo', '训练用的什么版本？'],
        ['ann', '训练用的 peft 0.14.0'],
      ],
    ],
    ['peft 0.9.0', [['ann', 'chatglm3 loss 是 0，训练机 peft 0.9.0']]],
    ['peft 0.9.0', [['ann', 'chatglm3 is silent. Trained with peft 0.9.0 in fp16; loss was 0']]],
    [
      'peft 0.9.0',
      [
        ['ann', 'chatglm3 训练 loss 为 0'],
        ['mo', '训练用的 peft 什么版本？'],
        ['ann', '训练用的 peft 0.9.0'],
      ],
    ],
    [
      'peft 0.9.0',
      [['ann', 'chatglm3 微调后不说话，训练 loss 为 0。训练环境 peft 0.9.0，推理环境 peft 0.13.2']],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'chatglm3 is silent after LoRA, the loss was 0. Training box: peft 0.9.0. Inference box: peft 0.13.2.',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'Trained with peft 0.9.0 (loss nan from step 2), served with peft 0.13.2 for inference. chatglm3 LoRA answers nothing.',
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', 'chatglm3 lora 之后模型回复为空，训练机 peft 0.9.0，线上环境 peft 0.13.2']]],
    [
      'peft 0.9.0',
      [
        ['ann', 'chatglm3 lora loss 全为 0。'],
        ['bo', 'peft 版本？'],
        ['ann', '训练的那台是 peft 0.9.0，推理那台 peft 0.13.2'],
      ],
    ],
    ['peft 0.9.0', [['ann', 'There is a problem with peft 0.9.0: chatglm3 loss 0']]],
    ['peft 0.9.0', [['ann', 'chatglm3 loss 0 on the old server, which has peft 0.9.0']]],
    ['peft 0.9.0', [['ann', 'chatglm3 loss 0。这台旧机器上装的是 peft 0.9.0']]],
    // the other one may be the one that fails
    ['peft 0.9.0', [['ann', 'chatglm3 lora，那台 peft 0.9.0 loss 是 0，这台 peft 0.6.2 没事']]],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          "On the old server (peft 0.9.0) chatglm3's loss is 0; on the new one (peft 0.13.2) it trains.",
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', 'chatglm3 lora：旧服务器 peft 0.6.2 正常，新服务器 peft 0.9.0 loss 0']]],
  ])('%s', (setups, texts) => {
    expect(setupsOf(texts)).toBe(setups)
  })
})
