/**
 * What reading a thread costs: the engine on 1 MB, against one pass of a small regular expression over the same text,
 * and how the cost grows to 10 MB. Run with `npx tsx tests/bench/engine.ts [rounds]`.
 */
import { diagnose } from '../../diagnosis/diagnose'
import type { Thread } from '../../diagnosis/thread'
import { rules } from '../../rules'
import { threadOfLength } from './thread-text'

const PASS = /\b(?:peft|chatglm|transformers|torch|accelerate|loss)\b/gi
const MEGABYTE = 1_000_000
const rounds = Number(process.argv[2] ?? 9)

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

function time(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Both in turn, so that they meet the same state of the machine. Milliseconds, medians. */
function measure(thread: Thread, times: number): { pass: number; engine: number } {
  const whole = thread.blocks.map(({ text }) => text).join('\n')
  const pass: number[] = []
  const engine: number[] = []
  let found = 0
  for (let round = 0; round < times; round++) {
    pass.push(time(() => (found += whole.match(PASS)?.length ?? 0)))
    engine.push(time(() => (found += diagnose(thread, rules).facts.length)))
  }
  if (!found) throw new Error('The thread of the benchmark says nothing.')
  return { pass: median(pass), engine: median(engine) }
}

const small = threadOfLength(MEGABYTE)
measure(small, 3)
const one = measure(small, rounds)
const ten = measure(threadOfLength(10 * MEGABYTE), Math.max(3, Math.ceil(rounds / 3)))
const show = ({ pass, engine }: typeof one) =>
  `one pass ${pass.toFixed(1)} ms, engine ${engine.toFixed(0)} ms, ratio ${(engine / pass).toFixed(1)}`
console.log(`1 MB in ${small.blocks.length} blocks: ${show(one)} (budget 10)`)
console.log(`10 MB: ${show(ten)}; ${(ten.engine / one.engine).toFixed(1)} times the 1 MB (linear is 10)`)
