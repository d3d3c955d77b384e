import { isPlausible, knownName } from './names'
import type { Page } from './page'
import { addMeant } from './sentences'
import { versionAt } from './version-text'

/** A number without a name, right behind a word that makes it a version. */
const nameless =
  /(?:(?:降级?|升级?|退|回退|换|改|切|装)(?:到|至|为|成|回|了)|(?:装|用)的(?:就|都|其实)?是|(?:downgrad|upgrad|updat|bump|mov|switch|revert|roll|go|went|chang)\w{0,6}(?: back| down| up)?(?: again)? to|(?:gave me|resolved (?:it |this )?to|i have|i use|i am on|i'm on|mine is|我(?:这边|这里|的)?(?:是|用的?是?))|back (?:to|on)|(?:my|the|our|installed|current) version(?: is|:)?|版本(?:是|为|:))\s{0,3}(?:the )?(?:version )?[`*v]{0,3}(?=\d)/gi
/** A line that can hold one; most lines of a log cannot. */
const mayBeNameless =
  /[到至成为回是了用]| to |ersion|gave me|I have|I use|I'm on|I am on|^\s{0,8}[`v]{0,2}\d/i
const bareAnswer =
  /^\s{0,8}(?:(?:是|它是|it'?s|it is|我的是|我这边是|现在是|版本是?|version)[:\s]{0,3})?[`*]{0,2}(?=v?\d)/i

/** Numbers that a sentence leaves without a name: "after I moved to version 2.6.0", "我装的就是 0.12.0". */
export function readNameless(page: Page): void {
  if (page.view.block.kind === 'log' || page.view.block.kind === 'code') return
  const home = repositoryName(page.view.outline.url)
  if (!page.names.length && !home) return
  page.lines.forEach((line, index) => {
    if (line.code || line.text.length > 4000 || !/\d\.\d/.test(line.text)) return
    if (
      !(mayBeNameless.test(line.text) || bareAnswer.test(line.text)) ||
      page.isClaimed(index) ||
      page.isQuoted(index)
    )
      return
    const bare = bareAnswer.exec(line.text)
    if (bare && (page.lines[index - 1]?.quoted || page.lines[index - 2]?.quoted))
      readBareAnswer(page, index, bare[0].length)
    for (const match of line.text.matchAll(nameless)) {
      const at = line.start + match.index + match[0].length
      const number = versionAt(page.view.text, at)
      if (!number || page.isRead(at)) continue
      const isOwnVersion = /version|版本/i.test(match[0])
      if (
        isOwnVersion &&
        /cuda|python|driver|numpy|\bos\b|系统|驱动/i.test(line.text.slice(0, match.index + match[0].length))
      )
        continue
      const name = nameFor(page, number.version, at) ?? (isOwnVersion ? home : undefined)
      if (!name || !isPlausible(name, number.version)) continue
      const nameStart = line.start + match.index
      addMeant(page, { name, number, nameStart, start: at, between: match[0], line: index }, false)
    }
  })
}

/** "> which peft?" and below it nothing but "0.9.0". */
function readBareAnswer(page: Page, index: number, offset: number): void {
  const line = page.lines[index]
  const at = (line?.start ?? 0) + offset
  const number = versionAt(page.view.text, at)
  const name = number ? nameFor(page, number.version, at) : undefined
  const rest = number && line ? page.view.text.slice(number.end, line.start + line.text.length) : 'x'
  if (number && name && /^[\s`。.!,]{0,8}$/.test(rest))
    page.add({
      name,
      version: number.version,
      start: at,
      end: number.end,
      line: index,
      how: 'sentence',
      stance: 'installed',
    })
}

/** The package that was named last before a number, not long ago, if a release of it can have that number. */
function nameFor(page: Page, version: string, at: number): string | undefined {
  const { names } = page
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle]?.start ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  for (let index = low - 1; index >= Math.max(0, low - 30); index--) {
    const hit = names[index]
    if (!hit || at - hit.start > 600) return undefined
    if (hit.name !== 'python' && isPlausible(hit.name, version)) return hit.name
  }
  return undefined
}

/** The package that a repository is the home of. */
function repositoryName(url: string | undefined): string | undefined {
  const repository = /github\.com\/[^/]{1,80}\/([\w.-]{1,80})/i.exec(url ?? '')?.[1]
  return repository ? knownName(repository)?.name : undefined
}
