import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedText } from './characters'
import { needlesOf } from './needles'
import { patternsOfReaders } from './sources.fixture'

describe('needlesOf', () => {
  it.each([
    [/loss|损失/i, ['loss', '损失']],
    [/Qwen\d/, ['qwen\0']],
    [/torch_dtype\s?=/, ['torch_dtype']],
    [/(?:nan|zero) loss(?!es)/, ['nan loss', 'zero loss']],
    [/fp(?:16|32)/, ['fp16', 'fp32']],
    [/[a-z]+\s\d/i, null],
    [/a|loss/, null],
    [/(?:loss)?/, null],
    [/loss*/, ['los']],
    [/^\s{0,4}(?:>\s?){1,3}peft/, ['peft']],
    [/\bis\s{1,4}nan\b/, [' nan']],
    [/x{0}y/, null],
  ] as [RegExp, string[] | null][])('%s', (pattern, needles) => {
    const found = needlesOf(pattern)
    expect(found && [...found].sort()).toEqual(needles && [...needles].sort())
  })

  it('tells nothing of what it cannot read', () => {
    for (const pattern of [/loss/u, /(?<name>loss)\k<name>/, /\cJloss/, /é|loss/i])
      expect(needlesOf(pattern)).toBeNull()
  })
})

/** Whether a needle stands in a text, digit for digit. */
const stands = (text: string, needle: string): boolean => {
  const folded = foldedText(text)
  for (let at = 0; at + needle.length <= folded.length; at++)
    if (
      [...needle].every((one, index) =>
        one === '\0' ? /\d/.test(folded[at + index]!) : one === folded[at + index],
      )
    )
      return true
  return false
}

describe('the needles of the readers', () => {
  const patterns = patternsOfReaders()

  it('stand in whatever their pattern matches', () => {
    let tried = 0
    for (const pattern of patterns) {
      const needles = needlesOf(pattern)
      if (!needles) continue
      let matching: fc.Arbitrary<string>
      try {
        // what only looks around does not help to make a text
        matching = fc.stringMatching(
          new RegExp(pattern.source.replace(/\(\?<?[=!](?:[^()]|\([^()]*\))*\)|\\b/g, '')),
        )
      } catch {
        continue
      }
      tried++
      const cased = matching.chain((text) =>
        fc.constantFrom(text, text.toUpperCase(), text.replaceAll(' ', '\u3000')),
      )
      for (const text of fc.sample(cased, { numRuns: 12, seed: 7 })) {
        const match = pattern.exec(text)
        if (match && !needles.some((needle) => stands(match[0], needle)))
          expect.fail(
            `${pattern} matches ${JSON.stringify(match[0])}, which has none of ${JSON.stringify(needles)}`,
          )
      }
    }
    expect(tried).toBeGreaterThan(100)
  }, 60_000)
})
