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
    ['loss-zero', 'the progress bar printed 3.1 at step 1 and 0.0 ever since'],
    ['loss-zero', 'the log shows 3.12 for the first step, 0.0 for all the others'],
    ['loss-zero', 'It logged 3.4 once and zeros from there on.'],
    ['loss-zero', 'the first log line says 3.4 and every later one says 0.0'],
    ['loss-zero', 'Only the first number is nonzero (3.4), all following ones are 0.0.'],
    ['loss-zero', 'the curve starts at 3.4 and sits at zero from the second point on'],
    ['loss-zero', 'The Trainer prints 3.2 on step 1, every line below that is 0.0'],
    ['loss-zero', 'It starts at 3.2 and is exactly 0.0 for the rest of the run.'],
    ['loss-nan', 'console showed 3.1 for the first step and nan for every one after that'],
    ['loss-zero', '终端里头一行是 3.12，往后每一行都是 0.0'],
    ['loss-zero', '打印出来的先是 3.2，紧接着就是一串 0.0'],
    ['loss-zero', '只有第一步有数 3.2，后边清一色 0.0'],
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
    'GPU load was 3.5 first and 0.0 for all the others',
    'dropout 第一层 0.1，之后每层都是 0.0',
    'The weight decay is 0.1 for the first group and 0.0 for all the others.',
    'BLEU shows 3.4 on the first set and 0.0 on every other',
    'the log shows 3.4 hours for the first and 0.0 for the rest',
  ])('%s → nothing', (sentence) => {
    expect(courseTold(sentence)).toBeUndefined()
  })
})
