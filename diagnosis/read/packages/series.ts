import * as cues from './cues'
import { isPlausible, knownName } from './names'
import type { Page } from './page'
import type { Hit } from './surroundings'
import { isOpener, surroundingsOf } from './surroundings'
import { meaningOf } from './meaning'
import { versionAt } from './version-text'

/** Between two versions of one package: a span from one to the other, or one after the other. */
const through = /[\s`*]{0,3}(?:~|–|—|-|\bto\b|\bthrough\b|\bup to\b|\buntil\b|到|至)[\s`*]{0,3}v?(?=\d)/iy
const next =
  /[\s`*]{0,3}(?:、|,|\/|\||,? ?\b(?:and|or|as well as|then|nor)\b|和|与|或者?|跟|以及|还有)[\s`*]{0,3}v?(?=\d)/iy
const MOST = 12

/** All of them, tried or affected: none is singled out as the one installed. */
const all =
  /都|均|全部?|各|挨个|逐个|依次|试|\b(?:all|each|every|either|both|neither|none|tried|tested|any|affected|versions|releases|between)\b|之间/i
const spans =
  /\b(?:between|from|versions|releases|all|everything|every|range)\b|之间|范围|都|均|全|有(?:这个)?问题|\b(?:have|has|are|affected|broken)\b/i

interface Member {
  version: string
  start: number
  end: number
}

/**
 * Several versions of one package: `0.7.1、0.8.2、0.9.0 都试过`, "0.7.0 to 0.11.1 all have it". True when that is what
 * stands there; all of them are then only spoken of.
 */
export function readSeries(page: Page, hit: Hit): boolean {
  const { text } = page.view
  const members: Member[] = [{ version: hit.number.version, start: hit.start, end: hit.number.end }]
  let isSpan = false
  for (let end = hit.number.end; members.length < MOST;) {
    const link = [next, through].find((pattern) => {
      pattern.lastIndex = end
      return pattern.test(text)
    })
    if (!link) break
    const start = link.lastIndex
    const number = versionAt(text, start)
    if (
      !number ||
      !/^v?\d+\.\d+\.\d/.test(text.slice(start, number.end)) ||
      !isPlausible(hit.name, number.version)
    )
      break
    // "4.38.2 transformers and 0.9.0 peft", "0.9.0 and 0.28.0 of accelerate"
    const follows = /^\s{0,2}(?:of |的 ?)?([A-Za-z][\w-]{1,30})/.exec(
      text.slice(number.end, number.end + 40),
    )?.[1]
    if (follows && knownName(follows)) break
    isSpan ||= link === through
    members.push({ version: number.version, start, end: number.end })
    end = number.end
  }
  const last = members.at(-1)!
  if (members.length < 2) return false
  const line = page.lines[hit.line]!
  const before = text.slice(Math.max(line.start, hit.nameStart - 60), hit.start)
  const after = text.slice(last.end, Math.min(line.start + line.text.length, last.end + 60))
  const clauses = `${before.split(cues.sentenceEnd).at(-1)} ${after.split(cues.sentenceEnd)[0]}`
  if (
    isSpan
      ? members.length > 2 || cues.change.test(before) || (!spans.test(clauses) && cues.change.test(clauses))
      : members.length < 3 && !all.test(clauses)
  )
    return false
  const meaning = meaningOf(surroundingsOf(page, { ...hit, number: { ...hit.number, end: last.end } }, false))
  const tried = !isSpan && isOpener(page) && meaning.tried
  for (const { version, start, end } of members)
    page.add({
      name: hit.name,
      version,
      start,
      end,
      line: hit.line,
      how: 'sentence',
      stance: 'mentioned',
      ...(tried ? { tried } : {}),
    })
  return true
}

const separator = /\s{0,2}[/、,|]\s{0,2}/
/** `transformers/peft/accelerate = 4.38.2/0.9.0/0.28.0`: as many numbers as names. */
const pairs =
  /((?:[A-Za-z][\w-]{1,30}\s{0,2}[/、,|]\s{0,2}){1,8}[A-Za-z][\w-]{1,30})(?:[\s:=`*)是为]|\bare\b|\bversions?\b|\brespectively\b|分别|版本|依次){1,10}((?:v?\d[\w.+]{2,30}\s{0,2}[/、,|]\s{0,2}){1,8}v?\d[\w.+]{2,30})/gi
const numbersInARow = /\d\.\d{1,3}(?:\.\d{1,4})?\s{0,2}[/、,|]\s{0,2}v?\d{1,2}\.\d/
const pieces = [
  '/peft',
  'peft/',
  'peft、',
  'peft,',
  'torch/',
  '/torch',
  'transformers/',
  'transformers,',
  'transformers、',
]

/** Reads rows of names with a row of numbers. */
export function readPairs(page: Page): void {
  for (const index of new Set(pieces.flatMap((piece) => page.linesWith(piece)))) {
    const { text, start } = page.lines[index]!
    if (text.length > 400 || !numbersInARow.test(text) || page.isClaimed(index) || page.isQuoted(index))
      continue
    for (const match of text.matchAll(pairs)) {
      const names = match[1]!.split(separator)
      const numbers = match[2]!.split(separator)
      if (names.length !== numbers.length || !names.every((name) => knownName(name))) continue
      let at = match.index + match[0].length - match[2]!.length
      names.forEach((spelling, position) => {
        at = text.indexOf(numbers[position]!, at)
        const number = versionAt(text, at)
        const name = knownName(spelling)!.name
        if (number && isPlausible(name, number.version))
          page.add({
            name,
            version: number.version,
            start: start + at,
            end: start + number.end,
            line: index,
            how: 'list',
          })
        at += numbers[position]!.length
      })
      page.claim(index)
    }
  }
}
