import { normaliseName } from '../../versions'

/** A package that people name in prose. */
interface Known {
  name: string
  /** How people write it, as a regular expression's source without anchors, longest spelling first. */
  spellings: string
  /** Major versions that exist or will soon; a number outside is something else (`PyTorch: 12.1` is CUDA). */
  majors: [number, number]
  /** Spellings that are words of their own: only beside `=`, `:` or the word "version". */
  loose?: string
}

const known: Known[] = [
  { name: 'peft', spellings: 'peft', majors: [0, 1] },
  {
    name: 'transformers',
    spellings:
      'transformers?|tran?s?fro?mers?|transfo?mers?|tranformers?|trasformers?|transformes|transforemers',
    majors: [2, 6],
    loose: 'transforms?',
  },
  { name: 'torch', spellings: 'py-?torch|pytroch|torch', majors: [0, 3] },
  {
    name: 'accelerate',
    spellings: 'acc?ell?erate|accelarate|acclerate',
    majors: [0, 2],
    loose: 'accelerators?',
  },
  { name: 'datasets', spellings: 'datasets', majors: [1, 5], loose: 'dataset' },
  { name: 'tokenizers', spellings: 'tokeni[sz]ers', majors: [0, 1], loose: 'tokeni[sz]er' },
  { name: 'bitsandbytes', spellings: 'bits-?and-?bytes?|bitandbytes|bnb', majors: [0, 1] },
  { name: 'deepspeed', spellings: 'deep[- ]?speed', majors: [0, 1] },
  { name: 'trl', spellings: 'trl', majors: [0, 2] },
  { name: 'numpy', spellings: 'numpy', majors: [1, 3] },
  { name: 'sentencepiece', spellings: 'sentence[-_ ]?piece|sentencepice', majors: [0, 1] },
  { name: 'llamafactory', spellings: 'llama[-_ ]?factory', majors: [0, 1] },
  { name: 'ms-swift', spellings: 'ms[-_ ]?swift', majors: [1, 5] },
  { name: 'flash-attn', spellings: 'flash[-_ ]?attention(?:-2(?![.\\d]))?|flash[-_ ]?attn', majors: [0, 4] },
  { name: 'huggingface-hub', spellings: 'hugging[-_ ]?face[-_ ]hub|hf[-_ ]hub', majors: [0, 2] },
  { name: 'safetensors', spellings: 'safetensors', majors: [0, 1], loose: 'safetensor' },
  { name: 'torchvision', spellings: 'torchvision', majors: [0, 1] },
  { name: 'torchaudio', spellings: 'torchaudio', majors: [0, 3] },
  { name: 'torch-npu', spellings: 'torch[-_]npu', majors: [1, 3] },
  { name: 'vllm', spellings: 'vllm', majors: [0, 1] },
  { name: 'xformers', spellings: 'xformers', majors: [0, 1] },
  { name: 'diffusers', spellings: 'diffusers', majors: [0, 1] },
  { name: 'gradio', spellings: 'gradio', majors: [1, 7] },
  { name: 'mmengine', spellings: 'mmengine', majors: [0, 1] },
  { name: 'sentence-transformers', spellings: 'sentence[-_]transformers', majors: [0, 6] },
  { name: 'unsloth', spellings: 'unsloth', majors: [2023, 2035] },
  { name: 'modelscope', spellings: 'modelscope', majors: [0, 2] },
  { name: 'optimum', spellings: 'optimum', majors: [1, 3] },
  { name: 'auto-gptq', spellings: 'auto[-_]?gptq', majors: [0, 1] },
  { name: 'xtuner', spellings: 'xtuner', majors: [0, 1] },
  { name: 'axolotl', spellings: 'axolotl', majors: [0, 1] },
  { name: 'pytorch-lightning', spellings: 'pytorch[-_ ]lightning', majors: [1, 3] },
  { name: 'protobuf', spellings: 'protobuf', majors: [3, 7] },
  { name: 'python', spellings: 'python', majors: [2, 3] },
]

