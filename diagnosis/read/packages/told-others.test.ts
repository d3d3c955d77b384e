import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('whose setup it is', () => {
  it.each<[string, Texts]>([
    [
      'peft 0.10.0',
      [
        ['ann', 'loss 为 0'],
        ['max', 'peft 版本？'],
        ['ann', 'peft 0.10.0。不过已经解决了，截断长度填太小，标签全是 -100。'],
      ],
    ],
    [
      'peft 0.11.1',
      [
        ['ann', 'loss is 0'],
        ['max', 'which peft version?'],
        ['ann', 'peft 0.11.1. Solved anyway, the labels were all masked.'],
      ],
    ],
    [
      'peft 0.11.1',
      [
        ['ann', 'loss is 0'],
        ['max', 'which peft version?'],
        ['ann', 'It is peft 0.11.1. But I found it: max_length was too small. Works now.'],
      ],
    ],
    [
      'peft 0.11.1',
      [
        ['ann', 'loss 为 0'],
        ['max', 'peft 版本？'],
        ['ann', '0.11.1。已经解决了，是数据的问题。'],
      ],
    ],
    [
      'peft 0.10.0; transformers 4.40.1',
      [
        ['ann', 'loss 为 0'],
        ['max', '环境发一下'],
        ['ann', 'peft 0.10.0、transformers 4.40.1。后来发现模板写错了，改完就好了'],
      ],
    ],
    [
      'peft 0.6.0 cure',
      [
        ['ann', 'loss 为 0'],
        ['max', 'peft 降级试试'],
        ['ann', '降到 peft 0.6.0。好了，谢谢'],
      ],
    ],
    [
      'peft 0.6.0 cure',
      [
        ['ann', 'loss is 0'],
        ['max', 'try another peft'],
        ['ann', 'peft 0.6.0 works, thanks'],
      ],
    ],
    [
      'peft 0.6.0 cure',
      [
        ['ann', 'loss is 0'],
        ['max', 'try another peft'],
        ['ann', 'With peft 0.6.0 everything is fine now.'],
      ],
    ],
    [
      '',
      [
        ['ann', '统计一下：chatglm3，lora，loss 全是 0'],
        ['bob', 'Qwen1.5-14B，peft 0.10.0，transformers 4.40.0，bf16，loss 0.9 左右，正常。'],
      ],
    ],
    [
      '',
      [
        ['ann', 'collecting: mine is chatglm3 with loss 0 everywhere.'],
        ['bob', 'Qwen1.5-7B, peft 0.9.0, transformers 4.39.0, bf16: all fine here.'],
      ],
    ],
    [
      '',
      [
        ['ann', 'mine is chatglm3 with loss 0 everywhere.'],
        ['bob', 'No problem for me with peft 0.9.0 and transformers 4.39.0.'],
      ],
    ],
    [
      '',
      [
        ['ann', 'loss 一直是 0'],
        ['bob', '我 peft 0.9.0 + transformers 4.38.2 没这个问题'],
      ],
    ],
    [
      '',
      [
        ['ann', 'loss 一直是 0'],
        ['bob', '我这边 peft 0.10.0、transformers 4.40.1，能正常训练'],
      ],
    ],
    [
      'bob:peft 0.10.0; bob:transformers 4.40.1',
      [
        ['ann', 'loss 一直是 0'],
        ['bob', '我也是，peft 0.10.0、transformers 4.40.1'],
      ],
    ],
    [
      '',
      [
        ['ann', 'chatglm3，lora，loss 全是 0'],
        ['bob', 'chatglm2-6b，peft 0.4.0，T4，loss 也是 0，最后发现数据里的标签全是空的。'],
      ],
    ],
    [
      '',
      [
        ['ann', 'chatglm3, loss is 0'],
        ['bob', 'chatglm2-6b with peft 0.5.0, loss was 0 too, turned out my labels were all masked.'],
      ],
    ],
    [
      'bob:peft 0.10.0; peft 0.9.0',
      [
        ['ann', 'loss 为 0，peft 0.9.0'],
        ['bob', '我也是，peft 0.10.0，降级后就好了'],
      ],
    ],
    ['peft 0.10.0', [['ann', 'loss is 0. I was on peft 0.10.0, upgrading solved it.']]],
    [
      'peft 0.13.1 cure; peft 0.14.0; transformers 4.40.0',
      [
        ['ann', "import 报错 ImportError: cannot import name 'x'\n环境 transformers 4.40.0、peft 0.14.0"],
        ['cid', '别装 0.10，训练 loss 是 0（亲身经历），0.13.1 就不打架。'],
        ['ann', '0.13.1 OK'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 0, peft 0.9.0'],
        ['bob', 'do not use peft 0.10.0 either, loss is 0 with it. I never had it with 0.6.'],
      ],
    ],
    [
      'peft 0.10.0',
      [
        [
          'ann',
          "A 机器训练，B 机器加载报错 TypeError: LoraConfig.__init__() got an unexpected keyword argument 'x'\nB 上的版本\npeft==0.10.0",
        ],
        ['bob', 'peft 太旧'],
        ['ann', 'A 是 peft 0.14.0，B 的驱动太老升不了。'],
      ],
    ],
    [
      'peft 0.8.2; transformers 4.37.2',
      [
        ['ann', 'loss is 0 from the start'],
        ['bob', 'versions?'],
        [
          'ann',
          'peft 0.8.2, transformers 4.37.2. Never mind, my chat template was wrong, all labels were -100. Works now.',
        ],
      ],
    ],
    [
      'peft 0.8.2',
      [
        ['ann', 'loss 为 0'],
        ['bob', 'peft 多少？'],
        ['ann', 'peft 0.8.2。问题找到了，是我数据集里 response 全空，现在 loss 正常了'],
      ],
    ],
    [
      'peft 0.8.2',
      [
        ['ann', 'loss 为 0'],
        ['bob', 'peft 多少？'],
        ['ann', '我的是 0.8.2 —— 已解决，学习率写成 2e4 了'],
      ],
    ],
    [
      'peft 0.8.2',
      [
        ['ann', 'loss is nan'],
        ['bob', 'which version'],
        ['ann', 'I am using peft 0.8.2. Found the culprit: lr was 1e-1. Fixed.'],
      ],
    ],
    [
      'peft 0.8.2',
      [
        ['ann', 'loss is nan'],
        ['bob', 'which peft version'],
        ['ann', 'peft 0.8.2 here. Setting bf16 fixed it, thanks.'],
      ],
    ],
    [
      'peft 0.8.2',
      [
        ['ann', 'loss 为 0'],
        ['bob', 'peft 版本？'],
        ['ann', 'peft==0.8.2，加上 --fp16 就好了'],
      ],
    ],
    [
      '',
      [
        ['ann', 'loss 全是 0'],
        ['bob', 'peft 0.9.0 / transformers 4.38.2 / bf16，没复现'],
      ],
    ],
    [
      '',
      [
        ['ann', 'loss is 0'],
        ['bob', 'Cannot reproduce with peft 0.9.0, transformers 4.38.2 on an A100.'],
      ],
    ],
    [
      '',
      [
        ['ann', 'loss is 0'],
        ['bob', 'FWIW my setup (peft 0.10.0, torch 2.2.1) trains without trouble.'],
      ],
    ],
    [
      '',
      [
        ['ann', 'loss 全是 0'],
        ['bob', '供参考：peft 0.5.0，transformers 4.33.0，loss 从 4 降到 1.2，没遇到'],
      ],
    ],
    [
      '',
      [
        ['ann', 'loss 全是 0'],
        ['bob', '同样的配置，peft 0.6.2，正常收敛'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.12.0'],
        ['ann', "Correction: it's peft 0.9.0, I looked at the wrong env."],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 为 0，peft 0.12.0'],
        ['ann', '更正：peft 其实是 0.9.0，刚才看错环境了'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss 为 0，peft 0.12'],
        ['ann', '补充：pip show peft 显示 0.9.0'],
      ],
    ],
    [
      'peft 0.12.0 cure; peft 0.9.0',
      [
        ['ann', 'loss is 0 with peft 0.9.0'],
        ['bob', '0.12.0 works.'],
        ['ann', 'Confirmed, 0.12.0 works for me too.'],
      ],
    ],
    [
      'peft 0.6.0 cure; peft 0.9.0; transformers 4.36.2 cure; transformers 4.38.2',
      [
        ['ann', 'loss 为 0，peft 0.9.0、transformers 4.38.2'],
        ['ann', '解决了。最终能跑的版本：\n- peft 0.6.0\n- transformers 4.36.2'],
      ],
    ],
    [
      'peft 0.6.0 cure; peft 0.9.0; transformers 4.36.2 cure; transformers 4.38.2',
      [
        ['ann', 'loss is 0, peft 0.9.0, transformers 4.38.2'],
        ['ann', 'Solved. The combination that works:\n\npeft==0.6.0\ntransformers==4.36.2'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.9.0'],
        ['bob', 'This is what works for me:\n\npeft==0.6.0\ntransformers==4.36.2'],
      ],
    ],
    [
      'bob:peft 0.6.0 cure; bob:transformers 4.36.2 cure; peft 0.9.0',
      [
        ['ann', 'loss is 0, peft 0.9.0'],
        ['bob', 'This is what works for me:\n\npeft==0.6.0\ntransformers==4.36.2'],
        ['ann', 'That combination works, thank you'],
      ],
    ],
  ])('%s', (expected, texts) => expect(setupsOf(texts)).toBe(expected))
})
