import { parseArgs } from 'node:util'
import { type Choices, precisions } from '../../diagnosis/choices'
import type { PrecisionId } from '../../diagnosis/facts'
import { type Language, languageFor } from '../../locales/language'

export interface Options {
  json: boolean
  language: Language
  choices: Choices
  /** Paths, or `-` for standard input. */
  inputs: string[]
}

export const USAGE = `usage: npm run --silent diagnose -- [--json] [--lang en|zh-CN] [--model ID] [--precision ID] [--gpu NAME] [--python X.Y] FILE… | -

Reads a pip freeze, a log, a report, a thread (*.json with "blocks") or an adapter (*.safetensors); - reads standard input.
  --json            one line of JSON a file
  --lang            the language of the words: en or zh-CN
  --model           the base model, such as chatglm3-6b
  --precision       ${precisions.join(', ')}: fp16 is float16 weights, amp the mixed-precision flag
  --gpu             such as V100
  --python          such as 3.10`

/** The options of a command line. Throws an Error with a plain sentence on bad usage. */
export function parseOptions(args: string[], environment: NodeJS.ProcessEnv): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      lang: { type: 'string' },
      model: { type: 'string' },
      precision: { type: 'string' },
      gpu: { type: 'string' },
      python: { type: 'string' },
      keep: { type: 'string', multiple: true },
    },
  })
  if (values.lang !== undefined && !/^(?:en|zh)(?:[-_]\w+)?$/i.test(values.lang))
    throw new Error(`--lang ${values.lang}: there is en and zh-CN`)
  if (values.precision !== undefined && !precisions.includes(values.precision as PrecisionId))
    throw new Error(`--precision ${values.precision}: there is ${precisions.join(', ')}`)
  if (values.python !== undefined && !/^\d+\.\d+/.test(values.python))
    throw new Error(`--python ${values.python}: give a version such as 3.10`)
  if (!positionals.length) throw new Error('name at least one file, or - for standard input')
  const locale = values.lang ?? environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG
  return {
    json: values.json,
    language: languageFor(locale),
    choices: {
      model: values.model,
      precision: values.precision as PrecisionId | undefined,
      gpu: values.gpu,
      python: values.python,
    },
    inputs: positionals,
  }
}