/** Names under which other installers and hurried hands know a package. */
const otherNames: Record<string, string> = {
  pytorch: 'torch',
  'pytorch-gpu': 'torch',
  'llama-factory': 'llamafactory',
  'flash-attention': 'flash-attn',
  'hf-hub': 'huggingface-hub',
  'deep-speed': 'deepspeed',
}

/** What people write with `==` in a list of versions though no package index has it under that name. */
const notPackages = new Set(
  'cuda cudnn nccl gpu cpu os ubuntu centos debian windows linux driver nvidia nvidia-driver cuda-driver cuda-version gcc glibc conda anaconda pip3'.split(
    ' ',
  ),
)

const strict = known.map((one) => ({ ...one, whole: new RegExp(`^(?:${one.spellings})$`, 'i') }))
const loose = known.flatMap((one) =>
  one.loose ? [{ ...one, whole: new RegExp(`^(?:${one.loose})$`, 'i') }] : [],
)
const byName = new Map(known.map((one) => [one.name, one]))
/**
 * Alternatives grouped by their first two letters, the longest first in each group: at most places of a text one
 * comparison decides instead of eighty.
 */
function grouped(alternatives: string[]): string {
  const groups = new Map<string, Map<string, string[]>>()
  for (const one of [...alternatives].sort((a, b) => b.length - a.length)) {
    const [first, second, rest] = [one[0]!, one[1]!, one.slice(2)]
    // a letter that may be missing or begins a group of letters stays with what follows it
    const isPlain = /^[a-z]{2}/.test(one) && !/^[?{*]/.test(rest)
    const seconds = groups.get(first) ?? new Map<string, string[]>()
    groups.set(first, seconds)
    const key = isPlain ? second : ''
    seconds.set(key, [...(seconds.get(key) ?? []), isPlain ? rest : one.slice(1)])
  }
  return [...groups]
    .map(
      ([first, seconds]) =>
        `${first}(?:${[...seconds].map(([second, rests]) => `${second}(?:${rests.join('|')})`).join('|')})`,
    )
    .join('|')
}

/** Every spelling of every known package, to be searched for from left to right; the borders are checked apart. */
export const namePattern = new RegExp(
  grouped(known.flatMap((one) => [...one.spellings.split('|'), ...(one.loose?.split('|') ?? [])])),
  'gi',
)

const resolved = new Map<string, { name: string; loose: boolean } | null>()

/** The known package that a spelling means; `loose` where the spelling is also an ordinary word. Null for others. */
export function knownName(spelling: string): { name: string; loose: boolean } | null {
  let answer = resolved.get(spelling)
  if (answer === undefined) {
    const key = spelling.toLowerCase()
    const exact = strict.find((one) => one.whole.test(key))
    const wordLike = exact ? undefined : loose.find((one) => one.whole.test(key))
    const name = (exact ?? wordLike)?.name
    answer = name ? { name, loose: !exact } : null
    if (resolved.size < 5000) resolved.set(spelling, answer)
  }
  return answer
}

/**
 * The name of a package in a list, PEP 503, with known other names and misspellings put right; null for what is
 * written like a package and is none (`cuda==12.2`, `gpu==a6000`).
 */
export function listedName(spelling: string): string | null {
  const name = normaliseName(spelling)
  if (!/^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$/.test(name) || notPackages.has(name)) return null
  if (byName.has(name)) return name
  const other = otherNames[name]
  if (other) return other
  const misspelt = knownName(spelling)
  return misspelt && !misspelt.loose ? misspelt.name : name
}

/** Whether a number can be a version of a known package at all, judged by its first part. */
export function isPlausible(name: string, version: string): boolean {
  const range = byName.get(name)?.majors
  const major = Number(/^\d+/.exec(version)?.[0])
  return !range || (major >= range[0] && major <= range[1])
}

/** Whether the package is one that people discuss by name. */
export function isKnown(name: string): boolean {
  return byName.has(name)
}
