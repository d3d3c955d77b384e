import type { CodeId, Fact } from '../facts'
import {
  CASTS_ITSELF,
  EPSILON,
  HALF_AFTER,
  HALF_MOVED,
  HINT,
  MASKED_IN_PART,
  OF_LIBRARY,
  SAYINGS,
  VANISHING_EPSILON,
} from './code-facts/sayings'
import { placeOf } from './meaning'
import type { Passage } from './passages'
import { isReporter, linesAbout, passagesOf } from './passages'
import { asRemedy } from './remedy'
import type { Said } from './sayings'
import { firstOfEach, sayings } from './sayings'
import { judge, withoutComment } from './stance'
import type { View } from './view'
import { spanOf } from './view'

/** Longer lines are no code that a person wrote. UTF-16 units. */
const LONGEST_LINE = 8000

/** What removes the cause: where the reporter tells of it in a comment, it helped. */
const REMEDIES: ReadonlySet<CodeId> = new Set(['cast-trainable-to-float32', 'adam-epsilon-raised'])
/** What was seen or stands in the code: no sentence makes a cure of it. */
const OBSERVATIONS: ReadonlySet<CodeId> = new Set([
  'half-after-get-peft-model',
  'autocast-adapter-dtype-false',
  'modules-to-save',
  'inject-adapter-in-model',
  'adapter-is-float16',
  'adapter-is-nan',
  'labels-all-masked',
  'adapter-not-loaded',
  'gradient-checkpointing',
])

