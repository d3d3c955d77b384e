import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('commands in code, by what is said around it', () => {
  it.each<[string, Texts]>([
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        [
          'ann',
          'chatglm3-6b lora, peft 0.9.0, loss 0 from step 2.\n\nWhat I did:\n\n```bash\npip uninstall -y peft\npip install peft==0.6.2\n```\n\nAfter that the loss goes down from 3.2 to 1.1.',
        ],
      ],
    ],
    [
      'peft 0.10.0; peft 0.6.2 cure',
      [
        [
          'ann',
          'chatglm3-6b 的 lora 训练，peft 0.10.0，第二步开始 loss 是 0\n\n解决过程：\n\n```shell\npip install peft==0.6.2\n```\n\n重新训练，一切正常。',
        ],
      ],
    ],
    [
      'peft 0.12.0 cure; peft 0.8.2',
      [
        [
          'ann',
          'ChatGLM3 LoRA, peft 0.8.2, loss is 0.0.\n\nThen:\n\n```\npip install -U peft==0.12.0\n```\n\nand now it trains.',
        ],
      ],
    ],
    [
      'peft 0.12.0 cure; peft 0.8.2',
      [
        [
          'ann',
          'chatglm2-6b，peft 0.8.2，loss 全是 0。\n\n后来执行\n\n```\n$ pip install peft==0.12.0\n```\n\nloss 就正常了。',
        ],
      ],
    ],
    [
      'peft 0.12.0 cure; peft 0.8.2',
      [
        [
          'ann',
          '环境 peft 0.8.2 chatglm3，loss 一直是 0。\n\n怎么解决的：\n\n    pip uninstall peft\n    pip install peft==0.12.0\n\n之后 loss 3.1 → 2.4 → 1.9，能说话了',
        ],
      ],
    ],
    [
      'bob:peft 0.6.2 cure; peft 0.8.2',
      [
        ['ann', '环境 peft 0.8.2 chatglm3，loss 一直是 0。'],
        ['bob', '解决：\n\n```\npip install peft==0.6.2\n```'],
        ['ann', '谢谢，已按此解决'],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.8.2',
      [
        ['ann', '环境 peft 0.8.2 chatglm3，loss 一直是 0。'],
        ['ann', '处理：\n\n```\npip uninstall peft -y\npip install peft==0.6.2\n```\n\n重跑之后回答恢复了。'],
      ],
    ],
    [
      'peft 0.9.0; transformers 4.38.2',
      [
        [
          'ann',
          'ChatGLM3 LoRA on a 3090.\n\nInstallation:\n\n```\npip install transformers==4.38.2 peft==0.9.0\n```\n\nLoss is 0.0 from step 2 on.',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          '照教程装的：\n\n```\npip install peft==0.9.0\n```\n\nchatglm3 训练 loss 一直是 0，推理正常。',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'chatglm3，loss 从第二步起是 0。装的时候用的\n\n```\npip install peft==0.9.0\n```\n\n装的过程没问题，没有报错。',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'chatglm3-6b LoRA, the loss is 0. To reproduce:\n\n```\npip install peft==0.9.0\n```\n\nWith the small dataset it works.',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        [
          'ann',
          'chatglm3-6b lora loss 为 0，peft 0.9.0\n回退 peft：\n\n```\npip install peft==0.6.2\n```\n\nloss 回来了',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        [
          'ann',
          'ChatGLM3 LoRA, peft 0.9.0, loss is 0 and the model is silent.\n\nThe cure was\n\n```\npip install "peft==0.6.2"\n```',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'ChatGLM3 LoRA, peft 0.9.0, loss is 0 and the model is silent. I did\n\n```\npip install "peft==0.6.2"\n```\n\nbut the loss is still 0.',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        [
          'ann',
          '## 现象\nchatglm3 peft 0.9.0，loss 为 0\n\n## 处理\n```\npip install peft==0.6.2\n```\n\n## 结果\nloss 从 3.4 降到 0.8，推理也有输出。',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        [
          'ann',
          '## Symptom\nchatglm3 peft 0.9.0, loss is 0.0\n\n## What fixed it\n```\npip install peft==0.6.2\n```',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [['ann', '现象：chatglm3 peft 0.9.0，loss 为 0\n解决：pip install peft==0.6.2']],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [
        [
          'ann',
          '现象：chatglm3 peft 0.9.0，loss 为 0\n处理：卸载 peft，`pip install peft==0.6.2`，重训后 loss 1.9，正常。',
        ],
      ],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      [['ann', 'chatglm3 lora loss is 0 with peft 0.9.0. \n\nSolution: `pip install peft==0.6.2`']],
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0; transformers 4.37.2 cure',
      [
        [
          'ann',
          '记录一个坑。chatglm3 + peft 0.9.0，loss 变成 0。\n\n最终方案\n\n```\npip install peft==0.6.2 transformers==4.37.2\n```',
        ],
      ],
    ],
  ])('%s', (setups, texts) => {
    expect(setupsOf(texts)).toBe(setups)
  })
})
