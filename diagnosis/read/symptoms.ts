import type { Fact, SymptomId } from '../facts'
import type { Run } from './log/runs'
import { runsOf } from './log/runs'
import { linesAbout, passagesOf, sentencesOf } from './passages'
import type { Told } from './symptom/loss-words'
import { LOSS_HINT, lossTold } from './symptom/loss-words'
import { SILENCE_HINT, silenceShown, silenceTold } from './symptom/silence'
import { isAboutAnother, isQuestion } from './voice'
import type { View } from './view'
import { spanOf } from './view'

interface Seen {
  id: SymptomId
  start: number
  end: number
}

/** A log in which fewer of the steps are bad than this recovers by itself: no symptom. */
const LEAST_SHARE_OF_ZEROS = 0.2

/** What a log shows: training losses that are exactly zero, and losses that are nan, held-out ones included. */
function shownByLog({ entries, start, end }: Run): Seen[] {
  const seen: Seen[] = []
  const zeros = entries.filter(({ point }) => point.loss === 0)
  const steps = entries.filter(({ point }) => point.loss !== undefined)
  if (zeros.length && zeros.length >= steps.length * LEAST_SHARE_OF_ZEROS)
    seen.push({ id: 'loss-zero', start, end })
  const nan = entries.find(({ point, evalLoss }) => typeof point.loss === 'string' || evalLoss === 'nan')
  if (nan) seen.push({ id: 'loss-nan', start: nan.start, end: nan.end })
  return seen
}

/** What the prose says. In a comment a question, or a remark on somebody else's run, tells of no symptom. */
function toldInProse(view: View): Seen[] {
  return [
    ...toldOn(view, linesAbout(view, LOSS_HINT), lossTold),
    ...toldOn(view, linesAbout(view, SILENCE_HINT), (sentence) => [silenceTold(sentence) ?? []].flat()),
  ]
}

function toldOn(view: View, lines: number[], read: (sentence: string) => Told[]): Seen[] {
  const isComment = view.block.kind === 'comment'
  const passages = passagesOf(view)
  return lines.flatMap((index) => {
    const line = passages[index]!
    if (!line.own || line.code) return []
    return sentencesOf(line).flatMap((sentence) =>
      isComment && (isQuestion(sentence.text) || isAboutAnother(sentence.text))
        ? []
        : read(sentence.text).map(({ id, start, end }) => ({
            id,
            start: sentence.start + start,
            end: sentence.start + end,
          })),
    )
  })
}

/**
 * The symptoms that a block reports as the writer's own, each once: in its logs, in transcripts, in prose of either
 * language. What is denied, supposed or asked about yields nothing.
 */
export function readSymptoms(view: View): Fact[] {
  if (view.block.kind === 'metadata') return []
  const shown = silenceShown(passagesOf(view))
  const seen: Seen[] = [
    ...runsOf(view).flatMap(shownByLog),
    ...(shown ? [{ id: 'mute-output' as const, ...shown }] : []),
    ...toldInProse(view),
  ]
  const ids = [...new Set(seen.map(({ id }) => id))]
  return ids.map((id) => {
    const { start, end } = seen.find((one) => one.id === id)!
    return { kind: 'symptom', id, stance: 'used', ...spanOf(view, start, end) }
  })
}
