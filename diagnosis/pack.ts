import satisfies from 'semver/functions/satisfies'
import * as v from 'valibot'
import { type Rule, ruleSchema } from '../rules/schema'
import { logOnce } from './log-once'

/** What this engine understands of rules; a rule's shape that older engines misread is a new major version. */
export const ENGINE = '1.0.0'

/** Rules as they are handed in: bundled today, perhaps from elsewhere one day. */
export interface RulePack {
  /** The engines that read it, as a semver range: `^1.0.0`. */
  engine: string
  /** The day on which it was last looked over. ISO 8601. */
  date: string
  rules: unknown[]
}

/**
 * The pack's rules that this engine can use. A pack for another engine gives none, and a rule that does not fit the
 * schema is left out; either is logged once.
 */
export function rulesFrom(pack: RulePack): Rule[] {
  if (!satisfies(ENGINE, pack.engine)) {
    logOnce('the rule pack', new RangeError(`it is for engine ${pack.engine}, this is ${ENGINE}`))
    return []
  }
  return pack.rules.flatMap((rule, index) => {
    const read = v.safeParse(ruleSchema, rule)
    if (read.success) return [read.output]
    logOnce(`rule ${(rule as Partial<Rule>)?.id ?? index + 1}`, v.flatten(read.issues))
    return []
  })
}
