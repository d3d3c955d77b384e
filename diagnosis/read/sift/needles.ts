import { DIGIT, foldedText } from './characters'

/** What is known of the texts that a piece of a pattern matches. */
interface Known {
  /** All of them, folded; absent where they are too many. */
  exact?: string[]
  /** Each of them contains one of these; absent where nothing is known. */
  needles?: string[]
  /** Each begins, and ends, with one of these: a piece that repeats. */
  edges?: string[]
}

/** A set of alternatives larger than this is not followed further. */
const MOST_EXACT = 128
/** A pattern with more needles than this is no longer cheap to look for. */
const MOST_NEEDLES = 240
/** A class with more characters than this says nothing. */
const LARGEST_CLASS = 10
/** The least that a needle must weigh to be rare enough. */
const LIGHTEST = 1.5
/** Beyond this a needle is rare in any case. */
const HEAVY = 5

const NOTHING: Known = { exact: [''] }
const ANYTHING: Known = {}

/** How telling a needle is: an ideograph more than a letter, any digit or a blank less. */
function weightOf(needle: string): number {
  let weight = 0
  for (let at = 0; at < needle.length && weight < HEAVY; at++) {
    const code = needle.charCodeAt(at)
    weight += code === 32 ? 0.5 : code === 0 ? 0.75 : code > 0x2e80 ? 1.5 : 1
  }
  return Math.min(weight, HEAVY)
}

const unique = (texts: string[]): string[] => (texts.length > 1 ? [...new Set(texts)] : texts)

/** Without those that contain another one. */
function shortest(needles: string[]): string[] {
  if (needles.length < 2) return needles
  const kept: string[] = []
  for (const one of unique(needles).sort((a, b) => a.length - b.length))
    if (!kept.some((other) => one.includes(other))) kept.push(one)
  return kept
}

function scoreOf(needles: string[]): number {
  let lightest = HEAVY
  for (const needle of needles) {
    const weight = weightOf(needle)
    if (weight < LIGHTEST) return -Infinity
    if (weight < lightest) lightest = weight
  }
  return 8 * lightest - 4 * Math.log2(needles.length)
}

/** A set with what it is worth. */
interface Candidate {
  needles: string[]
  score: number
}

/** The more telling of two sets; undefined where neither tells anything. */
function better(one: Candidate | undefined, needles: string[] | undefined): Candidate | undefined {
  if (!needles?.length) return one
  const score = scoreOf(needles)
  if (score === -Infinity || (one && one.score >= score)) return one
  return { needles, score }
}

/** What each match contains, as tellingly as it is known. */
const told = ({ exact, needles }: Known): string[] | undefined =>
  better(better(undefined, exact), needles)?.needles

const product = (before: string[], after: string[]): string[] =>
  unique(before.flatMap((one) => after.map((other) => one + other)))

/** One piece after the other: the most telling stretch stands for the whole. */
function sequence(pieces: Known[]): Known {
  if (pieces.length === 1) return pieces[0]!
  let run = ['']
  let isExact = true
  let best: Candidate | undefined
  const consider = (needles: string[] | undefined) => {
    best = better(best, needles)
  }
  const append = (texts: string[]) => {
    if (run.length * texts.length <= MOST_EXACT) run = product(run, texts)
    else {
      consider(run)
      isExact = false
      run = texts
    }
  }
  for (const { exact, needles, edges } of pieces) {
    if (exact) {
      consider(exact)
      append(exact)
      continue
    }
    if (edges) append(edges)
    consider(run)
    consider(needles)
    isExact = false
    run = edges ?? ['']
  }
  consider(run)
  return { exact: isExact ? run : undefined, needles: best?.needles }
}

function alternatives(branches: Known[]): Known {
  if (branches.length === 1) return branches[0]!
  const exacts: string[] = []
  const needed: string[] = []
  let isExact = true
  let isNeeded = true
  for (const branch of branches) {
    if (branch.exact) exacts.push(...branch.exact)
    else isExact = false
    const own = told(branch)
    if (own) needed.push(...own)
    else isNeeded = false
  }
  const all = unique(exacts)
  return {
    exact: isExact && all.length <= MOST_EXACT ? all : undefined,
    needles: isNeeded ? shortest(needed) : undefined,
  }
}

function repeated(piece: Known, least: number, most: number): Known {
  const { exact, needles } = piece
  if (exact && most <= 3) {
    let texts: string[] = []
    let power = ['']
    for (let times = 0; times <= most; times++) {
      if (times >= least) texts = unique([...texts, ...power])
      if (times < most) power = product(power, exact)
      if (texts.length + power.length > MOST_EXACT) break
      if (times === most) return { exact: texts, needles: least ? needles : undefined }
    }
  }
  if (least === 0) return ANYTHING
  return { needles: told(piece), edges: exact?.includes('') ? undefined : exact }
}

const SPECIAL: Record<string, string> = { n: ' ', r: ' ', t: ' ', f: ' ', v: ' ', s: ' ', d: DIGIT }

/** A letter outside ASCII that has another case: what `i` makes of it is not followed. */
const hasOtherCase = (character: string): boolean =>
  character > '\u007F' && character.toLowerCase() !== character.toUpperCase()

/** Reads the source of a regular expression, as far as its necessary texts go. Throws on what it does not know. */
class Source {
  private at = 0

  constructor(private readonly source: string) {}

  whole(): Known {
    const known = this.branches()
    if (this.at < this.source.length) throw new Error('Unbalanced pattern.')
    return known
  }

  private branches(): Known {
    const found = [this.pieces()]
    while (this.source[this.at] === '|') {
      this.at++
      found.push(this.pieces())
    }
    return alternatives(found)
  }

