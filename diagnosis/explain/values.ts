import type { Rule } from '../../rules/schema'
import type { Fact, FactOf } from '../facts'
import { neededBy } from '../match/needs'
import { setupOf } from '../match/setup'
import { conditionsOf } from '../match/walk'
import type { Diagnosis } from '../report'
import { codeSpan, escapeMarkdown } from './fill'
import { modelName } from './model-name'

/** What placeholders stand for, by name; what is not known is absent. */
export type Values = Record<string, string | undefined>

/** What the placeholders of a rule's prose stand for: the setup's versions, its model, whose it is, the cure. */
export function valuesFor(diagnosis: Diagnosis, rule: Rule, facts: Fact[]): Values {
  const values: Values = {}
  for (const fact of facts) {
    const concerns = fact.author === undefined || fact.author === diagnosis.about
    if (fact.kind === 'package' && fact.stance === 'installed' && concerns)
      values[fact.name.replace(/-/g, '_')] ??= fact.version
  }
  const reasons = diagnosis.because.flatMap((index) => facts[index] ?? [])
  const cure = reasons.find(
    (fact) => fact.kind === 'package' && fact.stance === 'cure' && fact.name === rule.cure?.package,
  )
  const needed = neededName(diagnosis, rule, facts)
  // last, so that no package of such a name takes their place
  return {
    ...values,
    about: escapeMarkdown(diagnosis.about),
    model: modelOf(facts, diagnosis),
    cure: cure?.kind === 'package' ? cure.version : undefined,
    fact: reasons[0] && codeSpan(reasons[0].quote.text),
    word: needed && codeSpan(needed.word),
    needs: needed?.release,
  }
}

/** The newest name that the rule's tables know in this setup. */
function neededName(diagnosis: Diagnosis, rule: Rule, facts: Fact[]) {
  const conditions = conditionsOf(rule).filter((condition) => 'needs' in condition)
  if (!conditions.length) return undefined
  const own = facts
    .map((fact, index) => ({ fact, index }))
    .filter(({ fact }) => fact.author === undefined || fact.author === diagnosis.about)
  const setup = setupOf(diagnosis.about, own)
  return conditions.flatMap((condition) => neededBy(condition, setup))[0]
}

/** The setup's model in its most specific form: the one that most facts name, the longer id where they tie. */
function modelOf(facts: Fact[], diagnosis: Diagnosis): string | undefined {
  const models = facts.filter(
    (fact): fact is FactOf<'model'> =>
      fact.kind === 'model' && (fact.author === undefined || fact.author === diagnosis.about),
  )
  const reasons = diagnosis.because.map((index) => facts[index]).filter((fact) => fact?.kind === 'model')
  // the address names what the repository is about, its writer what they have
  const own = (all: (Fact | undefined)[]) => all.find((fact) => fact?.author !== undefined) ?? all[0]
  const chosen = own(reasons.length ? [...reasons, ...models.filter(({ author }) => author)] : models)
  const first = chosen?.kind === 'model' ? chosen.id : undefined
  if (!first) return undefined
  const fuller = models.map(({ id }) => id).find((id) => id !== first && id.startsWith(`${first}-`))
  return modelName(fuller ?? first)
}
