/**
 * `npm test`: everything, in order. The last line is `N passed, N failed`, over the unit tests and those in Chromium and
 * Firefox; a step that fails and is no test counts as one failure.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from './run'
import { countPlaywright, countVitest, type Counts } from './test-counts'

interface Step {
  name: string
  /** Where under node_modules it stands: run by this Node, without npx. */
  program: string
  args: string[]
  environment?: NodeJS.ProcessEnv
  /** Reads the report that the step left; steps without it are no tests. */
  count?: (report: string) => Counts
  /** Not worth starting when this step failed. */
  needs?: string
}

const root = resolve(import.meta.dirname, '..')
const reports = await mkdtemp(join(tmpdir(), 'unmute-reports-'))
const report = (name: string) => join(reports, `${name}.json`)

const steps: Step[] = [
  { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { name: 'lint', program: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] },
  { name: 'types', program: 'typescript/bin/tsc', args: ['--noEmit'] },
  {
    name: 'unit tests',
    program: 'vitest/vitest.mjs',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report('unit tests')}`],
    count: countVitest,
  },
  { name: 'build', program: 'wxt/bin/wxt.mjs', args: ['build'] },
  { name: 'build for Firefox', program: 'wxt/bin/wxt.mjs', args: ['build', '-b', 'firefox'] },
  { name: 'build for Edge', program: 'wxt/bin/wxt.mjs', args: ['build', '-b', 'edge'] },
  {
    name: 'browser tests',
    program: '@playwright/test/cli.js',
    args: ['test', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('browser tests'), UNMUTE_BUILT: '1' },
    count: countPlaywright,
    needs: 'build',
  },
  {
    name: 'Firefox tests',
    program: '@playwright/test/cli.js',
    args: ['test', '--config', 'tests/firefox/playwright.config.ts', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('Firefox tests'), UNMUTE_BUILT: '1' },
    count: countPlaywright,
    needs: 'build for Firefox',
  },
]

const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const outcomes = new Map<string, { ok: boolean; words: string }>()

for (const step of steps) {
  if (step.needs && !outcomes.get(step.needs)?.ok) {
    outcomes.set(step.name, { ok: false, words: `not run, because the ${step.needs} failed` })
    continue
  }
  console.log(`\n== ${step.name}`)
  const started = Date.now()
  const result = await run(process.execPath, [join(root, 'node_modules', step.program), ...step.args], {
    cwd: root,
    env: { ...process.env, ...step.environment },
    timeout: 20 * 60_000,
    show: step.count !== undefined,
  })
  const counts = await countsOf(step, result.status)
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
  const ok = counts.failed === 0
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`
  const words = step.count
    ? `${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''} (${seconds})`
    : `${ok ? 'ok' : `failed with status ${result.status}`} (${seconds})`
  if (!ok) console.log(result.output.trimEnd())
  console.log(words)
  outcomes.set(step.name, { ok, words })
}

await rm(reports, { recursive: true, force: true })
console.log('\n== outcome')
for (const [name, { ok, words }] of outcomes) console.log(`${ok ? '  ok  ' : 'FAILED'}  ${name}: ${words}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

async function countsOf(step: Step, status: number): Promise<Counts> {
  const failure: Counts = { passed: 0, failed: 1, skipped: 0 }
  if (!step.count) return status === 0 ? { passed: 0, failed: 0, skipped: 0 } : failure
  const text = await readFile(report(step.name), 'utf8').catch(() => undefined)
  if (text === undefined) return failure
  const counts = step.count(text)
  // A run can fail outside its tests: an error nobody caught, a file that did not load, no test found.
  const failedOutside = counts.failed === 0 && (status !== 0 || counts.passed === 0)
  return failedOutside ? { ...counts, failed: 1 } : counts
}
