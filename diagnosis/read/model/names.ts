import { BESIDE_SIZE, DECIMAL_GENERATIONS, FAMILIES, NOT_A_MODEL, VARIANTS } from './families'

/** A model named in a text. */
export interface Named {
  id: string
  /** Offsets into the text searched. */
  start: number
  end: number
  /** Has a size, or is a model that comes in one size. */
  sized: boolean
  /** Neither generation nor size: the family's word alone. */
  bare: boolean
}

const WORD = new RegExp(`(?<![A-Za-z])(?:${FAMILIES.map(({ pattern }) => `(${pattern})`).join('|')})`, 'gi')

/** Some family's name, anywhere: what a line of interest has. */
export const FAMILY_WORD = new RegExp(FAMILIES.map(({ pattern }) => pattern).join('|'), 'gi')

/** A piece of an id: a separator and a word or number, as `-6b`, `_1.5`, ` 7B`. */
const PIECE =
  /(_hyphen_|[-_.@ ]?)([48]bit|\d{4}(?!\d)|[zZ]1|1half|\d{1,3}(?:[._]\d{1,2})?x\d{1,3}[bB]|[aA]\d{1,2}[bB]|\d{1,3}(?:[._]\d{1,2})?[bB]|\d{1,3}[kKmM]|v?\d{1,2}(?:[._]\d{1,2})?v?|[a-zA-Z]{1,10}\d?)/y

const isSize = (word: string) =>
  /^(?:\d{1,3}(?:\.\d{1,2})?(?:x\d{1,3})?b|\d{1,3}(?:\.\d{1,2})?x\d{1,3}b|\d{2,3}m)$/.test(word)
const isActive = (word: string) => /^a\d{1,2}b$/.test(word)
/** A word that by itself tells which model it is: a release's month, or a model's own name. */
const isRelease = (word: string) => /^(?:\d{4}|nemo|scout|maverick)$/.test(word)
const isGeneration = (word: string) => /^\d(?:\.\d{1,2})?v?$/.test(word)

interface Parsed {
  generation: string
  size: string
  words: string[]
  /** How many of the words stand before the size: `internlm2-chat-7b`. */
  sizeAt: number
  end: number
}

/** Reads generation, size and variants after a family's word. */
function parseTail(text: string, from: number, family: string): Parsed {
  const parsed: Parsed = { generation: '', size: '', words: [], sizeAt: 0, end: from }
  let at = from
  for (let count = 0; count < 10; count++) {
    PIECE.lastIndex = at
    const match = PIECE.exec(text)
    if (!match) break
    const separator = match[1]!
    const raw = rawPiece(separator, match[2]!, parsed)
    const end = match.index + separator.length + raw.length
    const word = raw.toLowerCase().replace('_', '.').replace('1half', '1.5')
    const next = text[end] ?? ''
    // a word goes on: `6bit`, `chatbot`; a number goes on: `2.5.1`
    if (/[A-Za-z]$/.test(word) && /[A-Za-z0-9]/.test(next)) break
    if (separator === ' ' && !continuesAfterSpace(text, word, end, parsed)) break
    if (isSize(word) && !parsed.size) {
      parsed.size = word
      parsed.sizeAt = parsed.words.length
    } else if (isActive(word) && parsed.size) parsed.words.push(word)
    else if (isGeneration(word) && !parsed.size && !parsed.words.length) {
      if (!joinGeneration(parsed, word, separator, text, end)) break
    } else if (VARIANTS.has(word)) parsed.words.push(word)
    else if (word === 'hf') {
      // dropped, unless the id goes on after it
      if (parsed.size && /^-(?:4bit|8bit|mlx|gptq|awq|bnb|gguf)(?![a-z])/i.test(text.slice(end, end + 6)))
        parsed.words.push(word)
    } else if (BESIDE_SIZE.has(word) && (parsed.size || isBeforeSize(text, end))) parsed.words.push(word)
    else if (word === 'pytorch' && isBeforeSize(text, end)) {
      // how a launcher marks the format: `glm4-chat-pytorch-9b`
    } else if (
      word === 'sft' &&
      family === 'internlm' &&
      parsed.size &&
      separator === '-' &&
      !/[-_/\w]/.test(next)
    )
      parsed.words.push(word)
    // a folder of one's own is called so too, unless a release follows
    else if (
      (word === 'sft' || word === 'dpo') &&
      /^-(?:alpha|beta)(?![a-z])/i.test(text.slice(end, end + 7))
    )
      parsed.words.push(word)
    else if ((word === 'alpha' || word === 'beta') && /^(?:sft|dpo)$/.test(parsed.words.at(-1) ?? ''))
      parsed.words.push(word)
    else if (family === 'deepseek' && (word === 'qwen' || word === 'llama')) parsed.words.push(word)
    else if (parsed.words.includes('distill') && isGeneration(word)) parsed.words.push(word)
    else if (
      /^v?\d/.test(word) &&
      VARIANTS.has(`v${word.replace(/^v/, '')}`) &&
      separator === '-' &&
      parsed.size &&
      word.startsWith('v')
    )
      parsed.words.push(word)
    else break
    parsed.end = end
    at = end
  }
  return parsed
}

