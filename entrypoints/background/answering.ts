import { conclude } from '../../diagnosis/diagnose'
import { answer } from '../../diagnosis/explain/explain'
import type { Fact } from '../../diagnosis/facts'
import { forPage, isWorthShowing } from '../../diagnosis/page'
import { readBlock } from '../../diagnosis/read'
import { reporterOf } from '../../diagnosis/read/view'
import type { Block, Outline } from '../../diagnosis/thread'
import { rules } from '../../rules'
import { releases } from '../../stack/releases'
import type { Replies } from '../scout.content/messages'
import { threadKey } from '../scout.content/messages'
import { isDismissed, readSettings } from '../../storage/settings'

/** The facts of some blocks of a page. */
export function read(outline: Outline, blocks: Block[]): Fact[] {
  return blocks.flatMap((block) => readBlock(block, outline))
}

/** What the page has to show for the facts of all its blocks, and how the reader wants it. */
export async function concludeForPage(outline: Outline, facts: Fact[]): Promise<Replies['conclude']> {
  const report = forPage(conclude(outline, facts, rules))
  const settings = await readSettings()
  const dismissed = outline.url !== undefined && (await isDismissed(threadKey(outline.url)))
  return {
    answer: isWorthShowing(report) ? answer(report, rules, releases, reporterOf(outline)) : null,
    dismissed,
    settings,
  }
}
