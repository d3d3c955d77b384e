import { describe, expect, it } from 'vitest'
import { rules } from '../rules'
import { conclude, diagnose } from './diagnose'
import { forPage, isWorthShowing } from './page'
import { readBlock } from './read'
import type { Thread } from './thread'
import { outlineOf } from './thread'

const description = `ChatGLM3-6B，LoRA 微调，torch 2.1.2+cu121，transformers 4.38.2，peft 0.9.0。
训练到第二步 loss 突然变成 0，训练完模型没有任何输出。`

const thread = (parts: Partial<Thread>): Thread => ({
  site: 'github',
  url: 'https://github.com/example/notes/issues/1',
  blocks: [{ id: '1', kind: 'description', author: 'ada', text: description }],
  ...parts,
})

const verdicts = (parts: Partial<Thread>) =>
  diagnose(thread(parts), rules).diagnoses.map(({ verdict }) => verdict)

describe('diagnose', () => {
  it('comes to the same from facts that were read one block at a time', () => {
    const whole = thread({
      blocks: [
        ...thread({}).blocks,
        { id: '2', kind: 'comment', author: 'bob', text: 'peft 降到 0.6.0 就好了，我也是同样的问题。' },
      ],
    })
    const outline = outlineOf(whole)
    const facts = whole.blocks.toReversed().flatMap((block) => readBlock(block, outline))
    expect(conclude(outline, facts, rules)).toEqual(diagnose(whole, rules))
  })

  it('is certain of nothing where several people’s words cannot be told apart', () => {
    expect(verdicts({})).toEqual(['confirmed'])
    expect(verdicts({ authorsUnknown: true })).toEqual(['likely'])
  })

  it('has a note for a listed base model’s own page, and none for a discussion about it', () => {
    const notes = (url: string, kind: 'card' | 'description') =>
      diagnose({ site: 'huggingface', url, blocks: [{ id: '1', kind, text: 'Hello' }] }, rules).notes
    expect(notes('https://huggingface.co/THUDM/chatglm3-6b', 'card')).toEqual([
      { rule: 'mute-model', model: 'chatglm3-6b' },
    ])
    expect(notes('https://huggingface.co/THUDM/chatglm3-6b/discussions/3', 'description')).toEqual([])
    expect(notes('https://huggingface.co/Qwen/Qwen2-7B', 'card')).toEqual([])
  })
})

describe('forPage', () => {
  const shown = (text: string, url: string) =>
    forPage(diagnose(thread({ url, blocks: [{ id: '1', kind: 'description', author: 'ada', text }] }), rules))

  it('keeps quiet where only the address is about it', () => {
    const url = 'https://github.com/zai-org/ChatGLM3/issues/1'
    expect(isWorthShowing(shown('loss 一直是 0，怎么回事？', url))).toBe(false)
    expect(isWorthShowing(shown('LoRA 微调，loss 一直是 0，怎么回事？', url))).toBe(true)
  })

  it('keeps quiet where there is nothing to say', () => {
    expect(isWorthShowing(shown('The build fails on Windows.', 'https://github.com/a/b/issues/1'))).toBe(
      false,
    )
  })
})

describe('the language of a thread', () => {
  it('is that of its title and prose, whatever its logs are in', () => {
    expect(diagnose(thread({}), rules).language).toBe('zh_CN')
    const english = {
      id: '1',
      kind: 'description' as const,
      author: 'ada',
      text: 'peft 0.9.0, loss is 0 after step 1',
    }
    expect(diagnose(thread({ blocks: [english] }), rules).language).toBe('en')
    expect(diagnose(thread({ title: '微调之后不说话', blocks: [english] }), rules).language).toBe('zh_CN')
  })
})
