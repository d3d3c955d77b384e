import { describe, expect, it } from 'vitest'
import { viewOf } from '../view'
import { readPackages } from '.'

/** What a text says, as `name version stance`, sorted. */
function read(text: string, kind: 'description' | 'comment' = 'description'): string[] {
  const block = { id: '2', kind, author: kind === 'comment' ? 'other' : 'opener', text }
  const first = { id: '1', kind: 'description' as const, author: 'opener' }
  const view = viewOf(block, { site: 'github', blocks: kind === 'comment' ? [first, block] : [block] })
  return readPackages(view)
    .flatMap((fact) => (fact.kind === 'package' ? [`${fact.name} ${fact.version} ${fact.stance}`] : []))
    .sort()
}

describe('numbers of other things', () => {
  it.each<[string, string[]]>([
    ['用 peft 训练时 loss 一路从 2.9 降到 1.3。', []],
    ['LoRA with peft, loss went from 3.3 down to 1.2', []],
    ['peft 的学习率改为 0.5 就发散', []],
    ['peft r 改成 1.5 倍', []],
    ['见 peft 1.2 节', []],
    ['see section 3.2 of the peft docs', []],
    ['用 peft 微调，acc 提升到 0.92', []],
    ['with peft the BLEU went up to 0.31', []],
    ['peft dropout 从 0.1 改成 0.3', []],
    ['after moving to peft the loss is 1.13', []],
    ['torch 占 2.1 GB 显存', []],
    ['peft，lora_dropout=0.05', []],
    ['peft 微调参数占比 0.12%', []],
    ['peft，temperature 换成 0.7 也是空', []],
    ['第 0.9 轮 epoch 时 peft 保存', []],
    ['peft 训练到 epoch 0.52 就归零', []],
    ['Figure 2.1: peft', []],
    ['2.1 peft 配置', []],
    ['### 1.2 PEFT', []],
    ['perplexity with peft: 5.31', []],
    ['peft 训练，loss 降到 0.812', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('bounds', () => {
  it.each<[string, string[]]>([
    ['requires torch>=1.7', ['torch 1.7 mentioned']],
    ['peft 0.7 以上都有这个问题', ['peft 0.7 mentioned']],
    ['需要 peft >= 0.7，我装的是 0.9.0', ['peft 0.7 mentioned', 'peft 0.9.0 installed']],
    ['peft<0.7 is fine', ['peft 0.7 mentioned']],
    ['低于 peft 0.12 的版本都会', ['peft 0.12 mentioned']],
    ['anything newer than peft 0.6.2 breaks', ['peft 0.6.2 mentioned']],
    [
      'The README asks for peft at least 0.7.0, I have 0.9.0.',
      ['peft 0.7.0 mentioned', 'peft 0.9.0 installed'],
    ],
    ['peft 0.7.0 to 0.11.1 all have it', ['peft 0.11.1 mentioned', 'peft 0.7.0 mentioned']],
    ['peft 0.7.0～0.11.1 都会', ['peft 0.11.1 mentioned', 'peft 0.7.0 mentioned']],
    ['peft between 0.7.0 and 0.11.1', ['peft 0.11.1 mentioned', 'peft 0.7.0 mentioned']],
    ['peft 0.7.0 起就这样', ['peft 0.7.0 mentioned']],
    ['the behaviour changed in peft 0.7.0', ['peft 0.7.0 mentioned']],
    ['This came with peft 0.7.0, released in December', ['peft 0.7.0 mentioned']],
    ['peft 0.12.0 修复了这个问题', ['peft 0.12.0 mentioned']],
    ['Fixed upstream in peft 0.12.0', ['peft 0.12.0 mentioned']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('numbers far from their name', () => {
  it.each<[string, string[]]>([
    ['peft? pip resolved it to 0.9.0', ['peft 0.9.0 installed']],
    ['I did not pin peft; pip gave me 0.10.0', ['peft 0.10.0 installed']],
    ['没有指定 peft，pip 装了 0.9.0', ['peft 0.9.0 installed']],
    ['peft 没写版本，自动装上的是 0.10.0', ['peft 0.10.0 installed']],
    ['peft unpinned, so I got 0.9.0', ['peft 0.9.0 installed']],
    ['peft was not pinned and came out as 0.9.0', ['peft 0.9.0 installed']],
    ['requirements 里 peft 没锁版本，pip 解析出来 0.9.0', ['peft 0.9.0 installed']],
    [
      'peft 0.7.1、0.8.2、0.9.0 都试过，都一样',
      ['peft 0.7.1 mentioned', 'peft 0.8.2 mentioned', 'peft 0.9.0 mentioned'],
    ],
    [
      '关于 peft，0.7.1、0.8.2、0.9.0 都试过',
      ['peft 0.7.1 mentioned', 'peft 0.8.2 mentioned', 'peft 0.9.0 mentioned'],
    ],
    [
      'Tried peft 0.7.1, 0.8.2 and 0.9.0, all the same',
      ['peft 0.7.1 mentioned', 'peft 0.8.2 mentioned', 'peft 0.9.0 mentioned'],
    ],
    ['I have peft from pip. The thing is that 0.6.2 works.', ['peft 0.6.2 mentioned']],
    ['peft 版本？0.9.0。', ['peft 0.9.0 installed']],
    ['peft 的版本号我查了下：0.9.0', ['peft 0.9.0 installed']],
    ['pip show peft says Version: 0.9.0', ['peft 0.9.0 installed']],
    [
      'PEFT at 0.8.2, transformers at 4.37.0, all on PyTorch 2.2',
      ['peft 0.8.2 installed', 'torch 2.2 installed', 'transformers 4.37.0 installed'],
    ],
    [
      'transformers/peft/accelerate = 4.38.2/0.9.0/0.28.0',
      ['accelerate 0.28.0 installed', 'peft 0.9.0 installed', 'transformers 4.38.2 installed'],
    ],
    [
      'peft, transformers, accelerate: 0.9.0, 4.38.2, 0.28.0',
      ['accelerate 0.28.0 installed', 'peft 0.9.0 installed', 'transformers 4.38.2 installed'],
    ],
    ['0.9.0 (peft), 4.38.2 (transformers)', ['peft 0.9.0 installed', 'transformers 4.38.2 installed']],
    ['peft-0.9.0, transformers-4.38.2', ['peft 0.9.0 installed', 'transformers 4.38.2 installed']],
    ['peft_0.9.0', ['peft 0.9.0 installed']],
    ['PEFT版本号：v0.9.0', ['peft 0.9.0 installed']],
    ['库版本 peft＝0.9.0', ['peft 0.9.0 installed']],
    ['the version of peft that I have is 0.9.0', ['peft 0.9.0 installed']],
    ["peft's version: 0.9.0", ['peft 0.9.0 installed']],
    ['我这 peft 应该是 0.9.0', ['peft 0.9.0 installed']],
    ['peft 大概是 0.9.0 吧', ['peft 0.9.0 installed']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('numbers far from their name, in a comment by another', () => {
  it.each<[string, string[]]>([['works with peft 0.6.2 here', ['peft 0.6.2 mentioned']]])(
    '%s',
    (text, expected) => {
      expect(read(text, 'comment')).toEqual(expected)
    },
  )
})

describe('tables', () => {
  it.each<[string, string[]]>([
    [
      '| package | old | new |\n|---|---|---|\n| peft | 0.6.2 | 0.9.0 |',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    [
      '| 库 | 原版本 | 现版本 |\n|---|---|---|\n| peft | 0.6.2 | 0.9.0 |',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    [
      '| 包 | 官方要求 | 我的 |\n|---|---|---|\n| peft | 0.6.0 | 0.9.0 |',
      ['peft 0.6.0 mentioned', 'peft 0.9.0 installed'],
    ],
    [
      '| peft | loss |\n|---|---|\n| 0.6.2 | 正常 |\n| 0.9.0 | 0 |',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    [
      '| peft | result |\n|---|---|\n| 0.9.0 | loss 0.0 |\n| 0.12.0 | fine |',
      ['peft 0.12.0 mentioned', 'peft 0.9.0 installed'],
    ],
    [
      '| | machine A (works) | machine B (loss 0) |\n|---|---|---|\n| peft | 0.6.2 | 0.10.0 |\n| torch | 2.1.0 | 2.1.2 |',
      ['peft 0.10.0 installed', 'peft 0.6.2 mentioned', 'torch 2.1.0 mentioned', 'torch 2.1.2 installed'],
    ],
    [
      '| 包 | 修复前 | 修复后 |\n|---|---|---|\n| peft | 0.9.0 | 0.12.0 |',
      ['peft 0.12.0 mentioned', 'peft 0.9.0 installed'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('other ways to say it', () => {
  it.each<[string, string[]]>([
    ['Rolled the container to peft 0.6.1 and the loss curve is back.', ['peft 0.6.1 cure']],
    [
      'With `peft==0.12.0` in place of `0.10.0` the problem disappeared.',
      ['peft 0.10.0 installed', 'peft 0.12.0 cure'],
    ],
    ['我把 0.10.0 的 peft 卸了，装回 0.6.2，然后就能出字了。', ['peft 0.10.0 installed', 'peft 0.6.2 cure']],
    ['卸载 peft 0.9.0，重装 0.6.2，问题没了', ['peft 0.6.2 cure', 'peft 0.9.0 installed']],
    ['peft 0.6.2：ok。peft 0.7.1：loss 0。', ['peft 0.6.2 mentioned', 'peft 0.7.1 installed']],
    [
      'peft 0.11.1 (pip list), transformers 4.41.2',
      ['peft 0.11.1 installed', 'transformers 4.41.2 installed'],
    ],
    ['环境是 AutoDL 的镜像，自带 peft 0.9.0', ['peft 0.9.0 installed']],
    ['镜像里预装的 peft 是 0.10.0，torch 2.1.2', ['peft 0.10.0 installed', 'torch 2.1.2 installed']],
    ['Colab currently ships peft 0.11.1', ['peft 0.11.1 installed']],
    ['The book uses peft 0.4.0, I have whatever is newest.', ['peft 0.4.0 mentioned']],
    ['教程里写的是 peft 0.4.0，我用的是最新的 0.10.0', ['peft 0.10.0 installed', 'peft 0.4.0 mentioned']],
    [
      'Requirements say peft==0.4.0 but pip freeze shows peft==0.9.0',
      ['peft 0.4.0 mentioned', 'peft 0.9.0 installed'],
    ],
    ['requirements.txt 里写的 peft==0.4.0，实际装的 0.9.0', ['peft 0.4.0 mentioned', 'peft 0.9.0 installed']],
    [
      'I tried peft 0.7.1 and 0.8.2 as well, no change. Currently 0.9.0.',
      ['peft 0.7.1 mentioned', 'peft 0.8.2 mentioned', 'peft 0.9.0 installed'],
    ],
    ['peft 版本换过 0.7.0 和 0.8.2，都是 0', ['peft 0.7.0 mentioned', 'peft 0.8.2 mentioned']],
    ['升级 peft 到 0.10.0 没用，还是 0', ['peft 0.10.0 mentioned']],
    ['Upgraded peft to 0.10.0, still zero.', ['peft 0.10.0 mentioned']],
    [
      'Is peft 0.9.0 compatible with transformers 4.38.2?',
      ['peft 0.9.0 mentioned', 'transformers 4.38.2 mentioned'],
    ],
    ['要不要把 peft 降到 0.6.2？', ['peft 0.6.2 mentioned']],
    ['Should I go back to peft 0.6.2?', ['peft 0.6.2 mentioned']],
    ['peft 0.9.0 是昨天装的', ['peft 0.9.0 installed']],
    ['I am on peft 0.9.0 (released in February)', ['peft 0.9.0 installed']],
    ['my peft: 0.9.0. loss: 0.0. lr: 0.001', ['peft 0.9.0 installed']],
    ['peft 0.9.0 / cuda 12.1 / python 3.10.8', ['peft 0.9.0 installed']],
    ['Ubuntu 22.04, CUDA 12.1.1, driver 535.104.05, peft 0.9.0', ['peft 0.9.0 installed']],
    ['peft==0.9.0\nCUDA 11.8.0\ngcc 9.4.0', ['peft 0.9.0 installed']],
    ['We fine-tune with peft 0.9.0, no problems with fine-tuning itself', ['peft 0.9.0 installed']],
    ['peft 0.9.0 fine-tuning on V100', ['peft 0.9.0 installed']],
    ['微调用 peft 0.9.0，训练很正常，但推理没有输出', ['peft 0.9.0 installed']],
    ['installed peft 0.9.0, training looks fine but the model is silent', ['peft 0.9.0 installed']],
    ['装了 peft 0.9.0，能跑，但是 loss 是 0', ['peft 0.9.0 installed']],
    ['然后装了 peft 0.9.0，开始训练，loss 就变成 0 了', ['peft 0.9.0 installed']],
    ['后来换成 peft 0.9.0，loss 归零', ['peft 0.9.0 installed']],
    ['The server at 10.0.0.1 has peft 0.9.0', ['peft 0.9.0 installed']],
    ['peft 的 PR 在 0.12.0 合并', ['peft 0.12.0 mentioned']],
    ['According to the changelog this was fixed in 0.12.0 of peft', ['peft 0.12.0 mentioned']],
    ['peft 0.9.0, loss 从 2.1.3 章', ['peft 0.9.0 installed']],
    [
      'For the record: it works on my laptop (peft 0.6.2) and does not on the server (peft 0.9.0).',
      ['peft 0.6.2 mentioned', 'peft 0.9.0 installed'],
    ],
    ['笔记本上 peft 0.6.2 正常，服务器上 peft 0.9.0 归零', ['peft 0.6.2 mentioned', 'peft 0.9.0 installed']],
    [
      '服务器 peft 0.10.0 训练 loss=0；本地 0.6.2 就没问题',
      ['peft 0.10.0 installed', 'peft 0.6.2 mentioned'],
    ],
    [
      'Everything but peft is as in the README; peft is 0.9.0 because pip took the newest.',
      ['peft 0.9.0 installed'],
    ],
    ['peft（0.9.0，pip 装的最新版）', ['peft 0.9.0 installed']],
    ['PEFT 0.9.0, installed from conda-forge last week', ['peft 0.9.0 installed']],
    ['上周装的 peft 0.9.0', ['peft 0.9.0 installed']],
    ['peft 0.9.0 上周还好好的', ['peft 0.9.0 installed']],
    ['解决：peft 降到 0.6.2', ['peft 0.6.2 cure']],
    ['已解决，peft 0.6.2', ['peft 0.6.2 cure']],
    ['【已解决】peft 版本太新，换 0.6.2', ['peft 0.6.2 cure']],
    ['SOLVED: peft 0.12.0', ['peft 0.12.0 cure']],
    ['Edit: solved by peft 0.12.0', ['peft 0.12.0 cure']],
    ['Update: after `pip install peft==0.12.0` everything trains', ['peft 0.12.0 cure']],
    ['更新：pip install peft==0.12.0 之后正常', ['peft 0.12.0 cure']],
    ['结论：peft 0.9.0 不行，peft 0.12.0 可以', ['peft 0.12.0 mentioned', 'peft 0.9.0 installed']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('other ways to say it, in a comment by another', () => {
  it.each<[string, string[]]>([
    ['I have the same problem, peft 0.10.0', ['peft 0.10.0 installed']],
    ['+1，peft 0.10.0，transformers 4.40.0', ['peft 0.10.0 installed', 'transformers 4.40.0 installed']],
    ['I have peft 0.6.2 and it works fine', ['peft 0.6.2 mentioned']],
    ['你的 peft 0.9.0 有问题，换 0.12.0', ['peft 0.12.0 mentioned', 'peft 0.9.0 mentioned']],
    ['Your peft 0.9.0 is affected; use 0.12.0', ['peft 0.12.0 mentioned', 'peft 0.9.0 mentioned']],
    ['Same here. Going from peft 0.9.0 to 0.6.2 cured it.', ['peft 0.6.2 cure', 'peft 0.9.0 installed']],
    ['遇到同样的问题，peft 从 0.9.0 降到 0.6.2 后解决', ['peft 0.6.2 cure', 'peft 0.9.0 installed']],
    ['same issue, solved with peft==0.6.2', ['peft 0.6.2 cure']],
    ['一样的问题，用 peft 0.6.2 解决了', ['peft 0.6.2 cure']],
    ['同样问题，peft==0.6.2 亲测有效', ['peft 0.6.2 cure']],
    ['> try peft 0.6.2\n\nThat worked.', []],
    ['We maintain this; 0.12.0 of peft has the fix.', ['peft 0.12.0 mentioned']],
    ['can you try peft 0.12.0?', ['peft 0.12.0 mentioned']],
    ["I can't reproduce with peft 0.13.2, torch 2.4.0", ['peft 0.13.2 mentioned', 'torch 2.4.0 mentioned']],
    ['复现不了，我是 peft 0.13.2，torch 2.4.0', ['peft 0.13.2 mentioned', 'torch 2.4.0 mentioned']],
  ])('%s', (text, expected) => {
    expect(read(text, 'comment')).toEqual(expected)
  })
})
