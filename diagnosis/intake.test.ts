import { describe, expect, it } from 'vitest'
import { decode, intake } from './intake'

const texts = (text: string) => intake(text).thread.blocks.map((block) => block.text)

describe('decode', () => {
  it.each([
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...Buffer.from('微调')]],
    ['UTF-16 from PowerShell', [0xff, 0xfe, ...Buffer.from('微调', 'utf16le')]],
    ['GB18030 from a Chinese Windows', [0xce, 0xa2, 0xb5, 0xf7]],
  ])('reads %s', (_, bytes) => {
    expect(decode(new Uint8Array(bytes))).toBe('微调')
  })

  it('refuses what is no text', () => {
    expect(decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).toBeNull()
  })
})

describe('intake', () => {
  it('reads a thread in JSON, ignores unknown keys, numbers the blocks, and makes the title a block', () => {
    const { thread, problems } = intake(
      JSON.stringify({
        site: 'github',
        url: 'https://github.com/a/b/issues/1',
        title: 'loss 0',
        expect: {},
        blocks: [
          { kind: 'description', author: 'ada', text: 'peft 0.9.0', mood: 'low' },
          { kind: 'comment', author: 7, text: 'hm' },
          { kind: 'comment' },
        ],
      }),
    )
    expect(problems).toEqual([])
    expect(thread.blocks).toMatchObject([
      { id: 'title', kind: 'title', author: 'ada', text: 'loss 0' },
      { id: '1', kind: 'description', author: 'ada' },
      { id: '2', kind: 'comment', author: undefined, text: 'hm' },
    ])
  })

  it('takes any other text for a paste, JSON that is no thread included', () => {
    expect(texts('[{"name": "peft", "version": "0.9.0"}]')).toEqual([
      '[{"name": "peft", "version": "0.9.0"}]',
    ])
    expect(texts('{"blocks": ')).toEqual(['{"blocks": '])
  })

  it.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['a\0b', 'binary'],
    ['<!DOCTYPE html><p>peft 0.9.0', 'html'],
    ['{"blocks": [{"kind": "comment"}]}', 'no-blocks'],
  ])('says what is odd about %j', (text, problem) => {
    expect(intake(text).problems).toEqual([problem])
  })

  it('reads the text of a saved page, without scripts and tags', () => {
    const html = '<!doctype html><script>peft = "9"</script><p>peft 0.9.0</p><p>loss &lt; 1</p><script>x'
    expect(texts(html)[0]?.split('\n').filter(Boolean)).toEqual(['peft 0.9.0', 'loss < 1'])
  })

  it('cuts what is longer than a person could have meant, and says so', () => {
    const { thread, problems } = intake('x'.repeat(25 * 1024 * 1024))
    expect(problems).toEqual(['too-long'])
    expect(thread.blocks[0]?.text.length).toBe(24 * 1024 * 1024)
  })
})
