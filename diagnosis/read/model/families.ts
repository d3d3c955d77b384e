/** The families of language models that people fine-tune with this stack, and how their names are written. */
export interface Family {
  /** As ids spell it. */
  name: string
  /** As texts spell it, a pattern without groups. */
  pattern: string
  /** What stands between name and generation in an id: `qwen2.5`, `llama-2`. */
  joint: '' | '-'
  /** The word alone, without generation or size, names the model. False for words that mean too much else. */
  bare?: boolean
  /** Only a size makes the word a model's name: `opt` and `yi` are words of their own. */
  needsSize?: true
}

export const FAMILIES: Family[] = [
  { name: 'visualglm', pattern: 'visual-?glm', joint: '', bare: true },
  { name: 'chatglm', pattern: 'chat[-_]?glm', joint: '', bare: true },
  { name: 'codegeex', pattern: 'codegeex', joint: '' },
  { name: 'glm', pattern: 'glm', joint: '-', bare: true },
  { name: 'codeqwen', pattern: 'codeqwen', joint: '' },
  { name: 'qwen', pattern: 'qwen', joint: '', bare: true },
  { name: 'codellama', pattern: 'code-?llama', joint: '-' },
  { name: 'tinyllama', pattern: 'tiny-?llama', joint: '-', bare: true },
  { name: 'chinese-llama', pattern: 'chinese[-_]llama', joint: '-' },
  { name: 'chinese-alpaca', pattern: 'chinese[-_]alpaca', joint: '-' },
  { name: 'open-llama', pattern: 'open[-_]?llama', joint: '-' },
  { name: 'llama', pattern: 'llama', joint: '-', bare: true },
  { name: 'baichuan', pattern: 'baichuan', joint: '', bare: true },
  { name: 'mixtral', pattern: 'mixtral', joint: '-', bare: true },
  { name: 'mistral', pattern: 'mistral', joint: '-', bare: true },
  { name: 'internlm', pattern: 'internlm', joint: '', bare: true },
  { name: 'deepseek', pattern: 'deepseek', joint: '-', bare: true },
  { name: 'codegemma', pattern: 'codegemma', joint: '-' },
  { name: 'gemma', pattern: 'gemma', joint: '-', bare: true },
  { name: 'internvl', pattern: 'internvl', joint: '', bare: true },
  { name: 'vicuna', pattern: 'vicuna', joint: '-', bare: true },
  { name: 'alpaca', pattern: 'alpaca', joint: '-', needsSize: true },
  { name: 'qwq', pattern: 'qwq', joint: '-', bare: true },
  { name: 'bloomz', pattern: 'bloomz', joint: '-', needsSize: true },
  { name: 'bloom', pattern: 'bloom', joint: '-', needsSize: true },
  { name: 'falcon', pattern: 'falcon', joint: '-', needsSize: true },
  { name: 'opt', pattern: 'opt', joint: '-', needsSize: true },
  { name: 'mpt', pattern: 'mpt', joint: '-', needsSize: true },
  { name: 'gpt-neox', pattern: 'gpt-neox', joint: '-', bare: true },
  { name: 'gpt-j', pattern: 'gpt-j', joint: '-', bare: true },
  { name: 'aquila', pattern: 'aquila', joint: '', needsSize: true },
  { name: 'chatyuan', pattern: 'chatyuan', joint: '-', bare: true },
  { name: 'flan-t5', pattern: 'flan-t5', joint: '-', bare: true },
  { name: 'mt5', pattern: 'mt5', joint: '-', bare: true },
  { name: 'cogvlm', pattern: 'cogvlm', joint: '', bare: true },
  { name: 'phi', pattern: 'phi', joint: '-' },
  { name: 'yi', pattern: 'yi', joint: '-', needsSize: true },
]

/** Words of an id that say which of a family's models it is. Everything else after the size is a folder's own name. */
export const VARIANTS = new Set(
  (
    'base chat instruct it coder code math moe vl vl2 omni audio voice vision plus reranker embedding next distill lite ' +
    'mini medium small flash air edge turbo thinking preview r1 r1.5 v2 v2.5 v3 v3.1 v1.0 v0.1 v0.2 v0.3 v1 v1.1 v1.5 1m 8k 16k 32k 64k 128k 4k ' +
    'int4 int8 awq gptq tiny bnb 4bit 8bit mlx gguf nemo z1 scout maverick ' +
    '0414 0324 0528 2407 2410 2411 2501 2503 2506 2507'
  ).split(' '),
)

/** Words that belong to an id only beside its size: `llama-3-chinese-8b`, `deepseek-llm-7b`. */
export const BESIDE_SIZE = new Set(['chinese', 'llm', 'large', 'plus'])

/** Generations with a decimal, so that `qwen2_5_7b` is Qwen2.5-7B and `qwen2_1_5b` Qwen2-1.5B. */
export const DECIMAL_GENERATIONS = new Set(['1.5', '2.5', '3.1', '3.2', '3.3', '3.5', '4.1', '4.5'])

/** Words after which a family's name is a tool, a file or a course, not a model. */
export const NOT_A_MODEL =
  /^[-_ .]?(?:factory|cpp|index|recipes|cookbook|adapter|stack|hub|board|file|parse|agents?|guard|pro|lab|team|community|paged)(?![a-z])/i
