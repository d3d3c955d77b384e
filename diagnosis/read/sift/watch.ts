import { foldedText } from './characters'
import { needlesOf } from './needles'
import type { Sifted } from './sieve'
import { Sieve, startsOf } from './sieve'

/** The one sieve that every block goes through. */
const sieve = new Sieve()
const numbers = new WeakMap<RegExp, number>()
const textNumbers = new Map<string, number>()
/** For a pattern without rare enough needles: any line may match. */
const ANY_LINE = -1

/** Making the sieve takes as long as reading so much text without it. UTF-16 units. */
const WORTH_A_SIEVE = 200_000
let lengthRead = 0
let isMade = false

function numberOf(pattern: RegExp): number {
  const known = numbers.get(pattern)
  if (known !== undefined) return known
  const needles = needlesOf(pattern)
  const number = needles ? sieve.add(needles) : ANY_LINE
  numbers.set(pattern, number)
  return number
}

/**
 * Whether, with so much more text to be read (UTF-16 units), the sieve pays and is not made yet. A short thread is read
 * sooner without.
 */
export function isSieveDue(length: number): boolean {
  lengthRead += length
  return !isMade && lengthRead >= WORTH_A_SIEVE
}

/**
 * Makes the sieve. `rehearse` reads something in every way there is: whatever is asked for then is looked for from now
 * on. What is first asked for later is looked for in the texts after that one.
 */
export function makeSieve(rehearse: () => void): void {
  isMade = true
  rehearse()
}

/** How many patterns and texts are looked for. */
export const watchCount = (): number => sieve.size

/** What one pass over a text tells of all that is watched for; as long as there is no sieve, nothing but its lines. */
export const sift = (text: string): Sifted => (isMade ? sieve.scan(text) : unsifted(text))

/** Nothing is told of the text but its lines: everything may stand in it. */
export const unsifted = (text: string): Sifted => ({ starts: startsOf(text), lines: new Map(), watches: 0 })

const NONE: readonly number[] = []

/**
 * The lines of a sifted text, counted from 0, on which alone a pattern can match, in order; null where any line may.
 * The pattern itself decides: these lines have what it needs, not what it is.
 */
export function linesFor(sifted: Sifted, pattern: RegExp): readonly number[] | null {
  if (sifted.watches === 0) return null
  const number = numberOf(pattern)
  if (number === ANY_LINE || number >= sifted.watches) return null
  return sifted.lines.get(number) ?? NONE
}

/** Whether a pattern can match anywhere in a sifted text. */
export function mayMatch(sifted: Sifted, pattern: RegExp): boolean {
  return linesFor(sifted, pattern)?.length !== 0
}

/** Whether a text can stand in a sifted one, letters in any case. */
export function mayContain(sifted: Sifted, text: string): boolean {
  if (sifted.watches === 0) return true
  let number = textNumbers.get(text)
  if (number === undefined) {
    number = sieve.add([foldedText(text)])
    textNumbers.set(text, number)
  }
  return number >= sifted.watches || sifted.lines.has(number)
}

/** Tells of lines, asked for in ascending order, whether a pattern can match on them. */
export function lineTester(sifted: Sifted, pattern: RegExp): (line: number) => boolean {
  const lines = linesFor(sifted, pattern)
  if (lines === null) return () => true
  let next = 0
  return (line) => {
    while (lines[next]! < line) next++
    return lines[next] === line
  }
}

/** The lines on which at least one of several patterns can match, in order; null where any line may. */
export function linesForAny(sifted: Sifted, patterns: readonly RegExp[]): readonly number[] | null {
  let one = NONE
  const more: (readonly number[])[] = []
  let isAny = false
  for (const pattern of patterns) {
    const lines = linesFor(sifted, pattern)
    // the others have to be asked for all the same, to be looked for in the texts to come
    isAny ||= lines === null
    if (!lines?.length) continue
    if (one.length) more.push(lines)
    else one = lines
  }
  if (isAny) return null
  return more.length ? [...new Set([one, ...more].flat())].sort((a, b) => a - b) : one
}
