import { all } from './list'
import { measured } from './measured'
import type { Rule } from './schema'

/** Every rule there is, with what was measured of it; the engine sorts what it finds. */
export const rules: Rule[] = all.map((rule) =>
  measured[rule.id] ? { ...rule, measured: measured[rule.id] } : rule,
)

export const pack = {
  /** The engines that understand these rules, as a semver range. */
  engine: '^1.0.0',
  /** The day on which the rules were last looked over, for whoever wonders how old they are. ISO 8601. */
  date: '2026-11-24',
  rules,
}
