import type { PackageStance } from '../../facts'
import { normaliseVersion } from '../../versions'
import type { Line, View } from '../view'
import { listedName } from './names'

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
  /** Said to work: only the opposite of another version in the same text makes it history. */
  works?: boolean
}

/** One block while its versions are being read: the lines, what was found, and which lines are used up. */
export class Page {
  readonly lines: Line[]
  readonly found: Found[] = []
  private readonly claimed = new Set<number>()
  private readonly starts = new Set<number>()

  constructor(readonly view: View) {
    this.lines = view.lines.some((line) => line.text.includes('\r'))
      ? view.lines.flatMap(splitAtReturns)
      : view.lines
  }

  /** Marks a line as read, so that no other reader reads it differently. */
  claim(line: number): void {
    this.claimed.add(line)
  }

  isClaimed(line: number): boolean {
    return this.claimed.has(line)
  }

  /** Whether a line is someone else's text: quoted in a comment. */
  isQuoted(line: number): boolean {
    return this.view.block.kind === 'comment' && (this.lines[line]?.quoted ?? 0) > 0
  }

  /** Takes a finding in, unless its name or number is none or the number was read before. */
  add(found: Found): boolean {
    const version = normaliseVersion(found.version)
    const name = listedName(found.name)
    if (version === null || name === null || this.starts.has(found.start) || this.isQuoted(found.line))
      return false
    this.starts.add(found.start)
    this.found.push({ ...found, name, version })
    return true
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
