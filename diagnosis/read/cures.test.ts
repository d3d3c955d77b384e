import { describe, expect, it } from 'vitest'
import type { Texts } from './reading.fixture'
import { packagesOf, SYMPTOM } from './reading.fixture'

describe('a cure by someone else who has it', () => {
  it.each<[string, Texts, string]>([
    [
      'sufferer no answer',
      [
        ['ann', SYMPTOM],
        ['bob', 'Same here. Downgrading peft to 0.6.0 helped.'],
      ],
      'bob peft 0.6.0 cure',
    ],
    [
      'sufferer no answer zh',
      [
        ['ann', SYMPTOM],
        ['bob', '我也遇到了，peft 降到 0.6.0 就正常了'],
      ],
      'bob peft 0.6.0 cure',
    ],
    [
      'sufferer 3',
      [
        ['ann', SYMPTOM],
        ['bob', 'This bit me too until I went to peft 0.12.0. Now the loss falls.'],
      ],
      'bob peft 0.12.0 cure',
    ],
    [
      'sufferer 4',
      [
        ['ann', SYMPTOM],
        ['bob', '遇到相同情况。折腾两天，最后把 peft 换到 0.12.0，loss 正常下降。'],
      ],
      'bob peft 0.12.0 cure',
    ],
    [
      'sufferer 5',
      [
        ['ann', SYMPTOM],
        ['bob', 'I was having this exact problem. Updating peft to 0.12.0 solved it for me.'],
      ],
      'bob peft 0.12.0 cure',
    ],
    [
      'sufferer 6',
      [
        ['ann', SYMPTOM],
        ['bob', '踩过同样的坑，peft 退到 0.6.2 解决。'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'sufferer 7',
      [
        ['ann', SYMPTOM],
        ['bob', 'me as well, peft 0.6.2 fixed it'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'sufferer 8',
      [
        ['ann', SYMPTOM],
        ['bob', '之前我也是这样，后来装 peft 0.6.0 好了'],
      ],
      'bob peft 0.6.0 cure',
    ],
  ])('%s', (_, texts, expected) => {
    expect(packagesOf(texts)).toBe(expected)
  })
})

describe('advice that is acknowledged', () => {
  it.each<[string, Texts, string]>([
    [
      'confirm 1',
      [
        ['ann', SYMPTOM],
        ['bob', 'try peft 0.6.2'],
        ['ann', 'That was it!'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 2',
      [
        ['ann', SYMPTOM],
        ['bob', 'try peft 0.6.2'],
        ['ann', 'Worked like a charm'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 3',
      [
        ['ann', SYMPTOM],
        ['bob', 'try peft 0.6.2'],
        ['ann', 'You were right, training is normal now. Closing.'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 4',
      [
        ['ann', SYMPTOM],
        ['bob', 'peft 降到 0.6.2 试试'],
        ['ann', '牛，成功了'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 5',
      [
        ['ann', SYMPTOM],
        ['bob', 'peft 降到 0.6.2 试试'],
        ['ann', '可以了，谢谢大佬'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 6',
      [
        ['ann', SYMPTOM],
        ['bob', 'peft 降到 0.6.2 试试'],
        ['ann', '按你说的改了，loss 不是 0 了'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 7',
      [
        ['ann', SYMPTOM],
        ['bob', 'peft 降到 0.6.2 试试'],
        ['ann', '真的是版本的问题，现在能正常训练了'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 8',
      [
        ['ann', SYMPTOM],
        ['bob', 'Downgrade peft to 0.6.2.'],
        ['ann', 'Done, and the loss goes down. Many thanks!'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 9',
      [
        ['ann', SYMPTOM],
        ['bob', 'Downgrade peft to 0.6.2.'],
        ['ann', 'Confirmed, that resolves it.'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 10',
      [
        ['ann', SYMPTOM],
        ['bob', 'Downgrade peft to 0.6.2.'],
        ['ann', '👍 fixed'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 11',
      [
        ['ann', SYMPTOM],
        ['bob', 'Downgrade peft to 0.6.2.'],
        ['ann', 'It trains! 2.9, 2.7, 2.5 …'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 13',
      [
        ['ann', SYMPTOM],
        ['bob', '试试 peft 0.6.2'],
        ['ann', '照做之后 loss 从 3.2 往下走了'],
      ],
      'bob peft 0.6.2 cure',
    ],
    [
      'confirm 14',
      [
        ['ann', SYMPTOM],
        ['bob', '试试 peft 0.6.2'],
        ['ann', '> 试试 peft 0.6.2\n\n有用！'],
      ],
      'bob peft 0.6.2 cure',
    ],
  ])('%s', (_, texts, expected) => {
    expect(packagesOf(texts)).toBe(expected)
  })
})

describe('advice that is not', () => {
  it.each<[string, Texts, string]>([
    [
      'deny 1',
      [
        ['ann', SYMPTOM],
        ['bob', 'try peft 0.6.2'],
        ['ann', 'Same result.'],
      ],
      'bob peft 0.6.2 mentioned',
    ],
    [
      'deny 2',
      [
        ['ann', SYMPTOM],
        ['bob', 'try peft 0.6.2'],
        ['ann', 'Did that, nothing changed'],
      ],
      'bob peft 0.6.2 mentioned',
    ],
    [
      'deny 3',
      [
        ['ann', SYMPTOM],
        ['bob', 'peft 降到 0.6.2'],
        ['ann', '降了，还是 0'],
      ],
      'bob peft 0.6.2 mentioned',
    ],
    [
      'deny 4',
      [
        ['ann', SYMPTOM],
        ['bob', 'peft 降到 0.6.2'],
        ['ann', '试了，没有任何变化'],
      ],
      'bob peft 0.6.2 mentioned',
    ],
    [
      'thanks only',
      [
        ['ann', SYMPTOM],
        ['bob', 'peft 降到 0.6.2'],
        ['ann', '谢谢，我晚上试试'],
      ],
      'bob peft 0.6.2 mentioned',
    ],
    [
      'thanks only en',
      [
        ['ann', SYMPTOM],
        ['bob', 'try peft 0.6.2'],
        ['ann', 'Thanks, will try tonight.'],
      ],
      'bob peft 0.6.2 mentioned',
    ],
  ])('%s', (_, texts, expected) => {
    expect(packagesOf(texts)).toBe(expected)
  })
})

describe('whose environment, whose story', () => {
  it.each<[string, Texts, string]>([
    [
      'other env',
      [
        ['ann', SYMPTOM],
        ['bob', '`pip install peft==0.10.0` solves the problem; I have transformers 4.42.0'],
      ],
      'bob peft 0.10.0 mentioned; bob transformers 4.42.0 mentioned',
    ],
    [
      'quoted',
      [
        ['ann', SYMPTOM + ' peft 0.9.0'],
        ['bob', '> LoRA, peft 0.9.0\n\nuse 0.12.0'],
      ],
      'ann peft 0.9.0 installed; bob peft 0.12.0 mentioned',
    ],
    [
      'story',
      [
        [
          'ann',
          SYMPTOM +
            '\n\nI first suspected the data. It was not.\n\nThen peft. I put 0.6.2 in. Same script, same data. The loss falls and the model talks.',
        ],
      ],
      'ann peft 0.6.2 cure',
    ],
    [
      'article',
      [
        [
          'ann',
          '# ChatGLM3 微调后不说话\n\n在微调中，损失变为 0，模型没有输出。\n\nPEFT降级至0.6.0版本时，训练与推理恢复正常。',
        ],
      ],
      'ann peft 0.6.0 cure',
    ],
  ])('%s', (_, texts, expected) => {
    expect(packagesOf(texts)).toBe(expected)
  })
})
