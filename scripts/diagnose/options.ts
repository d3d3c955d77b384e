import { parseArgs } from 'node:util'
import { type Choices, precisions } from '../../diagnosis/choices'
import type { PrecisionId } from '../../diagnosis/facts'
import { type Language, languageFor } from '../../locales/language'
import type { CommandLineWords } from '../../locales/words/command-line'

export interface Options {
  json: boolean
  language: Language
  choices: Choices
  /** Packages that a repair must not change; there is no repair yet. */
  keep: string[]
  /** Paths, or `-` for standard input. */
  inputs: string[]
}

/** A call that cannot be understood, in the terms of the locale table. */
export class Misuse extends Error {
  constructor(
    readonly problem: keyof CommandLineWords['misuse'],
    /** The option as it was given. */
    readonly option?: string,
    /** What it may be instead. */
    readonly known?: string,
  ) {
    super([problem, option, known].filter(Boolean).join(' '))
  }
}

const known = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  model: { type: 'string' },
  precision: { type: 'string' },
  gpu: { type: 'string' },
  python: { type: 'string' },
  keep: { type: 'string', multiple: true },
} as const

/** Not strict: Node's own sentences on misuse exist in one language only. */
const tokensOf = (args: string[]) =>
  parseArgs({ args, allowPositionals: true, strict: false, tokens: true, options: known }).tokens

const isLanguage = (tag: string) => /^(?:en|zh)(?:[-_]\w+)?$/i.test(tag)

/** The language asked for, however wrong the rest of the call is; else that of the environment. */
export function languageOf(args: string[], environment: NodeJS.ProcessEnv): Language {
  const asked = tokensOf(args).flatMap((token) =>
    token.kind === 'option' && token.name === 'lang' && token.value && isLanguage(token.value)
      ? [token.value]
      : [],
  )
  return languageFor(asked.at(-1) ?? environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG)
}

/** The options of a command line. Throws a Misuse where the call cannot be understood. */
export function parseOptions(args: string[], environment: NodeJS.ProcessEnv): Options {
  const given: Record<string, string[]> = {}
  const inputs: string[] = []
  for (const token of tokensOf(args)) {
    if (token.kind === 'positional') inputs.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const option = Object.hasOwn(known, name) ? known[name as keyof typeof known] : undefined
    if (!option) throw new Misuse('unknown-option', rawName)
    if (option.type === 'boolean' && value !== undefined) throw new Misuse('value-unwanted', rawName)
    if (option.type === 'string' && (!value || (!inlineValue && /^-./.test(value))))
      throw new Misuse('value-missing', rawName)
    ;(given[name] ??= []).push(value ?? '')
  }
  const last = (name: string) => given[name]?.at(-1)
  const check = (name: string, isKnown: (value: string) => boolean, instead: string) => {
    const value = last(name)
    if (value !== undefined && !isKnown(value))
      throw new Misuse('value-unknown', `--${name} ${value}`, instead)
    return value
  }
  check('lang', isLanguage, 'en, zh-CN')
  const isPrecision = (value: string) => precisions.includes(value as PrecisionId)
  const precision = check('precision', isPrecision, precisions.join(', '))
  const python = check('python', (value) => /^\d+\.\d+/.test(value), '3.10')
  if (!inputs.length) throw new Misuse('no-input')
  return {
    json: given.json !== undefined,
    language: languageOf(args, environment),
    choices: {
      model: last('model'),
      precision: precision as PrecisionId | undefined,
      gpu: last('gpu'),
      python,
    },
    keep: given.keep ?? [],
    inputs,
  }
}
