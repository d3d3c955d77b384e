import * as cues from './cues'
import type { Found, Page } from './page'

/** A label at the head of a paragraph, or a heading, that sets apart how it was and how it is. */
const label =
  /^[\s>#*_-]{0,8}(?:\d[.)]\s)?[*_`]{0,3}(?:(before|previously|at first|original(?:ly)?|broken|old|之前|以前|原来|原先|起初|(?:升级|降级|修改|更新|改|换)(?:之)?前|出问题时)|(after(?:wards)?|now|fixed|new|之后|现在|后来|(?:升级|降级|修改|更新|改|换)(?:之)?后|修复后))[^\n:：。，,]{0,24}[*_`]{0,3}\s{0,3}(?:[:：]|$|[*_`]{1,3}(?:\s|$))/i
const brokenLog = /["']?loss["']?\s{0,3}[:=]?\s{0,3}(?:0\.0{1,6}\b(?!\d)|0\b(?!\.)|nan\b)/i
const soundLog = /["']?loss["']?\s{0,3}[:=]?\s{0,3}(?:[1-9]\d?\.\d|0\.(?!0{1,6}\b)\d)/i

interface Episode {
  isLater: boolean
  from: number
  to: number
}

/**
 * "Before: … After: …": a package with one version before, when the loss was gone, and another after, when it is
 * sound, was cured; the other way round the first is history.
 */
export function settleEpisodes(page: Page, found: Found[]): void {
  const episodes = episodesOf(page)
  const before = episodes.find(({ isLater }) => !isLater)
  const after = episodes.find(({ isLater }) => isLater)
  if (!before || !after) return
  const [first, second] = [outcomeIn(page, before), outcomeIn(page, after)]
  const isIn = ({ line }: Found, { from, to }: Episode) => line >= from && line < to
  for (const one of found) {
    if (!isIn(one, before) || (one.stance ?? 'installed') !== 'installed') continue
    const others = found.filter(
      (other) => other.name === one.name && other.version !== one.version && isIn(other, after),
    )
    if (!others.length) continue
    if (first !== 'works' && second === 'works') for (const other of others) other.stance = 'cure'
    else if (second === 'broken' && first === 'works') one.stance = 'mentioned'
  }
}

function episodesOf(page: Page): Episode[] {
  const episodes: Episode[] = []
  page.lines.forEach(({ text, code }, index) => {
    if (code || text.length > 2000) return
    const match = label.exec(text.slice(0, 60))
    if (!match) return
    if (episodes.length) episodes.at(-1)!.to = index
    episodes.push({ isLater: match[2] !== undefined, from: index, to: page.lines.length })
  })
  return episodes.length > 8 ? [] : episodes
}

/** How an episode ended, by its log or by its words. */
function outcomeIn(page: Page, { from, to }: Episode): 'works' | 'broken' | undefined {
  const text = page.lines
    .slice(from, Math.min(to, from + 60))
    .map((line) => line.text.slice(0, 400))
    .join('\n')
  if (brokenLog.test(text) || cues.stillBroken.test(text)) return 'broken'
  if (soundLog.test(text)) return 'works'
  return cues.nowBroken.test(text) ? 'broken' : cues.nowWorks.test(text) ? 'works' : undefined
}
