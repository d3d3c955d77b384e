import { problemWords } from '../locales/problems'
import type { Options } from './diagnose/options'
import { USAGE, parseOptions } from './diagnose/options'
import { humanText, jsonLine } from './diagnose/print'
import { UnreadableInput, readInput } from './diagnose/read-input'

function sentenceFor(error: unknown, { language }: Options): string {
  if (error instanceof UnreadableInput) return problemWords[language][error.problem]
  return error instanceof Error ? error.message : String(error)
}

/** Runs the command line; returns the exit status: 0 when every input was read, 2 otherwise. */
function main(args: string[]): number {
  let options: Options
  try {
    options = parseOptions(args, process.env)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
    return 2
  }
  const unread: string[] = []
  for (const input of options.inputs) {
    try {
      const read = readInput(input, options.choices)
      console.log(options.json ? jsonLine(read, options.language) : humanText(read, options.language))
      if (options.json)
        for (const problem of read.problems)
          console.error(`${input}: ${problemWords[options.language][problem]}`)
    } catch (error) {
      unread.push(`${input}: ${sentenceFor(error, options)}`)
    }
  }
  for (const sentence of unread) console.error(sentence)
  return unread.length ? 2 : 0
}

process.exitCode = main(process.argv.slice(2))
