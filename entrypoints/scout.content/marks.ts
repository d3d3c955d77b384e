import type { Answer, Evidence } from '../../diagnosis/explanation'

/** Names of the highlights; their look is in style.css. */
const NAMES = { evidence: 'unmute-evidence', cure: 'unmute-cure', jump: 'unmute-jump' } as const

type Highlights = Map<string, unknown>
declare const Highlight: new (...ranges: Range[]) => unknown

/** Absent before Chrome 105 and Firefox 140; the page is then left unmarked. */
const highlights = (): Highlights | undefined =>
  typeof CSS === 'undefined' ? undefined : (CSS as unknown as { highlights?: Highlights }).highlights

function set(name: string, ranges: Range[]): void {
  if (ranges.length) highlights()?.set(name, new Highlight(...ranges))
  else highlights()?.delete(name)
}

/** Marks the lines that the answer rests on, without touching the page's nodes; null takes all marks away. */
export function mark(answer: Answer | null, rangeOf: (evidence: Evidence) => Range | null): void {
  const evidence = answer?.explanations.en.flatMap((explanation) => explanation.evidence) ?? []
  const rangesOf = (wanted: Evidence[]) => wanted.flatMap((one) => rangeOf(one) ?? [])
  set(NAMES.evidence, rangesOf(evidence.filter(({ cure }) => !cure)))
  set(NAMES.cure, rangesOf(evidence.filter(({ cure }) => cure)))
  if (!answer) set(NAMES.jump, [])
}

/** Scrolls a range into view, opens what is folded around it, and marks it as the place jumped to. */
export function jumpTo(range: Range): void {
  const { startContainer, startOffset } = range
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement
  for (let fold = element?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  set(NAMES.jump, [range])
  // the next Tab goes on from the quoted line, without giving the page's nodes a tabindex
  getSelection()?.collapse(startContainer, startOffset)
}
