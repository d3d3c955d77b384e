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

  const telling = 'FutureWarning: `option` is deprecated'

  it.each([
    ['stamps', (n: number) => `2024-05-01 10:00:${n}.${n * 7} WARNING worker 3 took ${n} s`],
    ['ranks', (n: number) => `[rank${n}]: WARNING: worker took ${n} s`],
    ['names of days', (n: number) => `[${n % 2 ? 'Mon May' : 'Tue Jun'} ${n} 10:00:00] WARNING slow`],
    [
      'bars',
      (n: number) => `${n}%|${'█'.repeat(n % 9)}   | ${n}/90 [00:1${n % 9}<00:20, 1.${n}it/s] WARNING slow`,
    ],
    ['addresses', (n: number) => `WARNING slow at 0x7f${(n * 4321).toString(16)}`],
  ])('lines that differ by their %s alone do not hide the telling one', (_, line) => {
    const noise = Array.from({ length: 90 }, (_, n) => line(n))
    const read = warningsIn([...noise, telling].join('\n'))
    expect(read).toContain(telling)
    expect(read.length).toBeLessThan(10)
  })

  it('has a line once, whenever it is written', () => {
    expect(
      warningsIn('2024-05-01 10:00:01 WARNING a is ignored\n2024-05-01 10:00:02 WARNING a is ignored'),
    ).toEqual(['2024-05-01 10:00:01 WARNING a is ignored'])
  })

  it('keeps lines that differ by a number which tells something', () => {
    const lines = ['widget>=2 is required but found 1', 'widget>=3 is required but found 1']
    expect(warningsIn(lines.join('\n'))).toEqual(lines)
  })

  it.each([0, 90, 150, 250, 299, 301, 330, 360, 390, 400, 410, 600])(
    'a cue %i characters into a long line is read with what follows',
    (at) => {
      const message = 'UserWarning: the widget is not the one that was asked for'
      const line = `${'ab '.repeat(at).slice(0, at)}${message}${' xy'.repeat(200)}`
      expect(warningsIn(line)[0]).toContain(message)
    },
  )

  it('stands where its text begins', () => {
    for (const text of [
      `step 1\n    ${' '.repeat(500)}${telling}`,
      `${'x'.repeat(301)}${' '.repeat(250)}${telling}${' y'.repeat(300)}`,
    ]) {
      const block = { id: '1', kind: 'paste' as const, author: 'ada', text }
      const fact = readBlock(block, outlineOf({ site: 'text', blocks: [block] })).find(
        ({ kind }) => kind === 'warning',
      )!
      expect(fact.kind === 'warning' && fact.text).toBe(text.slice(fact.start, fact.end))
    }
  })

  it('cuts a very long line around its cue', () => {
    const [text] = warningsIn(`${'x '.repeat(2000)}FutureWarning: gone`)
    expect(text!.length).toBeLessThanOrEqual(400)
    expect(text).toContain('FutureWarning: gone')
  })
})
