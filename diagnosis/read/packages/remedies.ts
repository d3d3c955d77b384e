import { hasTroubleBefore } from '../trouble'
import { outcomeOf } from './meaning'
import type { Found, Page } from './page'

/** Leads to what was there to begin with, or to what others shall run. */
const setup =
  /环境|依赖|复现|装的|安装|教程|准备|步骤|\breproduc|\bset-?up\b|\binstall(?:ation|ed|ing)?\b|\brequirements?\b|\benvironment\b|\btutorial\b|\bsteps\b/i
/** Leads to what was done about the fault. */
const done =
  /处理|解决|修复|回退|回滚|降级|升级|换|改|后来|然后|于是|最后|最终|接着|执行|试|办法|方案|\bthen\b|\bdid\b|\bfix|\bsolv|\bcure|\bchang|\bwent\b|\bdowngrad|\bupgrad|\bfinally\b|\bafter\b|\bhelped\b|\btried\b|\bsolution\b|\bworkaround\b|\breplac|\bnow\b/i
/** What says how it went under a heading of its own. */
const resultHeading = /^\s{0,3}#{1,6}\s.{0,20}(?:结果|效果|之后|现在|results?|outcome|after|now)/i
/** How many lines behind a block of code tell how it went. */
const MOST_LINES = 4
const MOST_CODE_LINES = 60

/**
 * How it went after a command that stands in code of its own: what the prose behind the code says, where the fault was
 * told before and the words that lead to the command (`lead`) speak of what was done about it.
 */
export function outcomeOfCommand(page: Page, row: Found, lead: string): 'works' | 'still' | undefined {
  if (!page.lines[row.line]?.code) return undefined
  const isDescription = page.view.block.kind !== 'comment'
  if (isDescription && !hasTroubleBefore(page.view, row.start)) return undefined
  if (setup.test(lead) && !done.test(lead)) return undefined
  if (isDescription && !done.test(lead)) return undefined
  const outcome = outcomeOf(aftermathOf(page, row.line))
  return outcome === 'works' || outcome === 'still' ? outcome : undefined
}

/** The prose behind the code that a line stands in. */
function aftermathOf(page: Page, index: number): string {
  let at = index
  const last = Math.min(page.lines.length, index + MOST_CODE_LINES)
  while (at < last && (page.lines[at]?.code || !page.lines[at]?.text.trim())) at++
  const told: string[] = []
  for (; at < page.lines.length && told.length < MOST_LINES; at++) {
    const { text = '', code, quoted } = page.lines[at] ?? {}
    if (code || quoted) break
    if (/^\s{0,3}#{1,6}\s/.test(text)) {
      if (told.length || !resultHeading.test(text)) break
      continue
    }
    if (text.trim()) told.push(text.slice(0, 200))
  }
  return told.join('\n')
}
