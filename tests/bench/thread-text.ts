import type { Block, Thread } from '../../diagnosis/thread'

/** A generator of numbers that is the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const CHATTER = [
  'Thanks for looking into it, I will try that tonight and write back tomorrow.',
  'Which tokenizer do you use, and how long are the samples?',
  'I have the same card and it takes about nine hours for one epoch here.',
  '谢谢，我晚上回去看看，明天再来回复。',
  '请问你的数据是怎么处理的？能不能贴一下脚本。',
  '我这边也在做类似的项目，主要是客服问答，样本大概三万条。',
  'Could you share the exact command? The one in the wiki has changed since.',
  'The learning rate looks high to me, but that should not matter at the very first step.',
  '楼主解决了吗？我卡在合并权重这一步好几天了。',
]
const SETUPS = [
  'I fine-tune chatglm3-6b with LoRA (r=8) on one V100, peft 0.9.0, transformers 4.38.2, torch 2.1.2+cu121.',
  '用 Qwen1.5-7B-Chat 做 LoRA 微调，peft==0.10.0，transformers==4.39.3，基座按 torch.float16 加载。',
  'Base model is meta-llama/Llama-2-7b-hf, load_in_8bit=True, bf16=False, plain Trainer, gradient checkpointing on.',
]
const SYMPTOMS = [
  'From the second logging step on the loss is 0.0 and the tuned model answers with an empty string.',
  '训练到第二步 loss 就变成 0，推理的时候回复是空的。',
  'No exception, it trains to the end, but the output is nonsense.',
]

function logOf(random: () => number, lines: number): string {
  return Array.from({ length: lines }, (_, step) => {
    const loss = (4 * random() + 0.2).toFixed(4)
    return `{'loss': ${loss}, 'grad_norm': ${random().toFixed(4)}, 'learning_rate': ${(random() / 1e4).toExponential(3)}, 'epoch': ${(step / 100).toFixed(2)}}`
  }).join('\n')
}

function tracebackOf(random: () => number): string {
  const frames = Array.from(
    { length: 8 },
    () =>
      `  File "/opt/conda/lib/python3.10/site-packages/transformers/trainer.py", line ${Math.floor(random() * 3000)}, in inner\n    return self.step(batch, ${Math.floor(random() * 99)})`,
  )
  return `Traceback (most recent call last):\n${frames.join('\n')}\nRuntimeError: shape '[${Math.floor(random() * 512)}, 64]' is invalid`
}

const PACKAGES = [
  'peft',
  'torch',
  'transformers',
  'accelerate',
  'datasets',
  'numpy',
  'pandas',
  'tqdm',
  'rich',
  'attrs',
]

const freezeOf = (random: () => number): string =>
  PACKAGES.map(
    (name) => `${name}==${Math.floor(random() * 4)}.${Math.floor(random() * 40)}.${Math.floor(random() * 4)}`,
  ).join('\n')

function commentOf(random: () => number): string {
  const pick = <T>(items: T[]): T => items[Math.floor(random() * items.length)]!
  const kind = random()
  if (kind < 0.08)
    return `${pick(SETUPS)}\n\n${pick(SYMPTOMS)}\n\n\`\`\`\n${logOf(random, 12)}\n\`\`\`\n\n\`\`\`\n${freezeOf(random)}\n\`\`\``
  if (kind < 0.2) return `${pick(CHATTER)}\n\n\`\`\`\n${tracebackOf(random)}\n\`\`\``
  if (kind < 0.3) return `${pick(CHATTER)}\n\n\`\`\`\n${logOf(random, 30)}\n\`\`\``
  return Array.from(
    { length: 1 + Math.floor(random() * 5) },
    () => `${pick(CHATTER)} (${Math.floor(random() * 1e6)})`,
  ).join('\n\n')
}

/** A thread of about so many UTF-16 units: talk in two languages, setups, logs, tracebacks and lists, no two alike. */
export function threadOfLength(length: number): Thread {
  const random = numbers(7)
  const blocks: Block[] = []
  for (let total = 0; total < length; total += blocks.at(-1)!.text.length)
    blocks.push({
      id: String(blocks.length),
      kind: blocks.length === 0 ? 'description' : 'comment',
      author: `person-${Math.floor(random() * 60)}`,
      date: '2024-03-02T10:00:00Z',
      text: commentOf(random),
    })
  return {
    site: 'github',
    url: 'https://github.com/example/tuning/issues/7',
    title: 'Questions on tuning',
    blocks,
  }
}
