import type { Block, Thread } from '../../diagnosis/thread'

/** Threads written for the browser tests; what each shows is the engine's business, here only the way to the reader. */

const comment = (id: string, author: string, text: string): Block => ({
  id,
  kind: 'comment',
  author,
  date: '2024-03-02T10:00:00Z',
  text,
})

const filler = (count: number): Block[] =>
  Array.from({ length: count }, (_, index) =>
    comment(
      `filler-${index}`,
      `passer-by-${index % 5}`,
      `Comment number ${index}: thanks for the write-up, I am following along and will report back next week.\n\nNothing else to add from my side.`,
    ),
  )

const environment = `Environment:
\`\`\`
peft==0.9.0
transformers==4.38.2
torch==2.1.2
accelerate==0.27.2
\`\`\`
The base model is loaded with torch_dtype=torch.float16.`

const symptom = `I fine-tune chatglm3-6b with LoRA. From step 10 on the log shows a loss of 0.0 and the model generates nothing at all.

\`\`\`
{'loss': 3.2145, 'learning_rate': 4.9e-05, 'epoch': 0.01}
{'loss': 0.0, 'learning_rate': 4.8e-05, 'epoch': 0.02}
{'loss': 0.0, 'learning_rate': 4.7e-05, 'epoch': 0.03}
\`\`\``

/** Everything needed is said by its author. */
export const confirmed: Thread = {
  site: 'github',
  title: 'Loss is 0 after LoRA fine-tuning of ChatGLM3-6B',
  blocks: [
    { id: 'description', kind: 'description', author: 'reporter', text: `${symptom}\n\n${environment}` },
    comment('1', 'helper', 'Which GPU is this on?'),
    comment('2', 'reporter', 'A single V100.'),
    ...filler(8),
  ],
}

/** The symptom without a version. */
export const cannotTell: Thread = {
  site: 'github',
  title: 'Loss is 0 after LoRA fine-tuning of ChatGLM3-6B',
  blocks: [
    { id: 'description', kind: 'description', author: 'reporter', text: symptom },
    comment('1', 'helper', 'Please post your environment.'),
  ],
}

/** The same thread when its author has answered. */
export const answered: Thread = {
  ...cannotTell,
  blocks: [...cannotTell.blocks, comment('2', 'reporter', environment)],
}

/** Nothing of it concerns the extension. */
export const unrelated: Thread = {
  site: 'github',
  title: 'Dark mode: the calendar popup is cut off in the narrow layout',
  blocks: [
    {
      id: 'description',
      kind: 'description',
      author: 'designer',
      text: 'In the narrow layout the calendar popup is cut off at the right edge. It should flip to the left.',
    },
    comment('1', 'maintainer', 'Good catch, this is a regression of the last release.'),
    ...filler(10),
  ],
}

/** Nothing at first; the last comment, which loads later, has all of it. */
export const unrelatedAtFirst: Thread = {
  ...unrelated,
  blocks: [...unrelated.blocks, comment('late', 'newcomer', `${symptom}\n\n${environment}`)],
}

const attack = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><svg onload="window.hacked=1">`

/** Its title, author, comment and quoted lines are markup that would run if anyone took it for markup. */
export const hostile: Thread = {
  site: 'github',
  title: `${attack} loss is 0`,
  blocks: [
    {
      id: 'description',
      kind: 'description',
      author: `evil"><img src=x onerror=window.hacked=1>`,
      text: `${attack} I fine-tune chatglm3-6b with LoRA ${attack}, loaded with torch_dtype=torch.float16.

From step 2 on {'loss': 0.0} ${attack}

peft==0.9.0 ${attack}

[link](javascript:window.hacked=1) transformers==4.38.2`,
    },
    comment('1', `<b onmouseover=window.hacked=1>`, `${attack} peft 0.6.0 cured it for me ${attack}`),
  ],
}