const isBeforeSize = (text: string, end: number): boolean =>
  /^[-_]\d{1,3}(?:\.\d{1,2})?b(?![a-z])/i.test(text.slice(end, end + 9))

/** The part of a piece with an underscore that stands by itself. */
function rawPiece(separator: string, piece: string, parsed: Parsed): string {
  if (!piece.includes('_')) return piece
  const [first = ''] = piece.split('_')
  // in `glm_4_9b` and `qwen2_7b` it separates; in `Qwen-1_8B` and in the size of `qwen2_1_5b` it is the decimal point
  if (/b$/i.test(piece)) return separator === '-' || parsed.generation ? piece : first
  return DECIMAL_GENERATIONS.has(piece.replace('_', '.')) ? piece : first
}

/** Numbers in a row are a generation written with hyphens: `llama3-1-8B`. */
function joinGeneration(parsed: Parsed, word: string, separator: string, text: string, end: number): boolean {
  if (!parsed.generation) {
    parsed.generation = word
    return true
  }
  if (
    separator === '-' &&
    /^\d$/.test(word) &&
    /^\d$/.test(parsed.generation) &&
    /^-\d{1,3}b/i.test(text.slice(end, end + 5))
  ) {
    parsed.generation += `.${word}`
    return true
  }
  return false
}

/** Across a blank only a size, a generation before one, or a variant after one belongs to the name. */
function continuesAfterSpace(text: string, word: string, end: number, parsed: Parsed): boolean {
  const rest = text.slice(end, end + 24)
  if (isSize(word)) return !parsed.size
  if (isGeneration(word) && !parsed.generation && !parsed.size)
    return (
      /^(?:[ -]\d{1,3}(?:\.\d{1,2})?b(?![a-z0-9])|\s?[,，。.;:)）]|\s[A-Za-z]|$)/i.test(rest) &&
      !/^\s(?:gpus?|cards?|x|epochs?|steps?|times|hours?|days?)/i.test(rest)
    )
  if (parsed.size && /^v\d\.\d$/.test(word)) return true
  if (parsed.size && /^(?:chat|instruct|base)$/.test(word))
    return !/^[ -]?(?:templates?|formats?|models?|demo|ui|格式|模板|接口)/i.test(rest)
  return false
}

/** Spells the id; the rules of single families stand here. */
function spell(family: string, { generation, size, words, sizeAt }: Parsed): { id: string; sized: boolean } {
  if (family === 'chatglm') {
    // one size each, and the chat model bears the plain name
    const variant = words.filter((word) => word !== 'chat')
    const known = generation === '' || generation === '2' || generation === '3'
    if (!known)
      return { id: ['glm', generation, size, ...words].filter(Boolean).join('-'), sized: size !== '' }
    const base = `chatglm${generation}`
    return {
      id: [base, size || (variant.length ? '6b' : ''), ...variant].filter(Boolean).join('-'),
      sized: size !== '' || variant.length > 0,
    }
  }
  // there is no GLM of six billion parameters but the chat models
  const isNickname = generation === '2' || generation === '3' || (generation === '' && size === '6b')
  if (family === 'glm' && isNickname) return spell('chatglm', { generation, size, words, sizeAt, end: 0 })
  const { joint = '-' } = FAMILIES.find(({ name }) => name === family) ?? {}
  const head = generation ? `${family}${joint}${generation}` : family
  // whoever writes `glm4-chat-9b` means the model that is called GLM-4-9B-Chat
  const isChatFirst = family === 'glm' && words.slice(0, sizeAt).every((word) => word === 'chat')
  const at = !size ? words.length : isChatFirst ? 0 : sizeAt
  return {
    id: [head, ...words.slice(0, at), size, ...words.slice(at)].filter(Boolean).join('-'),
    sized: size !== '',
  }
}

