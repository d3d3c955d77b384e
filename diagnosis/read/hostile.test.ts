import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, BlockKind } from '../thread'
import { readCode } from './code'
import { readErrors } from './errors'
import { readFramework } from './framework'
import { readHardware } from './hardware'
import { readLogs } from './logs'
import { readMethod } from './method'
import { readModels } from './models'
import { readOptimizer } from './optimizer'
import { readPrecision } from './precision'
import { view } from './reading.fixture'
import { readSymptoms } from './symptoms'
import { readWarnings } from './warnings'

/** Called one by one: `readBlock` would swallow what a reader throws. */
const readers = [
  readCode,
  readErrors,
  readFramework,
  readHardware,
  readLogs,
  readMethod,
  readModels,
  readOptimizer,
  readPrecision,
  readSymptoms,
  readWarnings,
]

const kinds: BlockKind[] = ['title', 'description', 'comment', 'card', 'metadata', 'paste', 'log', 'code']

/** Pieces that readers look for, so that chance puts them together in ways nobody writes. */
const pieces = [
  'loss',
  ' loss: ',
  "'loss': ",
  '0.0',
  'nan',
  'inf',
  '{',
  '}',
  '[',
  '|',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '```',
  '```python\n',
  '> ',
  '    ',
  '损失',
  '为',
  '0',
  '归零',
  '梯度范数',
  'grad_norm',
  'step 3',
  'Step\tTraining Loss\n',
  '| step | loss |\n|---|---|\n',
  'get_peft_model(',
  '.half()',
  'torch_dtype=torch.float16',
  'fp16',
  'bf16: true',
  '--fp16',
  '"fp16": {',
  'load_in_4bit=True',
  'ValueError: ',
  'Traceback',
  '  File "a.py", line 1',
  'raise ',
  '[rank0]: ',
  'Error',
  'Exception',
  ':',
  '(',
  ')',
  '`',
  "'",
  '"',
  'chatglm3-6b',
  'glm',
  'llama',
  '-',
  '_',
  '.',
  '/',
  'qwen2.5',
  '7b',
  'Instruct',
  'LLaMA-Factory',
  '没有输出',
  '输出',
  '为空',
  'the model',
  ' returns ',
  'nothing',
  'Prompt: x\n',
  'Response: \n',
  '# ',
  '## 怎么处理\n',
  '不',
  '如果',
  '?',
  '。',
  'adam_epsilon=',
  '1e-4',
  'V100',
  '3090',
  '昇腾',
  '>>> ',
  'tensor(nan',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '<div>',
  '&lt;',
  '１',
  '＝',
  '🎉',
]

const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 80 })
  .map((parts) => parts.join(''))

describe('readers on any text', () => {
  it('throw nothing, and place every fact inside the text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...kinds), (content, kind) => {
        const block: Partial<Block> = { kind }
        for (const read of readers)
          for (const fact of read(view(content, block))) {
            expect(fact.start).toBeGreaterThanOrEqual(0)
            expect(fact.end).toBeGreaterThanOrEqual(fact.start)
            expect(fact.end).toBeLessThanOrEqual(content.length)
            expect(fact.author).toBe('reporter')
            expect(fact.quote.start).toBeGreaterThanOrEqual(0)
            expect(() => JSON.stringify(fact)).not.toThrow()
            if (fact.kind === 'log') {
              const { points, breakAt } = fact.series
              expect(points.length).toBeGreaterThan(0)
              if (breakAt !== undefined) expect(points[breakAt]).toBeDefined()
            }
            if (fact.kind === 'error') expect(fact.text.length).toBeLessThanOrEqual(500)
          }
      }),
      { numRuns: 400 },
    )
  })

  it('give the same facts twice: no reader keeps a state', () => {
    fc.assert(
      fc.property(text, (content) => {
        for (const read of readers) expect(read(view(content))).toEqual(read(view(content)))
      }),
      { numRuns: 100 },
    )
  })

  it('bear with a line that holds a hundred thousand steps, and with lines that never end', () => {
    const endless = [
      'loss=1.0\r'.repeat(300_000),
      "{'loss': 2.5, 'step': 1} ".repeat(40_000),
      '{'.repeat(200_000),
      'a'.repeat(200_000),
      `${'a_'.repeat(100_000)} UserWarning: x`,
      "'loss': ".repeat(50_000),
      'glm-4-9b-chat-'.repeat(20_000),
      'loss 1.0 eval_loss 2.0 '.repeat(140_000),
      'loss is 0 '.repeat(400).concat('\n').repeat(50),
      '用 fp16 训练 '.repeat(400).concat('\n').repeat(50),
      'a.b.C'.repeat(50_000),
      '| '.repeat(100_000),
      'loss ' + '0'.repeat(200_000),
      '没有输出'.repeat(50_000),
    ]
    for (const content of endless)
      for (const kind of ['paste', 'comment'] as const)
        for (const read of readers) expect(() => read(view(content, { kind }))).not.toThrow()
  }, 60_000)
})
