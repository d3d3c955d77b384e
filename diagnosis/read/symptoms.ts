import type { Fact, Stance, SymptomId } from '../facts'
import type { Run } from './log/runs'
import { runsOf } from './log/runs'
import { isSound } from './log/values'
import { linesAbout, linesWorthTrying, passagesOf, sentencesOf } from './passages'
import { COURSE_HINT, courseTold } from './symptom/course-words'
import type { Told } from './symptom/loss-words'
import { LOSS_HINT, lossTold } from './symptom/loss-words'
import { SILENCE_HINT, silenceTold } from './symptom/silence'
import { SILENCES } from './symptom/silence-ways'
import { silenceShown } from './symptom/transcripts'
import { isOwnSymptom } from './symptom/whose'
import type { View } from './view'
import { spanOf } from './view'

interface Seen {
  id: SymptomId
  /** mentioned: there, but no sign of a dead adapter. */
  stance: Stance
  start: number
  end: number
}

/** A log in which fewer of the steps are bad than this recovers by itself: no symptom. */
const LEAST_SHARE_OF_ZEROS = 0.2

/**
 * What a log shows: training losses that are exactly zero, and losses that are nan, held-out ones included. A nan on
 * held-out data beside sound training losses, and a zero beside a gradient that lives, are only mentioned.
 */
function shownByLog({ entries, series, start, end }: Run): Seen[] {
  const seen: Seen[] = []
  const zeros = entries.filter(({ point }) => point.loss === 0)
  const steps = entries.filter(({ point }) => point.loss !== undefined)
  const stance = series?.shape === 'finite' ? 'mentioned' : 'used'
  if (zeros.length && (stance === 'mentioned' || zeros.length >= steps.length * LEAST_SHARE_OF_ZEROS))
    seen.push({ id: 'loss-zero', stance, start, end })
  const nan = entries.find(({ point }) => typeof point.loss === 'string')
  const heldOut = entries.find(({ evalLoss }) => evalLoss === 'nan')
  const shown = nan ?? heldOut
  if (shown) {
    const healthy = !nan && steps.length > 0 && steps.every(({ point }) => isSound(point.loss!))
    seen.push({ id: 'loss-nan', stance: healthy ? 'mentioned' : 'used', start: shown.start, end: shown.end })
  }
  return seen
}

/** Losses of something else than a training: rows, packets, money. */
const OTHER_LOSSES =
  /\b(?:data|packets?|rows?|messages?|records?|frames?|signal|weight|hearing|stop|profit and|power|path)[ _-]loss\b|\bloss of data\b|\blost_rows\b|\bloss[_ ](?:ratio|pct|percent)|\b(?:rtt|jitter|lag|ping|kafka|brokers?|consumers?|packets?|profit|portfolio|insurance|premium|dividend)\b|数据丢失|丢包|亏损|盈利|理赔/i
const TRAINING =
  /\btrain|\bfine-?tun|\bepochs?\b|\blora\b|\bpeft\b|\bgrad|\bmodel\b|\blearning[ _]rate|\boptimi[sz]er|\bnan\b|训练|微调|模型|梯度/i

const isAboutTraining = (text: string): boolean => !OTHER_LOSSES.test(text) || TRAINING.test(text)

/** What the prose says. In a comment a question, a remark on somebody else's run or an explanation tells of no symptom. */
function toldInProse(view: View): Seen[] {
  const seen = toldOn(view, linesAbout(view, LOSS_HINT), lossTold)
  // money, rows and packets get lost as well
  if (seen.length && !isAboutTraining(view.text)) seen.length = 0
  if (!seen.length) {
    const lines = linesAbout(view, COURSE_HINT)
    if (lines.length && (LOSS_WORDS.test(view.outline.title ?? '') || LOSS_WORDS.test(view.text)))
      seen.push(...toldOn(view, lines, courseTold))
  }
  const worth = new Set(linesWorthTrying(view, SILENCES))
  if (worth.size)
    seen.push(
      ...toldOn(
        view,
        linesAbout(view, SILENCE_HINT).filter((place) => worth.has(place)),
        silenceTold,
      ),
    )
  return seen
}

const LOSS_WORDS = /loss|损失|nan|训练|微调|\btrain(?:ing|ed|s)?\b|\b(?:fine-?)?tun(?:ed|ing)\b/i

/** The title of a change or a wish, as against that of a report: `docs: what to do when loss is nan`. */
const TITLE_OF_CHANGE =
  /^\s*(?:\[(?:feature|feat|docs?|rfc|tests?|ci|chore|refactor|wip)[^\]]{0,20}\]|(?:feat|fix|docs?|tests?|chore|refactor|ci|perf|build|style)(?:\([\w ./-]{1,30}\))?!?:\s|(?:add|adds|added|support|supports|handle|handles|skip|avoid|prevent|document)\s|faq\b|常见问题)/i

function toldOn(view: View, lines: number[], tell: (sentence: string) => Told[] | Told | undefined): Seen[] {
  if (view.block.kind === 'title' && TITLE_OF_CHANGE.test(view.text)) return []
  const passages = passagesOf(view)
  return lines.flatMap((index) => {
    const line = passages[index]!
    if (!line.own || line.code) return []
    return sentencesOf(line).flatMap((sentence) => {
      const { text } = sentence
      const told = tell(text)
      const all = Array.isArray(told) ? told : told ? [told] : []
      const own = all.filter(({ start, end }) => isOwnSymptom(view, sentence, start, end))
      return own.map(({ id, start, end, aside }) => ({
        id,
        stance: aside ? ('mentioned' as const) : ('used' as const),
        start: sentence.start + start,
        end: sentence.start + end,
      }))
    })
  })
}

const known = new WeakMap<View, Fact[]>()

/** What `readSymptoms` gives, read once a block. */
export function symptomsOf(view: View): Fact[] {
  const cached = known.get(view)
  if (cached) return cached
  const facts = read(view)
  known.set(view, facts)
  return facts
}

/**
 * The symptoms that a block reports as the writer's own, each once: in its logs, in transcripts, in prose of either
 * language. What is denied, supposed, asked about or ascribed to others yields nothing; what no dead adapter shows
 * (nan on held-out data alone, one zero at the end of a healthy log) is `mentioned`.
 */
export const readSymptoms = (view: View): Fact[] => symptomsOf(view)

/** In a text about packets, rows or money a log of losses tells of no training. */
function shownByLogs(view: View): Seen[] {
  const seen = runsOf(view).flatMap(shownByLog)
  return seen.length && !isAboutTraining(view.text) ? [] : seen
}

function read(view: View): Fact[] {
  if (view.block.kind === 'metadata') return []
  const shown = silenceShown(passagesOf(view), view.block.kind === 'paste')
  const seen: Seen[] = [
    ...shownByLogs(view),
    ...(shown ? [{ id: 'mute-output' as const, stance: 'used' as const, ...shown }] : []),
    ...toldInProse(view),
  ]
  const ids = [...new Set(seen.map(({ id }) => id))]
  return ids.map((id) => {
    const { stance, start, end } =
      seen.find((one) => one.id === id && one.stance === 'used') ?? seen.find((one) => one.id === id)!
    return { kind: 'symptom', id, stance, ...spanOf(view, start, end) }
  })
}
