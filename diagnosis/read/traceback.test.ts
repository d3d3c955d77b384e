import { describe, expect, it } from 'vitest'
import { tracebackAround } from './traceback'

const around = (text: string, exception: string) => {
  const start = text.indexOf(exception)
  return tracebackAround(text, start, start + exception.length)
}

describe('tracebackAround', () => {
  it('keeps the frames and their source', () => {
    const text =
      'It fails.\nTraceback (most recent call last):\n  File "/x/modeling.py", line 4, in forward\n    a, b = cache\nValueError: no\nHelp!'
    expect(around(text, 'ValueError: no')).toBe(
      'Traceback (most recent call last):\n  File "/x/modeling.py", line 4, in forward\n    a, b = cache',
    )
  })

  it('takes frames that stand below', () => {
    expect(around('ValueError: no\n  File modeling.py in forward\nbye', 'ValueError: no')).toBe(
      'File modeling.py in forward',
    )
  })

  it('is nothing for an exception in prose', () => {
    expect(around('I get this:\nValueError: no\nand stop.', 'ValueError: no')).toBeUndefined()
  })

  it('keeps the end of a long one', () => {
    const frames = Array.from({ length: 500 }, (_, index) => `  File "m.py", line ${index}, in f`).join('\n')
    const kept = around(`${frames}\nValueError: no`, 'ValueError: no')!
    expect(kept.length).toBeLessThanOrEqual(1500)
    expect(kept.endsWith('line 499, in f')).toBe(true)
  })
})
