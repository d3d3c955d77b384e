import * as cues from './cues'
import { isWorthTrying } from '../passages'
import { isPlausible, knownName } from './names'
import type { Page } from './page'
import { UNNAMED } from './page'
import { addMeant } from './sentences'
import { versionAt } from './version-text'

/** A release with all its three parts. */
const threeParts = /(?<![\w./\\@+=-])v?\d{1,2}\.\d{1,3}\.\d{1,4}(?![\d\w.-]*[\d\w])/g
/** Two parts can be any measure: only right behind a word that makes them a version. */
const twoParts =
  /(?:(?:降级?|升级?|退|回退|回滚|换|改|切|装)(?:到|至|为|成|回|了)|(?:装|用)的(?:就|都|其实)?是|(?:downgrad|upgrad|updat|bump|mov|switch|revert|roll|go|went|chang)\w{0,6}(?: back| down| up)?(?: again)? to|back (?:to|on)|(?:my|the|our|installed|current) version(?: is|:)?|版本(?:是|为|:)|用(?=\s?v?\d{1,2}\.\d{1,3} ?版本))\s{0,3}(?:the )?(?:version )?[`*v]{0,3}(?=\d)/gi
/** From one number to the next. */
const leftFor =
  /[\s`*)"']{0,4}(?:换成?|改成?|降级?到|升级?到|到|->|=>|→|>>|\b(?:back |down |up )?to\b)\s{0,3}[`*v]{0,3}(?=\d)/iy
