import { describe, expect, it } from 'vitest'
import type { LossSeries } from '../facts'
import { readLogs } from './logs'
import { view } from './reading.fixture'

const read = (text: string, kind: 'description' | 'paste' | 'log' | 'comment' = 'log') =>
  readLogs(view(text, { kind })).flatMap((fact) => (fact.kind === 'log' ? [fact] : []))

function one(text: string, kind: 'description' | 'paste' | 'log' = 'log'): LossSeries {
  const facts = read(text, kind)
  expect(facts).toHaveLength(1)
  return facts[0]!.series
}

const losses = (series: LossSeries) => series.points.map(({ loss }) => loss)

describe('readLogs', () => {
  it.each([
    [
      'Trainer dictionaries',
      `{'loss': 2.5, 'grad_norm': 1.2, 'learning_rate': 1e-04, 'epoch': 0.1}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 9e-05, 'epoch': 0.2}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 8e-05, 'epoch': 0.3}`,
    ],
    [
      'numbers as strings',
      `{'loss': '2.5', 'grad_norm': '1.2', 'learning_rate': '1e-04'}
{'loss': '0', 'grad_norm': 'nan', 'learning_rate': '9e-05'}
{'loss': '0', 'grad_norm': 'nan', 'learning_rate': '8e-05'}`,
    ],
    [
      'JSON lines',
      `{"current_steps": 1, "loss": 2.5, "grad_norm": 1.2, "lr": 0.0001}
{"current_steps": 2, "loss": 0.0, "grad_norm": NaN, "lr": 0.00009}
{"current_steps": 3, "loss": 0.0, "grad_norm": NaN, "lr": 0.00008}`,
    ],
    [
      'csv',
      `step,train/loss,train/grad_norm,train/learning_rate
1,2.5,1.2,0.0001
2,0.0,nan,0.00009
3,0.0,nan,0.00008`,
    ],
    [
      'a Markdown table',
      `| Step | Training Loss | Grad Norm | Learning Rate |
|-----:|--------------:|----------:|--------------:|
| 1 | 2.5 | 1.2 | 0.0001 |
| 2 | 0.0 | nan | 0.00009 |
| 3 | 0.0 | nan | 0.00008 |`,
    ],
    [
      'columns of blanks',
      `step   loss    grad_norm   lr
1      2.5     1.2         0.0001
2      0.0     nan         0.00009
3      0.0     nan         0.00008`,
    ],
    [
      'home-made lines',
      `Epoch 1/2  batch 1/90  loss: 2.5  gnorm: 1.2  lr: 1e-04
Epoch 1/2  batch 2/90  loss: 0.0  gnorm: nan  lr: 9e-05
Epoch 1/2  batch 3/90  loss: 0.0  gnorm: nan  lr: 8e-05`,
    ],
    [
      'Chinese labels',
      `[训练] 第 1 步  损失 2.5  梯度范数 1.2  学习率 1e-04
[训练] 第 2 步  损失 0.0000  梯度范数 nan  学习率 9e-05
[训练] 第 3 步  损失 0.0000  梯度范数 nan  学习率 8e-05`,
    ],
    [
      'a trainer_state',
      JSON.stringify(
        {
          epoch: 3,
          global_step: 30,
          log_history: [
            { epoch: 0.1, grad_norm: 1.2, learning_rate: 0.0001, loss: 2.5, step: 1 },
            { epoch: 0.2, grad_norm: 'nan', learning_rate: 0.00009, loss: 0.0, step: 2 },
            { epoch: 0.3, grad_norm: 'nan', learning_rate: 0.00008, loss: 0.0, step: 3 },
            { epoch: 1, step: 30, total_flos: 1e15, train_loss: 0.083, train_runtime: 300 },
          ],
        },
        null,
        2,
      ).replace(/"nan"/g, 'NaN'),
    ],
    [
      'a selection that lost its line breaks',
      `{'loss': 2.5, 'grad_norm': 1.2, 'learning_rate': 1e-04} {'loss': 0.0, 'grad_norm': nan, 'learning_rate': 9e-05} {'loss': 0.0, 'grad_norm': nan, 'learning_rate': 8e-05}`,
    ],
  ])('%s', (_name, text) => {
    for (const whole of [text, text.replace(/\n/g, '\r\n')]) {
      const series = one(whole)
      expect(losses(series)).toEqual([2.5, 0, 0])
      expect(series).toMatchObject({
        length: 3,
        shape: 'finite-then-zero',
        breakAt: 1,
        finiteBefore: 1,
        gradNormFirst: 'finite',
        gradNormAfter: 'nan',
        highestLearningRate: 0.0001,
      })
    }
  })

  it.each([
    ['nanoGPT', 'iter 3000: loss 4.03, time 9ms\niter 3010: loss nan, time 9ms', [4.03, 'nan'], 3000],
    ['batches', 'Batch 703/999 - Loss: 1.24\nBatch 704/999 - Loss: nan', [1.24, 'nan'], 703],
    [
      'mmengine',
      'Iter(train) [ 20/90]  lr: 2e-04  loss: 3.1\nIter(train) [ 30/90]  lr: 2e-04  loss: nan',
      [3.1, 'nan'],
      20,
    ],
    ['pipes', 'step   20/90 | loss: 3.1 | lr 1e-4\nstep   40/90 | loss: nan | lr 1e-4', [3.1, 'nan'], 20],
    ['bare steps', 'it 1: 1.98\nit 2: loss nan', [1.98, 'nan'], 1],
    ['equals', 'iter   1/800  loss=3.55  bf16\niter   2/800  loss=nan   bf16', [3.55, 'nan'], 1],
    ['a notebook', 'Step\tTraining Loss\n10\t3.4\n20\tnan', [3.4, 'nan'], 10],
    [
      'a tensor',
      'step 1 loss: tensor(3.4, device=cuda)\nstep 2 loss: tensor(nan, device=cuda)',
      [3.4, 'nan'],
      1,
    ],
  ])('%s', (_name, text, expected, step) => {
    const series = one(text)
    expect(losses(series)).toEqual(expected)
    expect(series.points[0]!.step).toBe(step)
    expect(series.shape).toBe('finite-then-nan')
  })

  it('reads progress bars, which rewrite their line', () => {
    const series = one(
      'Epoch 0:  18%|█▊ | 19/99 [3:39<16:34, 6.8s/it, loss=1.87, v_num=11]\rEpoch 0:  19%|█▊ | 20/99 [3:46<16:26, 6.8s/it, loss=nan, v_num=11]Using /root/cache',
    )
    expect(losses(series)).toEqual([1.87, 'nan'])
  })

  it('keeps together what progress bars part, where a log stands in prose', () => {
    const text = `{'loss': 2.1, 'grad_norm': 1.0, 'epoch': 0.1}
  2%|█▊     | 1/50 [00:31<25:24, 31.11s/it]
{'loss': 0.0, 'grad_norm': nan, 'epoch': 0.2}

Then it stopped.`
    expect(losses(one(text, 'description'))).toEqual([2.1, 0])
  })

  it('reads a log that begins on the line of its fence', () => {
    expect(
      losses(one("```{'loss': 1.1, 'grad_norm': nan}\n{'loss': 0.0, 'grad_norm': nan}\n```", 'description')),
    ).toEqual([1.1, 0])
  })

  it('reads an interpreter session', () => {
    const text =
      '>>> loss.item()\n3.81\n>>> optimizer.step()\n>>> model(**batch).loss\ntensor(nan, dtype=torch.float16)'
    expect(losses(one(text))).toEqual([3.81, 'nan'])
  })

  it('points at the breaking line', () => {
    const text = "{'loss': 2.5, 'learning_rate': 1e-04}\n{'loss': 0.0, 'learning_rate': 9e-05}"
    const [fact] = read(text)
    expect(text.slice(fact!.start, fact!.end)).toBe("{'loss': 0.0, 'learning_rate': 9e-05}")
    expect(fact!.quote.text).toContain("'loss': 0.0")
  })

  it.each([
    [
      'zero from the first line',
      "{'loss': 0.0, 'grad_norm': 0.0}\n{'loss': 0.0, 'grad_norm': 0.0}",
      'zero-from-first',
      'zero',
    ],
    [
      'nan from the first line',
      'step 1 loss nan grad_norm nan\nstep 2 loss nan grad_norm nan',
      'nan-from-first',
      'nan',
    ],
    [
      'alternating',
      "{'loss': 5.6, 'lr': 2e-4}\n{'loss': nan, 'lr': 2e-4}\n{'loss': 5.1, 'lr': 2e-4}",
      'alternating',
      undefined,
    ],
    [
      'healthy',
      "{'loss': 0.0618, 'grad_norm': 0.5}\n{'loss': 0.2, 'grad_norm': nan}\n{'loss': 0.07, 'grad_norm': 0.6}",
      'finite',
      'finite',
    ],
  ])('%s', (_name, text, shape, gradNormAfter) => {
    expect(one(text)).toMatchObject({ shape })
    expect(one(text).gradNormAfter).toBe(gradNormAfter)
  })

  it('leaves other losses alone', () => {
    for (const text of [
      '[20300] D_loss: 0.0000  G_loss: 13.8',
      'step 1 aux_loss 0.0 kd_loss: 0.0',
      'step 5 loss_kd=0.0',
      '30000 packets transmitted, 0% packet loss, time 0ms',
      'Gradient overflow.  Skipping step, loss scaler 0 reducing loss scale to 0',
      "{'eval_rouge-1': 0.0, 'epoch': 0.0}",
      'trainable params: 0 || all params: 6,245,533,696 || trainable%: 0.0',
      "{'train_runtime': 113.9, 'train_loss': 0.0, 'epoch': 0.01}",
      'return {"loss": 0.0, "learning_rate": self.lr}',
      'total_loss = 0.0',
      'loss = 0',
      'x = {"loss": 0.0}',
      'label_smoothing_factor=0.0,',
      'weight loss 0.0 kg in week 1',
      'val/box_loss: 0',
    ])
      expect(read(text), text).toEqual([])
  })

  it('makes one fact of a log with other lines in between, and two of two fences', () => {
    const log =
      "{'loss': 2.5, 'epoch': 0.1}\n  0%| | 1/90 [00:02<3:21, 4.1it/s]\n\nWarning: x\n{'loss': 2.4, 'epoch': 0.2}"
    expect(read(`\`\`\`\n${log}\n\`\`\``, 'description')).toHaveLength(1)
    expect(read(`\`\`\`\n${log}\n\`\`\`\nand\n\`\`\`\n${log}\n\`\`\``, 'description')).toHaveLength(2)
  })

  it('reads a log that stands in prose, quoted in a description, but not in a comment', () => {
    const quoted =
      "> {'loss': 4.0, 'grad_norm': 3.3, 'lr': 1e-4}\n> {'loss': 0.0, 'grad_norm': nan, 'lr': 1e-4}"
    expect(read(quoted, 'description')).toHaveLength(1)
    expect(read(quoted, 'comment')).toEqual([])
    expect(read('- 第 1 行：loss 3.0\n- 第 2 行：loss 0.0\n', 'description')).toHaveLength(1)
    expect(read('The loss is 0.5 after 3 epochs.', 'description')).toEqual([])
  })

  it('makes no course of one bad line, nor a log of a sentence', () => {
    expect(read("{'loss': 0.0, 'grad_norm': nan}")).toEqual([])
    expect(read('step 12 loss nan')).toEqual([])
    expect(read('The loss is 0 from the second step on\nloss is 0 again', 'paste')).toEqual([])
    expect(read("{'loss': 2.1, 'epoch': 0.1}")).toHaveLength(1)
  })

  it('takes a lone zero at the very end of a healthy log for a way of printing', () => {
    const healthy = [1.3, 1.2, 1.1].map(
      (loss) => `{'loss': ${loss}, 'grad_norm': 0.9, 'learning_rate': 1e-06}`,
    )
    const ending = (last: string) => one([...healthy, last].join('\n')).shape
    expect(ending("{'loss': 0.0, 'grad_norm': 0.8, 'learning_rate': 0.0}")).toBe('finite')
    expect(ending("{'loss': 0.0, 'learning_rate': 0.0}")).toBe('finite')
    expect(ending("{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 1e-06}")).toBe('finite-then-zero')
    expect(ending("{'loss': 0.0, 'learning_rate': 1e-06}")).toBe('finite-then-zero')
  })

  it('reads two bare columns where the title speaks of a loss', () => {
    const text = 'Then it went up:\n\n    10  1.9\n    20  5.3\n    30  0.0\n    40  0.0\n'
    const under = (title: string) => readLogs(view(text, {}, { title }))
    expect(under('loss climbs, then 0')).toMatchObject([
      { kind: 'log', series: { shape: 'finite-then-zero' } },
    ])
    expect(under('table of prices')).toEqual([])
  })

  it('thins a long log and keeps the break', () => {
    const lines = Array.from({ length: 10_000 }, (_, step) => {
      const loss = step < 4321 ? 2 : 0
      return `{'loss': ${loss}.0, 'grad_norm': 1.0, 'learning_rate': 1e-4, 'step': ${step}}`
    })
    const series = one(lines.join('\n'))
    expect(series.length).toBe(10_000)
    expect(series.points.length).toBeLessThan(400)
    expect(series.points[series.breakAt!]).toMatchObject({ step: 4321, loss: 0 })
    expect(series.points[series.breakAt! - 1]).toMatchObject({ step: 4320, loss: 2 })
    expect(series.finiteBefore).toBe(4321)
  })
})
