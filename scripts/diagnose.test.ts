import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemWords } from '../locales/problems'
import { words } from '../locales/words'
import { checkWords } from '../locales/words/check'
import { commandLineWords } from '../locales/words/command-line'

const root = resolve(import.meta.dirname, '..')
let folder: string
const path = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unmute-diagnose-'))
  writeFileSync(path('freeze.txt'), 'peft==0.9.0\ntransformers==4.38.2\n')
  writeFileSync(path('loss.log'), "chatglm3-6b, LoRA\n{'loss': 4.8}\n{'loss': 0.0}\n{'loss': 0.0}\n")
  const header = '{"q.lora_A.weight":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}'
  const length = [header.length, 0, 0, 0, 0, 0, 0, 0]
  const adapter = Uint8Array.from([...length, ...Buffer.from(header), 0x00, 0x7e])
  writeFileSync(path('adapter'), adapter)
  writeFileSync(path('cut.safetensors'), adapter.subarray(0, -1))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command line as a process of its own, in English unless told otherwise. */
function diagnose(args: string[], input = '') {
  const program = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/diagnose.ts'), ...args]
  const environment = { ...process.env, LC_ALL: 'C', NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: root,
    env: environment,
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr, program, environment }
}

const SLOW = 30_000

test(
  'a line of JSON a file, standard input among them',
  () => {
    const { status, stdout, stderr } = diagnose(
      ['--json', '--model', 'chatglm3-6b', path('freeze.txt'), '-', path('adapter')],
      'peft==0.9.0, chatglm3-6b, LoRA: loss 0.0 from step 2 on',
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const reports = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(reports.map(({ schema }) => schema)).toEqual(Array(3).fill('unmute.report/1'))
    expect(reports.map(({ input }) => input)).toEqual([path('freeze.txt'), '-', path('adapter')])
    expect(reports[0]!.diagnoses).toMatchObject([
      {
        rule: 'mute-model',
        verdict: 'at-risk',
        fixes: expect.arrayContaining(['pip install "peft==0.6.2"']),
      },
    ])
    expect(reports[1]!.diagnoses).toMatchObject([{ rule: 'mute-model', verdict: 'confirmed' }])
    expect(reports[2]!.facts).toMatchObject([{ kind: 'adapter', tensors: 1, nonFinite: 1 }])
  },
  SLOW,
)

test(
  'what cannot be read is said last, in the language asked for, and the rest is reported',
  () => {
    const args = ['--lang', 'zh-CN', path('nowhere.txt'), path('loss.log'), folder, path('cut.safetensors')]
    const { status, stdout, stderr, program, environment } = diagnose(args)
    expect(status).toBe(2)
    expect(stdout).toContain(words.zh_CN.panel.verdict['cannot-tell'])
    const say = problemWords.zh_CN
    expect(stderr.trimEnd().split('\n')).toEqual([
      `${path('nowhere.txt')}：${say.missing}`,
      `${folder}：${say.folder}`,
      `${path('cut.safetensors')}：${say['adapter-cut']}`,
    ])
    const both = openSync(path('both'), 'w')
    spawnSync(process.execPath, program, { cwd: root, env: environment, stdio: ['ignore', both, both] })
    closeSync(both)
    expect(readFileSync(path('both'), 'utf8').trimEnd()).toBe(`${stdout}${stderr}`.trimEnd())
  },
  SLOW,
)

test(
  'an adapter is known by its bytes, and --keep is said to have no effect',
  () => {
    const { status, stdout, stderr } = diagnose(['--keep', 'torch', path('adapter')])
    expect(status).toBe(0)
    expect(stdout).toContain(checkWords.en.adapter.dead)
    expect(stderr.trimEnd()).toBe(commandLineWords.en.keepHasNoEffect)
  },
  SLOW,
)

test(
  'a call that is wrong is answered in the language asked for, with how to call it',
  () => {
    const { status, stdout, stderr } = diagnose(['--lang', 'zh-CN', '--frobnicate', path('freeze.txt')])
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(commandLineWords.zh_CN.misuse['unknown-option']('--frobnicate'))
    expect(stderr).toMatch(/用法：.*--keep/)
  },
  SLOW,
)
