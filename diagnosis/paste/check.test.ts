import { expect, it, vi } from 'vitest'
import { rules } from '../../rules'
import { releases } from '../../stack/releases'
import { readBlock } from '../read'
import { check, createReader } from './check'
import type { Source } from './checked'

vi.mock('../read', { spy: true })

const environment = 'torch==2.1.2+cu121\ntransformers==4.38.2\npeft==0.9.0\n'
const checked = (sources: Source[], choices = {}) => check(sources, choices, rules, releases)
const verdicts = (sources: Source[], choices = {}) =>
  checked(sources, choices).answer.report.diagnoses.map(({ verdict }) => verdict)
const box = (text: string): Source => ({ id: 'box', text })

it('turns choices and what is pasted below into a sharper verdict', () => {
  expect(verdicts([box(environment)])).toEqual([])
  expect(verdicts([box(environment)], { model: 'chatglm3-6b' })).toEqual(['at-risk'])
  expect(verdicts([box(`${environment}loss 0.0\n`)], { model: 'chatglm3-6b' })).toEqual(['confirmed'])
  expect(verdicts([box(environment)], { precision: 'fp16' })).toEqual(['at-risk'])
})

it('reads several files as one setup', () => {
  const log = { id: 'log', text: "{'loss': 3.2}\n{'loss': 0.0}\n{'loss': 0.0}\n" }
  const { answer, blocks } = checked([box(environment), log], { model: 'chatglm3-6b' })
  expect(answer.report.diagnoses[0]?.verdict).toBe('confirmed')
  const places = answer.explanations.en[0]?.evidence.map(({ block }) => blocks[block]?.source)
  expect(places).toContain('box')
  expect(places).toContain('log')
})

it('points evidence at the text that was given', () => {
  const { answer, blocks } = checked([box(environment)], { precision: 'fp16' })
  const evidence = answer.explanations.en[0]?.evidence.find(({ kind }) => kind === 'package')
  expect(evidence && environment.slice(evidence.start, evidence.end)).toBe('0.9.0')
  expect(blocks.box).toEqual({ source: 'box', verbatim: true })
})

it('does not take a page’s source for the text itself', () => {
  const { blocks, sources } = checked([box(`<!doctype html><p>peft==0.9.0</p>`)])
  expect(blocks.box?.verbatim).toBe(false)
  expect(sources.box?.problems).toEqual(['html'])
})

it('reads a saved thread as that thread', () => {
  const thread = JSON.stringify({
    site: 'github',
    blocks: [
      { kind: 'description', author: 'a', text: `chatglm3-6b with LoRA, loss is 0.0\n\n${environment}` },
      { kind: 'comment', author: 'b', text: 'I have peft==0.13.2' },
    ],
  })
  const { answer, sources, packages } = checked([box(thread)])
  expect(sources.box?.parts[0]?.kind).toBe('thread')
  expect(answer.report.diagnoses[0]).toMatchObject({ verdict: 'confirmed', about: 'a' })
  expect(packages.stack.filter(({ name }) => name === 'peft').map(({ version }) => version)).toEqual([
    '0.9.0',
  ])
})

it('says what is odd about a text', () => {
  expect(checked([box('  \n')]).sources.box?.problems).toEqual(['empty'])
  expect(checked([box('PK\0\x01')]).sources.box?.problems).toEqual(['binary'])
})

it('says when a model is not known', () => {
  expect(checked([box(environment)], { model: 'chatglm3-6b' }).unknownModel).toBe(false)
  expect(checked([box(environment)], { model: 'florp' }).unknownModel).toBe(true)
})

it('carries no facts across: a list may have half a million', () => {
  expect(checked([box(environment)]).answer.report.facts).toEqual([])
})

it('reads a text once while only the choices change', () => {
  const read = createReader()
  const run = (text: string, choices: object) => check([box(text)], choices, rules, releases, read)
  const calls = () => vi.mocked(readBlock).mock.calls.filter(([{ id }]) => id === 'box').length
  run(environment, {})
  const before = calls()
  run(environment, { model: 'chatglm3-6b' })
  expect(calls()).toBe(before)
  expect(run(`${environment}loss 0.0`, { model: 'chatglm3-6b' }).answer.report.diagnoses[0]?.verdict).toBe(
    'confirmed',
  )
  expect(calls()).toBe(before + 1)
})
