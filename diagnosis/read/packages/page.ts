import type { PackageStance } from '../../facts'
import { normaliseVersion } from '../../versions'
import { linesFor, mayContain } from '../sift/watch'
import type { Line, View } from '../view'
import { knownName, listedName, namePattern } from './names'

/**
 * How a version was read. list: a row of an environment. command: `pip install …`. machine: something that a program
 * printed about this machine. diff: a line of a patch. sentence: someone says so.
 */
export type How = 'list' | 'command' | 'machine' | 'diff' | 'sentence'

/** A name with its number, before it is known whose it is and how it is meant. */
export interface Found {
  name: string
  version: string
  start: number
  end: number
  line: number
  how: How
  /** Known from the form alone, such as `mentioned` for a range. */
  stance?: PackageStance
  advice?: boolean
  range?: string
  /** Tried without effect. */
  tried?: boolean
  /** Pinned by a file that the writer installs from. */
  pinned?: boolean
  /** On which of several machines. */
  machine?: 'other' | 'training' | 'inference'
  /** Takes back what its writer had stated. */
  corrects?: boolean
  /** A number of two parts that nothing near it makes a version. */
  loose?: boolean
  /** Said to work: only the opposite of another version in the same text makes it history. */
  works?: boolean
  /** Said to be what is installed now. */
  current?: boolean
}

/** A known package's name in the text, standing alone. */
export interface NameHit {
  name: string
  /** Written as a word that means other things too. */
  loose: boolean
  start: number
  end: number
  line: number
}

/** A block with more numbers than this that belong to nothing is no talk about versions. */
const MOST_UNNAMED = 12
/** The name of a version whose package the block does not name. */
export const UNNAMED = ''

/** One block while its versions are being read: the lines, what was found, and which lines are used up. */
export class Page {
  readonly found: Found[] = []
  /** Versions whose package the block does not name. */
  readonly unnamed: Found[] = []
  private claimed: Uint8Array | undefined
  private split: Line[] | undefined
  private readonly starts = new Set<number>()

  constructor(readonly view: View) {}

  get lines(): Line[] {
    this.split ??= this.view.text.includes('\r') ? this.view.lines.flatMap(splitAtReturns) : this.view.lines
    return this.split
  }

  private namesFound: NameHit[] | undefined

  /** The known names in the text, in order. Most lines of a log have none: readers look only at those that have. */
  get names(): NameHit[] {
    this.namesFound ??= this.findNames()
    return this.namesFound
  }

  private findNames(): NameHit[] {
    const { text, sifted } = this.view
    const hits: NameHit[] = []
    const lines = linesFor(sifted, namePattern)
    if (lines === null) this.findNamesIn(text, 0, hits)
    else
      for (const line of lines) {
        const start = sifted.starts[line]!
        this.findNamesIn(text.slice(start, sifted.starts[line + 1]), start, hits)
      }
    return hits
  }

  private findNamesIn(piece: string, offset: number, hits: NameHit[]): void {
    const { text } = this.view
    let line = hits.at(-1)?.line ?? 0
    namePattern.lastIndex = 0
    for (let match = namePattern.exec(piece); match; match = namePattern.exec(piece)) {
      const start = offset + match.index
      const end = start + match[0].length
      if (!standsAlone(text, start, end)) continue
      const known = knownName(match[0])
      if (!known) continue
      while ((this.lines[line + 1]?.start ?? Infinity) <= start) line++
      hits.push({ name: known.name, loose: known.loose, start, end, line })
    }
  }

  /** The lines that contain a piece of text, in order. */
  linesWith(piece: string): number[] {
    const { text, sifted } = this.view
    const result: number[] = []
    if (!mayContain(sifted, piece)) return result
    for (let at = text.indexOf(piece); at >= 0;) {
      const index = this.lineAt(at)
      result.push(index)
      const next = this.lines[index + 1]?.start
      at = next === undefined ? -1 : text.indexOf(piece, next)
    }
    return result
  }

  private readonly numbered = new Map<number, boolean>()

  /** Whether a line has anything like a version in it. */
  hasNumber(line: number): boolean {
    let known = this.numbered.get(line)
    if (known === undefined) {
      known = /\d[._]\s?\d|v\d/i.test(this.lines[line]?.text ?? '')
      this.numbered.set(line, known)
    }
    return known
  }

  /** Marks a line as read, so that no other reader reads it differently. */
  claim(line: number): void {
    this.claimed ??= new Uint8Array(this.lines.length)
    this.claimed[line] = 1
  }

  isClaimed(line: number): boolean {
    return this.claimed?.[line] === 1
  }

  /** Whether a line is someone else's text: quoted in a comment. */
  isQuoted(line: number): boolean {
    return this.view.block.kind === 'comment' && (this.lines[line]?.quoted ?? 0) > 0
  }

  /** Takes a finding in, unless its name or number is none or the number was read before. */
  add(found: Found): boolean {
    const version = normaliseVersion(found.version)
    const name = found.name === UNNAMED ? UNNAMED : listedName(found.name)
    if (version === null || name === null || this.starts.has(found.start) || this.isQuoted(found.line))
      return false
    this.starts.add(found.start)
    if (name === UNNAMED) {
      if (this.unnamed.length < MOST_UNNAMED) this.unnamed.push({ ...found, version })
      return true
    }
    this.found.push({ ...found, name, version })
    const major = version.split('.')[0]!
    const majors = this.majors.get(name)
    if (majors) majors.add(major)
    else this.majors.set(name, new Set([major]))
    return true
  }

  private readonly majors = new Map<string, Set<string>>()

  /** The first parts of the versions that were read of a package; undefined where none was. */
  statedMajors(name: string): Set<string> | undefined {
    return this.majors.get(name)
  }

  /** Whether the number at an offset was read already. */
  isRead(start: number): boolean {
    return this.starts.has(start)
  }

  /** The index of the line that an offset stands in. */
  lineAt(offset: number): number {
    let low = 0
    let high = this.lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.lines[middle]?.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** A terminal's carriage returns begin a new line too (progress bars, old line ends). */
function splitAtReturns(line: Line): Line[] {
  if (!line.text.includes('\r')) return [line]
  const parts: Line[] = []
  let start = 0
  for (const text of line.text.split('\r')) {
    parts.push({ ...line, text, start: line.start + start })
    start += text.length + 1
  }
  return parts
}

/** Whether a name is a word of its own, and not part of a path, a module or a longer name. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' '
  if (/[A-Za-z0-9_.\\@$/]/.test(before)) {
    // `2.1/transformers4.36` is a list, `site-packages/transformers` a path
    if (before !== '/' || !/\d/.test(text[start - 2] ?? ''))
      return /\d/.test(before) && /\d/.test(text[end] ?? '')
  }
  if (before === '-' && !/\s/.test(text[start - 2] ?? ' ') && text[start - 2] !== '>') return false
  const after = text[end] ?? ' '
  if (/[A-Za-z_\\]/.test(after))
    return (after === '_' || after.toLowerCase() === 'v') && /\d/.test(text[end + 1] ?? '')
  return !((after === '-' || after === '.' || after === '/') && /[A-Za-z_]/.test(text[end + 1] ?? ''))
}
