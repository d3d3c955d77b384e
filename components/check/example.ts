/** The environment in which the fault was met most often, for somebody who wants to see what happens. */
export const example = {
  text: `accelerate==0.28.0
datasets==2.18.0
peft==0.9.0
torch==2.1.2+cu121
transformers==4.38.2
`,
  choices: { model: 'chatglm3-6b' },
  log: `
{'loss': 3.2145, 'grad_norm': 2.7311, 'learning_rate': 4.9e-05, 'epoch': 0.01}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 4.8e-05, 'epoch': 0.02}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 4.7e-05, 'epoch': 0.03}
`,
}
