import type { PrecisionId } from '../../facts'
import type { Passage } from '../passages'
import { isReporter, sentencesOf } from '../passages'
import type { Said } from '../sayings'
import type { Judged } from '../stance'
import { FAILED_TOO } from '../trouble'
import type { View } from '../view'
import { isNoise } from './noise'
import * as talk from './talk'

/** Where a word stands: the clause and the sentence around it, cut at the word. */
export interface Place {
  clause: string
  before: string
  after: string
  sentence: string
  sentenceBefore: string
  sentenceAfter: string
}

const CLAUSE_END = /[，,。；;!！?？]|\.\s|\bbut\b|但是?|不过|所以|因此|\s[/|·]\s/

/** The surroundings of what stands at `start` to `end` of a line. */
export function placeOf(passage: Passage, start: number, end: number): Place {
  const at = passage.start + start
  const found = sentencesOf(passage).find((one) => one.start <= at && at < one.start + one.text.length)
  const from = found ? found.start - passage.start : Math.max(0, start - 200)
  const sentence = found?.text ?? passage.text.slice(from, end + 200)
  const sentenceBefore = sentence.slice(0, start - from)
  const sentenceAfter = sentence.slice(end - from)
  const before = sentenceBefore.split(CLAUSE_END).at(-1)!
  const after = sentenceAfter.split(CLAUSE_END, 1)[0]!
  const clause = `${before}${passage.text.slice(start, end)}${after}`
  return { clause, before, after, sentence, sentenceBefore, sentenceAfter }
}

/** Whether the word only comes up: asked, planned, suspected, explained, somebody else's, or of another part. */
function isTalk(place: Place): boolean {
  const { clause, before, after, sentence, sentenceBefore, sentenceAfter } = place
  if (talk.OF_YOURS.test(before) && !talk.AS_OTHERS.test(before)) return true
  if (talk.OFF_AFTER.test(after) || talk.STRUCK.test(`${before.slice(-2)}|${after.slice(0, 2)}`)) return true
  if (talk.OF_CONFIG_FILE.test(before) && talk.BUT.test(sentenceAfter)) return true
  if (talk.NOT_TRIED.test(after) || talk.UNTRIED_AFTER.test(sentenceAfter)) return true
  if (talk.SUFFICES_AFTER.test(after)) return true
  if (talk.FOR_OTHER_CARDS.test(sentenceBefore) && !talk.OWN_RUN.test(sentence)) return true
  if (talk.OFF_BEFORE.test(before) || talk.REPLACED.test(after)) return true
  if (talk.WERE_IT_ADDED.test(sentenceAfter) || talk.TRIED_AND_OFF.test(sentenceAfter)) return true
  if (talk.CHECKED_BEFORE.test(sentenceBefore)) return true
  if (talk.HOW_TO.test(before) || talk.HOW_TO_AFTER.test(after) || talk.CHOICE.test(clause)) return true
  if (talk.INVERTED_QUESTION.test(sentence) && !talk.OWN_RUN.test(clause)) return true
  if (talk.PLANNED.test(before) && !FAILED_TOO.test(sentence)) return true
  if (talk.PLANNED_AFTER.test(after) && !FAILED_TOO.test(sentence)) return true
  if (talk.SUSPECTED.test(before) || talk.SUSPECTED_AFTER.test(after)) return true
  if (talk.CAPABLE.test(before) || talk.CAPABLE_AFTER.test(after)) return true
  if (talk.EXPLAINED.test(clause) && !talk.RUNS.test(clause)) return true
  if (talk.OF_OTHERS.test(before) && !talk.AS_OTHERS.test(before)) return true
  if (talk.PRETRAINED.test(clause)) return true
  if (talk.AFTER_TRAINING.test(clause) && !talk.TRAINS.test(clause)) return true
  return talk.PAST.test(before) && talk.NOW.test(sentenceAfter) && !talk.NOW.test(sentenceBefore)
}

/** Whether the word is said of a part of the model or of the training state: adapter, norms, optimizer. */
export const isOfPart = (id: PrecisionId, { before, after }: Place): boolean =>
  talk.PART_BEFORE.test(before) ||
  talk.PART_AFTER.test(after) ||
  (id === 'fp32' && talk.ADAPTER_BEFORE.test(before))

/** Whether the memory is told that it takes. */
export const takesMemory = ({ sentenceAfter }: Place): boolean => talk.MEMORY_AFTER.test(sentenceAfter)

const goesWell = ({ before, after, sentenceAfter }: Place): boolean =>
  talk.WELL_AFTER.test(after) ||
  talk.WELL_BEFORE.test(before) ||
  talk.WELL_IN_CELL.test(sentenceAfter) ||
  talk.WELL_NEXT.test(sentenceAfter) ||
  (talk.CHANGED_TO.test(before) && talk.THEN_WELL.test(sentenceAfter))

/** Whether the clause says that it goes well so, or tells of inference alone. */
export const isAside = (place: Place): boolean => goesWell(place) || talk.OF_INFERENCE.test(place.before)

