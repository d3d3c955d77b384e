/**
 * What reading costs, against one pass of a small regular expression over the same text: a thread of 1 MB, how the cost
 * grows to 10 MB, logs of 10,000 lines, and texts made to be slow, each at two lengths. Run with
 * `npx tsx tests/bench/engine.ts [rounds]`. Processor time, the least of the rounds: other work on the machine counts
 * for less so.
 */
import { diagnose } from '../../diagnosis/diagnose'
import type { BlockKind, Thread } from '../../diagnosis/thread'
import { rules } from '../../rules'
import { installerLog, longProse, trainingLog } from './log-text'
import { threadOfLength } from './thread-text'

const PASS = /\b(?:peft|chatglm|transformers|torch|accelerate|loss)\b/gi
const MEGABYTE = 1_000_000
const rounds = Number(process.argv[2] ?? 7)

function time(run: () => void): number {
  const start = process.cpuUsage()
  run()
  return process.cpuUsage(start).user / 1000
}

interface Cost {
  pass: number
  engine: number
}

/** Both in turn, so that they meet the same state of the machine. Milliseconds. */
function measure(thread: Thread, times: number): Cost {
  const whole = thread.blocks.map(({ text }) => text).join('\n')
  const cost: Cost = { pass: Infinity, engine: Infinity }
  for (let round = 0; round < times; round++) {
    cost.pass = Math.min(
      cost.pass,
      time(() => void whole.match(PASS)?.length),
    )
    cost.engine = Math.min(
      cost.engine,
      time(() => void diagnose(thread, rules).facts.length),
    )
  }
  return cost
}

const show = ({ pass, engine }: Cost) =>
  `one pass ${pass.toFixed(1)} ms, engine ${engine.toFixed(0)} ms, ratio ${(engine / pass).toFixed(0)}`

const one = (text: string, kind: BlockKind): Thread => ({
  site: 'text',
  blocks: [{ id: '1', kind, author: 'you', text }],
})

const small = threadOfLength(MEGABYTE)
if (!diagnose(small, rules).facts.length) throw new Error('The thread of the benchmark says nothing.')
const single = measure(small, rounds)
const ten = measure(threadOfLength(10 * MEGABYTE), Math.max(2, Math.ceil(rounds / 3)))
console.log(`1 MB in ${small.blocks.length} blocks: ${show(single)} (budget 10)`)
console.log(`10 MB: ${show(ten)}; ${(ten.engine / single.engine).toFixed(1)} times the 1 MB (linear is 10)`)

const logs: [string, string, BlockKind][] = [
  ['training log', trainingLog(10_000), 'paste'],
  ['installer log', installerLog(10_000), 'paste'],
  ['prose', longProse(MEGABYTE), 'description'],
]
for (const [name, text, kind] of logs)
  console.log(`${name}, ${(text.length / MEGABYTE).toFixed(2)} MB: ${show(measure(one(text, kind), rounds))}`)

const hostile: [string, (times: number) => string][] = [
  ['one line without blanks', (times) => 'a'.repeat(50 * times)],
  ['one line of names', (times) => 'loss=0.1,peft'.repeat(4 * times)],
  ['quotes', (times) => '> loss is 0\n'.repeat(times)],
  ['marks of quotes in one line', (times) => '>'.repeat(times)],
  ['fences', (times) => '```\nfp16=True\n'.repeat(times)],
  ['braces on lines', (times) => '{\n'.repeat(times)],
  ['braces in one line', (times) => `${'{'.repeat(times)}loss`],
  ['versions', (times) => 'peft 0.9.0 to 0.6.0\n'.repeat(times)],
]
const FEW = 25_000
for (const [name, make] of hostile) {
  const [less, more] = [FEW, 4 * FEW].map((times) => measure(one(make(times), 'comment'), 2).engine)
  console.log(
    `${name}: ${less!.toFixed(0)} ms, four times as much ${more!.toFixed(0)} ms (linear is 4: ${(more! / less!).toFixed(1)})`,
  )
}
