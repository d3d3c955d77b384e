import { settleCompared } from './compared'
import * as cues from './cues'
import { meaningOf } from './meaning'
import { settleEpisodes } from './episodes'
import { isOpener, untilAnother } from './surroundings'
import type { Found, Page } from './page'
import { markMachines } from './machines'
import { outcomeOfCommand } from './remedies'
import { runsWell } from './runs-well'
import { settleTrials } from './trials'

/** Rows that stand together: one environment, or one command. */
interface Group {
  rows: Found[]
  /** What is said right before: the heading or the sentence that leads in. */
  leadIn: string
}

/** How far apart two rows of one list may stand, in lines. */
const GAP = 3

/**
 * Gives every finding its stance: a list is what is installed, unless the words before it offer it to others, and of
 * two lists that differ the one that works is history. Returns them in the order of the text.
 */
export function meanLists(page: Page): Found[] {
  const found = [...page.found].sort((a, b) => a.start - b.start)
  const groups = groupsOf(page, found)
  for (const group of groups) meanGroup(page, group)
  settleImage(page, found)
  settleTrials(page, found)
  settleCompared(page, found)
  settleEpisodes(page, found)
  settleContrast(groups)
  settleCurrent(found)
  settleWorks(found)
  markMachines(page, found)
  settleSigns(page, found)
  settleComplaints(page, found)
  for (const one of found) {
    if (one.how === 'diff')
      Object.assign(one, { stance: 'mentioned', ...(isTaken(page, one) ? { pinned: true } : {}) })
    if (one.how === 'machine') one.stance ??= 'installed'
  }
  return found
}

function groupsOf(page: Page, found: Found[]): Group[] {
  const groups: Group[] = []
  let last = -Infinity
  let how = ''
  for (const one of found) {
    if (one.how !== 'list' && one.how !== 'command') continue
    const group = groups.at(-1)
    if (group && one.line - last <= GAP && one.how === how && !isBorder(page, last, one.line))
      group.rows.push(one)
    else groups.push({ rows: [one], leadIn: leadInOf(page, one.line) })
    last = one.line
    how = one.how
  }
  return groups
}

