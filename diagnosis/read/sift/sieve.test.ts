import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedText } from './characters'
import { Sieve, startsOf } from './sieve'

/** Where a needle stands, looked for in the plainest way. */
function linesWith(text: string, needle: string): number[] {
  return text.split('\n').flatMap((line, index) => {
    const folded = foldedText(line)
    for (let at = 0; at + needle.length <= folded.length; at++)
      if (
        [...needle].every((one, place) =>
          one === '\0' ? /\d/.test(folded[at + place]!) : one === folded[at + place],
        )
      )
        return [index]
    return []
  })
}

const letters = 'ab01. 损为失(\0'
const needle = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 6 })
  .filter((text) => text.trim().length > 0)
const text = fc
  .array(fc.constantFrom(...'abAB01. 损为失(\n\r', 'ab', '01', '1.0', '损失', '\u3000', '（', '１'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''))

describe('Sieve', () => {
  it('finds each needle on the lines where it stands, and perhaps where it runs over a line end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(needle, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        text,
        (wanted, content) => {
          const sieve = new Sieve()
          const numbers = wanted.map((needles) => sieve.add(needles))
          const { lines, starts } = sieve.scan(content)
          expect(starts).toEqual(startsOf(content))
          wanted.forEach((needles, index) => {
            const found = lines.get(numbers[index]!) ?? []
            expect([...found].sort((a, b) => a - b)).toEqual(found)
            for (const line of needles.flatMap((one) => linesWith(content, one)))
              expect(found).toContain(line)
            const whole = foldedText(content)
            if (found.length) expect(needles.some((one) => linesWith(whole, one).length > 0)).toBe(true)
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('keeps nothing of one text for the next', () => {
    const sieve = new Sieve()
    const loss = sieve.add(['loss'])
    expect(sieve.scan('a loss\nno\nLOSS').lines.get(loss)).toEqual([0, 2])
    expect(sieve.scan('nothing').lines.get(loss)).toBeUndefined()
    expect(sieve.scan('\n\nloss').lines.get(loss)).toEqual([2])
  })

  it('finds single ideographs', () => {
    const sieve = new Sieve()
    const empty = sieve.add(['空'])
    expect(sieve.scan('x\n回复是空').lines.get(empty)).toEqual([1])
  })
})
