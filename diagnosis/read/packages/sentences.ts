import { isPlausible, knownName } from './names'
import type { Meaning } from './meaning'
import { meaningOf, outcomeOf } from './meaning'
import * as cues from './cues'
import type { Found, NameHit, Page } from './page'
import { UNNAMED } from './page'
import { readPairs, readSeries } from './series'
import type { Hit } from './surroundings'
import { range, surroundingsOf } from './surroundings'
import type { VersionText } from './version-text'
import { looksMeasured, versionAt } from './version-text'

/** One piece of what may stand between a name and its number; pieces are taken until the number begins. */
const glue = new RegExp(
  [
    '\\s{1,20}',
    "'s(?![a-z])",
    '-{1,3}>',
    '[-=~!><]=|=[><=]{1,2}',
    '\\.{3,80}',
    '</?t[dhr][^<>]{0,40}>',
    '\\((?:gpu\\?|pypi|pip|currently|current|now)\\)?',
    '\\[[a-z,_ -]{1,40}\\]',
    '[-≥≤><~^=:|│→@,()\\[\\]"\'`*/#_]',
    '[的是为用装我们现在目前当前已经还固定锁写死了就也都其实升降级回退换改切到至成从由更新重安低高大小早晚于少等不最新这那边里个老版本号库包使把被给好像应该大概约似乎可能一直仍然依旧还保持维持停留]',
    "(?:versions?|ver|releases?|is|are|was|were|being|at|says?|said|shows?|prints?|reports?|gives?|now|still|currently|current|installed|pinned|fixed|set|of|using|use|used|we|i|have|has|had|am|i'm|the|a|an|on|to|from|up|down|back|down-?grad(?:ed|ing|e)|up-?grad(?:ed|ing|e)|updated?|rolled|reverted|moved|went|changed|switched|bumped|stays?|stayed|remains?|remained|kept|keeps|stands|least|most|than|older|newer|lower|higher|earlier|later|below|above|before|after|since|until|between|about|around|roughly|approximately|info|equals?|only|just|latest|stable|v)(?![a-z])\\.?",
  ].join('|'),
  'iy',
)
/** From one version to another: `0.6.2 升到 0.9.0`, `0.9.0 -> 0.6.2`, `0.6.2 to peft 0.9.0`. */
const towards =
  /[\s`*)"'版本]{0,6}(?:(?:又|再|直接|一路)?(?:升|降|更新|换|改|退|回)级?(?:到|至|成|为|回)?|up|down|back)?\s{0,3}(?:到了?|至|成了?|为了?|\bto\b|[-=]{1,12}>{1,2}|>>{1,2}|》{1,2}|→|(?<=[升降]级)\s?)\s{0,8}[`*("']{0,3}(?:pip3? install\s{1,4})?(?:[A-Za-z]{2,14}[ =:]{1,3})?v?(?=\d)/iy
/** "Replaced 0.9.0 by 0.6.2", "swapped 0.9.0 for 0.6.2"; with these words before. */
const replacing =
  /[\s`*)"']{0,4}(?:\bby\b|\bwith\b|\bfor\b)\s{0,3}[`*("']{0,3}(?:[A-Za-z]{2,14}[ =:]{1,3})?v?(?=\d)/iy
const replaced = /replac\w*|swapp\w*|exchang\w*/i
/** The other way round: `0.6.2 替换了 0.9.0`, "0.6.2 instead of 0.9.0". */
const inPlaceOf =
  /[\s`*)"']{0,4}(?:替换?掉?了?|代替了?|取代了?|\binstead of\b|\bin place of\b|\brather than\b|而不是)\s{0,3}[`*("']{0,3}(?:[A-Za-z]{2,14}[ =:]{1,3})?v?(?=\d)/iy
/** The number stands before the name: "4.27.1 transformers", "0.9.0 版本的 peft". */
const reversed = /(?:\s{1,3}|[`*(]{1,3}|版本?|的|version|release|of|the){1,6}$/i
/** Numbers in sentences beyond this many say nothing new. */
const MOST_NUMBERS = 1000
/** How often one line, said again and again, is read. */
const MOST_REPEATS = 2
/** What pip says on its way: only its last line tells what is installed. */
const installerNoise =
  /^[\s>]{0,12}(?:Found existing installation:|Uninstalling |Successfully uninstalled|Collecting |Downloading |Using cached |Attempting uninstall)/

/** Reads a package's name with its number in running text and in reports (`- PEFT version: 0.11.1`). */
export function readSentences(page: Page): void {
  const numbers: Hit[] = []
  readPairs(page)
  const repeats = new Map<string, number>()
  let last = -1
  for (const hit of page.names) {
    if (page.isClaimed(hit.line) || page.isQuoted(hit.line) || !page.hasNumber(hit.line)) continue
    if (hit.line !== last && isRepeated(page, (last = hit.line), repeats)) {
      page.claim(hit.line)
      continue
    }
    const found = numberAfter(page, hit) ?? numberBefore(page, hit)
    if (!found) continue
    numbers.push(found)
    if (numbers.length >= MOST_NUMBERS) break
  }
  // two packages with exact numbers in one line are a list; a bound among them makes it advice or a requirement
  const perLine = new Map<number, Set<string>>()
  const bounded = new Set<number>()
  for (const { name, line, between, number } of numbers) {
    perLine.set(line, (perLine.get(line) ?? new Set()).add(name))
    if (range.test(between) || number.orLater || number.wildcard) bounded.add(line)
  }
  for (const number of numbers)
    addMeant(page, number, !bounded.has(number.line) && (perLine.get(number.line)?.size ?? 0) > 1)
}

function isRepeated(page: Page, line: number, repeats: Map<string, number>): boolean {
  const text = page.lines[line]?.text ?? ''
  const times = (repeats.get(text) ?? 0) + 1
  repeats.set(text, times)
  return times > MOST_REPEATS
}

function numberAfter(page: Page, hit: NameHit): Hit | null {
  const { text } = page.view
  const line = page.lines[hit.line]
  const limit = line ? Math.min(line.start + line.text.length, hit.end + 60) : hit.end
  let at = hit.end
  for (let count = 0; count < 24 && at < limit; count++) {
    const number = versionAt(text, at)
    if (number) {
      const between = text.slice(hit.end, at)
      const raw = text.slice(at, number.end)
      const needsSign = hit.loose && !/[=:]|version|版本/i.test(between) && between !== ''
      const threeParts = /\d\.\d+\.\d/.test(raw)
      if (
        needsSign ||
        page.isRead(at) ||
        looksMeasured(raw) ||
        !isPlausible(hit.name, number.version) ||
        (between.includes(',') &&
          (!threeParts || /[^\s`*"'(]/.test(between.slice(between.lastIndexOf(',') + 1))))
      )
        return null
      return { name: hit.name, number, nameStart: hit.start, start: at, between, line: hit.line }
    }
    glue.lastIndex = at
    const piece = glue.exec(text)
    if (!piece || piece[0] === '') return null
    at += piece[0].length
  }
  return null
}

function numberBefore(page: Page, hit: NameHit): Hit | null {
  const { text } = page.view
  const from = Math.max(page.lines[hit.line]?.start ?? 0, hit.start - 40)
  const before = text.slice(from, hit.start)
  const link = reversed.exec(before)
  if (!link || hit.loose) return null
  const upTo = before.slice(0, link.index)
  const raw = /(?:^|[\s`*("'一-鿿])(v?\d[\w.+]{0,30})$/.exec(upTo)?.[1]
  if (!raw) return null
  const start = from + upTo.length - raw.length
  const whole =
    raw.startsWith('v') && /^v\d$/.test(raw)
      ? { version: raw.slice(1), end: start + raw.length, wildcard: false, orLater: true }
      : versionAt(text, start)
  // "1.2 PEFT" is a heading's number; a package's own has three parts or says that it is a version
  if (whole && !/\d\.\d+\.\d|^v/.test(raw) && !/版|version|release/i.test(link[0])) return null
  if (!whole || page.isRead(start) || looksMeasured(raw) || !isPlausible(hit.name, whole.version)) return null
  return { name: hit.name, number: whole, nameStart: start, start, between: '', line: hit.line }
}

/** Decides how a number is meant by the words around it, and takes it in. */
export function addMeant(page: Page, hit: Hit, listed: boolean): void {
  const { number, between, line: index } = hit
  const line = page.lines[index]
  if (
    !line ||
    installerNoise.test(line.text.slice(0, 80)) ||
    /used to build|compiled w|wheel compiled|\bbuilt (?:with|against)/i.test(line.text.slice(0, 200))
  )
    return
  const rest = page.view.text.slice(number.end, line.start + line.text.length)
  if (isPlainRow(hit, line.text.slice(0, hit.nameStart - line.start), rest)) {
    page.add({
      name: hit.name,
      version: number.version,
      start: hit.start,
      end: number.end,
      line: index,
      how: 'list',
    })
    return
  }
  const around = surroundingsOf(page, hit, listed)
  const isList =
    !cues.change.test(between) &&
    outcomeOf(around.after.split('\n')[0] ?? '') === 'none' &&
    isListRow(line.text.slice(0, hit.nameStart - line.start), around.after)
  if (readSeries(page, hit)) return
  const target = targetOf(page, hit)
  const found: Found = {
    name: hit.name,
    version: number.version,
    start: hit.start,
    end: number.end,
    line: index,
    how: 'sentence',
    range: rangeOf(between, number),
  }
  if (target) {
    addMove(page, found, hit, target, listed)
    return
  }
  // a change's title tells what a file will say
  const isTitleOfChange = page.view.block.kind === 'title' && isOfChange(page)
  if (
    isTitleOfChange ||
    /\b(?:Deprecat|Future|User)Warning|will be (?:removed|set)|dep[re]{1,2}[ac]{1,2}ted/i.test(
      line.text.slice(0, 600),
    ) ||
    isComment(page, index)
  ) {
    page.add({ ...found, stance: 'mentioned' })
    return
  }
  if (isList && !around.bound && !cues.boundAfter.test(around.after)) page.add({ ...found, how: 'list' })
  else {
    const meaning = meaningOf(around)
    // "it works with 0.6.2", without a name: compared with what is installed
    if (meaning.works && hit.nameStart === hit.start && hit.between === '' && !namesKnown(around.clause))
      meaning.stance = 'mentioned'
    page.add({ ...found, ...meaning })
  }
}

const namesKnown = (clause: string): boolean =>
  clause.split(/[^A-Za-z]+/).some((word) => knownName(word) !== null)

/** A row that holds a name and an exact number and nothing else: most versions stand so. */
function isPlainRow({ name, number, between }: Hit, head: string, rest: string): boolean {
  return (
    name !== UNNAMED &&
    /^[\s`"',;.)\]*|]*$/.test(rest) &&
    /^[\s>*•–+|│`"'\d.)(\][#-]*$/.test(head) &&
    !/#/.test(head) &&
    /^[\s=:`*|'"(-]*(?:version[\s=:`*|'"(-]*)?$/i.test(between) &&
    !number.orLater &&
    !number.wildcard
  )
}

interface Target {
  number: VersionText
  start: number
  /** The second number is the one that went away. */
  backwards: boolean
}

/** A move from one version to another: which of the two was broken decides. */
function addMove(page: Page, from: Found, hit: Hit, target: Target, listed: boolean): void {
  const to: Hit = {
    ...hit,
    number: target.number,
    start: target.start,
    between: page.view.text.slice(hit.number.end, target.start),
  }
  const around = surroundingsOf(page, to, listed)
  const meaning = meaningOf({ ...around, between: `${around.between} 换到`, bound: false })
  const lead = page.lines[hit.line - 1]?.text.slice(-200) ?? ''
  if (meaning.stance === 'installed' && /:\s*$/.test(lead) && cues.fixedBy.test(lead)) meaning.stance = 'cure'
  const left: Meaning = {
    stance:
      meaning.stance === 'cure' || meaning.tried || meaning.advice || target.backwards
        ? 'installed'
        : 'mentioned',
  }
  // a change's own text tells what it moves in a file
  if (isOfChange(page) && !cues.own.test(around.before)) {
    left.stance = 'mentioned'
    if (meaning.stance === 'installed') meaning.stance = 'mentioned'
  }
  const [first, second] = target.backwards ? [meaning, left] : [left, meaning]
  page.add({ ...from, range: undefined, ...first })
  const command = page.found.find(({ start }) => start === to.start)
  if (command) {
    // `0.14.0 ---> pip install peft==0.12.0` was read as a command
    Object.assign(command, second, { how: 'sentence' })
    return
  }
  page.add({
    ...from,
    version: to.number.version,
    start: to.start,
    end: to.number.end,
    range: undefined,
    ...second,
  })
}

/** Whether the text is what a pull request says of itself. */
const isOfChange = ({ view }: Page): boolean =>
  view.block.kind !== 'comment' && /\/pull\/\d/.test(view.outline.url ?? '')

function targetOf(page: Page, hit: Hit): Target | null {
  const { text } = page.view
  const { end } = hit.number
  const start = page.lines[hit.line]?.start ?? 0
  const before = text.slice(Math.max(start, hit.start - 80), hit.start)
  for (const link of replaced.test(before) ? [replacing, towards] : [towards, inPlaceOf]) {
    link.lastIndex = end
    const match = link.exec(text)
    // conda's plan of what it would update, and the chain that names an image: `PyTorch > 2.1.0 > 3.10`
    if (
      !match ||
      (/>/.test(hit.between) && />/.test(match[0])) ||
      (page.lines[hit.line]?.code && /-{2}>/.test(text.slice(end, end + 6)))
    )
      continue
    const named = /([A-Za-z]{2,14})[ =:]{1,3}$/.exec(match[0].replace(/v$/, ''))?.[1]
    if (named && !/^(?:version|to|by|with|for|of|than)$/i.test(named) && knownName(named)?.name !== hit.name)
      continue
    const number = versionAt(text, link.lastIndex)
    if (number && isPlausible(hit.name, number.version))
      return { number, start: link.lastIndex, backwards: link === inPlaceOf }
  }
  return null
}

function rangeOf(between: string, number: VersionText): string | undefined {
  if (number.wildcard) return `==${number.version}.*`
  if (number.orLater) return `>=${number.version}`
  const sign = /[<>]=?|[≥≤]|~=|!=/.exec(between.replace(/-{1,3}>/g, ''))?.[0]
  return sign ? `${sign === '≥' ? '>=' : sign === '≤' ? '<=' : sign}${number.version}` : undefined
}

/** Whether a name stands at the head of its own row, as in a report or a list, and the row says nothing more. */
function isListRow(head: string, after: string): boolean {
  if (!/^[\s>*•–+|│`"'\d.)(\][#-]*$/.test(head.replace(/^\s*\[(?:pip3?|conda)\]/, ''))) return false
  const rest = after.split('\n')[0] ?? ''
  return (
    !cues.advice.test(rest.slice(0, 80)) &&
    !/[一-鿿]{4}|\b(?:and|or|but|is|has|have|had|it|gives?|does|can|was|i|we|my|works?|breaks?|fixed|the|with)\b/i.test(
      rest.slice(0, 80),
    )
  )
}

/** A comment in code or in a requirements file. */
function isComment(page: Page, index: number): boolean {
  const line = page.lines[index]
  const isFile = page.view.block.kind === 'paste' || page.view.block.kind === 'code' || line?.code
  return Boolean(isFile && /^\s{0,12}#/.test(line?.text ?? ''))
}
