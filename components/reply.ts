import { codeSpan } from '../diagnosis/explain/fill'
import type { Evidence, Explanation, Language, ShownFix } from '../diagnosis/explanation'
import { READER, REPORTER } from '../diagnosis/thread'
import { punctuation } from '../locales/punctuation'
import { type Words, words } from '../locales/words'

/** How much a reply says: somebody has to read it. */
const MOST_QUOTES = 4
const MOST_FIXES = 3
const MOST_LINKS = 4

/** Keeps a host from linking what follows, without a visible character. */
const BREAK = '\u200b'

const longestRun = (text: string) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))

function codeBlock(code: string, info: string, indent: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1))
  return [fence + info, ...code.trimEnd().split('\n'), fence].map((line) => indent + line).join('\n')
}

/** What is left alone (code spans, link targets), or else what a host would act upon. */
const ACTED_UPON =
  /(`{1,3})(?!`)[^\n]{1,600}?(?<!`)\1(?!`)|\]\(https?:\/\/[^\s()]{1,600}\)|\\?@(?=\w)|\\?#(?=\d)|\\?<|!(?=\[)/g

/** Prose for a host that turns `@name` into a notification, `#1` into a reference to an issue of its own, tags into HTML. */
function harmless(prose: string): string {
  return prose.replace(ACTED_UPON, (found) => {
    const last = found.replace('\\', '')
    if (last === '@' || last === '#') return last + BREAK
    return last === '<' || last === '!' ? `\\${last}` : found
  })
}

const oneLine = (text: string) => harmless(text.replace(/\s+/g, ' ').trim())

function quoteLine({ author, quote }: Evidence, { reply }: Words, colon: string): string {
  // A name by role needs no saying: there is but one writer.
  const named = author && author !== READER && author !== REPORTER
  const who = named ? `${reply.wrote(codeSpan(author))}${colon}` : ''
  return `- ${who}${codeSpan(quote.text)}`
}

function fixItem(fix: ShownFix, index: number, { reply }: Words, brackets: (text: string) => string): string {
  const tags = [fix.workaround && reply.workaround, fix.reportedBy && reply.reported].filter(
    (tag): tag is string => Boolean(tag),
  )
  const lines = [`${index + 1}. ${oneLine(fix.title)}${tags.map(brackets).join('')}`]
  if (fix.command) lines.push(codeBlock(fix.command, 'sh', '   '))
  if (fix.code) lines.push(codeBlock(fix.code, 'python', '   '))
  if (fix.limits) lines.push(`   ${oneLine(fix.limits)}`)
  return lines.join('\n')
}

function linkItem({ url, label, what }: Explanation['links'][number], dash: string): string[] {
  if (!/^https?:\/\//i.test(url)) return []
  const target = url.replace(/[\s()<>]/g, encodeURIComponent)
  return [`- [${label.replace(/[[\]\\`<]/g, '\\$&')}](${target})${what ? dash + oneLine(what) : ''}`]
}

/**
 * The answer that somebody who answers such threads would write, ready to paste: the verdict with its evidence
 * quoted, the cause, the best fixes, what to paste where that is unknown, and links.
 * @returns Markdown without HTML, ending in a newline. What comes from the page stands in code spans, so that it
 *   cannot mention anyone, link anywhere or change the layout.
 */
export function replyFor(explanation: Explanation, language: Language): string {
  const table = words[language]
  const { reply } = table
  const chinese = language === 'zh_CN'
  const { colon, brackets } = punctuation[language]
  const dash = chinese ? '：' : ' – '
  const { verdict, evidence, fixes, missing, differential, links } = explanation
  const ruledOut = verdict === 'ruled-out'
  const parts = [`${reply.greeting[verdict]}\n\n${oneLine(explanation.sentence)}`]
  const list = (title: string, items: string[]) => {
    if (items.length > 0) parts.push(`${title}\n\n${items.join('\n')}`)
  }

  list(
    reply.evidence,
    evidence.slice(0, MOST_QUOTES).map((line) => quoteLine(line, table, colon)),
  )
  if (!ruledOut) parts.push(oneLine(explanation.cause))
  if (verdict === 'cannot-tell' || verdict === 'likely')
    list(
      reply.missing,
      missing.map((item) => `- ${oneLine(item.words)}`),
    )
  if (ruledOut) {
    const pointed = differential.filter(({ pointedTo }) => pointedTo)
    list(
      reply.differential,
      (pointed.length > 0 ? pointed : differential)
        .slice(0, MOST_FIXES)
        .map(
          (other) =>
            `- ${oneLine(other.what)}${brackets(`${reply.sign}${chinese ? '' : ' '}${oneLine(other.sign)}`)}${dash}${oneLine(other.then)}`,
        ),
    )
  } else {
    const best = fixes.slice(0, MOST_FIXES).map((fix, index) => fixItem(fix, index, table, brackets))
    if (best.length > 0) parts.push(`${best.length > 1 ? reply.fixes : reply.fix}\n\n${best.join('\n\n')}`)
    if (explanation.noFix && verdict !== 'cannot-tell') parts.push(oneLine(explanation.noFix))
  }
  list(
    reply.links,
    links.slice(0, MOST_LINKS).flatMap((link) => linkItem(link, dash)),
  )
  return `${parts.join('\n\n')}\n`
}