/**
 * The models that a text names, in the spelling of ids: `ChatGLM3` → `chatglm3`, `chatglm3 6b base` →
 * `chatglm3-6b-base`, `Llama-2-7b-chat-hf` → `llama-2-7b-chat`. A family's name inside another word, before
 * `-Factory` or `.cpp`, or as the organisation of a path, is none.
 */
export function modelsNamed(text: string): Named[] {
  const named: Named[] = []
  WORD.lastIndex = 0
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const family = FAMILIES[match.slice(1).findIndex((group) => group !== undefined)]!
    const start = match.index
    const from = start + match[0].length
    const following = text.slice(from, from + 40)
    if (NOT_A_MODEL.test(following)) continue
    const parsed = parseTail(text, from, family.name)
    WORD.lastIndex = Math.max(parsed.end, from)
    const bare = !parsed.generation && !parsed.size
    const before = text.slice(Math.max(0, start - 24), start)
    if (bare && parsed.words.length === 0) {
      if (!family.bare || !standsAlone(before, following, match[0])) continue
    } else if (/[A-Za-z]/.test(text[parsed.end] ?? '')) {
      // a class such as `Qwen2ForCausalLM` tells an architecture, which many models share
      if (family.name !== 'chatglm' || !parsed.generation || parsed.size) continue
    }
    if (family.needsSize ? !parsed.size : bare && !family.bare && !parsed.words.includes('tiny')) continue
    // GLM has generations from 4 on; before, sizes alone
    if (family.name === 'glm' && parsed.generation === '1') continue
    // `modeling_llama2`, `my-llama2-run`: only a size makes it a model's own name
    if (
      /[_.-]$/.test(before) &&
      !parsed.size &&
      !(parsed.generation && isScriptOf(before, text.slice(parsed.end, parsed.end + 8))) &&
      !parsed.words.includes('tiny') &&
      !/(?:^|[^A-Za-z])(?:chinese|meta|adgen|thudm|zhipuai)[-_]$/i.test(before)
    )
      continue
    const { id, sized } = spell(family.name, parsed)
    named.push({ id, start, end: parsed.end, sized, bare: bare && !parsed.words.some(isRelease) })
  }
  return named
}

/** `finetune_chatglm2.sh`: what is run or configured for a model is called after it, the parts of a library apart. */
const isScriptOf = (before: string, following: string): boolean =>
  /^\.(?:sh|bat|ya?ml|ipynb|py)(?!\w)/i.test(following) &&
  !/(?:^|[^A-Za-z])(?:modell?ing|configuration|tokeni[sz]ation|(?:image_)?processing|tests?|convert|conversion|utils?)[-_]$/i.test(
    before,
  )

/** The bare word of a family, as a word of its own: no file, module, organisation or tool. */
function standsAlone(before: string, following: string, word: string): boolean {
  if (/^[A-Za-z0-9_]/.test(following)) return false
  if (
    /^(?:-(?:inc|ai|llm))?\//.test(following) ||
    /^\.[A-Za-z]/.test(following) ||
    /^-[A-Za-z0-9]/.test(following)
  )
    return false
  if (/[\w.\-/\\@]$/.test(before)) return false
  // a lower-case `glm` or `phi` may be statistics
  return word.toLowerCase() !== 'glm' || word === 'GLM'
}

const CHATGLM_CLASS = /(?<![A-Za-z])ChatGLM(?:4)?(?:Tokenizer|Config|Model|For[A-Z])/

/** The remote code of a family, named by a class in a traceback: it tells the family and nothing more. */
export function familyOfClass(text: string): Named | undefined {
  const match = CHATGLM_CLASS.exec(text)
  if (!match) return undefined
  const id = match[0].startsWith('ChatGLM4') ? 'glm-4' : 'chatglm'
  return { id, start: match.index, end: match.index + match[0].length, sized: false, bare: true }
}

/** An id taken apart, for comparing two. */
export interface IdParts {
  family: string
  generation: string
  size: string
  words: string[]
}

const ID = new RegExp(
  `^(${FAMILIES.map(({ name }) => name).join('|')})-?(\\d{1,2}(?:\\.\\d{1,2})?v?(?![\\d.]*b|x))?`,
)

/** Takes apart an id that `modelsNamed` spelled; undefined for another text. */
export function partsOfId(id: string): IdParts | undefined {
  const match = ID.exec(id)
  if (!match) return undefined
  const rest = id.slice(match[0].length).split('-').filter(Boolean)
  const size = rest.find(isSize) ?? ''
  return { family: match[1]!, generation: match[2] ?? '', size, words: rest.filter((word) => word !== size) }
}
