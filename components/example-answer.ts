import type { Answer, Evidence, Explanation, Language, ShownFix, ShownNote } from '../diagnosis/explanation'
import type { Fact, Verdict } from '../diagnosis/facts'
import { exampleProse } from './example-prose'

/** For tests and pictures only: an answer as the engine hands it over, for a made-up thread. */

interface Said {
  block: string
  author: string
  line: string
  part: string
}

const lines: Record<'version' | 'newer' | 'model' | 'precision' | 'loss' | 'silence' | 'cure', Said> = {
  version: { block: '1', author: 'linxi', line: 'peft==0.9.0', part: 'peft==0.9.0' },
  newer: { block: '1', author: 'linxi', line: 'peft==0.14.0', part: 'peft==0.14.0' },
  model: { block: '1', author: 'linxi', line: '模型用的是 chatglm3-6b，LoRA 微调', part: 'chatglm3-6b' },
  precision: {
    block: '1',
    author: 'linxi',
    line: 'model = AutoModel.from_pretrained(path, torch_dtype=torch.half)',
    part: 'torch_dtype=torch.half',
  },
  loss: { block: '1', author: 'linxi', line: '从第二步开始 loss 一直是 0.0', part: 'loss 一直是 0.0' },
  silence: { block: '1', author: 'linxi', line: '训练完以后问什么都不回答', part: '都不回答' },
  cure: { block: '3', author: 'linxi', line: '换成 peft 0.6.0 就好了，谢谢！', part: 'peft 0.6.0' },
}

const quoteOf = ({ line, part }: Said) => {
  const start = line.indexOf(part)
  return { text: line, start, end: start + part.length }
}

function evidenceFor(key: keyof typeof lines, fact: number, kind: Fact['kind'], cure = false): Evidence {
  const said = lines[key]
  const quote = quoteOf(said)
  return {
    fact,
    kind,
    block: said.block,
    author: said.author,
    start: quote.start,
    end: quote.end,
    quote,
    cure,
  }
}

const evidence: Evidence[] = [
  evidenceFor('version', 0, 'package'),
  evidenceFor('precision', 1, 'precision'),
  evidenceFor('loss', 2, 'symptom'),
  evidenceFor('silence', 3, 'symptom'),
  evidenceFor('model', 4, 'model'),
  evidenceFor('cure', 5, 'package', true),
]

function evidenceOf(verdict: Verdict): Evidence[] {
  if (verdict === 'confirmed') return structuredClone(evidence)
  if (verdict === 'cannot-tell') return evidence.slice(2, 5)
  if (verdict === 'ruled-out') return [evidenceFor('newer', 6, 'package'), ...evidence.slice(2, 4)]
  return evidence.slice(0, 4)
}

const casting = `for parameter in model.parameters():
    if parameter.requires_grad:
        parameter.data = parameter.data.float()`

const preflight = `trainable = {n: p for n, p in model.named_parameters() if p.requires_grad}
print({p.dtype for p in trainable.values()})
loss = model(**batch).loss
loss.backward()
optimizer.step()
print([n for n, p in trainable.items() if not p.isfinite().all()])`

function fixesIn(language: Language): ShownFix[] {
  const { fixes } = exampleProse[language]
  const commands: Record<string, Partial<ShownFix>> = {
    upgrade: { command: 'pip install "peft>=0.12.0,<0.14.0"' },
    cast: { code: casting },
    bfloat16: { code: 'model = AutoModel.from_pretrained(path, torch_dtype=torch.bfloat16)' },
    downgrade: { command: 'pip install "peft==0.6.2"', reportedBy: evidence[5] },
    epsilon: { code: 'TrainingArguments(adam_epsilon=1e-4)', workaround: true },
  }
  return Object.entries(fixes).map(([id, { title, limits }]) => ({
    id,
    title,
    limits,
    workaround: false,
    ...commands[id],
  }))
}

const minors = ['0.4', '0.5', '0.6', '0.7', '0.8', '0.9', '0.10', '0.11', '0.12', '0.13', '0.14', '0.15']
const later = ['0.16', '0.17', '0.18', '0.19', '0.20', '0.21']

