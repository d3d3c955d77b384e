import { describe, expect, it } from 'vitest'
import { brief, view } from './reading.fixture'
import { readSymptoms } from './symptoms'

const seen = (text: string, kind: 'description' | 'comment' | 'card' | 'paste' | 'title' = 'description') =>
  brief(readSymptoms(view(text, { kind }))).sort()

describe('readSymptoms', () => {
  it('reads logs, transcripts and prose', () => {
    expect(seen("```\n{'loss': 2.1, 'epoch': 0.1}\n{'loss': 0.0, 'epoch': 0.2}\n```")).toEqual(['loss-zero'])
    expect(seen('```\niter 1: loss 2.1\niter 2: loss nan\n```')).toEqual(['loss-nan'])
    expect(seen('```\nUser: hi\nAssistant: \nUser: hello\n```')).toEqual(['mute-output'])
    expect(seen('训练后 loss 一直是 0，推理没有任何输出。')).toEqual(['loss-zero', 'mute-output'])
  })

  it('reads full-width characters and carriage returns', () => {
    expect(seen('微调时ｌｏｓｓ一直为０．０\r\n推理结果为空\r\n')).toEqual(['loss-zero', 'mute-output'])
    expect(
      seen("{'loss'： ２．１， 'epoch'： ０．１}\r\n{'loss'： ０．０， 'epoch'： ０．２}\r\n", 'paste'),
    ).toEqual(['loss-zero'])
  })

  it('only mentions a nan on held-out data beside sound training losses, and no zero there', () => {
    expect(seen("```\n{'loss': 1.2, 'epoch': 1}\n{'eval_loss': nan, 'epoch': 1}\n```")).toEqual([
      'loss-nan mentioned',
    ])
    expect(
      seen(
        '| Training Loss | Epoch | Step | Validation Loss |\n|:--:|:--:|:--:|:--:|\n| 1.5 | 1.0 | 10 | nan |',
        'card',
      ),
    ).toEqual(['loss-nan mentioned'])
    expect(seen("```\n{'loss': nan, 'epoch': 1}\n{'eval_loss': nan, 'epoch': 1}\n```")).toEqual(['loss-nan'])
    expect(seen("```\n{'loss': 1.2, 'epoch': 1}\n{'eval_loss': 0.0, 'epoch': 1}\n```")).toEqual([])
    expect(seen('eval_loss 一直是 nan，训练 loss 正常', 'title')).toEqual(['loss-nan mentioned'])
    expect(seen('The validation loss is nan, training looks fine.')).toEqual(['loss-nan mentioned'])
    expect(seen('It achieves the following results on the evaluation set:\n- Loss: nan', 'card')).toEqual([
      'loss-nan',
    ])
  })

  it('takes a summary for no step, and a small loss for no zero', () => {
    expect(seen("```\n{'train_runtime': 9.1, 'train_loss': 0.0034, 'epoch': 1}\n```")).toEqual([])
    expect(seen('```\nstep 10 loss 0.0123\nstep 20 loss 0.0004\n```')).toEqual([])
  })

  it('lets one odd zero in a healthy log pass', () => {
    const log = Array.from({ length: 40 }, (_, step) => `step ${step} loss ${step === 7 ? '0.0' : '1.5'}`)
    expect(seen(`\`\`\`\n${log.join('\n')}\n\`\`\``)).toEqual([])
  })

  it('leaves quotations and other people out of a comment', () => {
    expect(seen('> loss 一直是 0\n\n学习率是多少？', 'comment')).toEqual([])
    expect(seen('你的 loss 是 0 说明标签被屏蔽了。', 'comment')).toEqual([])
    expect(seen('loss 是 0 吗？', 'comment')).toEqual([])
    expect(seen('Is the output empty?', 'comment')).toEqual([])
    expect(seen('我这里 loss 也一直是 0。', 'comment')).toEqual(['loss-zero'])
    expect(seen('same here, the loss is 0 from step 2', 'comment')).toEqual(['loss-zero'])
  })

  it('leaves alone what is told of others, explained or asked', () => {
    for (const text of [
      'Others report that their model answers with an empty string; mine babbles.',
      '别的帖子里 loss 是 0，我的正常',
      'In another thread the loss is nan.',
    ])
      expect(seen(text), text).toEqual([])
    const guest = (text: string) =>
      brief(readSymptoms(view(text, { id: '2', kind: 'comment', author: 'guest' })))
    for (const text of [
      'loss 为 0 一般是 labels 全被 mask 了',
      'A loss of 0 usually means that all labels are -100.',
      'Zero loss means masked labels.',
      'loss 变成 0 往往是 fp16 溢出',
    ])
      expect(guest(text), text).toEqual([])
    expect(guest('Same for me, loss is 0.')).toEqual(['loss-zero'])
  })

  it('knows losses of rows, packets and money from a training’s', () => {
    expect(seen('We expect zero data loss, but the report prints loss 0 after the truncate.')).toEqual([])
    expect(seen('packet loss is 0 and the loss stays 0')).toEqual([])
    expect(seen('No data loss here, but the training loss is 0.')).toEqual(['loss-zero'])
  })

  it('only mentions a zero at the very end', () => {
    expect(seen('Very last log line says loss 0.0', 'title')).toEqual(['loss-zero mentioned'])
    expect(seen('只有最后一行 loss 是 0')).toEqual(['loss-zero mentioned'])
  })

  it('reads how the numbers went where the text is about a training', () => {
    expect(seen('第一次训练：第一行 2.31，后面清一色 0.0，grad_norm 列是 nan。')).toEqual(['loss-zero'])
    expect(seen('The first version was 2.31, then 0.0.')).toEqual([])
  })

  it('takes a question in a title or description for a report', () => {
    expect(seen('为什么 loss 一直是 0？', 'title')).toEqual(['loss-zero'])
    expect(seen('Why is my training loss 0.0?', 'title')).toEqual(['loss-zero'])
    expect(seen('问什么都没有回应，这是怎么回事？')).toEqual(['mute-output'])
  })

  it('reads nothing out of forms, programs and look-alikes', () => {
    for (const text of [
      '### Who can help?\n\n_No response_',
      "```python\nreturn {'loss': 0.0, 'lr': self.lr}\n```",
      "```\n{'eval_rouge-1': 0.0, 'epoch': 0.0}\n```",
      '```\ntrainable params: 0 || all params: 6 || trainable%: 0.0\n```',
      "```\n{'loss': 0.8, 'grad_norm': nan, 'learning_rate': 0.0, 'epoch': 0.0}\n```",
      '```\n[20300] D_loss: 0.0000  G_loss: 13.8\n```',
      '| Dropout | 0.0 |',
      'tensor([[nan, nan]])',
    ])
      expect(seen(text), text).toEqual([])
  })

  it('places each symptom once, at its line', () => {
    const text = 'Hello.\nThe loss is 0.\nThe loss is 0 again.'
    const facts = readSymptoms(view(text))
    expect(facts).toHaveLength(1)
    expect(text.slice(facts[0]!.start, facts[0]!.end)).toBe('loss is 0')
    expect(facts[0]).toMatchObject({ author: 'reporter', block: '1' })
    expect(facts[0]!.quote.text).toBe('The loss is 0.')
  })
})
