import { describe, expect, test } from 'vitest'
import { exampleAnswer } from '../../components/example-answer'
import type { Verdict } from '../../diagnosis/facts'
import { READER } from '../../diagnosis/thread'
import { words } from '../../locales/words'
import { checkWords } from '../../locales/words/check'
import { commandLineWords } from '../../locales/words/command-line'
import { humanText, jsonLine } from './print'
import type { Read } from './read-input'

const verdicts: Verdict[] = ['confirmed', 'likely', 'cannot-tell', 'at-risk', 'ruled-out']
const read = (...of: Verdict[]): Read => ({ input: 'a.log', answer: exampleAnswer(of), problems: [] })

/** An adapter file of so many tensors. */
function adapter(tensors: number, nonFinite: number, zero: number): Read {
  const answer = exampleAnswer([])
  const place = { block: '1', start: 0, end: 0, quote: { text: '', start: 0, end: 0 } }
  answer.report.facts = [{ ...place, kind: 'adapter', tensors, nonFinite, zero, dtypes: ['F16', 'F32'] }]
  return { input: 'a.safetensors', answer, problems: [] }
}

describe.each(['en', 'zh_CN'] as const)('in %s', (language) => {
  const table = words[language]
  const say = checkWords[language]

  test.each(verdicts)('%s begins with the verdict in the panel’s own word', (verdict) => {
    const text = humanText(read(verdict), language)
    const [input, first] = text.split('\n')
    expect(input).toBe('a.log')
    expect(first!.startsWith(table.panel.verdict[verdict])).toBe(true)
    expect(text).not.toMatch(/undefined|\[object/)
    if (language === 'zh_CN') expect(text).not.toMatch(/\p{Script=Han}[:,(]/u)
  })

  test('fixes are numbered under the panel’s title, with their commands; none where it is ruled out', () => {
    const text = humanText(read('confirmed'), language)
    expect(text).toContain(table.fixes.title)
    expect(text).toMatch(/^ {2}1\. .*\n {7}pip install "peft>=0\.12\.0,<0\.14\.0"$/m)
    expect(text).toContain(table.fixes.workaround)
    expect(humanText(read('ruled-out'), language)).not.toContain(table.fixes.title)
  })

  test('who wrote a line is named, unless it is the reader', () => {
    const given = read('confirmed')
    expect(humanText(given, language)).toMatch(/^ {2}linxi(?:: |：)peft==0\.9\.0$/m)
    for (const line of given.answer.explanations[language][0]!.evidence) line.author = READER
    expect(humanText(given, language)).toMatch(/^ {2}peft==0\.9\.0$/m)
  })

  test('an adapter is called what the paste box calls it', () => {
    expect(humanText(adapter(4, 1, 0), language)).toContain(say.adapter.dead)
    expect(humanText(adapter(4, 0, 2), language)).toContain(say.adapter.untrained)
    expect(humanText(adapter(4, 0, 0), language)).toContain(say.adapter.fine)
    expect(humanText(adapter(0, 0, 0), language)).toContain(say.adapter.noTensors)
  })

  test('nothing known is said so, but not of nothing, nor of what is undecided', () => {
    const nothing = read()
    const { nothingRead, undecided } = commandLineWords[language]
    const of = (version: string) => {
      const given = read()
      given.answer.report.facts = [
        {
          kind: 'package',
          name: 'peft',
          version,
          stance: 'installed',
          author: 'you',
          block: '1',
          start: 0,
          end: 4,
          quote: { text: 'peft', start: 0, end: 4 },
        },
      ]
      return humanText(given, language)
    }
    expect(of('0.13.2')).toContain(say.verdict.nothing)
    expect(of('0.9.0')).toContain(undecided('peft 0.9.0'))
    expect(humanText(nothing, language)).toContain(nothingRead)
    expect(humanText({ ...nothing, problems: ['empty'] }, language)).not.toContain(nothingRead)
  })
})

test('a line of JSON holds the report, and commands for fixes', () => {
  const given = read('confirmed')
  given.answer.report.diagnoses = [
    {
      rule: 'mute-model',
      verdict: 'confirmed',
      severity: 'silent-corruption',
      about: 'linxi',
      aboutInText: true,
      provenByVersions: false,
      because: [0],
      missing: [],
      differential: [],
      fixes: ['upgrade'],
    },
  ]
  const line = jsonLine(given, 'en')
  expect(line).not.toContain('\n')
  const json = JSON.parse(line) as { diagnoses: { fixes: string[] }[] }
  expect(json).toMatchObject({ schema: 'unmute.report/1', input: 'a.log', facts: [], notes: [] })
  expect(json.diagnoses[0]!.fixes[0]).toBe('pip install "peft>=0.12.0,<0.14.0"')
})
