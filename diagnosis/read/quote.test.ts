import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteAround } from './quote'

const quoteOf = (source: string, needle: string) => {
  const start = source.indexOf(needle)
  return quoteAround(source, start, start + needle.length)
}

const filler = 'The cutter was set up on a Sunday in the old barn behind the house'

describe('quoteAround', () => {
  it('gives a short line whole', () => {
    expect(quoteOf('Hello.\nThe loss is 0.\nBye.', 'loss')).toEqual({
      text: 'The loss is 0.',
      start: 4,
      end: 8,
    })
  })

  it('keeps to the sentence of a long line', () => {
    const line = `${filler}. ${filler}. Since then the loss is 0 from step two. ${filler}, ${filler}.`
    expect(quoteOf(line, 'loss is 0').text).toBe('Since then the loss is 0 from step two.')
  })

  it('keeps to the sentence of a long line in Chinese', () => {
    const before = '这台机器是去年双十一买的二手货，风扇声音大得像拖拉机，装系统就折腾了整整一个周末'.repeat(
      2,
    )
    const line = `${before}。上周开始微调，loss 从第二步起一直是 0。${before}${before}。`
    expect(quoteOf(line, 'loss').text).toBe('上周开始微调，loss 从第二步起一直是 0。')
  })

  it('cuts at a clause or a word where no sentence ends', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`)
    expect(quoteOf(words.join(' '), 'word30').text).toMatch(/^word\d+ .* word\d+$/)
    expect(quoteOf(`${words.slice(0, 20).join(' ')}, ${words.slice(20).join(' ')}`, 'word21').text).toMatch(
      /^word20 /,
    )
  })

  it('says where the thing is', () => {
    const line = `${filler}. ${filler}, and the loss is 0. ${filler}. ${filler}.`
    const { text, start, end } = quoteOf(line, 'loss is 0')
    expect(text.slice(start, end)).toBe('loss is 0')
  })

  it('never cuts within a word that has a blank near, nor within a character', () => {
    const piece = fc.constantFrom('loss', 'peft', ' ', ' ', '。', '，', ', ', '. ', '训练', '😀', '0.0')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 120 }), fc.nat(), (pieces, at) => {
        const source = pieces.join('')
        const index = at % pieces.length
        const start = pieces.slice(0, index).join('').length
        const end = start + pieces[index]!.length
        const { text, start: from, end: to } = quoteAround(source, start, end)
        expect(text.length).toBeLessThanOrEqual(160)
        expect(text.slice(from, to)).toBe(pieces[index])
        expect(text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
      }),
    )
  })
})
