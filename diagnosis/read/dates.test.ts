import { describe, expect, it } from 'vitest'
import { readDates } from './dates'
import { viewOf } from './view'

function day(text: string, date?: string) {
  const block = { id: '1', kind: 'description' as const, text, date }
  return readDates(viewOf(block, { site: 'github', blocks: [block] })).map((fact) =>
    fact.kind === 'date' ? fact.date : '',
  )
}

describe('readDates', () => {
  it.each([
    ['11/07/2023 21:14:33 - INFO - loader', ['2023-11-07']],
    ['[INFO|trainer.py:1723] 2023-11-07 21:14:40,202 >> Running', ['2023-11-07']],
    ['2024-01-31T08:00:00Z start\n2024-02-01T08:00:00Z end', ['2024-02-01']],
    ['2024-10-12 19:22:08.417310', ['2024-10-12']],
    ['２０２４－１０－１２　１９：２２：０８', ['2024-10-12']],
    // no moment of the writer's
    ['chatglm2-6b 是 2023 年 6 月发布的', []],
    ['my_model-2025-08-22', []],
    ['10/08 03:21:16 - mmengine', []],
    ['2024-13-45 19:22:08', []],
    ['fsspec==2023.10.0', []],
    ['Python 3.10.12 (main, Nov 20 2023, 15:14:05)', []],
  ])('%s', (text, expected) => expect(day(text)).toEqual(expected))

  it('counts the date of the block itself', () => {
    expect(day('no dates here', '2024-03-01T10:00:00Z')).toEqual(['2024-03-01'])
    expect(day('2023-11-07 21:14:40,202 >> log', '2024-03-01')).toEqual(['2024-03-01'])
    expect(day('', 'yesterday')).toEqual([])
  })
})
