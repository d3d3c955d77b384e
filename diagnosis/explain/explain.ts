import { type Language, languages } from '../../locales/language'
import { missingWords } from '../../locales/missing'
import { plainVerdicts } from '../../locales/verdicts'
import type { Fix, Rule, RuleProse } from '../../rules/schema'
import type { Answer, Evidence, Explanation, ShownFix, ShownNote } from '../explanation'
import { basisOf } from '../catalogue'
import { changesFor } from '../changes'
import type { Fact, FactOf } from '../facts'
import type { Diagnosis, Report } from '../report'
import { satisfies } from '../versions'
import { fill } from './fill'
import { modelName } from './model-name'
import type { Releases } from './ruler'
import { rulerFor } from './ruler'
import type { Values } from './values'
import { valuesFor } from './values'

/** How many quoted lines a person is shown: the weightiest come first. */
const MOST_EVIDENCE = 8

function evidenceOf(fact: Fact, index: number): Evidence {
  const { kind, block, start, end, author, quote } = fact
  return {
    fact: index,
    kind,
    block,
    start,
    end,
    author,
    quote,
    cure: 'stance' in fact && fact.stance === 'cure',
  }
}

/** What a fact says, whoever says it and where: two that say the same are one to a reader. */
const sayingOf = (fact: Fact): string =>
  `${fact.kind} ${'id' in fact ? fact.id : 'name' in fact ? fact.name : ''} ${'stance' in fact ? fact.stance : ''}`

/**
 * Each line and each thing said once (a symptom twice: told and logged), the weightiest first. Facts that only the
 * address states have no line to show.
 */
function evidenceFor(diagnosis: Diagnosis, facts: Fact[]): Evidence[] {
  const shown: Evidence[] = []
  const said = new Map<string, number>()
  for (const index of diagnosis.because) {
    const fact = facts[index]
    if (!fact || fact.block === 'url') continue
    const saying = sayingOf(fact)
    const times = said.get(saying) ?? 0
    const sameLine = shown.some(({ block, quote }) => block === fact.block && quote.text === fact.quote.text)
    if (sameLine || times >= (fact.kind === 'symptom' ? 2 : 1)) continue
    said.set(saying, times + 1)
    shown.push(evidenceOf(fact, index))
  }
  return shown.slice(0, MOST_EVIDENCE)
}

/** The line that reports this very fix as a cure. */
function reportOf(fix: Fix, facts: Fact[]): Evidence | undefined {
  const { installs } = fix
  if (!installs) return undefined
  const index = facts.findIndex(
    (fact) =>
      fact.kind === 'package' &&
      fact.stance === 'cure' &&
      fact.name === installs.package &&
      satisfies(fact.version, installs.range),
  )
  const fact = facts[index]
  return fact && evidenceOf(fact, index)
}

function shownFixes(rule: Rule, ids: string[], prose: RuleProse, values: Values, facts: Fact[]): ShownFix[] {
  const shown = ids.flatMap((id): ShownFix[] => {
    const fix = rule.fixes.find((other) => other.id === id)
    const words = prose.fixes[id]
    if (!fix || !words) return []
    return [
      {
        id,
        title: fill(words.title, values),
        command: fix.command && fill(fix.command, values),
        code: fix.code,
        limits: words.limits && fill(words.limits, values),
        workaround: fix.workaround ?? false,
        reportedBy: reportOf(fix, facts),
      },
    ]
  })
  return [...shown.filter(({ workaround }) => !workaround), ...shown.filter(({ workaround }) => workaround)]
}

/** The verdict's sentence; of a setup whose version only the cure gives away, the one that says so. */
function sentenceFor(diagnosis: Diagnosis, rule: Rule, language: Language, values: Values): string {
  const prose = rule.prose[language]
  const known = rule.cure && values[rule.cure.package.replace(/-/g, '_')]
  if (diagnosis.verdict === 'confirmed' && values.cure && !known && prose.confirmedByCure)
    return prose.confirmedByCure
  const { verdict } = diagnosis
  const plain = Object.entries(plainVerdicts[language]).find(([id]) => id === verdict)?.[1] ?? prose.name
  return prose.verdict[verdict] ?? plain
}

