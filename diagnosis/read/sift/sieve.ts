import { folded } from './characters'

/** A text that is looked for, and for whom. */
interface Needle {
  codes: number[]
  /** Which unit of it, counted from 0, the table finds it by. */
  at: number
  /** The numbers of the watches that want it. */
  watches: number[]
  /** The line it was seen on last, counted over all scans. */
  line: number
}

/** What one scan of a text found. */
export interface Sifted {
  /** The offsets at which its lines begin. */
  starts: number[]
  /** The lines, in order, on which each watch has something; none is absent. */
  lines: Map<number, number[]>
  /** The watches there were at the time; later ones are not in it. */
  watches: number
}

const CLASS_BITS = 6
const TRIGRAMS = 1 << (3 * CLASS_BITS)
const PAIRS = 1 << 15
const WIDE = 128

/** Letters and digits have a class of their own, rare signs share one; 0 is for what is not ASCII. */
const CLASS = new Uint8Array(WIDE)
const SIGNS = '._-:=,\'"()/`<>[]{}|#*+@?'
const FIRST_DIGIT = 27
const BLANK = 37
const FIRST_SIGN = 38
for (let code = 1; code < WIDE; code++) {
  const character = String.fromCharCode(code)
  const lower = character.toLowerCase()
  if (lower >= 'a' && lower <= 'z') CLASS[code] = lower.charCodeAt(0) - 96
  else if (character >= '0' && character <= '9') CLASS[code] = FIRST_DIGIT + code - 48
  else if (/\s/.test(character)) CLASS[code] = BLANK
  else CLASS[code] = FIRST_SIGN + (SIGNS.indexOf(character) + 1)
}
/** Any digit stands for each of them. */
const DIGITS = [...'0123456789'].map((digit) => digit.charCodeAt(0))
const EVERY_CLASS = [...Array(1 << CLASS_BITS).keys()]

/** The commonest first: a needle is found by what is rarest in it. */
const COMMON = ' 0e.taoinsrlhdcumpfgwybv-_=:,kxjqz'

/** How much a needle that shares its place with others weighs against it. */
const CROWDED = 6

function rarityOf(code: number): number {
  const character = code === 0 || (code >= 48 && code <= 57) ? '0' : String.fromCharCode(code)
  const place = COMMON.indexOf(character)
  return place < 0 ? COMMON.length : place
}

const codesAt = (code: number): number[] => (code === 0 ? DIGITS : [code])
const classesAt = (code: number): number[] => codesAt(code).map((one) => CLASS[one]!)

const keyOf = (first: number, second: number, third: number): number =>
  (((first << CLASS_BITS) | second) << CLASS_BITS) | third

const pairOf = (first: number, second: number): number => (Math.imul(first, 31) ^ second) & (PAIRS - 1)

const isWide = (code: number): boolean => code >= WIDE

/**
 * Looks for many texts at once, in one pass: each text is known by three characters in a row (or two, where one is no
 * ASCII; or the one it is), and compared as a whole only where these stand. What is found is noted by line.
 */
export class Sieve {
  private readonly trigrams = new Uint16Array(TRIGRAMS)
  private readonly pairs = new Uint16Array(PAIRS)
  private readonly singles = new Uint16Array(65536)
  /** What may begin at a place of a table; 0 is for nothing. */
  private readonly buckets: Needle[][] = [[]]
  private readonly needles = new Map<string, Needle>()
  /** The lines of each watch while a text is scanned; the number 0 is nobody's. */
  private readonly found: (number[] | undefined)[] = [undefined]
  private linesScanned = 1

  /** How many watches there are. */
  get size(): number {
    return this.found.length
  }

  /** Adds what a watch looks for, and gives its number. Needles are folded; `DIGIT` stands for any digit. */
  add(needles: string[]): number {
    const watch = this.found.push(undefined) - 1
    for (const text of needles) {
      const known = this.needles.get(text)
      if (known) known.watches.push(watch)
      else this.needles.set(text, this.placed(text, watch))
    }
    return watch
  }

  private placed(text: string, watch: number): Needle {
    const codes = [...Array(text.length).keys()].map((at) => text.charCodeAt(at))
    const needle: Needle = { codes, at: 0, watches: [watch], line: 0 }
    const wide = codes.findIndex((code, at) => isWide(code) && isWide(codes[at + 1] ?? 0))
    const mixed = codes.findIndex((code, at) => at > 0 && isWide(code) !== isWide(codes[at - 1]!))
    const three = this.rarestTrigram(codes)
    if (codes.length === 1) this.put(this.singles, codes[0]!, needle)
    else if (wide >= 0) this.placeAtPair(needle, wide)
    else if (three >= 0) this.placeAtTrigram(needle, three, true)
    else if (mixed >= 0) this.placeAtPair(needle, mixed - 1)
    else this.placeAtTrigram(needle, -1, false)
    return needle
  }

