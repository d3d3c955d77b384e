import type { Condition, Rule } from '../../rules/schema'

/** A condition and all that it is made of, outermost first. */
export function conditionsIn(condition: Condition | undefined): Condition[] {
  if (!condition) return []
  const inner =
    'allOf' in condition
      ? condition.allOf
      : 'anyOf' in condition
        ? condition.anyOf
        : 'not' in condition
          ? [condition.not]
          : 'before' in condition && condition.unless
            ? [condition.unless]
            : []
  return [condition, ...inner.flatMap(conditionsIn)]
}

/** Every condition of a rule, the inner ones too. */
export const conditionsOf = (rule: Rule): Condition[] =>
  [
    rule.about,
    rule.symptoms,
    rule.environment,
    rule.against,
    rule.doubts,
    rule.certain,
    ...rule.fixes.flatMap(({ when, unless }) => [when, unless]),
    ...(rule.differential ?? []).map(({ when }) => when),
  ].flatMap(conditionsIn)
