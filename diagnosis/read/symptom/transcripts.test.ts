import { describe, expect, it } from 'vitest'
import { passagesOf } from '../passages'
import { viewOf } from '../view'
import { silenceShown } from './transcripts'

const outline = { site: 'text' as const, blocks: [{ id: '1', kind: 'description' as const }] }
const shown = (text: string) =>
  silenceShown(passagesOf(viewOf({ id: '1', kind: 'description', text }, outline)))

describe('silenceShown', () => {
  it.each([
    ['prompt and response', '```\nPrompt: 你好\nResponse: \nPrompt: 在吗\nResponse: \n```'],
    ['question and answer', '```\nQ: Tell me a joke\nA: \nQ: And another\nA: \n```'],
    ['without a colon', '```\ninput 写一首诗\nresponse \ninput 睡不着怎么办\nresponse \n```'],
    ['the last one', '```\nuser: hi\nassistant: \n```'],
    ['carriage returns', '```\r\nUser: hi\r\nAssistant: \r\nUser: hello?\r\n```'],
    ['a length', '```\n>>> len(response)\n0\n```'],
    ['an empty repr', "```python\nprint(repr(response))   # ''\n```"],
    ['Chinese labels', '```\n用户：你好\n助手：\n用户：在吗\n助手：\n```'],
    ['a record', '```\nsmoke test: prompt="hi" reply="" (0 tokens)\n```'],
    ['JSON lines', '```\n{"prompt": "hi", "predict": ""}\n```'],
    ['labels and predictions', '```\n{"label": "yes", "predict": ""}\n```'],
    ['a pair', '```\n>>> model.chat(tokenizer, "hi")\n(\'\', [])\n```'],
    ['no tokens', '```\nprompt_tokens: 12, completion_tokens: 0\n```'],
    ['blank lines between', '```\n用户：你好\n\nChatGLM：\n\n用户：在吗\n\nChatGLM：\n```'],
    ['full-width', '用户：你好\n模型：\n用户：在吗\n'],
  ])('%s', (_name, text) => {
    expect(shown(text)).toBeDefined()
  })

  it.each([
    ['an exception instead', '```\nYou: hi\nGLM-4:\nTraceback (most recent call last):\n```'],
    ['an answer on the next line', '```\nUser: hi\nAssistant:\nHello! How can I help?\n```'],
    ['an answer', '```\nQ: Tell me a joke\nA: Why did the chicken\nQ: more\n```'],
    ['an entry of a training set', '```\n{"instruction": "hi", "input": "", "output": ""}\n```'],
    ['a variable', '```python\nresponse = ""\nfor token in stream:\n```'],
    ['no question before it', '```\noutput: \n====\n```'],
  ])('not for %s', (_name, text) => {
    expect(shown(text)).toBeUndefined()
  })
})
