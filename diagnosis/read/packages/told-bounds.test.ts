import { describe, expect, it } from 'vitest'
import { setupsOf } from './told.fixture'

const asked: [string, string] = ['ann', "TypeError: f() got an unexpected keyword argument 'x'"]

describe('versions compared row by row', () => {
  it.each([
    [
      'peft 0.9.0; transformers 4.38.1',
      'peft 0.9.0, transformers 4.38.1\n\n| peft | what happens |\n|---|---|\n| 0.9.0 | loss is nan |\n| 0.6.2 | trains |\n| 0.3.0 | trains, after 1000 iterations nan |',
    ],
    [
      'peft 0.9.0',
      '环境：peft 0.9.0\n\n| peft | 结果 |\n|---|---|\n| 0.6.2 | 正常 |\n| 0.7.0 | loss 为 0 |\n| 0.9.0 | loss 为 0 |',
    ],
    [
      'peft 0.9.0',
      '环境：peft 0.9.0\n\n其它版本也试了：\n\n| peft | 结果 |\n| --- | --- |\n| 0.7.1 | loss 0 |\n| 0.8.2 | loss 0 |',
    ],
    [
      'peft 0.10.0',
      'My environment: peft 0.10.0\n\n| PEFT version | outcome |\n|---|---|\n| 0.6.2 | ok |\n| 0.8.2 | nan |\n| 0.10.0 | nan |',
    ],
    [
      'peft 0.6.2 cure; peft 0.9.0',
      'Installed is peft 0.9.0, loss nan. With other versions of peft:\n\n- 0.9.0: nan\n- 0.6.2: fine\n- 0.3.0: nan after a while',
    ],
    ['peft 0.9.0', '| peft | loss |\n|---|---|\n| 0.6.2 | 1.9 |\n| 0.9.0 | nan |'],
  ])('%s: %s', (expected, text) => expect(setupsOf([['ann', text]])).toBe(expected))
})

describe('a set of versions that a stranger says can be run', () => {
  it.each([
    'trl==0.9.6 accelerate==1.0.1 can run',
    'With trl==0.9.6 it can run',
    'trl==0.9.6 accelerate==1.0.1 可以跑',
    'trl==0.9.6 accelerate==1.0.1 能跑通',
    'trl==0.9.6 accelerate==1.0.1 run well',
    'trl==0.9.6\naccelerate==1.0.1\ncan run',
    'this combination runs: trl==0.9.6 accelerate==1.0.1',
    '可以跑的版本：trl==0.9.6 accelerate==1.0.1',
  ])('%s', (text) => {
    expect(setupsOf([asked, ['ben', text]])).toBe('')
    expect(setupsOf([asked, ['ben', text], ['ann', 'Not for me, the second error stays.']])).toBe('')
  })

  it('may turn out to be the cure', () => {
    expect(
      setupsOf([asked, ['ben', 'trl==0.9.6 accelerate==1.0.1 can run'], ['ann', 'Thanks, that works!']]),
    ).toMatch(/trl 0\.9\.6/)
  })

  it.each([
    'Same error with trl==0.15.0 accelerate==1.0.1',
    'trl==0.15.0 accelerate==1.0.1 fails with the same error',
  ])('but not: %s', (text) => expect(setupsOf([asked, ['ben', text]])).not.toBe(''))
})

describe('bounds, and what everybody has', () => {
  it.each([
    'PEFT has had this helper since 0.19.0, while our table of minimal versions still says 0.18.0.',
    'Our minimal version of PEFT still says 0.18.0.',
    'The minimum in setup.py is peft 0.18.0, it should be 0.19.0.',
    'The table of minimal versions lists peft 0.18.0.',
    'The lower bound of peft still reads 0.18.0.',
    'The compatibility table names peft 0.18.0 as the minimum.',
    'peft 的最低版本还写着 0.18.0',
    'Do we still need this once everybody has peft 0.12?',
    'Is this still needed when people are on peft 0.12?',
    'We can drop it as soon as everyone is on peft 0.12.0.',
    '等大家都用上 peft 0.12 之后，这段还需要吗？',
    'Until everybody has peft 0.12.0 we keep it.',
    'Users with peft 0.12.0 do not need it.',
  ])('%s', (text) => {
    expect(setupsOf([['ann', text]])).toBe('')
    expect(setupsOf([asked, ['ben', text]])).toBe('')
  })

  it.each([
    ['peft 0.18.0', 'pip still says peft 0.18.0.'],
    ['peft 0.9.0', 'loss 0. Anybody else with peft 0.9.0?'],
    ['peft 0.9.0', 'My minimal environment is peft 0.9.0, loss 0.'],
    ['peft 0.9.0', 'A minimal example with peft 0.9.0 gives loss 0.'],
  ])('%s: %s', (expected, text) => expect(setupsOf([['ann', text]])).toBe(expected))
})
