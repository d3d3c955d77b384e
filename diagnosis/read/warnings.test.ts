import { describe, expect, it } from 'vitest'
import { readBlock } from '.'
import { outlineOf } from '../thread'

function warningsIn(text: string, kind: 'comment' | 'paste' = 'paste'): string[] {
  const block = { id: '1', kind, author: 'ada', text }
  return readBlock(block, outlineOf({ site: 'text', blocks: [block] })).flatMap((fact) =>
    fact.kind === 'warning' ? [fact.text] : [],
  )
}

describe('readWarnings', () => {
  it.each([
    'FutureWarning: `tokenizer` is deprecated and will be removed in version 5.0.0.',
    'Disabling PyTorch because PyTorch >= 2.1 is required but found 2.0.1',
    'There are known bugs in v1.2, please use other versions.',
    'Due to a flaw in `read`, we now require users to upgrade widget to v2.',
    "To fix: run `pip install 'widget>=1.0'`.",
    'To fix: pip install widget>=1.0',
    '`option` is not supported anymore.',
    'None of the inputs is used. Gradients will be None',
    'Could not find the widget CUDA binary at libwidget.so',
    'widget library load error: nothing there',
  ])('%s', (line) => expect(warningsIn(`step 1\n  ${line}\nstep 2`)).toEqual([line]))

  it('has each line once, and no exception', () => {
    expect(
      warningsIn('UserWarning: a is ignored\nUserWarning: a is ignored\nValueError: b is deprecated'),
    ).toEqual(['UserWarning: a is ignored'])
  })

  it('has none of a person who is quoted', () => {
    expect(warningsIn('> UserWarning: a is ignored\n\nI have that too', 'comment')).toEqual([])
  })

  it('cuts a very long line around its cue', () => {
    const [text] = warningsIn(`${'x '.repeat(2000)}FutureWarning: gone`)
    expect(text!.length).toBeLessThanOrEqual(400)
    expect(text).toContain('FutureWarning: gone')
  })
})
