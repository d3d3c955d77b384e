import { describe, expect, it } from 'vitest'
import { readBlock } from '.'
import type { BlockKind } from '../thread'
import { outlineOf } from '../thread'

function complaintsIn(text: string, kind: BlockKind = 'description'): string[] {
  const block = { id: '1', kind, author: 'ada', text }
  return readBlock(block, outlineOf({ site: 'text', blocks: [block] })).flatMap((fact) =>
    fact.kind === 'complaint' ? [fact.text] : [],
  )
}

describe('readComplaints', () => {
  it.each([
    '推理时报错：不支持 cache_format_name 参数',
    'It ends in the mixin with the unknown `cache_format_name`.',
    'Our example calls prepare_the_model, and that helper is gone as of 0.10.',
    '升级之后 OldCacheClass 被移除了。',
    '`unexpected keyword argument widget` since this morning.',
  ])('%s', (sentence) => expect(complaintsIn(sentence)).toHaveLength(1))

  it.each([
    ['a name without trouble', 'I set gradient_checkpointing to true.'],
    ['trouble without a name', 'It fails after the first step.'],
    ['a question', 'Is cache_format_name still broken?'],
    ['another’s words', '> cache_format_name is unknown\n\nthanks'],
    ['a program', '```python\n# raises an error without cache_format_name\nrun()\n```'],
    ['a path', 'It fails in /data/some_long_folder/train-it'],
  ])('%s is none', (_, text) => expect(complaintsIn(text, 'comment')).toEqual([]))

  it('titles complain too, and only once', () => {
    expect(complaintsIn('TypeError: cache_format_name not supported', 'title')).toHaveLength(1)
    expect(complaintsIn('cache_format_name is missing. cache_format_name is missing.')).toHaveLength(1)
  })
})
