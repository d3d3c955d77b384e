import { describe, expect, it } from 'vitest'
import { courseTold } from './course-words'

describe('courseTold', () => {
  it.each([
    ['loss-zero', 'First line 2.31, afterwards nothing but 0.0, grad_norm nan.'],
    ['loss-zero', 'it logs 2.31 once, then 0.0 forever'],
    ['loss-zero', 'The first step prints 3.4, the rest is 0.0'],
    ['loss-zero', 'the second line is already 0.0'],
    ['loss-zero', '第一行 2.31，后面清一色 0.0，grad_norm 列是 nan。'],
    ['loss-zero', '第一步 3.2，之后全是 0'],
    ['loss-zero', '一开始在降，然后越来越高，最后变 0'],
    ['loss-zero', '第二步就是 0.0'],
    ['loss-nan', 'the second update is nan'],
    ['loss-nan', 'everything is nan after the first update'],
    ['loss-nan', '第二个 step 就 nan 了'],
    ['loss-nan', '第二步就变 nan'],
  ])('%s: %s', (id, sentence) => {
    expect(courseTold(sentence)?.id).toBe(id)
  })

  it.each([
    '第一步 2.31，后面 2.1、1.9',
    '第二个 epoch 准确率是 0.0',
    'at first 2.31, then 2.20',
    'the second line shows version 0.0.1',
    '如果第二步就是 nan，检查精度',
    'Others say the second step is nan for them.',
  ])('%s → nothing', (sentence) => {
    expect(courseTold(sentence)).toBeUndefined()
  })
})
