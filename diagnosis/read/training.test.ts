import { describe, expect, it } from 'vitest'
import { readBlock } from '.'
import { outlineOf } from '../thread'

function isTrained(text: string): boolean {
  const block = { id: '1', kind: 'comment' as const, author: 'ada', text }
  return readBlock(block, outlineOf({ site: 'text', blocks: [block] })).some(
    ({ kind }) => kind === 'training',
  )
}

describe('readTraining', () => {
  it.each([
    '微调完之后，推理输出为空。',
    '用自己的数据训练后，模型什么都不回。',
    'The fine-tuned model answers with nothing.',
    'I trained it for three epochs and now it is silent.',
    'I put the adapter on top of the base and get my prompt back.',
    '合并权重之后没有输出。',
    'After loading the LoRA adapter it says nothing.',
    'The adapter loads, the model outputs nothing.',
    'With my adapter the answer is empty.',
    'I load the adapter weights with PeftModel and it is silent.',
  ])('%s', (text) => expect(isTrained(text)).toBe(true))

  it.each([
    'The base model answers with nothing.',
    '还没有微调，原版模型就没有输出。',
    'Without fine-tuning it is silent as well.',
    '准备微调，先试了一下推理，输出为空。',
    '> 微调完之后输出为空',
    'The training data is in English.',
    'My network adapter is down, chatglm3-6b outputs nothing',
    'The power adapter of the machine was replaced, no output.',
    'I wrote an adapter class for the API and get no answer.',
    'The display adapter is a 2080Ti.',
  ])('%s is none', (text) => expect(isTrained(text)).toBe(false))

  it('reads a sentence from its beginning, in a long thread as well', () => {
    expect(isTrained('nothing of interest here '.repeat(20_000))).toBe(false)
    expect(isTrained('We have long trained it. It is silent.')).toBe(true)
  })

  it('marks the words that say so', () => {
    const text = 'Hello. The fine-tuned model answers with nothing.'
    const block = { id: '1', kind: 'comment' as const, author: 'ada', text }
    const fact = readBlock(block, outlineOf({ site: 'text', blocks: [block] })).find(
      ({ kind }) => kind === 'training',
    )!
    expect(text.slice(fact.start, fact.end)).toBe('fine-tuned')
  })
})