/** A heading, the edge of a fence or a sentence between two rows ends the list. */
function isBorder(page: Page, from: number, to: number): boolean {
  for (let index = from + 1; index < to; index++)
    if (/^\s{0,3}#{1,6}\s|^\s{0,8}(?:```|~~~)|[:：]\s*$/.test(page.lines[index]?.text ?? '')) return true
  return false
}

/** The nearest lines of words above a list, fences and table heads passed over. */
function leadInOf(page: Page, line: number): string {
  const words: string[] = []
  for (let index = line - 1; index >= Math.max(0, line - 12) && words.length < 2; index--) {
    const current = page.lines[index]
    const text = current?.text.trim().slice(-200) ?? ''
    if (text === '' || page.isQuoted(index)) continue
    // what was taken away before leads to nothing
    if (
      current?.code &&
      /^[$!%>#\s]{0,6}(?:pip3?|uv pip|conda|mamba|python3? -m pip)\s{1,4}(?:uninstall|remove)\b/.test(text)
    )
      continue
    if (
      /^(?:```|~~~|[-=|:\s─]+$|\(?\w*\)?\s?\S*[$>%]\s)/.test(text) ||
      (current?.code && /^#\s/.test(text)) ||
      /^#?\s*(?:Package|Name)\s+Version/i.test(text)
    )
      continue
    if (page.isClaimed(index)) {
      if (words.length) break
      continue
    }
    words.push(text)
    if (/^#{1,6}\s/.test(text)) break
  }
  return words.reverse().join('\n')
}

function meanGroup(page: Page, { rows, leadIn }: Group): void {
  const comment = page.view.block.kind === 'comment'
  const opener = isOpener(page)
  const nearest = leadIn.split('\n').at(-1) ?? ''
  const last =
    nearest
      .replace(/[:\s]+$/, '')
      .split(/[。!?;]|\.\s/)
      .at(-1)
      ?.slice(-60) ?? ''
  const isWorking =
    comment && cues.workingLead.test(last) && !cues.past.test(last) && !cues.stillBroken.test(last)
  const isAdvice =
    (isWorking && !opener) ||
    (comment && cues.advice.test(nearest) && !/我(?:的|用|这)|\b(?:my|mine|I|we)\b/i.test(nearest))
  const isOwn = /我(?:的|用|这)|\b(?:my|mine)\b/i.test(nearest) && !cues.advice.test(nearest)
  const isWayOut = cues.waysOut.test(last) && /^#{1,6}\s|[:]\s*$/.test(nearest)
  // offered to whoever reads it: "如果必须用新版, 可以尝试锁定:"
  const isOffer = !comment && /:\s*$/.test(nearest) && cues.offers.test(last) && !cues.own.test(nearest)
  const isCure =
    (isWorking && opener) ||
    cues.fixedBy.test(nearest) ||
    (cues.change.test(last) && cues.nowWorks.test(last) && !cues.stillBroken.test(last))
  for (const row of rows) {
    // a stranger's list that works is no setup of this thread
    if (comment && !opener && row.how === 'list' && row.stance === undefined && runsWell(page, row)) {
      row.stance = 'mentioned'
      continue
    }
    if (row.how === 'command') {
      const meaning = commandMeaning(page, row, opener, comment && !isOwn)
      const isBound = row.stance === 'mentioned'
      if (isBound && meaning.stance !== 'cure') row.stance = 'mentioned'
      else row.stance = isCure && meaning.stance === 'installed' ? 'cure' : meaning.stance
      row.advice = meaning.advice
      row.tried = meaning.tried
      const end = opener && meaning.stance !== 'cure' ? outcomeOfCommand(page, row, nearest) : undefined
      if (end === 'works' && !isBound) {
        Object.assign(row, { stance: 'cure', advice: undefined, tried: undefined })
        continue
      }
      if (end === 'still') {
        Object.assign(row, { stance: 'mentioned', advice: undefined, tried: true })
        continue
      }
      if ((isWayOut || isOffer) && row.stance === 'installed')
        Object.assign(row, { stance: 'mentioned', advice: true })
      continue
    }
    if (row.stance === 'cure') continue
    if (row.stance === 'mentioned') {
      if (isAdvice || isCure) row.advice = true
      continue
    }
    if (isAdvice) Object.assign(row, { stance: 'mentioned', advice: true })
    else if (isCure) row.stance = 'cure'
    else if (isWayOut) Object.assign(row, { stance: 'mentioned', advice: true })
    else if (
      cues.recommendedList.test(nearest) &&
      /^#{1,6}\s|[:]\s*$/.test(nearest) &&
      !isInstalledHeading(nearest)
    )
      row.stance = 'mentioned'
    else row.stance = 'installed'
  }
}

function isInstalledHeading(text: string): boolean {
  return /环境|environment|setup/i.test(text)
}

/** A command's words around it: `pip install peft==0.6.2 helped me`. */
function commandMeaning(page: Page, row: Found, opener: boolean, comment: boolean) {
  const line = page.lines[row.line]
  const text = line?.text ?? ''
  const command = /(?:!|%)?(?:python3? -m )?(?:pip3?|uv|conda|mamba|poetry)\s/i.exec(text)?.index ?? 0
  const before =
    text
      .slice(Math.max(0, command - 120), command)
      .split(cues.sentenceEnd)
      .at(-1) ?? ''
  const rest = page.view.text.slice(row.end, row.end + 240)
  const clause = before.split(cues.clauseEnd).at(-1) ?? ''
  return meaningOf({
    before: before.replace(/[`$>#(]/g, ''),
    clause,
    recent: clause,
    between: '',
    after: untilAnother(
      rest.replace(/^[^\s`"':：,]{0,40}["'`]?(?:\s["']?[A-Za-z][\w.-]{0,40}[=<>~]=[\w.]{1,20}["']?)*/, ''),
      row.name,
    ),
    rest: '',
    opener,
    comment,
    command: true,
    listed: false,
    bound: row.stance === 'mentioned',
    row: false,
  })
}

/** ` - peft==0.6.2` over ` + peft==0.9.0`, as uv prints what it did: the first is gone. */
function settleSigns(page: Page, found: Found[]): void {
  const sign = ({ line }: Found) =>
    page.lines[line]?.code ? /^\s{0,4}([+-]) /.exec(page.lines[line]?.text.slice(0, 8) ?? '')?.[1] : undefined
  for (const one of found)
    if (
      sign(one) === '-' &&
      found.some(
        (other) =>
          other.name === one.name && Math.abs(other.line - one.line) <= 2 * GAP && sign(other) === '+',
      )
    )
      one.stance = 'mentioned'
}

/** What leads to a patch stands at most so many lines above its rows. */
const LONGEST_PATCH = 40
/** What leads to a patch after which it broke. */
const sinceThen =
  /since|after (?:this|that|the|i|we)|\bbroke\b|began|started|caused|(?:之|以)后|升级|更新了|改动|引入|开始出现|从这/i

/** A patch of the opener's own after which it failed: what it leaves behind is what they have. */
function isTaken(page: Page, { line, start }: Found): boolean {
  if (page.view.block.kind !== 'description' || /\/pull\//.test(page.view.outline.url ?? '')) return false
  const text = page.lines[line]?.text ?? ''
  if (!/^[+ ]/.test(text) || !/={2,3}\s{0,3}$/.test(page.view.text.slice(Math.max(0, start - 6), start)))
    return false
  let above = line
  const top = Math.max(0, line - LONGEST_PATCH)
  while (above > top && (page.lines[above]?.code || !page.lines[above]?.text.trim())) above--
  const nearest = page.lines[above]?.text.slice(-200) ?? ''
  return sinceThen.test(nearest) && !cues.fixedBy.test(nearest) && !cues.advice.test(nearest)
}

/** Of two complaints about a package's version, as after a reinstallation, the last is about the one there is now. */
function settleComplaints(page: Page, found: Found[]): void {
  const last = new Map<string, Found>()
  for (const one of found) {
    if (
      one.how !== 'machine' ||
      !/but (?:found|you have) [^\n]{0,80}$/.test(
        page.view.text.slice(Math.max(0, one.start - 100), one.start),
      )
    )
      continue
    const before = last.get(one.name)
    if (before && before.version !== one.version) before.stance = 'mentioned'
    last.set(one.name, one)
  }
}

/** What an image is said to bring gives way to what a list of the same text has. */
function settleImage(page: Page, found: Found[]): void {
  const isOfImage = ({ line }: Found) => cues.image.test(page.lines[line]?.text.slice(0, 300) ?? '')
  for (const one of found)
    if (
      one.stance === 'installed' &&
      isOfImage(one) &&
      found.some(
        (other) =>
          other.name === one.name &&
          other.version !== one.version &&
          other.how === 'list' &&
          !isOfImage(other),
      )
    )
      one.stance = 'mentioned'
}

/** "And now it is 0.6.2": what the same text has of other numbers was before. */
function settleCurrent(found: Found[]): void {
  const current = new Map<string, string>()
  for (const { name, version, stance, current: isNow } of found)
    if (isNow && stance === 'installed') current.set(name, version)
  for (const one of found) {
    const version = current.get(one.name)
    if (version !== undefined && version !== one.version && (one.stance ?? 'installed') === 'installed')
      one.stance = one.works || one.how !== 'list' ? 'mentioned' : one.stance
  }
}

/** Two lists of one text with different versions of a package: the one that fails is the writer's. */
function settleContrast(groups: Group[]): void {
  const lists = groups.filter(({ rows }) =>
    rows.some(({ how, stance }) => how === 'list' && stance === 'installed'),
  )
  if (lists.length < 2 || lists.length > 20) return
  const verdicts = lists.map(({ leadIn }) => {
    const text = leadIn.split('\n').at(-1) ?? ''
    return cues.failingList.test(text) ? 'fails' : cues.workingList.test(text) ? 'works' : 'unsaid'
  })
  const failing = verdicts.filter((verdict) => verdict === 'fails').length
  lists.forEach(({ rows }, index) => {
    const isHistory = verdicts[index] === 'works' || (failing === 1 && verdicts[index] === 'unsaid')
    if (!isHistory) return
    const others = lists
      .filter((_, other) => other !== index && verdicts[other] !== 'works')
      .flatMap((list) => list.rows)
    const versions = new Map(others.map(({ name, version }) => [name, version]))
    if (rows.some(({ name, version }) => versions.has(name) && versions.get(name) !== version))
      for (const row of rows) if (row.stance === 'installed') row.stance = 'mentioned'
  })
}

/** "Works with 0.6.2, breaks with 0.9.0": what works is history once another version is installed. */
function settleWorks(found: Found[]): void {
  const installed = new Map<string, Set<string>>()
  for (const { name, version, stance = 'installed', works } of found)
    if (stance === 'installed' && !works) installed.set(name, (installed.get(name) ?? new Set()).add(version))
  for (const one of found) {
    const others = installed.get(one.name)
    if (one.works && one.stance === 'installed' && others && !others.has(one.version))
      one.stance = 'mentioned'
  }
}
