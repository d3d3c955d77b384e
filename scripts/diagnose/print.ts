import { adapterState } from '../../diagnosis/adapter-state'
import type { Explanation, Language } from '../../diagnosis/explanation'
import type { Fact, FactOf } from '../../diagnosis/facts'
import { packagesIn } from '../../diagnosis/paste/packages'
import type { Report } from '../../diagnosis/report'
import { isLoud } from '../../diagnosis/report'
import { READER, REPORTER } from '../../diagnosis/thread'
import { problemWords } from '../../locales/problems'
import { punctuation } from '../../locales/punctuation'
import { words } from '../../locales/words'
import { checkWords } from '../../locales/words/check'
import { commandLineWords } from '../../locales/words/command-line'
import { rules } from '../../rules'
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

function fixLines(fixes: Explanation['fixes'], language: Language): string[] {
  const { workaround } = words[language].fixes
  const { brackets } = punctuation[language]
  return fixes.flatMap((fix, index) => [
    `  ${index + 1}. ${fix.title}${fix.workaround ? brackets(workaround) : ''}`,
    ...(fix.command ?? fix.code ?? '').split('\n').flatMap((line) => (line ? [`       ${line}`] : [])),
    ...(fix.limits ? [`     ${fix.limits}`] : []),
  ])
}

/** Who wrote a line, before the line; nothing where the reader or nobody known did. */
function nameOf(author: string | undefined, language: Language): string {
  if (!author || author === READER) return ''
  const name = author === REPORTER ? words[language].panel.reporter : author
  return name + punctuation[language].colon
}

function explanationText(explanation: Explanation, language: Language): string {
  const { panel, evidence, missing, differential, fixes } = words[language]
  const { colon, brackets } = punctuation[language]
  const ruledOut = explanation.verdict === 'ruled-out'
  const isLikely = isLoud(explanation.verdict) || explanation.verdict === 'at-risk'
  // what a change above amounts to is said once
  const own = explanation.fixes.filter(({ id }) => id !== explanation.sharedFix)
  const lines = [`${panel.verdict[explanation.verdict]}${colon}${explanation.sentence}`]
  // the cause of a fault that is not shown would read as if it were
  if (isLikely) lines.push(explanation.cause)
  const list = (title: string, items: string[]) => {
    if (items.length) lines.push('', `${title}${colon}`.trimEnd(), ...items)
  }
  list(
    evidence.title,
    explanation.evidence.map(({ author, quote }) => `  ${nameOf(author, language)}${quote.text}`),
  )
  list(
    explanation.verdict === 'cannot-tell' ? missing.cannotTell : missing.likely,
    explanation.missing.map((item) => `  - ${item.words}`),
  )
  list(
    isLikely
      ? differential.pointedTo
      : ruledOut
        ? differential.ruledOut
        : differential.title(explanation.differential.length),
    explanation.differential.flatMap(({ what, sign, then, pointedTo }) =>
      pointedTo || !isLikely ? [`  - ${what}${brackets(sign)}${language === 'en' ? ' ' : ''}${then}`] : [],
    ),
  )
  if (!ruledOut) list(own.length === 1 ? fixes.titleOne : fixes.title, fixLines(own, language))
  return lines.join('\n')
}

function adapterLines(adapter: FactOf<'adapter'>, language: Language): string[] {
  const say = checkWords[language].adapter
  const state = adapterState(adapter)
  if (!state) return [say.noTensors]
  const { tensors, dtypes, nonFinite, zero } = adapter
  const { colon } = punctuation[language]
  return [say.counts(tensors, dtypes, nonFinite, zero), `${say[state]}${colon}${say[`${state}Help`]}`]
}

const factText = (fact: Fact): string | undefined => {
  if (fact.kind === 'package') return fact.stance === 'installed' ? `${fact.name} ${fact.version}` : undefined
  if (fact.kind === 'model') return fact.id
  return undefined
}

/** A loss or an output that is broken; by itself it is no diagnosis. */
const isBroken = (fact: Fact): boolean => fact.kind === 'symptom' && fact.stance === 'used'

/** What is said where no rule has anything to say: no all-clear for what was not read, or is undecided. */
function withoutVerdict(report: Report, language: Language): string {
  const { brokenAlone, nothingRead, undecided } = commandLineWords[language]
  if (report.facts.some(isBroken)) return brokenAlone
  if (!report.facts.length) return nothingRead
  const affected = packagesIn(report, rules).stack.filter(({ standing }) => standing === 'affected')
  return affected.length
    ? undecided(affected.map(({ name, version }) => `${name} ${version}`).join(punctuation[language].comma))
    : checkWords[language].verdict.nothing
}

/** The report for a person, as plain text. */
export function humanText({ input, answer, problems }: Read, language: Language): string {
  const { colon, comma } = punctuation[language]
  const { report, explanations, notes } = answer
  const parts = [input, ...problems.map((problem) => problemWords[language][problem])]
  const adapter = report.facts.find((fact): fact is FactOf<'adapter'> => fact.kind === 'adapter')
  if (adapter) parts.push(...adapterLines(adapter, language))
  else if (!explanations[language].length && !problems.includes('empty'))
    parts.push(withoutVerdict(report, language))
  for (const change of answer.changes)
    parts.push(
      `${words[language].changes.title(change.clears.length, change.clears.length === explanations[language].length)}${colon}`.trimEnd(),
      `  ${change.command}`,
      ...change.clears.flatMap((index) => {
        const cleared = explanations[language][index]
        return cleared ? [`  - ${cleared.name}`] : []
      }),
    )
  explanations[language].forEach((explanation, index) => {
    if (index > 0 || answer.changes.length) parts.push('')
    parts.push(explanationText(explanation, language))
  })
  for (const note of notes[language]) parts.push(note.text)
  const facts = [...new Set(report.facts.flatMap((fact) => factText(fact) ?? []))]
  if (facts.length) parts.push('', `${commandLineWords[language].found}${colon}${facts.join(comma)}`)
  return `${parts.join('\n')}\n`
}
