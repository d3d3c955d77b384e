import { conclude } from '../../diagnosis/diagnose'
import { answer } from '../../diagnosis/explain/explain'
import type { Fact } from '../../diagnosis/facts'
import { forPage, isWorthShowing } from '../../diagnosis/page'
import { readBlock } from '../../diagnosis/read'
import { reporterOf } from '../../diagnosis/read/view'
import type { Block, Outline } from '../../diagnosis/thread'
import { rulesFrom } from '../../diagnosis/pack'
import { pack } from '../../rules'
import { releases } from '../../stack/releases'
import type { Replies } from '../scout.content/messages'
import { threadKey } from '../scout.content/messages'
import { isDismissed, isWanted, readSettings } from '../../storage/settings'
import { isHalfRead, unread } from './switched-off'

const rules = rulesFrom(pack)

/** The facts of some blocks of a page; nothing is read of a site that is switched off. */
export async function read(outline: Outline, blocks: Block[]): Promise<Fact[]> {
  if (!(await isWanted(outline.url))) return unread(blocks)
  return blocks.flatMap((block) => readBlock(block, outline))
}

/** What the page has to show for the facts of all its blocks, and how the reader wants it. */
export async function concludeForPage(outline: Outline, facts: Fact[]): Promise<Replies['conclude']> {
  const settings = await readSettings()
  if (isHalfRead(facts) || !(await isWanted(outline.url))) return { answer: null, dismissed: false, settings }
  const report = forPage(conclude(outline, facts, rules))
  const dismissed = outline.url !== undefined && (await isDismissed(threadKey(outline.url)))
  return {
    answer: isWorthShowing(report) ? answer(report, rules, releases, reporterOf(outline)) : null,
    dismissed,
    settings,
  }
}
