import { describe, expect, it } from 'vitest'
import { brief, view } from '../reading.fixture'
import { readSymptoms } from '../symptoms'

const inComment = (author: string) => (text: string) =>
  brief(readSymptoms(view(text, { id: '2', kind: 'comment', author })))

describe('whose symptom a comment tells', () => {
  it.each([
    '跟楼主一样，loss变成了0.0，也没有生成模型文件',
    '和你一样，loss 也是 0',
    '同楼主，loss 一直为 0',
    '我也是，loss 全是 0',
    'same as you, loss is 0 from step two',
    'Same issue as the OP, my loss is 0.0',
    'I see exactly what you see: loss is 0 from the second line on.',
    '+1，loss 为 0',
    '我这里 loss 也一直是 0，请问解决了吗？',
    'loss 一直为 0，请问您解决了吗',
    'loss 也是 0，求解决办法',
    '请问为什么我的 loss 是 0？',
    'why is my loss 0 as well?',
    'My loss is 0 too, did you solve it?',
    'loss is 0 here as well, did you find a fix?',
    '同样遇到 loss 为 0，怎么解决的？',
  ])('guest: %s → loss-zero', (text) => {
    expect(inComment('guest')(text)).toEqual(['loss-zero'])
  })

  it.each([
    '为什么 loss 还是 0？',
    '换了之后 loss 还是 0，还有别的办法吗？',
    'Still 0: the loss is 0.0 even with your template, any idea?',
    'Why is the loss still 0?',
    '按您说的改了，loss 依然为 0',
    'I did what you said, loss is still 0',
  ])('reporter: %s → loss-zero', (text) => {
    expect(inComment('reporter')(text)).toEqual(['loss-zero'])
  })

  it.each([
    '我也是，输出为空',
    '和楼主一样，回复是空的',
    'Same here, the model returns an empty string.',
    '楼主解决了吗，我的也是输出空白',
  ])('guest: %s → mute-output', (text) => {
    expect(inComment('guest')(text)).toEqual(['mute-output'])
  })

  it.each(['照你说的试了，还是没有任何输出'])('reporter: %s → mute-output', (text) => {
    expect(inComment('reporter')(text)).toEqual(['mute-output'])
  })

  it.each([
    'loss 是 0，你试过 bf16 吗？',
    '你的 loss 是 0，说明全部被 mask 了',
    'I think your loss is 0 because the labels are masked.',
    'I guess the loss is 0 because of fp16.',
    '我觉得你的 loss 是 0 是因为精度',
    '我猜 loss 变 0 是溢出了，因为用了 fp16',
    'loss 从第二步起是 0，典型的 fp16 问题',
    'Loss 0 from the second step is a classic.',
    'Is the loss 0 for you as well?',
    'Is your loss 0 from step one or from step two?',
    'loss 是从第几步开始为 0 的？',
    '你那边 loss 是 0 还是 nan？',
    'Did the loss become 0 right away?',
    'What does the model print, an empty string?',
    '推理时输出是空的吗？',
    '输出为空是因为模板不对',
    'Your model returns an empty string because the template is wrong.',
    'Does it return an empty string?',
    'loss 为 0 的话检查 labels',
  ])('guest: %s → nothing', (text) => {
    expect(inComment('guest')(text)).toEqual([])
  })

  it.each(['你的 loss 也是 0 吗？'])('reporter: %s → nothing', (text) => {
    expect(inComment('reporter')(text)).toEqual([])
  })
})