  private pieces(): Known {
    const found: Known[] = []
    for (;;) {
      const plain = this.plainText()
      if (plain) found.push({ exact: [plain] })
      if (this.at >= this.source.length || '|)'.includes(this.source[this.at]!)) break
      found.push(this.quantified())
    }
    return found.length ? sequence(found) : NOTHING
  }

  /** Letters and the like that nothing repeats, in one go. */
  private plainText(): string {
    const from = this.at
    while (this.at < this.source.length && isPlain(this.source.charCodeAt(this.at))) this.at++
    // what a quantifier follows is a piece of its own
    if (this.at > from && '*+?{'.includes(this.source[this.at] ?? '|')) this.at--
    return foldedText(this.source.slice(from, this.at))
  }

  private quantified(): Known {
    const piece = this.atom()
    if (!'*+?{'.includes(this.source[this.at] ?? '|')) return piece
    const match = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.source.slice(this.at, this.at + 24))
    if (!match) return piece
    this.at += match[0].length
    const [mark = '', least = '', comma = '', most = ''] = match
    if (mark[0] === '*') return repeated(piece, 0, Infinity)
    if (mark[0] === '+') return repeated(piece, 1, Infinity)
    if (mark[0] === '?') return repeated(piece, 0, 1)
    return repeated(piece, Number(least), most ? Number(most) : comma ? Infinity : Number(least))
  }

  private atom(): Known {
    const character = this.source[this.at++]!
    if (character === '(') return this.group()
    if (character === '[') return this.characterClass()
    if (character === '\\') return this.escape()
    if (character === '.') return ANYTHING
    if (character === '^' || character === '$') return NOTHING
    if ('*+?{'.includes(character)) throw new Error('Nothing to repeat.')
    return literal(character)
  }

  private group(): Known {
    const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.at, this.at + 60))?.[0] ?? ''
    if (!opening && this.source[this.at] === '?') throw new Error('Unknown group.')
    this.at += opening.length
    const known = this.branches()
    if (this.source[this.at++] !== ')') throw new Error('Unbalanced pattern.')
    // what stands around a match, or must not, is no part of it
    return /[=!]$/.test(opening) ? NOTHING : known
  }

  private escape(): Known {
    const character = this.source[this.at++]!
    if (character === 'b' || character === 'B') return NOTHING
    if (character in SPECIAL) return { exact: [SPECIAL[character]!] }
    if (character === 'u' || character === 'x') return literal(this.coded(character))
    if (/[kcpP]/.test(character)) throw new Error('Unknown escape.')
    if (/[A-Za-z0-9]/.test(character)) return ANYTHING
    return literal(character)
  }

  private coded(letter: string): string {
    const digits = this.source.slice(this.at, this.at + (letter === 'u' ? 4 : 2))
    if (!/^[0-9a-f]+$/i.test(digits)) throw new Error('Unknown escape.')
    this.at += digits.length
    return String.fromCharCode(parseInt(digits, 16))
  }

  private characterClass(): Known {
    const isNegated = this.source[this.at] === '^'
    if (isNegated) this.at++
    const characters = new Set<string>()
    let isKnown = !isNegated
    while (this.source[this.at] !== ']') {
      if (this.at >= this.source.length) throw new Error('Unbalanced class.')
      const first = this.member()
      if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']') {
        this.at++
        const last = this.member()
        if (first === undefined || last === undefined || first === DIGIT || last === DIGIT) isKnown = false
        else if (/\d/.test(first) && /\d/.test(last)) characters.add(DIGIT)
        else if (last.charCodeAt(0) - first.charCodeAt(0) > LARGEST_CLASS) isKnown = false
        else
          for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++)
            characters.add(String.fromCharCode(code))
      } else if (first === undefined) isKnown = false
      else characters.add(first)
    }
    this.at++
    if (!isKnown || characters.size > LARGEST_CLASS || [...characters].some(hasOtherCase)) return ANYTHING
    const texts = unique([...characters].map(foldedText))
    if (texts.length > 1 && texts.every((text) => /[\d\0]/.test(text))) return { exact: [DIGIT] }
    return { exact: texts }
  }

  /** One member of a class; undefined for a set of its own, such as `\w`. */
  private member(): string | undefined {
    const character = this.source[this.at++]!
    if (character !== '\\') return character
    const escaped = this.source[this.at++]!
    if (escaped === 'u' || escaped === 'x') return this.coded(escaped)
    if (escaped === 'b') return undefined
    if (escaped in SPECIAL) return SPECIAL[escaped]
    return /[A-Za-z0-9]/.test(escaped) ? undefined : escaped
  }
}

/** A letter, a digit or an ideograph: stands for itself, and has no other case outside ASCII. */
const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 32 ||
  code === 95 ||
  (code >= 0x4e00 && code <= 0x9fff)

const literal = (character: string): Known =>
  hasOtherCase(character) ? ANYTHING : { exact: [foldedText(character)] }

/**
 * Texts of which at least one stands in whatever the pattern matches, folded as `characters` folds, with `DIGIT` for
 * any digit; null where none can be told that is rare enough to be worth looking for. Derived from the pattern's
 * source, so that they cannot fall behind it.
 */
export function needlesOf(pattern: RegExp): string[] | null {
  if (/[uvs]/.test(pattern.flags)) return null
  let known: Known
  try {
    known = new Source(pattern.source).whole()
  } catch {
    return null
  }
  const needles = told(known)
  const fewest = needles && shortest(needles)
  return fewest && fewest.length <= MOST_NEEDLES ? fewest : null
}