function rulerFor(verdict: Verdict): Explanation['ruler'] {
  const installed = verdict === 'ruled-out' ? '0.14.0' : '0.9.0'
  return {
    package: 'peft',
    stops: [...minors, ...later].map((label, index) => ({
      label,
      version: `${label}.0`,
      broken: index >= 3 && index <= 7,
      fits: verdict !== 'ruled-out' && (index === 8 || index === 9),
    })),
    marks: [
      ...(verdict === 'cannot-tell'
        ? []
        : [{ version: installed, stance: 'installed' as const, author: 'linxi' }]),
      ...(verdict === 'confirmed' ? [{ version: '0.6.0', stance: 'cure' as const, author: 'linxi' }] : []),
    ],
    fits: verdict === 'ruled-out' ? undefined : { range: '>=0.12.0,<0.14.0' },
  }
}

/** An explanation of the mute model with the given verdict. */
export function exampleExplanation(verdict: Verdict, language: Language): Explanation {
  const prose = exampleProse[language]
  const missing =
    { likely: ['precision'], 'cannot-tell': ['package:peft', 'precision'] }[verdict as string] ?? []
  return {
    rule: 'mute-model',
    verdict,
    severity: 'silent-corruption',
    name: prose.name,
    sentence: prose.sentences[verdict],
    about: 'linxi',
    aboutReporter: true,
    cause: prose.cause,
    chain: prose.chain,
    guesses: prose.guesses,
    evidence: evidenceOf(verdict),
    missing: missing.map((id) => ({ id, words: prose.missing[id]! })),
    fixes: verdict === 'ruled-out' ? [] : fixesIn(language),
    noFix: prose.noFix,
    differential: prose.differential.map((other, index) => ({
      ...other,
      pointedTo: verdict === 'ruled-out' && index === 0,
    })),
    guides: [
      { id: 'preflight', ...prose.guide, code: preflight },
      { id: 'saved', ...prose.saved },
    ],
    ruler: rulerFor(verdict),
    series:
      verdict === 'cannot-tell'
        ? undefined
        : {
            points: [
              { step: 10, loss: 4.875, gradNorm: 0.165 },
              ...[20, 30, 40, 50, 60].map((step) => ({ step, loss: 0, gradNorm: 'nan' as const })),
            ],
            length: 6,
            shape: 'finite-then-zero',
            breakAt: 1,
            finiteBefore: 1,
            gradNormAfter: 'nan',
            gradNormFirst: 'finite',
          },
    links: [
      { url: 'https://github.com/huggingface/peft/issues/1568', label: 'peft #1568', what: prose.links[0]! },
      { url: 'https://github.com/huggingface/peft/pull/1106', label: 'PR #1106', what: prose.links[1]! },
      { url: 'https://github.com/huggingface/peft/pull/1706', label: 'PR #1706', what: prose.links[2]! },
    ],
    basis: { kind: 'source' },
  }
}

function noteIn(language: Language): ShownNote {
  const { note, cause } = exampleProse[language]
  const { links } = exampleExplanation('confirmed', language)
  const fixes = fixesIn(language).map((fix) => ({ ...fix, reportedBy: undefined }))
  return { rule: 'mute-model', model: 'ChatGLM3-6B', text: note, cause, fixes, links }
}

/** An answer with one diagnosis for each verdict given, in that order, and a note where asked. */
export function exampleAnswer(verdicts: Verdict[] = ['confirmed'], withNote = false): Answer {
  const explanationsIn = (language: Language) =>
    verdicts.map((verdict, index) => ({
      ...exampleExplanation(verdict, language),
      ...(index > 0 && { about: `reader-${index}`, aboutReporter: false }),
    }))
  return {
    report: { facts: [], diagnoses: [], notes: [], language: 'en' },
    explanations: { en: explanationsIn('en'), zh_CN: explanationsIn('zh_CN') },
    notes: { en: withNote ? [noteIn('en')] : [], zh_CN: withNote ? [noteIn('zh_CN')] : [] },
    changes: [],
  }
}
