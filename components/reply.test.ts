import { describe, expect, test } from 'vitest'
import type { Explanation } from '../diagnosis/explanation'
import type { Verdict } from '../diagnosis/facts'
import { exampleExplanation } from './example-answer'
import { replyFor } from './reply'

const languages = ['en', 'zh_CN'] as const
const verdicts: Verdict[] = ['confirmed', 'likely', 'cannot-tell', 'at-risk', 'ruled-out']

/** Markdown without its code spans and fences: what a host may act upon. */
const outsideCode = (markdown: string) =>
  markdown.replace(/^ *(`{3,})[\s\S]*?^ *\1/gm, '').replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')

describe.each(languages)('in %s', (language) => {
  test.each(verdicts)('a reply on %s is whole and ends in one newline', (verdict) => {
    const reply = replyFor(exampleExplanation(verdict, language), language)
    expect(reply).not.toMatch(/undefined|null|NaN%|\[object/)
    expect(reply).toMatch(/[^\n]\n$/)
    expect(reply).not.toMatch(/\n{3,}/)
    expect(outsideCode(reply)).not.toMatch(/<\w/)
  })

  test('confirmed: the evidence, the fix as a block, the links', () => {
    const reply = replyFor(exampleExplanation('confirmed', language), language)
    expect(reply).toContain('`peft==0.9.0`')
    expect(reply).toContain('```sh\n   pip install "peft>=0.12.0,<0.14.0"\n   ```')
    expect(reply).toContain('[peft #1568](https://github.com/huggingface/peft/issues/1568)')
  })

  test('cannot-tell asks; confirmed does not; ruled-out sends elsewhere and offers no fix', () => {
    const asked = exampleExplanation('cannot-tell', language).missing[0]!.words
    expect(replyFor(exampleExplanation('cannot-tell', language), language)).toContain(asked)
    expect(replyFor(exampleExplanation('confirmed', language), language)).not.toContain(asked)
    const ruledOut = exampleExplanation('ruled-out', language)
    const reply = replyFor(ruledOut, language)
    expect(reply).toContain(ruledOut.differential[0]!.what)
    expect(reply).not.toContain('pip install')
  })
})

function withPageText(author: string, text: string): Explanation {
  const explanation = exampleExplanation('confirmed', 'en')
  const [first] = explanation.evidence
  return { ...explanation, evidence: [{ ...first!, author, quote: { text, start: 0, end: 1 } }] }
}

test.each([
  ['a mention', '@everyone look'],
  ['a link', '[click](https://evil.example/)'],
  ['an image', '![x](https://evil.example/x.png)'],
  ['a tag', '<img src=x onerror=alert(1)>'],
  ['a fence', '```\n@everyone\n```'],
  ['backticks at the edges', '`@everyone`'],
  ['many backticks', '````` @everyone ```` @everyone'],
  ['a line break into a heading', 'x\n\n# Heading\n- @everyone'],
])('page text with %s stays inside its code span', (_, text) => {
  const rest = outsideCode(replyFor(withPageText(text, text), 'en'))
  expect(rest).not.toMatch(/@everyone|evil|<img|# Heading/)
})

test('prose cannot mention anyone, nor refer to an issue of the thread’s own repository', () => {
  const explanation = exampleExplanation('confirmed', 'en')
  const sentence =
    'As \\@octocat and @hubot say in #12, `@kept #1`, <b>x</b>, see [#7](https://example.org/#7)'
  const reply = replyFor({ ...explanation, sentence }, 'en')
  expect(reply).not.toMatch(/(?<!`)@\w/)
  expect(reply).not.toMatch(/#12/)
  expect(reply).toContain('`@kept #1`')
  expect(reply).toContain('\\<b>x\\</b>')
  expect(reply).toContain('(https://example.org/#7)')
})

test('a link that is not of the web is left out', () => {
  const explanation = exampleExplanation('confirmed', 'en')
  const links = [{ url: 'javascript:alert(1)', label: 'x](y', what: '' }]
  expect(replyFor({ ...explanation, links }, 'en')).not.toContain('javascript')
})
