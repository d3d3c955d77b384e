import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rules } from '../rules'
import { diagnose } from './diagnose'
import { intake } from './intake'
import { unflatten } from './unflatten'

/** What a browser makes of a selection that has line breaks. */
const flatten = (text: string) => text.replace(/[\r\n\t]+/g, ' ')
const characters = (text: string) => text.replace(/\s+/g, '')

const texts: Record<string, string> = {
  'a freeze and a log': `peft==0.9.0
torch==2.1.2+cu121
transformers==4.38.2
{'loss': 3.2145, 'grad_norm': 0.5, 'learning_rate': 4.9e-05, 'epoch': 0.01}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 4.8e-05, 'epoch': 0.02}`,
  'a log and a short freeze': `{'loss': 3.2, 'epoch': 0.01}
{'loss': 0.0, 'epoch': 0.02}
peft==0.9.0
torch==2.1.2`,
  'a freeze with addresses': `absl-py==2.1.0
accelerate @ file:///home/me/accelerate
-e git+https://github.com/x/y.git@c21f5ba9f1a8#egg=y
uvicorn[standard]==0.24.0`,
  'pip list': `Package                   Version
------------------------- ------------
absl-py                   2.1.0
accelerate                0.27.2
my-project                0.1.0        /home/me/my-project
torch                     2.1.2+cu121`,
  'conda list': `# Name                    Version                   Build  Channel
_libgcc_mutex             0.1                        main
accelerate                0.27.2                   pypi_0    pypi
numpy                     1.26.4          py310h5f9d8c6_0
zlib                      1.2.13               h5eee18b_0`,
  'an environment report': `- \`transformers\` version: 4.38.2
- Platform: Linux-5.4.0-x86_64-with-glibc2.31
- Python version: 3.10.12
- PyTorch version (GPU?): 2.1.2+cu121 (True)`,
  'what PyTorch collects': `PyTorch version: 2.1.2+cu121
Is debug build: False
OS: Ubuntu 22.04.3 LTS (x86_64)
[pip3] numpy==1.26.4
[pip3] torch==2.1.2+cu121`,
  'a traceback': `Traceback (most recent call last):
File "/home/me/train.py", line 12, in <module>
trainer.train()
File "/home/me/lib/trainer.py", line 1624, in train
return inner_training_loop(args)
ValueError: Attempting to unscale FP16 gradients.`,
  'the end of a traceback': `self.scaler.unscale_(optimizer)
torch.cuda.OutOfMemoryError: CUDA out of memory.`,
  'progress bars': `1%|▏         | 10/1000 [00:10<16:30,  1.00s/it]
{'loss': 3.2, 'epoch': 0.01}
2%|▎         | 20/1000 [00:20<16:20,  1.00s/it]
{'loss': 0.0, 'epoch': 0.02}`,
  "a notebook's table": `Step Training Loss
500 3.214500
1000 0.000000
1500 0.000000`,
  "a notebook's table with validation": `Step Training Loss Validation Loss
500 3.214500 No log
1000 0.000000 nan`,
  "a loop's own log": `epoch 0 step 10 loss 3.2145
epoch 0 step 20 loss 0.0000
epoch 0 step 30 loss nan`,
  'a log with the loss in front': `loss: 3.21 step: 10
loss: 0.0 step: 20
loss: 0.0 step: 30`,
  "the Trainer's own lines": `[INFO|trainer.py:1721] 2024-03-01 10:00:00,000 >> ***** Running training *****
[INFO|trainer.py:1722] 2024-03-01 10:00:00,000 >>   Num examples = 100`,
  'commands and their output': `$ pip install peft==0.9.0 torch==2.1.2 accelerate==0.27.2
$ pip freeze
accelerate==0.27.2
peft==0.9.0
torch==2.1.2`,
}

describe('the line breaks come back', () => {
  it.each(Object.entries(texts))('of %s', (_, text) => expect(unflatten(flatten(text))).toBe(text))
})

describe('what has no lines stays as it is', () => {
  it.each([
    'pip install -q peft==0.9.0 transformers==4.38.2 accelerate==0.27.2',
    'Try pip install -U "peft>=0.12" transformers==4.38.2 accelerate==0.27.2 torch==2.1.2 and train again.',
    'It works with peft==0.6.0 torch==2.0.1 for me.',
    'I get a ValueError: Attempting to unscale FP16 gradients. What does it mean?',
    'The loss is 0 from step 10 on; at step 5 the loss was 3.2.',
    '{"blocks": [{"text": "peft==0.9.0 torch==2.1.2 {\'loss\': 0.0} {\'loss\': 0.0}"}]}',
    '训练 ChatGLM3-6B 时 loss 变成 0，peft==0.9.0。',
    '',
  ])('%s', (text) => expect(unflatten(text)).toBe(text))
})

it.each(Object.entries(texts))('%s with its line breaks stays as it is', (_, text) =>
  expect(unflatten(text)).toBe(text),
)

it('changes nothing but blanks', () => {
  const pieces = Object.values(texts).flatMap((text) => text.split(/(?<=\s)/))
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 60 }),
      (parts) => {
        const text = parts.join('')
        expect(characters(unflatten(text))).toBe(characters(text))
      },
    ),
    { numRuns: 300 },
  )
})

it('lets a flattened text come to the verdict of the text itself', () => {
  const verdict = (text: string) => {
    const { verdict, because } = diagnose(intake(text).thread, rules).diagnoses[0] ?? {}
    return { verdict, reasons: because?.length }
  }
  const log = texts['a freeze and a log'] ?? ''
  const text = `LoRA on ChatGLM3-6B\n${log}`
  expect(verdict(text).verdict).toBe('confirmed')
  expect(verdict(unflatten(flatten(text)))).toEqual(verdict(text))
})

it('takes time in proportion to the length', () => {
  const worst = [
    'a '.repeat(500_000),
    'peft==0.9.0 '.repeat(80_000),
    'pip install a '.repeat(70_000),
    "{'loss': ".repeat(110_000),
    'Package Version --- '.repeat(50_000),
    'Name Version Build '.repeat(50_000),
    'name 1 '.repeat(150_000),
    'File "a", line 1, in x '.repeat(45_000),
    'A.Error: '.repeat(110_000),
    '1%|| '.repeat(200_000),
    'step 1 loss '.repeat(80_000),
    ' '.repeat(1_000_000),
    '- a: '.repeat(200_000),
    '20'.repeat(500_000),
  ]
  for (const text of worst) {
    const started = performance.now()
    unflatten(text)
    const elapsed = performance.now() - started
    expect(elapsed, text.slice(0, 20)).toBeLessThan(5_000)
  }
}, 60_000)