/** Verbs by which anything can be set to any number. */
const anyChange =
  /(?:换|改|切)(?:到|至|为|成|回|了)\s{0,3}[`*v]{0,3}$|\b(?:mov|switch|go|went|chang)\w{0,6}[^\n]{0,30}$/i
/** A number of two parts with nothing that makes it a version. */
const plainParts = /(?<![\w./\\@+=-])v?\d{1,2}\.\d{1,2}(?![\d\w%]|\.\d)/g
/** How far behind a version the move from it is told. UTF-16 units. */
const NEAR = 600
/** Longer comments have numbers of all kinds. UTF-16 units. */
const SHORT_COMMENT = 400
/** Words that say of a number of two parts what it measures. */
const measured =
  /loss|损失|\blr\b|学习率|learning.rate|\brank\b|\br\b|dropout|\bacc(?:uracy)?\b|准确|精度|分数|score|bleu|rouge|ppl|perplex|temperature|温度|top.?p|epoch|\bgrad|norm|\beps\b|beta|ratio|比例|系数|权重|速度|speed|显存|memory|batch|step|第.{0,3}步|从 ?\d|alpha|weight/i
/** The word before a release without a name; another noun there is what the number belongs to. */
const usual =
  /^(?:with|on|to|at|in|is|was|are|were|got|get|gets|gave|me|version|versions|ver|using|use|used|of|from|that|and|or|but|than|as|be|by|for|since|until|till|after|before|gives?|says?|said|shows?|prints?|showed|reports?|it|installed|install|pinned|pin|tried|try|have|has|had|found|resolved|chose|picked|took|now|still|currently|only|just|exactly|under|via|release|the|a|an|even|both|either|also|not|then|so|i|we|mine|against|back|down|up|out|v|gets|keeping|kept|keep|reinstalled|downgraded|upgraded|updated|ok|fine|works?|worked|fails?|failed|failing|broken|good|bad|vs|versus|there|other|one|put|puts|went|go|goes|moved|took|take|s|m|runs?|running|ran)$/i
const foreign =
  /(?:驱动|系统|内核|显卡|固件|编译器|节点|地址|浏览器|镜像|模型|数据集|cuda|cudnn|nccl|python|ubuntu|centos|debian|windows|macos|linux|driver|kernel|gcc|glibc|docker|conda|node|cmake|rocm|cann|\bos\b)\s{0,3}(?:的|版本|version|号|是|为|is|was|:|=|\s){0,5}["'`(v]{0,3}$/i
/** A text with more numbers than this that have no name is no talk about versions. */
const MOST_NUMBERS = 200
const bareAnswer =
  /^\s{0,8}(?:(?:是|它是|it'?s|it is|我的是|我这边是|现在是|版本是?|version)[:\s]{0,3})?[`*]{0,2}(?=v?\d)/i

/** Numbers that a sentence leaves without a name: "works with 0.6.2", "pip resolved it to 0.9.0", "我装的就是 0.12.0". */
export function readNameless(page: Page): void {
  const { view } = page
  if (view.block.kind === 'log' || view.block.kind === 'code') return
  const home = repositoryName(page.view.outline.url)
  const isComment = page.view.block.kind === 'comment'
  if (!page.names.length && !home && !isComment) return
  let line = 0
  let count = 0
  for (const { start, isWhole, isLoose, before } of candidates(page)) {
    while ((page.lines[line + 1]?.start ?? Infinity) <= start) line++
    const { text, code, start: lineStart } = page.lines[line]!
    if (code || text.length > 4000 || page.isClaimed(line) || page.isQuoted(line) || page.isRead(start))
      continue
    const number = versionAt(page.view.text, start)
    if (!number) continue
    if (++count > MOST_NUMBERS) break
    const head = text.slice(0, start - lineStart)
    const saysVersion = /(?:version|版本)(?: is| was|号|是|为|:|：|\s){0,4}[`*v(]{0,3}$/i.test(head)
    if (foreign.test(head)) continue
    if (isWhole ? !standsFree(head) : measured.test(head.split(cues.sentenceEnd).at(-1) ?? '')) continue
    const name =
      nameFor(page, number.version, start) ??
      nameBehind(page, number.end, number.version) ??
      (isWhole ? page.found.find(({ version }) => version === number.version)?.name : undefined) ??
      (saysVersion ? home : undefined)
    if (name ? !isPlausible(name, number.version) : !isComment) continue
    const tail = page.view.text.slice(number.end, number.end + 20).split(cues.clauseEnd)[0] ?? ''
    if (!isWhole && measured.test(tail)) continue
    const hit = {
      name: name ?? UNNAMED,
      number,
      nameStart: start - before.length,
      start,
      between: before,
      line,
    }
    if (isLoose && name) continue
    if (name && isBareAnswer(page, line, number.end)) {
      page.add({
        name,
        version: number.version,
        start,
        end: number.end,
        line,
        how: 'sentence',
        stance: 'installed',
      })
      continue
    }
    addMeant(page, hit, false)
    const last = page.unnamed.at(-1)
    if (!isWhole && last?.start === start && (isLoose || anyChange.test(before))) last.loose = true
  }
}

interface Candidate {
  start: number
  isWhole: boolean
  /** Only what the thread says elsewhere can make it a version. */
  isLoose?: boolean
  /** The words that make it a version, for a number of two parts. */
  before: string
}

function candidates(page: Page): Candidate[] {
  const { text } = page.view
  const found: Candidate[] = []
  if (isWorthTrying(page.view, threeParts))
    for (const match of text.matchAll(threeParts))
      found.push({ start: match.index, isWhole: true, before: '' })
  if (isWorthTrying(page.view, twoParts))
    for (const match of text.matchAll(twoParts))
      found.push({ start: match.index + match[0].length, isWhole: false, before: match[0] })
  if (page.view.block.kind === 'comment' && text.length <= SHORT_COMMENT)
    for (const match of text.matchAll(plainParts))
      found.push({ start: match.index, isWhole: false, isLoose: true, before: '' })
  for (const { version, end, how } of page.found) {
    if (how !== 'sentence') continue
    // "… when I changed 1.7 to 1.6": the second number of a pair whose first has a name
    const raw = text.slice(end - version.length, end)
    const near = text.slice(end, end + NEAR)
    for (let at = near.indexOf(raw); at >= 0; at = near.indexOf(raw, at + 1)) {
      leftFor.lastIndex = end + at + raw.length
      const before = /[\d.]/.test(near[at - 1] ?? '') ? null : leftFor.exec(text)
      if (before) found.push({ start: leftFor.lastIndex, isWhole: false, before: before[0] })
    }
  }
  return found.sort(
    (a, b) =>
      a.start - b.start ||
      Number(b.isWhole) - Number(a.isWhole) ||
      Number(a.isLoose ?? false) - Number(b.isLoose ?? false),
  )
}

/** Whether nothing before the number claims it: a preposition or a verb, a sign, a Chinese word. */
function standsFree(head: string): boolean {
  const word = /([A-Za-z][\w.-]{0,30})[\s`*"'(:=]{0,5}$/.exec(head)?.[1]
  return !word || usual.test(word) || knownName(word) !== null
}

/** "> which peft?" and below it nothing but "0.9.0". */
function isBareAnswer(page: Page, index: number, end: number): boolean {
  const line = page.lines[index]!
  if (!page.lines[index - 1]?.quoted && !page.lines[index - 2]?.quoted) return false
  return bareAnswer.test(line.text) && /^[\s`。.!,]{0,8}$/.test(line.text.slice(end - line.start))
}

/**
 * The package that a number without a name belongs to: the one named last before it, not long ago, that can have such
 * a release; one whose stated release has another first part cannot.
 */
function nameFor(page: Page, version: string, at: number): string | undefined {
  const { names } = page
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle]?.start ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  const major = version.split('.')[0]
  let second: string | undefined
  for (let index = low - 1; index >= Math.max(0, low - 30); index--) {
    const hit = names[index]
    if (!hit || at - hit.start > 600) break
    if (hit.name === 'python' || !isPlausible(hit.name, version)) continue
    const stated = page.statedMajors(hit.name)
    if (!stated || stated.has(major!)) return hit.name
    second ??= hit.name
  }
  return second
}

/** "0.6.2 for peft", "0.7.0 的 peft": the name right behind the number. */
function nameBehind(page: Page, end: number, version: string): string | undefined {
  const link =
    /^[\s`*)]{0,3}(?:(?:of|for|is the (?:last|first|newest|latest|oldest)|的|版本?的)\s?){1,2}([A-Za-z][\w-]{1,20})/.exec(
      page.view.text.slice(end, end + 60),
    )
  const name = link ? knownName(link[1]!)?.name : undefined
  return name && isPlausible(name, version) ? name : undefined
}

/** The package that a repository is the home of. */
function repositoryName(url: string | undefined): string | undefined {
  const repository = /github\.com\/[^/]{1,80}\/([\w.-]{1,80})/i.exec(url ?? '')?.[1]
  return repository ? knownName(repository)?.name : undefined
}
