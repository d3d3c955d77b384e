import { describe, expect, it } from 'vitest'
import { brief, view } from '../reading.fixture'
import { readSymptoms } from '../symptoms'
import { entryOfPrinted, printingOf } from './printing'

const seen = (text: string) => brief(readSymptoms(view(text)))

const loop = (print: string, lead: string, output: string) => `\`\`\`python
for i, batch in enumerate(loader):
    loss = model(**batch).loss
    ${print}
    loss.backward(); opt.step(); opt.zero_grad()
\`\`\`

${lead}

\`\`\`
${output}
\`\`\`
`

describe('what a loop of one’s own prints', () => {
  it.each([
    ['print(i, loss.item())', 1, 2],
    ['print(epoch, i, loss.item())', 2, 3],
    ['print(f"{i}: {loss.item():.4f} {acc}")', 1, 3],
    ['print("%d/%d %.3f" % (i, n, loss))', 2, 3],
    ['print("{} {}".format(i, float(loss)))', 1, 2],
    ['logger.info("%d %.4f", i, loss.item())', 1, 2],
    ['print("step", i, losses[-1], flush=True)', 1, 2],
    ['print(i, outputs.loss)', 1, 2],
  ])('%s', (text, at, count) => {
    expect(printingOf(text)).toMatchObject({ at, count })
  })

  it.each(['print(i, loss_scale)', 'print(loss_fn, i)', 'total_loss += loss.item()', 'print(i, acc)'])(
    'no loss in %s',
    (text) => {
      expect(printingOf(text)).toBeUndefined()
    },
  )

  it('takes only a row of as many numbers, without words of its own', () => {
    const printing = printingOf('print("it", i, loss.item())')!
    expect(entryOfPrinted('it 3 nan', 0, printing)?.point).toEqual({ step: 3, loss: 'nan' })
    for (const row of ['it 3 nan 7', 'nan', 'gpu 0 1.5', 'torch 2.1 3', 'it 3 7'])
      expect(entryOfPrinted(row, 0, printing)).toBeUndefined()
  })

  const row = '0 2.0918\n1 nan\n2 nan'
  it.each([
    loop('print(i, loss.item())', 'prints', row),
    loop('print(i, loss.item())', '输出：', row),
    loop('print(i, loss.item())', '打印出来是', row),
    loop('print(step, float(loss))', 'I get', '0 2.0918\n1 nan'),
    loop('print(f"{i}: {loss.item():.4f}")', 'gives', '0: 2.0918\n1: nan\n2: nan'),
    loop('print(f"step {i} {loss:.4f}")', 'prints', 'step 0 2.0918\nstep 1 nan'),
    loop('print(epoch, i, loss.item())', 'prints', '0 0 2.0918\n0 1 nan\n0 2 nan'),
    loop('print(i, loss)', 'prints', "0 tensor(2.0918, device='cuda:0')\n1 tensor(nan, device='cuda:0')"),
    loop('if i % 10 == 0: print(i, loss.item())', 'prints', '0 2.0918\n10 nan\n20 nan'),
    loop('logger.info("%d %.4f", i, loss.item())', 'prints', 'INFO 0 2.0918\nINFO 1 nan\nINFO 2 nan'),
    loop('print(i, loss.item(), lr)', 'prints', '0 2.0918 0.0002\n1 nan 0.0002'),
    '```python\nfor i in range(4):\n    loss = step()\n    print(i, loss)\n\n0 2.31\n1 nan\n2 nan\n```',
  ])('%s → loss-nan', (text) => {
    expect(seen(text)).toEqual(['loss-nan'])
  })

  it('tells zeros as well', () => {
    expect(seen(loop('print(i, loss.item())', 'prints', '0 2.0918\n1 0.0\n2 0.0'))).toEqual(['loss-zero'])
  })

  it.each([
    loop('print(i, loss.item())', 'prints', '0 2.0918\n1 1.98\n2 1.87'),
    loop('print(i, loss.item())', 'The dropout per layer:', '0 0.1\n1 0.0\n2 0.0'),
    loop('print(i, loss.item())', 'The learning rate:', '0 0.1\n1 0.0\n2 0.0'),
    loop('print(i, loss.item())', 'My GPUs:', '0 Tesla T4 0.0\n1 Tesla T4 nan'),
    loop('print(i, loss.item(), acc)', 'prints', '0 2.31 nan\n1 2.1 nan\n2 1.9 0.0'),
    loop('print(i, acc)', 'prints', '0 0.5\n1 0.0\n2 0.0'),
    loop('print(loss_scale, i)', 'prints', '65536.0 1\n0.0 2'),
  ])('%s → nothing', (text) => {
    expect(seen(text)).toEqual([])
  })
})
