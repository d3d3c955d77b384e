import type { Explanation, Language } from '../../diagnosis/explanation'
import type { Fact } from '../../diagnosis/facts'
import { problemWords } from '../../locales/problems'
import type { Read } from './read-input'

/** The report as one line of JSON, in the contract `unmute.report/1`. Fixes are commands where they have one. */
export function jsonLine({ input, answer }: Read, language: Language): string {
  const { report, explanations } = answer
  const diagnoses = report.diagnoses.map((diagnosis, index) => ({
    ...diagnosis,
    fixes: explanations[language][index]?.fixes.map((fix) => fix.command ?? fix.title) ?? [],
  }))
  return JSON.stringify({ schema: 'unmute.report/1', input, ...report, diagnoses })
}

const words = {
  en: {
    confirmed: 'Confirmed',
    likely: 'Likely',
    'cannot-tell': 'Cannot tell',
    'at-risk': 'At risk',
    'ruled-out': 'Ruled out',
    nothing: 'Nothing here that Unmute knows.',
    found: 'What it found',
    restsOn: 'It rests on',
    missing: 'What is missing',
    fixes: 'Fixes, best first',
    workaround: 'workaround',
    pointed: 'The text points to',
    adapter: (adapter: AdapterFact) =>
      `${adapter.tensors} tensors (${adapter.dtypes.join(', ')}): ${adapter.nonFinite} with NaN or infinity, ${adapter.zero} lora_B all zero.`,
    dead: 'This adapter is dead: it cannot be repaired. Train anew from the base model.',
  },
  zh_CN: {
    confirmed: '已确认',
    likely: '很可能',
    'cannot-tell': '无法判断',
    'at-risk': '有风险',
    'ruled-out': '已排除',
    nothing: '没有发现 Unmute 认识的问题。',
    found: '读到的内容',
    restsOn: '依据',
    missing: '还缺什么',
    fixes: '修复办法（从最好的开始）',
    workaround: '权宜之计',
    pointed: '文中线索指向',
    adapter: (adapter: AdapterFact) =>
      `共 ${adapter.tensors} 个张量（${adapter.dtypes.join('、')}）：${adapter.nonFinite} 个含 NaN 或无穷大，${adapter.zero} 个 lora_B 全为零。`,
    dead: '这个适配器已经坏掉，无法修复。请从基座模型重新训练。',
  },
}

type AdapterFact = Extract<Fact, { kind: 'adapter' }>

function explanationText(explanation: Explanation, language: Language): string {
  const say = words[language]
  const lines = [`${say[explanation.verdict]}: ${explanation.sentence}`, explanation.cause]
  if (explanation.evidence.length) lines.push('', `${say.restsOn}:`)
  for (const { author, quote } of explanation.evidence) lines.push(`  ${author ?? ''}: ${quote.text}`)
  if (explanation.missing.length) lines.push('', `${say.missing}:`)
  for (const { words: missing } of explanation.missing) lines.push(`  - ${missing}`)
  const pointed = explanation.differential.filter(({ pointedTo }) => pointedTo)
  if (pointed.length) lines.push('', `${say.pointed}:`)
  for (const { what, sign, then } of pointed) lines.push(`  - ${what} (${sign}) ${then}`)
  if (explanation.verdict !== 'ruled-out') {
    lines.push('', `${say.fixes}:`)
    explanation.fixes.forEach((fix, index) => {
      lines.push(`  ${index + 1}. ${fix.title}${fix.workaround ? ` (${say.workaround})` : ''}`)
      for (const line of (fix.command ?? fix.code ?? '').split('\n')) if (line) lines.push(`       ${line}`)
      if (fix.limits) lines.push(`     ${fix.limits}`)
    })
  }
  return lines.join('\n')
}

const factText = (fact: Fact): string | undefined => {
  if (fact.kind === 'package') return fact.stance === 'installed' ? `${fact.name} ${fact.version}` : undefined
  if (fact.kind === 'model') return fact.id
  return undefined
}

/** The report for a person, as plain text. */
export function humanText({ input, answer, problems }: Read, language: Language): string {
  const say = words[language]
  const parts = [input, ...problems.map((problem) => problemWords[language][problem])]
  const adapter = answer.report.facts.find((fact): fact is AdapterFact => fact.kind === 'adapter')
  if (adapter) parts.push(say.adapter(adapter), ...(adapter.nonFinite ? [say.dead] : []))
  else if (!answer.report.diagnoses.length && !problems.includes('empty')) parts.push(say.nothing)
  for (const explanation of answer.explanations[language]) parts.push(explanationText(explanation, language))
  for (const note of answer.notes[language]) parts.push(note.text)
  const facts = [...new Set(answer.report.facts.flatMap((fact) => factText(fact) ?? []))]
  if (facts.length) parts.push(`${say.found}: ${facts.join(', ')}`)
  return `${parts.join('\n')}\n`
}
