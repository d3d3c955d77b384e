import { describe, expect, it } from 'vitest'
import type { BlockKind } from '../../thread'
import { viewOf } from '../view'
import { readPackages } from '.'

/** What a text of one kind says, as `name version stance`, in the order of the text. */
function read(text: string, kind: BlockKind = 'description', author = 'opener', url?: string): string[] {
  const block = { id: '2', kind, author, text }
  const first = { id: '1', kind: 'description' as const, author: 'opener' }
  const outline = { site: 'github' as const, url, blocks: kind === 'description' ? [block] : [first, block] }
  return readPackages(viewOf(block, outline)).flatMap((fact) => {
    if (fact.kind === 'python') return [`python ${fact.version} ${fact.stance}`]
    if (fact.kind !== 'package') return []
    return [`${fact.name} ${fact.version} ${fact.stance}${fact.advice ? '!' : ''}${fact.tried ? '?' : ''}`]
  })
}

describe('names and numbers in sentences', () => {
  it.each([
    ['我用的 transformers 版本为 4.34.0', ['transformers 4.34.0 installed']],
    ['transformer==4.34.0', ['transformers 4.34.0 installed']],
    ['环境：transforms=4.50.0', ['transformers 4.50.0 installed']],
    ['torch =  2.6.0+cu124', ['torch 2.6.0+cu124 installed']],
    ['transformers=4. 46. 3', ['transformers 4.46.3 installed']],
    ['Transformers4.30.2', ['transformers 4.30.2 installed']],
    ['cu118+torch2.1.2', ['torch 2.1.2 installed']],
    ['PyTorch version 2.4.1+cu118', ['torch 2.4.1+cu118 installed']],
    ['peft 是 0.7.1 版', ['peft 0.7.1 installed']],
    ['PEFT says 0.9.0 when I ask it', ['peft 0.9.0 installed']],
    ['ｐｅｆｔ＝＝０．９．０，ｔｏｒｃｈ２．１．２', ['peft 0.9.0 installed', 'torch 2.1.2 installed']],
    ['python3.10 cuda11.7 torch2.1.2', ['python 3.10 installed', 'torch 2.1.2 installed']],
    ['torch2.1.2cu118 的环境', ['torch 2.1.2 installed']],
    [
      'We trained it with peft v0.8.2 and transformers v4.37.0',
      ['peft 0.8.2 installed', 'transformers 4.37.0 installed'],
    ],
    [
      'tranformers==4.38.2 accelerate:0.27.2',
      ['transformers 4.38.2 installed', 'accelerate 0.27.2 installed'],
    ],
    [
      'peft库的版本是0.10.0，bitsandbytes 用的 0.43.1',
      ['peft 0.10.0 installed', 'bitsandbytes 0.43.1 installed'],
    ],
    [
      'LLaMA-Factory v0.8.3, DeepSpeed 0.14.4',
      ['llamafactory 0.8.3 installed', 'deepspeed 0.14.4 installed'],
    ],
    ['flash_attn 2.5.8, FlashAttention 2.5.7', ['flash-attn 2.5.8 installed', 'flash-attn 2.5.7 installed']],
    ['it is 4.38.2 transformers and 0.9.0 peft', ['transformers 4.38.2 installed', 'peft 0.9.0 installed']],
    ['peft（0.9.0）、transformers（4.38.2）', ['peft 0.9.0 installed', 'transformers 4.38.2 installed']],
    ['`torch` 2.2.0 / `peft` 0.8.2', ['torch 2.2.0 installed', 'peft 0.8.2 installed']],
    [
      'peft: 0.9.0; transformers: 4.38.2; torch: 2.1.2+cu121',
      ['peft 0.9.0 installed', 'transformers 4.38.2 installed', 'torch 2.1.2+cu121 installed'],
    ],
    ['transformers的版本现在是4.40.1', ['transformers 4.40.1 installed']],
    ['- Transformers:4.28.0.dev0', ['transformers 4.28.0.dev0 installed']],
    ['Hugging Face transformers 4.36.2', ['transformers 4.36.2 installed']],
    ['torch.__version__ 是 2.1.0+cu118', ['torch 2.1.0+cu118 installed']],
    ['My peft version is 0.9.0 and everything else is latest.', ['peft 0.9.0 installed']],
    ["peft's version: 0.8.0", ['peft 0.8.0 installed']],
    ['镜像是 PyTorch 2.1.0 / Python 3.10 / CUDA 12.1', ['torch 2.1.0 installed', 'python 3.10 installed']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  it.each([
    'Mistral-7B-v0.2 and Llama-3.1-8B on CUDA 12.1',
    'peft 0.9.O 装不上',
    'driver 535.183.01, CUDA 12.2, Ubuntu 22.04',
    'site-packages/peft/peft_model.py line 0.9.0',
    'torch.float16 0.9.0',
    'pytorch-cuda=11.8',
    'torch_npu 的 loss 0.5',
    'loss 从 3.2 降到 0.7 左右',
    'lora_dropout=0.05 with peft',
    'PyTorch: 12.1 (CUDA)',
    'NumPy 1.x',
    'ms-swift-main/swift/llm/3.0.1',
    '模型是 Qwen2.5-7B，transformers 装的最新版',
    'accelerate 2.5x faster, datasets 1.5 GB',
  ])('no package version in: %s', (text) =>
    expect(read(text).filter((one) => !one.startsWith('torch-npu') && !one.startsWith('python'))).toEqual([]),
  )
})

describe('how a version is meant, by the one who opened the thread', () => {
  it.each([
    // cures
    ['把 Peft 降到 0.6.0 之后重跑，loss 就不再是 0 了', ['peft 0.6.0 cure']],
    ['peft 降级到 0.6.2 就好了', ['peft 0.6.2 cure']],
    ['后来我把peft换成0.6.0，训练就正常了。', ['peft 0.6.0 cure']],
    ['PEFT降级至0.6.0版本时，损失曲线恢复正常', ['peft 0.6.0 cure']],
    ['after downgrading peft to 0.6.0 the loss is normal', ['peft 0.6.0 cure']],
    ['Downgrading to peft 0.6.2 fixed the zero loss.', ['peft 0.6.2 cure']],
    ['Fixed by upgrading peft to 0.12.0', ['peft 0.12.0 cure']],
    ['把 peft 升级到 0.12.0 就好了。', ['peft 0.12.0 cure']],
    ['I switched to peft==0.6.2 and the loss went back to normal', ['peft 0.6.2 cure']],
    ['Rolled back PEFT to 0.6.2, now it trains fine', ['peft 0.6.2 cure']],
    ['把 peft 从 0.9.0 降到 0.6.2 就好了', ['peft 0.9.0 installed', 'peft 0.6.2 cure']],
    ['peft 0.9.0 -> 0.6.2, problem gone', ['peft 0.9.0 installed', 'peft 0.6.2 cure']],
    [
      'With PyTorch version 2.4.1 it turns to NaN, and after I moved to version 2.6.0 the loss is what it should be.',
      ['torch 2.4.1 installed', 'torch 2.6.0 cure'],
    ],
    ['解决方法：pip install peft==0.6.2', ['peft 0.6.2 cure']],
    ['升级peft到0.9.0后训练loss为0，回退到0.6.2后正常', ['peft 0.9.0 installed', 'peft 0.6.2 cure']],
    ['最后发现是peft版本问题，换成peft==0.6.0解决', ['peft 0.6.0 cure']],
    ['Solved: peft==0.6.2', ['peft 0.6.2 cure']],
    ['换成 transformers 4.41.2 之后报错没有了', ['transformers 4.41.2 cure']],
    // not cures
    ['peft==0.9.0 时 loss 为 0，peft==0.6.0 时正常', ['peft 0.9.0 installed', 'peft 0.6.0 mentioned']],
    [
      'It used to work with peft 0.6.2. After updating to 0.9.0 the loss is always 0.',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    [
      'The tutorial pins peft==0.4.0.dev0 but pip gave me 0.9.0.',
      ['peft 0.4.0.dev0 mentioned', 'peft 0.9.0 installed'],
    ],
    ['README 里写 transformers==4.30.2，我装的就是这个版本', ['transformers 4.30.2 installed']],
    [
      'transformers版本从4.36升到4.38就开始报错',
      ['transformers 4.36 mentioned', 'transformers 4.38 installed'],
    ],
    ['从 0.6.2 升到 peft 0.9.0 之后 loss 为 0', ['peft 0.9.0 installed']],
    ['peft 从 0.6.2 升级到 0.9.0 之后，loss 一直为 0', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    [
      'After upgrading peft from 0.6.2 to 0.9.0 the loss is 0.0',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    [
      'It works with peft 0.6.2 and breaks with peft 0.9.0.',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    ['peft 0.6.2 没问题，peft 0.9.0 就变成 0', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    ['peft 0.9.0，试过降到 0.6.2 也不行', ['peft 0.9.0 installed', 'peft 0.6.2 mentioned?']],
    [
      'peft 0.9.0. I also tried downgrading peft to 0.8.2 but the loss is still 0.',
      ['peft 0.9.0 installed', 'peft 0.8.2 mentioned?'],
    ],
    ['看了很多帖子都说要升级 peft，我装的就是 0.12.0', ['peft 0.12.0 installed']],
    ['有人建议把 peft 降到 0.6.2，这个模型能降吗？', ['peft 0.6.2 mentioned!']],
    ['Should I downgrade peft to 0.6.2?', ['peft 0.6.2 mentioned']],
    ['官方仓库写的是 transformers==4.42.4', ['transformers 4.42.4 mentioned']],
    ['README 要求 peft 0.10.0，我装的是 0.9.0', ['peft 0.10.0 mentioned', 'peft 0.9.0 installed']],
    ['peft>=0.7.0 会有这个问题', ['peft 0.7.0 mentioned']],
    ['PEFT 0.7 and higher are said to do this', ['peft 0.7 mentioned']],
    ['peft 0.12.0 及以上版本会自动转换', ['peft 0.12.0 mentioned']],
    ['上个季度 peft 还在 0.6.0，没出过事', ['peft 0.6.0 mentioned']],
    ['之前用的 peft 0.6.2 一切正常，现在是 peft 0.9.0', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    [
      'Last month I was on peft 0.6.2; now I have peft 0.10.0.',
      ['peft 0.6.2 mentioned', 'peft 0.10.0 installed'],
    ],
    ['transformers requires tokenizers<0.19,>=0.14', ['tokenizers 0.19 mentioned']],
    ['This will be removed in transformers v4.45', ['transformers 4.45 mentioned']],
    ['The argument was introduced in peft 0.12.0', ['peft 0.12.0 mentioned']],
    ['torch 2.0.0+ is fine', ['torch 2.0.0 mentioned']],
    ['退回 transformers==4.45.* 试试', ['transformers 4.45 mentioned!']],
    ['Tested on transformers==4.38.1', ['transformers 4.38.1 installed']],
    ['- Tested with peft 0.10.0, all green', ['peft 0.10.0 installed']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

describe('how a version is meant, by the opener in a later comment', () => {
  it.each([
    ['Downgraded to peft 0.6.2. Loss is decreasing now!', ['peft 0.6.2 cure']],
    ['用 peft 0.6.2 可以了', ['peft 0.6.2 cure']],
    ['试了 peft 0.6.2，正常了，谢谢', ['peft 0.6.2 cure']],
    ['换 peft 0.6.2 后 loss 不为 0 了', ['peft 0.6.2 cure']],
    ['Thanks! peft 0.6.2 works.', ['peft 0.6.2 cure']],
    ['升级到 peft 0.12.0 了，还是 loss 为 0', ['peft 0.12.0 mentioned?']],
    ['照做了，现在 `transformers==4.28.1`，换了一个错', ['transformers 4.28.1 installed']],
    ['我的 peft 是 0.9.0', ['peft 0.9.0 installed']],
    ['> 你的 peft 是哪个版本？\n\n0.9.0', ['peft 0.9.0 installed']],
    ['> which peft?\n\nIt is `0.9.0`.', ['peft 0.9.0 installed']],
    ['0.9.0', []],
  ])('%s', (text, expected) => expect(read(text, 'comment', 'opener')).toEqual(expected))
})

describe('how a version is meant, in another person’s comment', () => {
  it.each([
    ['建议把 peft 降到 0.6.0', ['peft 0.6.0 mentioned!']],
    ['降到 peft 0.6.2 试试', ['peft 0.6.2 mentioned!']],
    ['try peft 0.6.0', ['peft 0.6.0 mentioned!']],
    ['Please use peft==0.12.0', ['peft 0.12.0 mentioned!']],
    ['pip install peft==0.6.2', ['peft 0.6.2 mentioned!']],
    ['```bash\npip install "peft>=0.12,<0.14"\n```', ['peft 0.12 mentioned!']],
    ['Works here with peft 0.6.2', ['peft 0.6.2 mentioned']],
    ['我这边 peft 0.6.2 是正常的', ['peft 0.6.2 mentioned']],
    ['同样的问题，降到 peft 0.6.0 就好了', ['peft 0.6.0 cure']],
    ['same problem, went to peft 0.6.0, fixed', ['peft 0.6.0 cure']],
    ['`peft` 0.15 is older than the transformers you use', ['peft 0.15 mentioned']],
    ['The fix landed in peft 0.12.0', ['peft 0.12.0 mentioned']],
    ['你可以先装 peft==0.6.2', ['peft 0.6.2 mentioned!']],
    ['My peft is 0.8.2 and I get zeros too', ['peft 0.8.2 installed']],
    ['我的环境：peft 0.9.0，transformers 4.38.2', ['peft 0.9.0 installed', 'transformers 4.38.2 installed']],
    ['> peft==0.9.0\n\n看起来没问题', []],
    ['peft 0.7.1 同样的问题', ['peft 0.7.1 installed']],
    ['peft版本降低到0.6.0试试', ['peft 0.6.0 mentioned!']],
    ['The real solution is a newer PEFT, 0.12.0 or so', ['peft 0.12.0 mentioned!']],
  ])('%s', (text, expected) => expect(read(text, 'comment', 'someone')).toEqual(expected))

  it('leaves a number without a name to the repository’s package', () => {
    expect(
      read('My version is 0.14.0.', 'description', 'opener', 'https://github.com/huggingface/peft/issues/1'),
    ).toEqual(['peft 0.14.0 installed'])
    expect(
      read('My version is 0.14.0.', 'description', 'opener', 'https://github.com/someone/else/issues/1'),
    ).toEqual([])
    expect(
      read(
        'My CUDA version is 12.1.',
        'description',
        'opener',
        'https://github.com/pytorch/pytorch/issues/1',
      ),
    ).toEqual([])
  })
})
