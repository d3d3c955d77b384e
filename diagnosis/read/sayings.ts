import type { Stance } from '../facts'
import type { Passage } from './passages'
import { linesAbout, passagesOf, trialOf } from './passages'
import { judge, withoutComment } from './stance'
import type { View } from './view'

/** One way to say a thing. */
export interface Saying<Id extends string> {
  id: Id
  pattern: RegExp
  /** Only in code, or only in prose; anywhere without it. */
  where?: 'code' | 'prose'
}

/** Something said, and how. Offsets into the block's text. */
export interface Said<Id extends string> {
  id: Id
  stance: Stance
  advice?: true
  text: string
  start: number
  end: number
  passage: Passage
}

/** Longer lines are machine output; only their beginning is read. UTF-16 units. */
const LONGEST_LINE = 8000
/** A thing that a block says this often is known. */
const MOST_SAYINGS = 300

const patterns = new WeakMap<object, RegExp[]>()

function patternsOf<Id extends string>(table: Saying<Id>[]): RegExp[] {
  const known = patterns.get(table) ?? table.map(({ pattern }) => pattern)
  patterns.set(table, known)
  return known
}

/**
 * Everything of a table that a block says, line by line: in each line a way of saying counts once. `hint` is a cheap
 * pattern with the flag `g` that every line of interest matches. Comments in code and other people's words are left out.
 */
export function sayings<Id extends string>(view: View, table: Saying<Id>[], hint: RegExp): Said<Id>[] {
  if (view.block.kind === 'metadata') return []
  const trial = trialOf(view, patternsOf(table))
  if (!trial.some) return []
  const passages = passagesOf(view)
  const said: Said<Id>[] = []
  const counts = table.map(() => 0)
  for (const index of linesAbout(view, hint)) {
    const passage = passages[index]!
    if (!passage.own) continue
    const text = withoutComment(view, passage).slice(0, LONGEST_LINE)
    const isCode = passage.code || view.block.kind === 'paste'
    for (const [way, { id, pattern, where }] of table.entries()) {
      if (counts[way]! >= MOST_SAYINGS || !trial.at(way, index)) continue
      if ((where === 'code' && !isCode) || (where === 'prose' && passage.code)) continue
      const match = pattern.exec(text)
      if (!match) continue
      counts[way]!++
      const start = match.index
      const end = start + match[0].length
      said.push({
        id,
        text: match[0],
        start: passage.start + start,
        end: passage.start + end,
        passage,
        ...judge(view, passage, start, end),
      })
    }
  }
  return said
}

/** The first of each id and stance, in the order of the text. */
export function firstOfEach<Id extends string>(said: Said<Id>[]): Said<Id>[] {
  const first = new Map<string, Said<Id>>()
  for (const one of said) if (!first.has(`${one.id} ${one.stance}`)) first.set(`${one.id} ${one.stance}`, one)
  return [...first.values()]
}

/** For what is no remedy: a sentence that tells of a cure tells that the thing is in use. */
export const notACure = <Id extends string>(said: Said<Id>): Said<Id> =>
  said.stance === 'cure' ? { ...said, stance: 'used' } : said
