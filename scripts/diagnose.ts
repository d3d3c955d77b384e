import { precisions } from '../diagnosis/choices'
import type { Language } from '../locales/language'
import { problemWords } from '../locales/problems'
import { punctuation } from '../locales/punctuation'
import { commandLineWords } from '../locales/words/command-line'
import type { Options } from './diagnose/options'
import { Misuse, languageOf, parseOptions } from './diagnose/options'
import { humanText, jsonLine } from './diagnose/print'
import { UnreadableInput, readInput } from './diagnose/read-input'

const usageIn = (language: Language): string =>
  commandLineWords[language].usage(precisions.join(punctuation[language].comma))

/** How to call it, after what was wrong with this call. */
function sentenceOnMisuse({ problem, option = '', known = '' }: Misuse, language: Language): string {
  return `${commandLineWords[language].misuse[problem](option, known)}\n\n${usageIn(language)}`
}

/** Prints the report of one input; returns what is wrong with it where there is none. */
function report(input: string, { json, language, choices }: Options): string | undefined {
  const named = (problem: keyof (typeof problemWords)['en']) =>
    `${input}${punctuation[language].colon}${problemWords[language][problem]}`
  try {
    const read = readInput(input, choices)
    console.log(json ? jsonLine(read, language) : humanText(read, language))
    // the text names them beside the report, where a line of JSON has no place for sentences
    if (json) for (const problem of read.problems) console.error(named(problem))
    return undefined
  } catch (error) {
    if (error instanceof UnreadableInput) return named(error.problem)
    throw error
  }
}

/** Runs the command line; returns the exit status: 0 when every input was read, 2 otherwise. */
function main(args: string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usageIn(languageOf(args, process.env)))
    return 0
  }
  let options: Options
  try {
    options = parseOptions(args, process.env)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    console.error(sentenceOnMisuse(error, languageOf(args, process.env)))
    return 2
  }
  if (options.keep.length) console.error(commandLineWords[options.language].keepHasNoEffect)
  const unread = options.inputs.flatMap((input) => report(input, options) ?? [])
  for (const sentence of unread) console.error(sentence)
  return unread.length ? 2 : 0
}

process.exitCode = main(process.argv.slice(2))
