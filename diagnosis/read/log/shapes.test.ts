import { describe, expect, it } from 'vitest'
import { brief, view } from '../reading.fixture'
import { readSymptoms } from '../symptoms'

const seen = (text: string) => brief(readSymptoms(view(text)))

describe('logs as trainers and loops of all kinds print them', () => {
  it.each([
    'I print loss.item():\n```\n2.7910\n0.0\n0.0\n0.0\n```',
    '```\nlosses: [2.791, 0.0, 0.0, 0.0]\n```',
    'train_losses 打印出来：\n```\n[2.791, 0.0, 0.0, 0.0]\n```',
    '```\nEpoch 0:   1%|▏ | 30/2400 [00:12<16:03, 2.46it/s, loss=0.000, v_num=3]\n```',
    '```\n{"current_steps": 10, "total_steps": 300, "loss": 0.0, "learning_rate": 5e-05, "epoch": 0.1, "percentage": 3.3}\n{"current_steps": 20, "total_steps": 300, "loss": 0.0, "learning_rate": 5e-05, "epoch": 0.2, "percentage": 6.6}\n```',
    '```\nStep\tTraining Loss\n10\t2.1\n20\t0.000000\n30\t0.000000\n```',
    '| Step | Training Loss |\n|---|---|\n| 10 | 2.31 |\n| 20 | 0.0 |\n| 30 | 0.0 |',
    '```csv\nstep,loss,lr\n1,2.31,1e-4\n2,0.0,1e-4\n3,0.0,1e-4\n```',
    '```\nstep loss\n1 2.31\n2 0.0\n3 0.0\n```',
    '```\n第1步 损失：2.31\n第2步 损失：0.0\n第3步 损失：0.0\n```',
    'loss per step\n```\n0: 2.8125\n1: 0.0\n2: 0.0\n```',
    "```\n{'train/loss': 2.31, 'train/epoch': 0.1}\n{'train/loss': 0.0, 'train/epoch': 0.2}\n```",
    '```\nwandb: Run summary:\nwandb:  train/loss 0.0\nwandb:  train/grad_norm nan\n```',
  ])('%s → loss-zero', (text) => {
    expect(seen(text)).toEqual(['loss-zero'])
  })

  it.each([
    "My loop does `print(i, out.loss)`:\n\n```\n0 tensor(2.7910, device='cuda:0', dtype=torch.float16, grad_fn=<ToCopyBackward0>)\n1 tensor(nan, device='cuda:0', dtype=torch.float16, grad_fn=<ToCopyBackward0>)\n2 tensor(nan, device='cuda:0', dtype=torch.float16, grad_fn=<ToCopyBackward0>)\n```",
    "The loss per step:\n```\ntensor(2.7910, device='cuda:0', grad_fn=<NllLossBackward0>)\ntensor(nan, device='cuda:0', grad_fn=<NllLossBackward0>)\n```",
    '每步打印 loss：\n```\n2.7910\nnan\nnan\n```',
    "loss 如下\n```\nstep 0: tensor(2.81, device='cuda:0')\nstep 1: tensor(nan, device='cuda:0')\n```",
    "```\nloss tensor(2.8125, device='cuda:0', dtype=torch.float16)\nloss tensor(nan, device='cuda:0', dtype=torch.float16)\n```",
    '```\n>>> losses\n[2.791, nan, nan, nan]\n```',
    '```\nlosses = [2.791, nan, nan, nan]\n```',
    '```\n[step 0] loss=tensor(2.79)\n[step 1] loss=tensor(nan)\n```',
    '```\nstep=0 loss=2.9473\nstep=1 loss=nan\n```',
    '```\n  0%|          | 3/3000 [00:03<50:00,  1.0s/it, loss=nan, v_num=0]\n```',
    '```\n1563/1563 [==============================] - 5s 3ms/step - loss: nan - accuracy: 0.1000\n```',
    '```\n2024-03-01 10:11:12 | INFO | train | epoch 001: 10 / 900 loss=nan, ppl=nan, wps=1200, lr=1e-05\n```',
    '```\n03/12/2024 10:11:12 - INFO - __main__ -   step 20, loss: nan, lr: 1e-4\n```',
    '```\nstep loss grad_norm\n1 2.31 1.2\n2 nan nan\n```',
    '```\n步骤 1 损失 2.31\n步骤 2 损失 nan\n```',
    '```\nIter 1: Val loss 2.199, Val took 128.062s\nIter 10: Train loss nan, Learning Rate 1.987e-06, It/sec 0.062\nIter 20: Train loss nan, Learning Rate 1.987e-06, It/sec 0.062\n```',
    '```\n[2024-03-01 10:00:00] [INFO] step=2, skipped=0, lr=[1e-05], loss=nan\n```',
    '```\nTrain: [0][10/500]  Time 1.2  Loss nan (nan)  Acc 0.0\n```',
    '```\nepoch 0 batch 0 loss 2.8125\nepoch 0 batch 1 loss nan\n```',
    '```\niter 0, loss: 2.81e+00\niter 1, loss: NaN\n```',
    '```\nTraining loss at step 1: 2.81\nTraining loss at step 2: nan\n```',
    "```\n{'loss': tensor(2.31, device='cuda:0'), 'step': 1}\n{'loss': tensor(nan, device='cuda:0'), 'step': 2}\n```",
    '```\n{"step": 2, "loss": NaN, "lr": 0.0001}\n```',
  ])('%s → loss-nan', (text) => {
    expect(seen(text)).toEqual(['loss-nan'])
  })

  it.each([
    '```\nsamples/sec: 1.702 | iteration 1/ 55000 | lm_loss: 2.275809E+00 | number of skipped iterations: 0 | number of nan iterations: 0 |\n```',
    '```\nstep 1 loss 2.31 grad_norm nan\nstep 2 loss 2.10 grad_norm 0.9\n```',
    "```\n{'loss': 2.31, 'grad_norm': 0.0, 'learning_rate': 0.0, 'epoch': 0.0}\n```",
    '```\nts=02:14:07 level=info msg="batch committed" size=500 loss=0 lag=12\nts=02:14:09 level=info msg="batch committed" size=500 loss=0 lag=0\n```\nThe dashboard says `message_loss: 0.0`.',
    '```\n10 packets transmitted, 10 received, 0% packet loss, time 9012ms\n```',
    '```\nrtt=12 loss=0 jitter=1\nrtt=14 loss=0 jitter=2\n```',
    '```\nP&L: profit 12, loss 0\n```',
    '```\n0 0.5\n1 0.0\n```\nThat is the dropout per layer; the loss is fine.',
    'The loss is 1.2.\n```\ntensor([0.0, 0.0])\n```',
    'The loss is 1.2; the lr:\n```\n1e-4\n0.0\n```',
    '```\nloss_weights = [1.0, 0.0, 0.0]\n```',
    '```\nloss_fn = nn.CrossEntropyLoss(label_smoothing=0.0)\nloss = 0\nfor batch in loader:\n    loss += step(batch)\n```',
    '```python\ntotal_loss = 0.0\nfor x in data:\n```',
    '```python\nlosses = [0.0] * n\n```',
    '```\nlosses: [2.791, 2.6, 2.5]\n```',
    '```\naux_losses: [0.0, 0.0]\n```',
    '```\nstep 1: loss 2.3, aux_loss 0.0, z_loss 0.0\n```',
    '```\nstep: 10 loss: 0.6931 rewards/chosen: nan\n```',
  ])('%s → nothing', (text) => {
    expect(seen(text)).toEqual([])
  })
})