const ORDER_OR_EPSILON = /half\(|(?<![a-z])eps/gi
const WRAPS = /(?<!\w)get_peft_model\(/
const CASTS_MODEL =
  /(?<![\w.])(?:peft_|self\.)?model(?:\.cuda\(\))?\.(?:half\(\)|to\((?:dtype\s?=\s?)?torch\.(?:float16|half)\))|get_peft_model\([^\n]{0,200}\)\.half\(\)/
const ANSWERS = /\.generate\(|\.chat\(|\.stream_chat\(/
const TRAINS = /Trainer\(|\.train\(|\.backward\(|TrainingArguments/

function said(view: View, passage: Passage, id: CodeId, match: RegExpExecArray): Said<CodeId> {
  const start = match.index
  const end = start + match[0].length
  return {
    id,
    text: match[0],
    start: passage.start + start,
    end: passage.start + end,
    passage,
    ...judge(view, passage, start, end),
  }
}

/** What only the order of the lines of one piece of code tells. */
function fromOrder(view: View): Said<CodeId>[] {
  if (!view.text.includes('get_peft_model')) return []
  const found: Said<CodeId>[] = []
  let segment = -1
  let wrapped: { passage: Passage; match: RegExpExecArray } | undefined
  let trains = false
  let answers = false
  const close = () => {
    // a model wrapped anew for answering has a fresh adapter, not the trained one
    if (wrapped && answers && !trains)
      found.push(said(view, wrapped.passage, 'adapter-not-loaded', wrapped.match))
  }
  for (const passage of passagesOf(view)) {
    const isCode = passage.code || view.block.kind === 'paste'
    if (!passage.own || !isCode || passage.text.length > LONGEST_LINE || passage.language === 'diff') continue
    if (passage.segment !== segment) {
      close()
      segment = passage.segment
      wrapped = undefined
      trains = false
      answers = false
    }
    const text = withoutComment(view, passage)
    const cast = CASTS_MODEL.exec(text)
    const wrap = WRAPS.exec(text)
    if (cast && (wrapped || wrap) && !text.includes('from_pretrained'))
      found.push(said(view, passage, 'half-after-get-peft-model', cast))
    if (wrap) wrapped = { passage, match: wrap }
    // a model loaded anew begins another story
    else if (text.includes('from_pretrained') && /\bmodel\s?=/.test(text)) wrapped = undefined
    trains ||= TRAINS.test(text)
    answers ||= ANSWERS.test(text)
  }
  close()
  return found
}

/** What sentences tell of the order, and epsilons, whose number decides. */
function fromLines(view: View): Said<CodeId>[] {
  const found: Said<CodeId>[] = []
  const passages = passagesOf(view)
  for (const index of linesAbout(view, ORDER_OR_EPSILON)) {
    const passage = passages[index]!
    if (!passage.own) continue
    const text = withoutComment(view, passage).slice(0, LONGEST_LINE)
    const epsilon = EPSILON.exec(text)
    if (epsilon && Number(epsilon[1]) > VANISHING_EPSILON && isOfOptimizer(text))
      found.push(said(view, passage, 'adam-epsilon-raised', epsilon))
    for (const pattern of HALF_AFTER) {
      const match = pattern.exec(text)
      if (match) found.push(said(view, passage, 'half-after-get-peft-model', match))
    }
    for (const pattern of HALF_MOVED) {
      const match = pattern.exec(text)
      // who moved it had it after; to others it is advice
      if (match)
        found.push({
          ...said(view, passage, 'half-after-get-peft-model', match),
          ...(isReporter(view) ? { stance: 'used' as const, advice: undefined } : {}),
        })
    }
  }
  return found
}

const isOfOptimizer = (text: string): boolean =>
  /adam|optim|betas|优化器/i.test(text) || !/norm|smooth|attack|clip|greedy|dbscan/i.test(text)

/** A dump of an adapter's tensor below a line that names it. */
function fromDumps(view: View): Said<CodeId>[] {
  if (!/tensor\(|dtype=torch/.test(view.text)) return []
  return passagesOf(view).flatMap((passage) => {
    if (!passage.own || !passage.code || !/lora|adapter|适配器/i.test(passage.lead)) return []
    const nan = /tensor\(\[{1,3}nan/.exec(passage.text)
    const half = /dtype=torch\.float16/.exec(passage.text)
    return [
      ...(nan ? [said(view, passage, 'adapter-is-nan' as const, nan)] : []),
      ...(half ? [said(view, passage, 'adapter-is-float16' as const, half)] : []),
    ]
  })
}

const ASKS_DTYPE = /(?:p|param|parameter)\.dtype.{0,80}requires_grad|requires_grad.{0,80}\.dtype/
const DTYPE = /torch\.float(16|32)(?!\d)/

/** The dtypes of what is trained, printed below the line that asks for them. */
function fromPrintedDtypes(view: View): Said<CodeId>[] {
  if (!view.text.includes('requires_grad')) return []
  const passages = passagesOf(view)
  return passages.flatMap((passage, at) => {
    if (!passage.own || !passage.code || passage.text.length > 400 || !ASKS_DTYPE.test(passage.text))
      return []
    for (const line of passages.slice(at + 1, at + 4)) {
      const match = DTYPE.exec(line.text)
      if (match && line.segment === passage.segment)
        return [said(view, line, match[1] === '16' ? 'adapter-is-float16' : 'adapter-is-float32', match)]
    }
    return []
  })
}

function isOfSomeLabels({ id, passage, start, end }: Said<CodeId>): boolean {
  if (id !== 'labels-all-masked' || passage.code) return false
  return MASKED_IN_PART.test(placeOf(passage, start - passage.start, end - passage.start).clause)
}

/** What a library is said to do by itself is nothing that the writer's code does. */
function isOfLibrary({ id, passage, start, end }: Said<CodeId>): boolean {
  if (id !== 'cast-trainable-to-float32' || passage.code) return false
  const { sentence, sentenceBefore, clause } = placeOf(passage, start - passage.start, end - passage.start)
  return !CASTS_ITSELF.test(sentence) && OF_LIBRARY.test(`${sentenceBefore.slice(-80)}${clause}`)
}

/**
 * What the writer's code does and what looking at it showed, each once a stance: the order of `.half()` and
 * `get_peft_model`, switches, casts, a raised epsilon, dtypes and NaN in adapters. Sentences count as code does.
 */
export function readCode(view: View): Fact[] {
  if (view.block.kind === 'metadata') return []
  const all = [
    ...sayings(view, SAYINGS, HINT).filter((one) => !isOfSomeLabels(one)),
    ...fromOrder(view),
    ...fromLines(view),
    ...fromDumps(view),
    ...fromPrintedDtypes(view),
  ].map((one) => {
    if (isOfLibrary(one)) return { ...one, stance: 'mentioned' as const, advice: undefined }
    if (REMEDIES.has(one.id)) return asRemedy(view, one)
    return OBSERVATIONS.has(one.id) && one.stance === 'cure' ? { ...one, stance: 'used' as const } : one
  })
  // a loss that falls after a change is what the change is a cure for, not what was wrong
  const own = all.filter(({ id, stance }) => id !== 'loss-falls' || stance === 'used')
  return firstOfEach(own.sort((a, b) => a.start - b.start)).map(({ id, stance, advice, start, end }) => ({
    kind: 'code',
    id,
    stance,
    ...(advice && { advice }),
    ...spanOf(view, start, end),
  }))
}
