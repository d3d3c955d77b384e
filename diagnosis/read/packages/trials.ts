import { outcomeOf } from './meaning'
import type { Found, Page } from './page'
import { isOpener } from './surroundings'

/** What leads to a list of attempts. */
const lead =
  /试过|试了|尝试(?:过|了)?|都试|已经?试|排查过|折腾过|做过的?(?:尝试|排查)|换过|\b(?:tried|attempts?|attempted|trying|experiments?|experimented)\b/i
/** A remark behind a list about all of it. */
const allInVain =
  /^\s{0,8}(?:以上|上面|这些|结果)?(?:都|全都?|均|统统|一律)[^,。]{0,6}(?:不行|没用|无效|一样|没变|不管用|没效果|没解决|是 ?0|为 ?0|nan)|^\W{0,4}(?:none|nothing|neither)\b[^.]{0,40}\b(?:help|work|chang|made|did|fix)|^\W{0,4}(?:all|both|every one)\b[^.]{0,30}\b(?:same|fail|zeros?|nan|in vain|no (?:change|difference|luck))/i
const item = /^\s{0,8}(?:[-*•·+]|\d{1,2}[.)、])\s/
/** The row's own word on how it went. */
const inVain =
  /^[\s`*)"'(:,，=→>—–-]{0,8}(?:the )?(?:same|nope|no\b|nothing|not?\b|fail|zero|nan\b|一样|不行|没用|没变|无效|没效果|也是|还是|同样|0\b|❌|✗|×)/i
/** The number is what the attempt started from: `4.37.2 → 4.33.3`. */
const leaves = /^[\s`*)]{0,4}(?:→|[-=]{1,3}>|>>|到|换成|换到|降到|升到|\bto\b)\s{0,3}[`*v]{0,3}\d/i
/** A list is not longer than this, in lines. */
const MOST_ROWS = 30

/**
 * Rows of a list of what was tried: what stands there was not installed when it failed at first. A row that tells of
 * success is the cure; the others were tried in vain, and are installed where their writer states nothing else.
 */
export function settleTrials(page: Page, found: Found[]): void {
  if (!isOpener(page)) return
  const lists = new Map<number, boolean>()
  for (const one of found) {
    if ((one.stance ?? 'installed') !== 'installed' || one.how === 'machine' || one.how === 'diff') continue
    const line = page.lines[one.line]
    if (!line || line.code || !item.test(line.text.slice(0, 20)) || !isTrial(page, one.line, lists)) continue
    const rest = page.view.text.slice(one.end, line.start + line.text.length).slice(0, 160)
    if (leaves.test(rest)) continue
    if (!inVain.test(rest) && outcomeOf(rest) === 'works') one.stance = 'cure'
    else Object.assign(one, { stance: 'mentioned', tried: true })
  }
}

/** Whether the list that a line stands in is one of attempts; known lists are kept by their first line. */
function isTrial(page: Page, index: number, lists: Map<number, boolean>): boolean {
  let first = index
  while (first > 0 && index - first < MOST_ROWS && isRow(page, first - 1)) first--
  let answer = lists.get(first)
  if (answer === undefined) {
    answer = lead.test(proseAbove(page, first)) || allInVain.test(proseBelow(page, index))
    lists.set(first, answer)
  }
  return answer
}

const textOf = (page: Page, index: number): string => page.lines[index]?.text ?? ''
const isRow = (page: Page, index: number): boolean =>
  item.test(textOf(page, index).slice(0, 20)) || /^\s{2,8}\S/.test(textOf(page, index))

/** The last sentence before a list, with the heading where that is all there is. */
function proseAbove(page: Page, first: number): string {
  for (let index = first - 1; index >= Math.max(0, first - 3); index--) {
    const text = textOf(page, index).trim()
    if (text)
      return (
        text
          .split(/[。!?]|\.\s/)
          .filter((part) => part.trim())
          .at(-1)
          ?.slice(-120) ?? ''
      )
  }
  return ''
}

function proseBelow(page: Page, from: number): string {
  for (let index = from + 1; index < Math.min(page.lines.length, from + MOST_ROWS); index++) {
    const text = textOf(page, index)
    if (text.trim() && !isRow(page, index)) return text.slice(0, 120)
  }
  return ''
}