  /** Where the three units begin that are rarest, in texts and among needles; -1 where no three in a row are ASCII. */
  private rarestTrigram(codes: number[]): number {
    let best = -1
    let most = -Infinity
    for (let at = 0; at + 2 < codes.length; at++) {
      const three = codes.slice(at, at + 3)
      if (three.some(isWide)) continue
      const [first, second, third] = three.map((code) => classesAt(code).at(-1)!) as [number, number, number]
      const others = this.buckets[this.trigrams[keyOf(first, second, third)]!]!.length
      const score = three.reduce((sum, code) => sum + rarityOf(code), 0) - CROWDED * others
      if (score > most) {
        most = score
        best = at
      }
    }
    return best
  }

  private placeAtPair(needle: Needle, first: number): void {
    needle.at = first + 1
    for (const one of codesAt(needle.codes[first]!))
      for (const other of codesAt(needle.codes[first + 1]!)) this.put(this.pairs, pairOf(one, other), needle)
  }

  /** By its units from `first` on, or, where it has but two, by these behind anything. */
  private placeAtTrigram(needle: Needle, first: number, isWhole: boolean): void {
    needle.at = first + 2
    const before = isWhole ? classesAt(needle.codes[first]!) : EVERY_CLASS
    for (const one of before)
      for (const two of classesAt(needle.codes[first + 1]!))
        for (const three of classesAt(needle.codes[first + 2]!))
          this.put(this.trigrams, keyOf(one, two, three), needle)
  }

  private put(table: Uint16Array, place: number, needle: Needle): void {
    const bucket = table[place]!
    if (bucket) this.buckets[bucket]!.push(needle)
    else table[place] = this.buckets.push([needle]) - 1
  }

  /** One pass over a text: its lines, and what was found on which. */
  scan(text: string): Sifted {
    const { trigrams, pairs, singles } = this
    const starts = [0]
    const touched: number[] = []
    const { length } = text
    let key = 0
    let before = 32
    for (let at = 0; at < length; at++) {
      const code = folded[text.charCodeAt(at)]!
      key = ((key << CLASS_BITS) | (code < WIDE ? CLASS[code]! : 0)) & (TRIGRAMS - 1)
      const bucket = trigrams[key]!
      if (bucket !== 0) this.compare(bucket, text, at, starts.length, touched)
      if (code >= WIDE || before >= WIDE) {
        const pair = pairs[(Math.imul(before, 31) ^ code) & (PAIRS - 1)]!
        if (pair !== 0) this.compare(pair, text, at, starts.length, touched)
        const single = singles[code]!
        if (single !== 0) this.compare(single, text, at, starts.length, touched)
      }
      before = code
      if (code === 32 && text.charCodeAt(at) === 10) starts.push(at + 1)
    }
    this.linesScanned += starts.length + 1
    const lines = new Map<number, number[]>()
    for (const watch of touched) {
      lines.set(watch, this.found[watch]!)
      this.found[watch] = undefined
    }
    return { starts, lines, watches: this.found.length }
  }

  private compare(bucket: number, text: string, at: number, lineNumber: number, touched: number[]): void {
    const needles = this.buckets[bucket]!
    const stamp = this.linesScanned + lineNumber
    for (let index = 0; index < needles.length; index++) {
      const needle = needles[index]!
      if (needle.line === stamp || !standsAt(needle.codes, text, at - needle.at)) continue
      needle.line = stamp
      const { watches } = needle
      for (let number = 0; number < watches.length; number++)
        this.note(watches[number]!, lineNumber - 1, touched)
    }
  }

  private note(watch: number, line: number, touched: number[]): void {
    const lines = this.found[watch]
    if (lines === undefined) {
      this.found[watch] = [line]
      touched.push(watch)
    } else if (lines[lines.length - 1] !== line) lines.push(line)
  }
}

/** The offsets at which a text's lines begin. */
export function startsOf(text: string): number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

function standsAt(codes: number[], text: string, start: number): boolean {
  if (start < 0 || start + codes.length > text.length) return false
  for (let index = 0; index < codes.length; index++) {
    const wanted = codes[index]!
    const code = folded[text.charCodeAt(start + index)]!
    if (code !== wanted && (wanted !== 0 || code < 48 || code > 57)) return false
  }
  return true
}
