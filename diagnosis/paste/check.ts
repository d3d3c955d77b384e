import type { Rule } from '../../rules/schema'
import { type Choices, blockOfChoices } from '../choices'
import { conclude } from '../diagnose'
import { answer } from '../explain/explain'
import type { Releases } from '../explain/ruler'
import type { Answer } from '../explanation'
import type { Fact } from '../facts'
import type { ProblemId } from '../intake'
import { intake } from '../intake'
import { describePaste } from '../paste'
import { readBlock } from '../read'
import { reporterOf } from '../read/view'
import type { Block, Outline, Thread } from '../thread'
import { READER, outlineOf } from '../thread'
import type { BlockPlace, Checked, Source, SourceReading } from './checked'
import { CHOICES } from './checked'
import { packagesIn } from './packages'

interface Taken {
  thread: Thread
  problems: ProblemId[]
  verbatim: boolean
}

function taken({ id, text }: Source, isFirst: boolean): Taken {
  const { thread, problems } = intake(text)
  const [only] = thread.blocks
  const isPaste = only?.kind === 'paste' && thread.blocks.length === 1
  const idOf = (block: Block) => (isPaste ? id : isFirst ? block.id : `${id}/${block.id}`)
  return {
    thread: { ...thread, blocks: thread.blocks.map((block) => ({ ...block, id: idOf(block) })) },
    problems,
    verbatim: isPaste && only.text === text,
  }
}

/** One thread of all sources: several texts of the reader's are about one setup. A thread among them gives the frame. */
function threadOf(all: Taken[]): Thread {
  const frame = all.find(({ thread }) => thread.blocks.some(({ kind }) => kind !== 'paste'))?.thread
  return { ...(frame ?? { site: 'text' }), blocks: all.flatMap(({ thread }) => thread.blocks) }
}

/** Reads blocks, and keeps what it read for as long as neither the block nor the outline's authors change. */
export function createReader(): (block: Block, outline: Outline) => Fact[] {
  let known = new Map<string, { text: string; facts: Fact[] }>()
  let frame = ''
  return (block, outline) => {
    const nextFrame = JSON.stringify([
      outline.site,
      outline.url,
      outline.title,
      outline.blocks.filter(({ kind }) => kind !== 'paste' && kind !== 'code'),
    ])
    if (nextFrame !== frame) {
      known = new Map()
      frame = nextFrame
    }
    const last = known.get(block.id)
    if (last?.text === block.text) return last.facts
    const facts = readBlock(block, outline)
    known.set(block.id, { text: block.text, facts })
    return facts
  }
}

/** The answer without the facts that nobody is shown: a list of half a million packages would block the page. */
function lean(full: Answer): Answer {
  return { ...full, report: { ...full.report, facts: [] } }
}

/**
 * Checks everything that somebody gave as one setup. The texts' facts and the choices' go through the same engine as
 * a page's.
 * @param read `readBlock`, or a reader that remembers
 */
export function check(
  sources: Source[],
  choices: Choices,
  rules: Rule[],
  releases: Releases,
  read: (block: Block, outline: Outline) => Fact[] = readBlock,
): Checked {
  const all = sources.map((source, index) => taken(source, index === 0))
  const thread = threadOf(all)
  const reporter = thread.blocks.length ? reporterOf(outlineOf(thread)) : READER
  const chosen = blockOfChoices(choices, reporter)
  if (chosen && thread.blocks.length) thread.blocks.push({ ...chosen, id: CHOICES })
  const outline = outlineOf(thread)
  const facts = thread.blocks.flatMap((block) => read(block, outline))
  const report = conclude(outline, facts, rules)
  const readings = sources.map((source, index): [string, SourceReading] => {
    const { thread: own, problems, verbatim } = all[index]!
    const ids = new Set(own.blocks.map(({ id }) => id))
    const text = verbatim ? source.text : own.blocks.length === 1 ? own.blocks[0]!.text : source.text
    const { parts, unread, unreadCount } = describePaste(
      text,
      facts.filter(({ block }) => ids.has(block)),
    )
    return [source.id, { parts, unread, unreadCount, problems }]
  })
  return {
    answer: lean(answer(report, rules, releases, reporter)),
    packages: packagesIn(report, rules, ({ author }) => author === reporter || author === READER),
    sources: Object.fromEntries(readings),
    blocks: Object.fromEntries(
      all.flatMap(({ thread: own, verbatim }, index) =>
        own.blocks.map(({ id }): [string, BlockPlace] => [id, { source: sources[index]!.id, verbatim }]),
      ),
    ),
    unknownModel:
      Boolean(choices.model) && !facts.some(({ kind, block }) => kind === 'model' && block === CHOICES),
  }
}
