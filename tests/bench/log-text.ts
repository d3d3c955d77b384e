import { numbers } from './thread-text'

/** A training log as the Trainer prints it, with progress bars and notes between the steps. */
export function trainingLog(lines: number): string {
  const random = numbers(3)
  return Array.from({ length: lines }, (_, line) => {
    if (line % 12 === 11)
      return ` ${line % 100}%|███▏      | ${line}/${lines} [00:${10 + (line % 50)}<01:23,  1.23it/s]`
    if (line % 60 === 59)
      return `[INFO|trainer.py:2889] 2024-03-02 10:00:00,123 >> Saving checkpoint to output/${line}`
    return `{'loss': ${(4 * random()).toFixed(4)}, 'grad_norm': ${random().toFixed(4)}, 'learning_rate': ${(random() / 1e4).toExponential(3)}, 'epoch': ${(line / 100).toFixed(2)}}`
  }).join('\n')
}

const PACKAGES = [
  'peft',
  'torch',
  'transformers',
  'accelerate',
  'numpy',
  'pandas',
  'tqdm',
  'rich',
  'attrs',
  'aiohttp',
]

/** What pip and conda print on their way, one list after the other. */
export function installerLog(lines: number): string {
  const random = numbers(5)
  return Array.from({ length: lines }, (_, line) => {
    const name = PACKAGES[Math.floor(random() * PACKAGES.length)]!
    const version = [4, 40, 4].map((most) => Math.floor(random() * most)).join('.')
    const forms = [
      `Collecting ${name}==${version}`,
      `  Downloading ${name}-${version}-py3-none-any.whl (${Math.floor(random() * 900)} kB)`,
      `Requirement already satisfied: ${name} in /opt/conda/lib/python3.10/site-packages (${version})`,
      `${name.padEnd(26)}${version.padEnd(18)}py310h06a4308_0    conda-forge`,
      `${name}==${version}`,
    ]
    return forms[line % forms.length]!
  }).join('\n')
}

const SENTENCES = [
  'I have been trying to tune the model for a few days and do not understand what is happening.',
  'The script runs without any error and the training finishes after nine hours or so.',
  'Does anybody know how the tokenizer handles the special tokens in this case?',
  '在训练之前我把数据都清洗了一遍，大概三万条样本，主要是客服问答。',
  '我看了一下官方的文档，好像没有提到这个问题，想问一下大家是怎么处理的。',
  'We moved the preprocessing into its own step, and then the memory went down a lot.',
]

/** Paragraphs in two languages that state nothing; UTF-16 units. */
export function longProse(length: number): string {
  const random = numbers(6)
  const paragraphs: string[] = []
  for (let total = 0; total < length; total += paragraphs.at(-1)!.length + 2)
    paragraphs.push(
      Array.from(
        { length: 1 + Math.floor(random() * 5) },
        () => SENTENCES[Math.floor(random() * SENTENCES.length)]!,
      ).join(' '),
    )
  return paragraphs.join('\n\n')
}
