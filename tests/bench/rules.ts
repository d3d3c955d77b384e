/**
 * What rules cost: the engine on the same thread with ten times the rules, in turn. Run with
 * `npx tsx tests/bench/rules.ts [rounds]`.
 */
import { diagnose } from '../../diagnosis/diagnose'
import { rules } from '../../rules'
import type { Rule } from '../../rules/schema'
import { threadOfLength } from './thread-text'

const TIMES = 10
const rounds = Number(process.argv[2] ?? 9)
const thread = threadOfLength(1_000_000)

/** Rules of their own: other ids and patterns, so that nothing is remembered from the first set. */
const copyOf = (rule: Rule, copy: number): Rule =>
  JSON.parse(JSON.stringify({ ...rule, id: `${rule.id}-${copy}` }), (key, value: unknown) =>
    (key === 'error' || key === 'warning') && typeof value === 'string'
      ? `${value}${'(?:)'.repeat(copy)}`
      : value,
  ) as Rule
const many = Array.from({ length: TIMES }, (_, copy) =>
  copy ? rules.map((rule) => copyOf(rule, copy)) : rules,
).flat()

/** The least disturbed round. */
const least = (values: number[]) => Math.min(...values)

function time(set: Rule[]): number {
  const start = performance.now()
  diagnose(thread, set)
  return performance.now() - start
}

const one: number[] = []
const ten: number[] = []
for (let round = -2; round < rounds; round++) {
  const first = time(rules)
  const second = time(many)
  if (round < 0) continue
  one.push(first)
  ten.push(second)
}
console.log(
  `${rules.length} rules ${least(one).toFixed(0)} ms, ${many.length} rules ${least(ten).toFixed(0)} ms, ratio ${(least(ten) / least(one)).toFixed(2)} (budget 1.3)`,
)
