import { describe, expect, it } from 'vitest'
import type { BlockKind } from '../../thread'
import { brief, view } from '../reading.fixture'
import { readSymptoms } from '../symptoms'

const seen = (text: string, kind: BlockKind, author: string) =>
  brief(readSymptoms(view(text, { id: kind === 'description' ? '1' : '2', kind, author }))).sort()

describe('symptoms among other things in a description', () => {
  it.each([
    '之前用 0.6.0 好好的，今天换机器之后 loss 全是 0',
    '用 bf16 的时候 loss 正常，换成 fp16 就一直是 0',
    '官方数据 loss 正常，换成自己的就是 0.0',
    '同一份脚本在 A100 上没问题，到 V100 上 loss 就变 0 了',
    '不是学习率的问题，1e-6 也一样 loss 为 0',
    '数据没问题，loss 就是 0',
    '没有报错，但是 loss 是 0',
    'No errors, but the loss is 0',
    'Nothing crashes, the loss just reads 0.0',
    '不知道为什么 loss 突然变成 0',
    'I do not know why the loss is 0.',
    "I can't figure out why my loss drops to 0",
    "I don't understand why loss becomes 0.0",
    'no matter what I do, loss = 0',
    'not only is the loss 0, the grad norm is nan',
    '会不会是 peft 的问题，loss 一直为 0',
    '是不是版本的问题？loss 从第二步开始就是 0',
    'Could it be the PEFT version? My loss is 0.0.',
    'maybe it is fp16, but the loss is 0 with fp32 as well',
  ])('%s → loss-zero', (text) => {
    expect(seen(text, 'description', 'reporter')).toEqual(['loss-zero'])
  })

  it.each(['换成 bf16 之后 loss 就不是 0 了', '我的 loss 没有问题，不是 0', 'loss 没有变成 nan，只是降得慢'])(
    '%s → nothing',
    (text) => {
      expect(seen(text, 'description', 'reporter')).toEqual([])
    },
  )

  it.each([
    '没改任何东西，loss 突然 nan',
    'Without changing anything the loss is nan now',
    'No matter which lr, loss is nan',
    '无论学习率多小，loss 都是 nan',
    '不管怎么调，loss 还是 nan',
  ])('%s → loss-nan', (text) => {
    expect(seen(text, 'description', 'reporter')).toEqual(['loss-nan'])
  })

  it.each([
    'loss 为 0，推理也没有输出',
    'The loss is 0 and the model answers nothing.',
    'Loss 0.0, empty answers.',
  ])('%s → loss-zero and mute-output', (text) => {
    expect(seen(text, 'description', 'reporter')).toEqual(['loss-zero', 'mute-output'])
  })

  it.each(['loss 是 nan，回复全是空白'])('%s → loss-nan and mute-output', (text) => {
    expect(seen(text, 'description', 'reporter')).toEqual(['loss-nan', 'mute-output'])
  })

  it.each([
    'loss 降得很好，但是推理输出为空',
    'loss looks perfect but the model generates nothing',
    'Loss falls to 0.4, yet every reply is an empty string.',
  ])('%s → mute-output', (text) => {
    expect(seen(text, 'description', 'reporter')).toEqual(['mute-output'])
  })
})

describe('symptoms among other things in the comment of somebody else', () => {
  it.each([
    '我也遇到了，loss 为 0',
    'Me too, loss=0 with peft 0.9.0',
    'I have the same problem, loss is 0 and grad_norm nan',
  ])('%s → loss-zero', (text) => {
    expect(seen(text, 'comment', 'guest')).toEqual(['loss-zero'])
  })

  it.each([
    '如果 loss 为 0，先检查一下 peft 版本',
    '这种 loss 为 0 的情况一般是溢出',
    'The Trainer logs nan as 0, that is why your loss is 0.',
    'loss is 0? Then check your labels.',
    'loss 为 0？看看 labels 是不是全 -100',
    'Please check whether your loss is really 0.',
    '我这边 loss 是正常的，没有变 0',
    'Works for me, loss is not 0.',
    'mine is fine: loss 1.2, no zeros',
    '那是 loss 变成 nan 之后被 trainer 打印成 0 了',
    '楼主的 loss 是 0，和我的情况不一样',
    'Their loss is 0 because of fp16.',
    'In my experience a zero loss means a masked label.',
    'zero loss + nan grad norm: overflow in the adapters.',
  ])('%s → nothing', (text) => {
    expect(seen(text, 'comment', 'guest')).toEqual([])
  })
})

describe('symptoms among other things in the comment of the reporter', () => {
  it.each([
    '改完以后 loss 不再是 0 了，谢谢',
    'loss 正常了，不是 0 了',
    'Now the loss is 1.9, not 0 any more. Thanks!',
    'now it trains, the loss is no longer nan',
    '问题解决，输出不再为空',
    'It answers again, no empty strings.',
  ])('%s → nothing', (text) => {
    expect(seen(text, 'comment', 'reporter')).toEqual([])
  })
})

describe('symptoms among other things in a title', () => {
  it.each([
    '[Feature] support zero-loss masking',
    'Add test for nan loss',
    'docs: what to do when loss is nan',
    'FAQ：loss 为 0 怎么办（汇总）',
  ])('%s → nothing', (text) => {
    expect(seen(text, 'title', 'reporter')).toEqual([])
  })

  it.each(['训练loss为0', 'loss is 0', '[BUG] loss=0.0', 'Loss = 0 & grad_norm = nan 求助'])(
    '%s → loss-zero',
    (text) => {
      expect(seen(text, 'title', 'reporter')).toEqual(['loss-zero'])
    },
  )

  it.each(['NaN loss', 'loss nan'])('%s → loss-nan', (text) => {
    expect(seen(text, 'title', 'reporter')).toEqual(['loss-nan'])
  })

  it.each(['微调后输出空', 'Empty output after SFT', 'Empty response', 'response为空', '模型不说话'])(
    '%s → mute-output',
    (text) => {
      expect(seen(text, 'title', 'reporter')).toEqual(['mute-output'])
    },
  )
})