const linksOf = (rule: Rule, language: Language) =>
  rule.links.map(({ url, label, what }) => ({ url, label, what: what[language] }))

/** What a person is shown of one diagnosis. */
function explain(
  diagnosis: Diagnosis,
  report: Report,
  rule: Rule,
  releases: Releases,
  language: Language,
  reporter: string,
): Explanation {
  const { facts } = report
  const prose = rule.prose[language]
  const values = valuesFor(diagnosis, rule, facts)
  const filled = (text: string) => fill(text, values)
  const differential = Object.entries(prose.differential ?? {}).map(([id, words]) => ({
    id,
    ...words,
    pointedTo: diagnosis.differential.includes(id),
  }))
  const logs = facts.filter(
    (fact): fact is FactOf<'log'> => fact.kind === 'log' && fact.author === diagnosis.about,
  )
  const broken = logs.find(({ series }) => series.breakAt !== undefined)
  return {
    rule: rule.id,
    verdict: diagnosis.verdict,
    severity: rule.severity,
    name: prose.name,
    sentence: filled(sentenceFor(diagnosis, rule, language, values)),
    about: diagnosis.about,
    aboutReporter: diagnosis.about === reporter,
    cause: filled(prose.cause),
    chain: (prose.chain ?? []).map((link) => ({
      ...link,
      short: filled(link.short),
      long: filled(link.long),
    })),
    guesses: prose.guesses ?? [],
    evidence: evidenceFor(diagnosis, facts),
    missing: diagnosis.missing.map((id) => ({ id, words: missingWords(id, language) })),
    fixes: shownFixes(rule, diagnosis.fixes, prose, values, facts),
    noFix: prose.noFix,
    differential: [
      ...differential.filter(({ pointedTo }) => pointedTo),
      ...differential.filter(({ pointedTo }) => !pointedTo),
    ],
    guides: Object.entries(prose.guides ?? {}).map(([id, words]) => ({
      id,
      ...words,
      code: rule.guides?.find((guide) => guide.id === id)?.code,
    })),
    ruler: rulerFor(rule, diagnosis, facts, releases),
    series: (broken ?? logs[0])?.series,
    links: linksOf(rule, language),
    basis: basisOf(rule),
  }
}

/** The report with the words for it in both languages: what crosses to whoever shows it. */
export function answer(report: Report, rules: Rule[], releases: Releases, reporter: string): Answer {
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id)
  const changes = changesFor(report, rules, releases)
  const sharedFixOf = (index: number) =>
    changes.flatMap(({ clears, fixes }) => fixes[clears.indexOf(index)] ?? [])[0]
  const inBoth = <T>(make: (language: Language) => T) =>
    Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, T>
  return {
    report,
    explanations: inBoth((language) =>
      report.diagnoses.flatMap((diagnosis, index) => {
        const rule = ruleOf(diagnosis.rule)
        if (!rule) return []
        const sharedFix = sharedFixOf(index)
        const explained = explain(diagnosis, report, rule, releases, language, reporter)
        return [sharedFix ? { ...explained, sharedFix } : explained]
      }),
    ),
    changes: changes.map(({ about, command, from, clears }) => ({ about, command, from, clears })),
    notes: inBoth((language) =>
      report.notes.flatMap(({ rule: id, model }): ShownNote[] => {
        const rule = ruleOf(id)
        const prose = rule?.prose[language]
        if (!rule || !prose?.note) return []
        const values = { model: modelName(model) }
        const always = rule.fixes.filter((fix) => !fix.when).map((fix) => fix.id)
        return [
          {
            rule: id,
            model,
            text: fill(prose.note, values),
            cause: fill(prose.cause, values),
            fixes: shownFixes(rule, always, prose, values, report.facts),
            links: linksOf(rule, language),
          },
        ]
      }),
    ),
  }
}
