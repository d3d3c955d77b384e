import { describe, expect, test } from 'vitest'
import { languages } from '../../locales/language'
import { answerFor, exampleThread } from './example'

describe.each(languages)('the example in %s', (language) => {
  test.each([
    ['affected', 'confirmed'],
    ['unaffected', 'ruled-out'],
    ['silent', 'cannot-tell'],
  ] as const)('with the %s reply comes out as %s', (reply, verdict) => {
    const { diagnoses } = answerFor(exampleThread(language, reply)).report
    expect(diagnoses.map(({ rule, verdict, about }) => [rule, verdict, about])).toEqual([
      ['mute-model', verdict, 'qiaomu'],
    ])
  })

  test('rests on lines of its own text, a cure among them', () => {
    const thread = exampleThread(language, 'affected')
    const [explanation] = answerFor(thread).explanations[language]
    expect(explanation!.evidence.length).toBeGreaterThan(4)
    for (const { block, start, end, quote } of explanation!.evidence) {
      const { text } = thread.blocks.find(({ id }) => id === block)!
      expect(text.slice(start, end)).toBe(quote.text.slice(quote.start, quote.end))
    }
    expect(explanation!.evidence.some(({ cure }) => cure)).toBe(true)
    expect(explanation!.fixes.some(({ reportedBy }) => reportedBy)).toBe(true)
  })
})
