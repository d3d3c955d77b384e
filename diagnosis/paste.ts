import type { Fact } from './facts'
import type { LineKind } from './paste/lines'
import { isSilent } from './paste/lines'
import type { PastePart } from './paste/parts'
import { kindOfJson, kindsOf, partsOf } from './paste/parts'
import { knownName, listedName } from './read/packages/names'
import { fold } from './read/view'
import { normaliseVersion } from './versions'

/** A line that nothing was read from. */
export interface UnreadLine {
  /** Counted from 1. */
  line: number
  /** Cut to a length that can be shown. */
  text: string
  /** It names a package of the stack, so a version was probably meant. */
  suspicious: boolean
}

/** What a text was taken for, and what was and was not read from it. */
export interface PasteDescription {
  parts: PastePart[]
  /** Those that name a package first, then in order; at most `MOST_UNREAD`. */
  unread: UnreadLine[]
  /** How many there are in all. */
  unreadCount: number
}

const MOST_UNREAD = 300
const LONGEST_SHOWN = 200

const ROW =
  /^[\s>"'*-]{0,12}(?:\[(?:pip3?|conda)\]\s{1,4})?([A-Za-z0-9_][\w.-]{0,98})(?:\[[^\]\s]{0,80}\])?(?:\s{0,4}={1,3}\s{0,4}|\s{1,120}\(?)v?(\d[\w.+!]{0,60})/

/** `peft 0.9.0` for a line of an environment, however it is written; undefined for other lines. */
function pairOf(line: string): string | undefined {
  const [, spelling, number] = ROW.exec(line.slice(0, 300)) ?? []
  const name = spelling && listedName(spelling)
  const version = number && normaliseVersion(number)
  return name && version ? `${name} ${version}` : undefined
}

/** Whether a line that was not read names a package that somebody would want read. */
function isSuspicious(line: string, kind: LineKind): boolean {
  if (kind === 'prose' || kind === 'code' || kind === 'log' || kind === 'traceback') return false
  const word = /^[\s>"'`*-]{0,12}(?:e\s)?([A-Za-z][\w.-]{1,60})/.exec(line)?.[1]
  const egg = /#egg=([\w.-]{1,60})/.exec(line.slice(0, 400))?.[1]
  return [word, egg].some((spelling) => spelling !== undefined && knownName(spelling)?.loose === false)
}

/** Which lines a fact stands in, by index. */
function linesWithFacts(lines: string[], facts: Fact[]): Set<number> {
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length + 1
  }
  const lineAt = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return new Set(
    facts.flatMap(({ start, end }) => {
      const from = lineAt(start)
      return Array.from(
        { length: Math.max(1, lineAt(Math.max(start, end - 1)) - from + 1) },
        (_, step) => from + step,
      )
    }),
  )
}

function unreadIn(
  lines: string[],
  kinds: LineKind[],
  facts: Fact[],
): Pick<PasteDescription, 'unread' | 'unreadCount'> {
  const read = linesWithFacts(lines, facts)
  // a fact is stated once: what says the same again was read as well
  const texts = new Set([...read].map((index) => lines[index]?.trim()))
  const pairs = new Set(
    facts.flatMap((fact) => (fact.kind === 'package' ? [`${fact.name} ${fact.version}`] : [])),
  )
  const hasLog = facts.some(({ kind }) => kind === 'log')
  const suspicious: UnreadLine[] = []
  const plain: UnreadLine[] = []
  let unreadCount = 0
  kinds.forEach((kind, index) => {
    const line = lines[index] ?? ''
    if (read.has(index) || isSilent(kind, line) || (kind === 'log' && hasLog)) return
    if (texts.has(line.trim())) return
    const pair = pairOf(line)
    if (pair && pairs.has(pair)) return
    unreadCount++
    const isOdd = isSuspicious(line, kind)
    const list = isOdd ? suspicious : plain
    if (list.length < MOST_UNREAD)
      list.push({ line: index + 1, text: line.trim().slice(0, LONGEST_SHOWN), suspicious: isOdd })
  })
  return { unread: [...suspicious, ...plain].slice(0, MOST_UNREAD), unreadCount }
}

/**
 * What a pasted text was taken for, and the lines that nothing was read from. `facts` are
 * those of this very text, with offsets into it. Never throws; a text in JSON has no lines of its own to be read.
 */
export function describePaste(text: string, facts: Fact[]): PasteDescription {
  const lines = fold(text).split('\n')
  const kinds = kindsOf(lines)
  const parts = partsOf(text, lines, kinds)
  if (kindOfJson(text)) return { parts, unread: [], unreadCount: 0 }
  return { parts, ...unreadIn(lines, kinds, facts) }
}
