import * as v from 'valibot'
import type { BlockKind, Thread } from './thread'
import { READER } from './thread'

/** Why a text could not be read as it is, or was read with a reservation. The words are in locales/problems.ts. */
export type ProblemId = 'empty' | 'binary' | 'html' | 'too-long' | 'no-blocks'

export interface Intake {
  thread: Thread
  problems: ProblemId[]
}

/** Longer input is cut here, with a word about it. UTF-16 units. */
const LONGEST_INPUT = 24 * 1024 * 1024

const kinds: BlockKind[] = ['title', 'description', 'comment', 'card', 'metadata', 'paste', 'log', 'code']

const threadSchema = v.object({
  site: v.optional(v.fallback(v.picklist(['github', 'huggingface', 'text']), 'text'), 'text'),
  url: v.optional(v.fallback(v.string(), '')),
  title: v.optional(v.fallback(v.string(), '')),
  blocks: v.array(v.unknown()),
})

const blockSchema = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  kind: v.optional(v.fallback(v.picklist(kinds), 'comment'), 'comment'),
  author: v.optional(v.fallback(v.string(), '')),
  date: v.optional(v.fallback(v.string(), '')),
  text: v.string(),
})

/**
 * Bytes of a file as text: UTF-8, UTF-16 where a byte order mark says so (PowerShell's `pip freeze > file`), or
 * GB18030 where UTF-8 does not fit (Chinese Windows). Null for what is no text.
 */
export function decode(bytes: Uint8Array): string | null {
  const marks: [number, number, string][] = [
    [0xff, 0xfe, 'utf-16le'],
    [0xfe, 0xff, 'utf-16be'],
  ]
  const mark = marks.find(([first, second]) => bytes[0] === first && bytes[1] === second)
  if (mark) return new TextDecoder(mark[2]).decode(bytes)
  if (bytes.subarray(0, 65536).includes(0)) return null
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  const text = new TextDecoder().decode(bytes)
  const strange = text.slice(0, 65536).match(/[\uFFFD\x01-\x08\x0E-\x1A\x1C-\x1F]/g)?.length ?? 0
  return strange > Math.min(text.length, 65536) / 20 ? null : text
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' }

const BREAKS = /^\/?(?:p|div|li|br|pre|tr|h[1-6]|table|ul|ol|section|article)\b/i
const UNREAD = /^(?:script|style)\b/i

/** The text between the tags of a saved page, block elements on lines of their own. One pass. */
function textOfHtml(html: string): string {
  const lower = html.toLowerCase()
  const pieces: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    pieces.push(html.slice(at, open < 0 ? html.length : open))
    if (open < 0) break
    const close = html.indexOf('>', open)
    if (close < 0) break
    const tag = html.slice(open + 1, Math.min(close, open + 20))
    if (BREAKS.test(tag)) pieces.push('\n')
    const unread = UNREAD.exec(tag)?.[0].toLowerCase()
    const end = unread ? lower.indexOf(`</${unread}`, close) : -1
    if (unread && end < 0) break
    at = (unread ? html.indexOf('>', end) : close) + 1
    if (at === 0) break
  }
  return pieces.join('').replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
}

function threadFromJson(text: string): Intake | undefined {
  if (!/^\s*\{/.test(text) || !text.includes('"blocks"')) return undefined
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  const parsed = v.safeParse(threadSchema, json)
  if (!parsed.success) return undefined
  const { site, url, title, blocks } = parsed.output
  const readable = blocks.flatMap((block, index) => {
    const read = v.safeParse(blockSchema, block)
    if (!read.success) return []
    const { id, kind, author, date, text: words } = read.output
    return [
      {
        id: String(id ?? index + 1),
        kind,
        author: author || undefined,
        date: date || undefined,
        text: words,
      },
    ]
  })
  const reporter = readable.find(({ kind }) => kind === 'description')?.author
  const hasTitle = readable.some(({ kind }) => kind === 'title')
  return {
    thread: {
      site,
      url: url || undefined,
      title: title || undefined,
      blocks:
        title && !hasTitle
          ? [{ id: 'title', kind: 'title', author: reporter, date: undefined, text: title }, ...readable]
          : readable,
    },
    problems: readable.length ? [] : ['no-blocks'],
  }
}

/**
 * Any text as a thread: a thread in JSON (an object with `blocks`; unknown keys are ignored, missing ids numbered),
 * or else one block that the reader pasted. Never throws; what is odd about it is in `problems`.
 */
export function intake(text: string): Intake {
  const problems: ProblemId[] = []
  if (text.length > LONGEST_INPUT) problems.push('too-long')
  const whole = text.slice(0, LONGEST_INPUT)
  if (!whole.trim()) problems.push('empty')
  const thread = threadFromJson(whole)
  if (thread) return { ...thread, problems: [...problems, ...thread.problems] }
  const isHtml = /^\s*(?:<!doctype html|<html\b)/i.test(whole)
  if (isHtml) problems.push('html')
  const isBinary = whole.slice(0, 65536).includes('\0')
  if (isBinary) problems.push('binary')
  return {
    thread: {
      site: 'text',
      blocks: [{ id: '1', kind: 'paste', author: READER, text: isHtml ? textOfHtml(whole) : whole }],
    },
    problems,
  }
}
