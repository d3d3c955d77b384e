import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlockKind } from '../thread'
import { readConfirmations } from './confirmations'
import { viewOf } from './view'

function outcomes(text: string, kind: BlockKind = 'comment') {
  const block = { id: '2', kind, author: 'ann', text }
  return readConfirmations(
    viewOf(block, { site: 'github', blocks: [{ id: '1', kind: 'description', author: 'ann' }, block] }),
  ).map((fact) =>
    fact.kind === 'confirmation' ? fact.outcome + (fact.version ? ` ${fact.version}` : '') : '',
  )
}

describe('readConfirmations', () => {
  it.each([
    '谢谢,可以了',
    '谢谢，可以了！',
    '解决了，感谢',
    '已解决',
    'that fixed it',
    'works now, thanks',
    '太好了 thank you!',
    '可以了',
    '好了，多谢大佬',
    '降级之后正常了',
    '按你说的改完，loss 终于正常了',
    'That did the trick, closing.',
    'Thanks, it works!',
    'Confirmed, after that it answers.',
    '确认可用。',
    '感谢，升级以后果然恢复了',
    'Solved. Thank you!',
    'It is working now',
    'Finally it trains',
    '搞定，关了',
    'The error is gone, thank you',
    '亲测有效',
  ])('worked: %s', (text) => expect(outcomes(text)).toEqual(['worked']))

  it.each([
    '还是不行',
    "didn't help",
    'no luck',
    'Tried it, still the same.',
    '试了，没用',
    '更新了，问题依旧',
    "It doesn't work for me",
    '没有变化',
    '换了之后依然报错',
    'Unfortunately no change',
    '还是 0',
    'Does not help.',
  ])('failed: %s', (text) => expect(outcomes(text)).toEqual(['failed']))

  it.each([
    '+1 同样的问题',
    '+1',
    'same here',
    'me too',
    '我也遇到了',
    '同问',
    '我也是',
    'I have the same issue',
    '遇到一样的问题',
    'Same problem on a 3090.',
    '+1，现象一致',
  ])('same symptom: %s', (text) => expect(outcomes(text)).toEqual(['same-symptom']))

  it.each([
    '+1 for native support',
    '请问解决了吗？',
    '楼主怎么解决的',
    'How did you solve it?',
    'Does it work now?',
    '看看是不是 nan',
    '> 可以了\n\n我再看看',
    '新旧两版的损失口径不同，没法比',
    'How can I fix this?',
    '没解决',
    '希望能解决',
    '```\nit works now\n```',
    'LGTM',
    'mark',
    'I will report back',
  ])('nothing: %s', (text) =>
    expect(outcomes(text).filter((one) => one === 'worked' || one === 'same-symptom')).toEqual([]),
  )

  it('reads two things in one sentence, and a version without a name', () => {
    expect(outcomes('同样的问题，降级之后就好了')).toEqual(['same-symptom', 'worked'])
    expect(outcomes('换回 0.6.0 重训，回归测试通过。')).toEqual(['worked 0.6.0'])
    expect(outcomes('Went back to 0.6.2, it works again')).toEqual(['worked 0.6.2'])
  })

  it('reads comments only', () => {
    expect(outcomes('可以了', 'description')).toEqual([])
    expect(outcomes('it works now', 'card')).toEqual([])
  })

  it('throws on nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 300 }), (units) =>
        Array.isArray(outcomes(String.fromCharCode(...units))),
      ),
    )
  })
})