/** What the writer says plainly of their own run, whatever words of advice or doubt stand around it. */
function isPlainlyUsed(view: View, place: Place): boolean {
  const { before, after, clause, sentence, sentenceBefore } = place
  if (!isReporter(view)) return false
  if (talk.ON_AFTER.test(after)) return true
  if (talk.ALSO_FAILS_AFTER.test(place.sentenceAfter) || talk.REGARDLESS.test(before)) return true
  if (talk.SO_BEFORE.test(sentenceBefore) && !talk.DENIED.test(before)) return true
  if (talk.RATHER_BEFORE.test(sentenceBefore)) return true
  if (talk.NOT_THE_OTHER.test(place.sentenceAfter) && !talk.ADDRESSES.test(sentenceBefore)) return true
  if (talk.INSTEAD_AFTER.test(after) && talk.OWN_RUN.test(before)) return true
  if (talk.BUT_NOT.test(sentenceBefore) && talk.WELL_BEFORE.test(sentenceBefore)) return true
  return talk.OWN_RUN.test(clause) && talk.ASKS_WHY.test(sentence) && !talk.MODAL.test(sentence)
}

/** How often commas, slashes and the like part a line that lists a setup. */
const FEWEST_ITEMS = 3

/**
 * A stranger's setup in telegram style: model, versions, precision, how it went; without a word of advice. It is
 * theirs, though no "I" says so.
 */
export function isSetupInBrief(sentence: string): boolean {
  return (
    sentence.split(talk.ITEM_END).length >= FEWEST_ITEMS &&
    talk.NAMES_SETUP.test(sentence) &&
    !talk.ADDRESSES.test(sentence)
  )
}

/** How a word of precision in a sentence is meant, `judged` being what any word there would mean. */
export function meant(view: View, place: Place, judged: Judged): Judged {
  if (isPlainlyUsed(view, place)) return { stance: 'used' }
  const { sentence, before } = place
  if (!isReporter(view)) {
    if (judged.stance === 'used' && talk.OF_YOURS.test(before)) return { stance: 'mentioned' }
    const isUnchanged = !talk.CHANGED.test(sentence)
    const isOwn = talk.OWN_RUN.test(sentence) || talk.SAME_HERE.test(sentence) || isSetupInBrief(sentence)
    const mayBeOwn = judged.advice
      ? isUnchanged && talk.OWN_RUN.test(before)
      : judged.stance === 'mentioned' || (judged.stance === 'cure' && isUnchanged)
    if (isOwn && mayBeOwn) {
      const isOfOthers = talk.ADDRESSES.test(sentence) || talk.DENIED.test(before) || isTalk(place)
      return isOfOthers ? judged : { stance: 'used' }
    }
  }
  // nothing was changed: it went well from the start
  if (judged.stance === 'cure' && isSetupInBrief(sentence) && !talk.CHANGED.test(sentence))
    return { stance: 'used' }
  if (judged.stance !== 'used') return judged
  // in a later comment, what goes well, or ends loudly, is another try
  if (view.block.kind === 'comment' && isReporter(view)) {
    const isLoud = talk.ADDED.test(before) && talk.THEN_RAISES.test(place.sentenceAfter)
    if (isLoud || goesWell(place)) return { stance: 'mentioned' }
  }
  return isTalk(place) ? { stance: 'mentioned' } : judged
}

/** How a setting in code is meant: what went well only for a while cures nothing, and a diff leaves its other lines alone. */
export function meantInCode(view: View, passage: Passage, judged: Judged): Judged {
  if (judged.stance === 'cure' && talk.TURNS.test(passage.lead)) return { stance: 'used' }
  const isContext = passage.language === 'diff' && !/^\s{0,3}[-+]/.test(passage.text)
  return isContext && isReporter(view) ? { stance: 'used' } : judged
}

/**
 * Sayings with those taken for remarks that only come up in a sentence, or that go well where another of the table is
 * in use: it is the counterpart of what fails.
 */
export function withoutTalk<Id extends string>(view: View, said: Said<Id>[]): Said<Id>[] {
  const asides = new Set<Said<Id>>()
  const heard = said.map((one) => {
    const { passage } = one
    if (passage.code || view.block.kind === 'paste')
      return one.stance === 'used' && isNoise(passage.text, [], true) ? mention(one) : one
    const place = placeOf(passage, one.start - passage.start, one.end - passage.start)
    const { stance } = meant(view, place, one)
    const settled = stance === one.stance ? one : { ...one, stance, advice: undefined }
    if (isAside(place)) asides.add(settled)
    return settled
  })
  const failing = new Set(heard.flatMap((one) => (one.stance === 'used' && !asides.has(one) ? [one.id] : [])))
  return heard.map((one) =>
    one.stance === 'used' && asides.has(one) && [...failing].some((id) => id !== one.id) ? mention(one) : one,
  )
}

const mention = <Id extends string>(said: Said<Id>): Said<Id> => ({ ...said, stance: 'mentioned' })

/** Whether the line says that it fails so as well. */
export const isAlike = (text: string): boolean => FAILED_TOO.test(text) || talk.SAME_HERE.test(text)
