import { describe, expect, it } from 'vitest'
import { readAddress } from './address'
import { readErrors } from './errors'
import { readModels } from './models'
import { threadOf } from './reading.fixture'
import { reconcile } from './reconcile'
import { readSymptoms } from './symptoms'
import { viewOf } from './view'
import { outlineOf } from '../thread'

function settled(texts: [string, string][], title = '', url = '') {
  const thread = threadOf(texts, { title, url })
  const outline = outlineOf(thread)
  const facts = [
    ...readAddress(outline),
    ...thread.blocks.flatMap((block) => {
      const view = viewOf(block, outline)
      return [...readModels(view), ...readErrors(view)]
    }),
  ]
  const once = reconcile(facts, outline)
  expect(reconcile(once, outline)).toEqual(once)
  return once
}

const models = (...args: Parameters<typeof settled>) => [
  ...new Set(settled(...args).flatMap((fact) => (fact.kind === 'model' ? [fact.id] : []))),
]
const errors = (...args: Parameters<typeof settled>) =>
  settled(...args).flatMap((fact) => (fact.kind === 'error' ? [`${fact.block}: ${fact.text}`] : []))

describe('reconcile: models', () => {
  it('takes GLM-6B for the chat model of that size', () => {
    const url = 'https://github.com/zai-org/ChatGLM-6B/issues/1'
    expect(models([['ann', "torch.load('/root/GLM-6B/saved/finetune_2.pt')"]], '', url)).toEqual([
      'chatglm-6b',
    ])
    expect(models([['ann', '我用 GLM-6B 微调']])).toEqual(['chatglm-6b'])
    expect(models([['ann', 'GLM-10B']])).toEqual(['glm-10b'])
  })

  it('gives a generation named loosely the vision model, where the page has no other of it', () => {
    const asked: [string, string] = ['ann', 'glm4v-9b 的 lora']
    expect(models([asked, ['ben', 'glm4 需要用 bf16 来微调']])).toEqual(['glm-4v-9b'])
    expect(models([asked, ['ben', 'glm4 需要用 bf16，glm-4-9b 也是']])).toEqual(['glm-4v-9b', 'glm-4-9b'])
  })

  it('gives a loose name the exact form that the page has elsewhere', () => {
    expect(models([['ann', 'I use Qwen2-7B-Instruct.']], 'qwen2 做 lora')).toEqual(['qwen2-7b-instruct'])
    expect(models([['ann', '--model /d/chatglm3-6b-base']], 'chatglm3 loss 为 0')).toEqual([
      'chatglm3-6b-base',
    ])
    expect(models([['ann', 'Baichuan2-13B-Chat']], 'baichuan2-13B loss 0')).toEqual(['baichuan2-13b-chat'])
    expect(
      models([
        ['ann', 'my model'],
        ['bob', '我训 llama2 也一样'],
        ['cem', 'llama2-7B-chat here'],
      ]),
    ).toEqual(['llama-2-7b-chat'])
  })

  it('knows the models that come in one size', () => {
    expect(models([['ann', 'ChatGLM3 微调']])).toEqual(['chatglm3-6b'])
    expect(models([['ann', 'llama and chatglm2']])).toEqual(['llama', 'chatglm2-6b'])
  })

  it('keeps models apart that are not the same', () => {
    expect(models([['ann', 'chatglm3-6b and chatglm3-6b-base']])).toEqual(['chatglm3-6b', 'chatglm3-6b-base'])
    expect(models([['ann', 'qwen2 与 Qwen2.5-7B']])).toEqual(['qwen2', 'qwen2.5-7b'])
    expect(models([['ann', 'GLM-4-9B 和 glm-4-9b-chat']])).toEqual(['glm-4-9b', 'glm-4-9b-chat'])
    expect(models([['ann', 'Qwen-7B, Qwen-14B']])).toEqual(['qwen-7b', 'qwen-14b'])
  })

  it('takes a class of the remote code for what the page names', () => {
    expect(models([['ann', '`ChatGLMConfig` of glm-4-voice-9b']])).toEqual(['glm-4-voice-9b'])
    expect(models([['ann', '`ChatGLMTokenizer` fails']])).toEqual(['chatglm'])
  })

  it("prefers the author's own exact name", () => {
    const facts = settled([
      ['ann', 'qwen2 here'],
      ['bob', 'Qwen2-1.5B'],
      ['ann', 'it is Qwen2-7B'],
    ])
    expect(
      facts.flatMap((fact) => (fact.kind === 'model' && fact.author === 'ann' ? [fact.id] : [])),
    ).toEqual(['qwen2-7b', 'qwen2-7b'])
  })

  it('believes the address unless the reporter says otherwise', () => {
    const url = 'https://github.com/zai-org/ChatGLM3/issues/1'
    expect(models([['ann', 'loss 为 0']], '', url)).toEqual(['chatglm3-6b'])
    expect(models([['ann', 'loss 为 0，qwen-7b 没事']], '', url)).toEqual(['chatglm3-6b', 'qwen-7b'])
    expect(models([['ann', '我用的其实是 glm-4-9b']], '', url)).toEqual(['glm-4-9b'])
    expect(models([['ann', 'chatglm3-6b-base']], '', url)).toEqual(['chatglm3-6b', 'chatglm3-6b-base'])
  })
})

describe('reconcile: exceptions', () => {
  it("keeps the text's own over the title's", () => {
    expect(errors([['ann', '```\nValueError: x is bad (really)\n```']], 'ValueError: x is bad')).toEqual([
      '0: ValueError: x is bad (really)',
    ])
    expect(errors([['ann', 'see picture']], 'ValueError: x is bad')).toEqual(['title: ValueError: x is bad'])
  })

  it('drops a message without its class where the class stands', () => {
    expect(
      errors(
        [['ann', "```\nImportError: cannot import name 'A' from 'b' (/c.py)\n```"]],
        "Cannot import name 'A' from 'b'",
      ),
    ).toEqual(["0: ImportError: cannot import name 'A' from 'b' (/c.py)"])
  })

  it('keeps one a person', () => {
    const error = '```\nValueError: x is bad\n```'
    expect(
      errors([
        ['ann', error],
        ['bob', error],
        ['ann', error],
      ]),
    ).toEqual(['0: ValueError: x is bad', '1: ValueError: x is bad'])
  })
})

describe('reconcile: silence in a title', () => {
  const silence = (title: string, text: string) => {
    const thread = threadOf([['ann', text]], { title })
    const outline = outlineOf(thread)
    const facts = (thread.blocks ?? []).flatMap((block) => {
      const view = viewOf(block, outline)
      return [...readSymptoms(view), ...readErrors(view)]
    })
    return reconcile(facts, outline).flatMap((fact) =>
      fact.kind === 'symptom' && fact.id === 'mute-output' ? [fact.stance] : [],
    )
  }
  const raised = '```\nTraceback (most recent call last):\nAttributeError: no attribute x\n```'

  it('is an exception where its author shows one and tells of no silence', () => {
    expect(silence('升级后 chatglm3 无法生成回复', raised)).toEqual([])
    expect(silence('transformers 升级后 glm-4 不能生成', `每次都是 500：\n\n${raised}`)).toEqual([])
    expect(silence('chatglm3 微调后不能生成内容', '没有报错，loss 是 0')).toEqual(['used'])
    expect(silence('chatglm3 微调后不能生成内容', `问什么都返回空。\n\n${raised}`)).toEqual(['used', 'used'])
    expect(silence('chatglm3 微调后回复为空', raised)).toEqual(['used'])
  })
})
