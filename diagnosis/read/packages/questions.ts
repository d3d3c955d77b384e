import type { Fact } from '../../facts'
import { isWorthTrying, sentencesOf } from '../passages'
import { spanOf } from '../view'
import type { Page } from './page'

/** A question or a request about a version. */
const asksVersion =
  /版本|哪一?版|几点几|多少|\bversions?\b|\brelease\b|\bwhich\b|\bwhat\b|__version__|pip (?:show|list|freeze)/i
const asks =
  /\?|吗|呢|什么|哪|多少|几|贴|发(?:一?下|来|出)|看(?:一?下|看)|\b(?:which|what|post|share|paste|tell|show|give|report|can you|could you|please)\b/i
const MOST = 20

/** The packages whose version a comment asks for; a sentence that gives a number asks for none. */
export function readQuestions(page: Page): Fact[] {
  const { view } = page
  if (view.block.kind !== 'comment' || !isWorthTrying(view, asksVersion) || !page.names.length) return []
  if (!asksVersion.test(view.text)) return []
  const facts: Fact[] = []
  for (const { name, start, end, line: index } of page.names.slice(0, 200)) {
    if (name === 'python' || page.isQuoted(index) || facts.length >= MOST) continue
    const line = page.lines[index]
    if (!line || line.code || line.text.length > 1000) continue
    const sentence = sentencesOf(line).find(
      (one) => one.start <= start && start < one.start + one.text.length,
    )
    if (!sentence || /\d\.\d/.test(sentence.text)) continue
    if (asks.test(sentence.text) && asksVersion.test(sentence.text))
      facts.push({ kind: 'question', package: name, ...spanOf(page.view, start, end) })
  }
  return facts
}
