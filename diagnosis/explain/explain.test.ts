import { describe, expect, it } from 'vitest'
import type { Rule, RuleProse } from '../../rules/schema'
import type { Fact } from '../facts'
import type { Report } from '../report'
import { answer } from './explain'
import { codeSpan, escapeMarkdown, fill } from './fill'
import { modelName } from './model-name'

const prose: RuleProse = {
  name: 'Made-up hazard',
  symptom: 'It stops.',
  verdict: {
    confirmed: 'widget {widget|?} on {model|a model}, cured by {cure|nothing}',
    'ruled-out': 'not it: {fact}',
  },
  cause: 'Because.',
  fixes: { cast: { title: 'cast' }, down: { title: 'go down' }, hack: { title: 'hack' } },
  differential: {
    first: { what: 'a', sign: 'b', then: 'c' },
    second: { what: 'd', sign: 'e', then: 'f' },
  },
}

const rule: Rule = {
  id: 'made-up',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  about: { mentions: 'widget' },
  symptoms: { symptom: ['loss-zero'] },
  environment: { package: 'widget' },
  fixes: [
    { id: 'hack', code: 'hack()', workaround: true },
    { id: 'cast', code: 'cast()' },
    { id: 'down', command: 'pip install "widget=={widget}"', installs: { package: 'widget', range: '<1.0' } },
  ],
  ruler: { package: 'widget', broken: '>=1.0,<2.0' },
  cure: { package: 'widget', outside: '>=1.0,<2.0' },
  links: [{ url: 'https://example.invalid/1', label: '#1', what: { en: 'report', zh_CN: '报告' } }],
  prose: { en: prose, zh_CN: { ...prose, name: '假想的问题' } },
}

const place = (start: number, text: string) => ({
  block: '1',
  author: 'ada',
  start,
  end: start + 1,
  quote: { text, start: 0, end: 1 },
})
const facts: Fact[] = [
  { ...place(0, 'widget 1.5'), kind: 'package', name: 'widget', version: '1.5', stance: 'installed' },
  { ...place(20, 'widget 1.5'), kind: 'model', id: 'chatglm3-6b' },
  {
    ...place(40, '0.9 cured it'),
    kind: 'package',
    name: 'widget',
    version: '0.9',
    stance: 'cure',
    author: 'bob',
  },
]
const report: Report = {
  facts,
  diagnoses: [
    {
      rule: 'made-up',
      verdict: 'confirmed',
      severity: 'crash',
      about: 'ada',
      aboutInText: true,
      provenByVersions: false,
      because: [0, 1, 2],
      missing: ['package:widget', 'precision'],
      differential: ['second'],
      fixes: ['hack', 'cast', 'down'],
    },
  ],
  notes: [],
  language: 'en',
}
const releases = { widget: ['0.9', '1.0', '1.5', '2.0'].map((label) => ({ label, version: `${label}.0` })) }
const explained = answer(report, [rule], releases, 'ada').explanations.en[0]!

describe('explain', () => {
  it('fills the sentence from the setup, and cures from anybody', () => {
    expect(explained.sentence).toBe('widget 1.5 on ChatGLM3-6B, cured by 0.9')
    expect(explained.aboutReporter).toBe(true)
  })

  it('takes no other package’s cure for its own, and no package’s name for a word of its own', () => {
    const other: Fact = { ...place(60, 'x'), kind: 'package', name: 'gadget', version: '4.0', stance: 'cure' }
    const named: Fact = {
      ...place(80, 'y'),
      kind: 'package',
      name: 'cure',
      version: '7',
      stance: 'installed',
    }
    const strange = {
      ...report,
      facts: [facts[0]!, facts[1]!, other, named],
      diagnoses: [{ ...report.diagnoses[0]!, because: [0, 1, 2] }],
    }
    expect(answer(strange, [rule], releases, 'ada').explanations.en[0]?.sentence).toBe(
      'widget 1.5 on ChatGLM3-6B, cured by nothing',
    )
  })

  it('speaks both languages', () => {
    expect(answer(report, [rule], releases, 'ada').explanations.zh_CN[0]?.name).toBe('假想的问题')
  })

  it('quotes each line once and marks the cure', () => {
    expect(explained.evidence.map(({ quote, cure }) => [quote.text, cure])).toEqual([
      ['widget 1.5', false],
      ['0.9 cured it', true],
    ])
  })

  it('puts workarounds last and points out the fix that the thread reports', () => {
    expect(explained.fixes.map(({ id }) => id)).toEqual(['cast', 'down', 'hack'])
    expect(explained.fixes[1]).toMatchObject({
      command: 'pip install "widget==1.5"',
      reportedBy: { author: 'bob' },
    })
  })

  it('puts the look-alikes that the text points to first', () => {
    expect(explained.differential.map(({ id, pointedTo }) => [id, pointedTo])).toEqual([
      ['second', true],
      ['first', false],
    ])
  })

  it('draws the releases with the broken, the fitting and the thread’s own', () => {
    expect(explained.ruler?.stops.map(({ broken, fits }) => [broken, fits])).toEqual([
      [false, true],
      [true, false],
      [true, false],
      [false, false],
    ])
    expect(explained.ruler?.marks).toEqual([
      { version: '1.5', stance: 'installed', author: 'ada' },
      { version: '0.9', stance: 'cure', author: 'bob' },
    ])
  })

  it('says what is missing in words', () => {
    expect(explained.missing[0]?.words).toContain('widget')
    expect(explained.missing[1]?.words).toContain('torch_dtype')
  })
})

describe('words from the page inside Markdown', () => {
  it('are code, whatever they contain', () => {
    expect(codeSpan('a `b` [c](d)')).toBe('``a `b` [c](d)``')
    expect(escapeMarkdown('[x](javascript:1) <b> @ada')).toBe('\\[x\\]\\(javascript:1\\) \\<b\\> \\@ada')
  })

  it('fall back where nothing is known', () => {
    expect(fill('{a|b} {c}.', {})).toBe('b .')
  })

  it.each([
    ['包 {a|（版本未写明）} 要用', '包（版本未写明）要用', '包 1.0 要用'],
    ['配置里的 {a|某个键} 不认识', '配置里的某个键不认识', '配置里的 1.0 不认识'],
    ['peft {a|更高的版本} 才有', 'peft 更高的版本才有', 'peft 1.0 才有'],
    ['比 {a|1.0 及以上} 高', '比 1.0 及以上高', '比 1.0 高'],
    ['peft {a|(not stated)} and', 'peft (not stated) and', 'peft 1.0 and'],
  ])('set a fallback in Chinese off from Latin only: %s', (text, unknown, known) => {
    expect(fill(text, {})).toBe(unknown)
    expect(fill(text, { a: '1.0' })).toBe(known)
  })
})

describe('modelName', () => {
  it.each([
    ['chatglm3-6b', 'ChatGLM3-6B'],
    ['chatglm3-6b-base', 'ChatGLM3-6B-Base'],
    ['qwen2-1.5b-instruct', 'Qwen2-1.5B-Instruct'],
    ['llama-2-7b-chat', 'Llama-2-7B-Chat'],
    ['mistral-7b-instruct-v0.2', 'Mistral-7B-Instruct-v0.2'],
    ['somebody-else', 'somebody-else'],
  ])('%s is written %s', (id, name) => {
    expect(modelName(id)).toBe(name)
  })
})
