import type { PackageStance } from '../../facts'
import * as cues from './cues'

/** What surrounds a version in running text. All of it short: a sentence, not a text. */
export interface Surroundings {
  /** The sentence up to the package's name, and its last clause alone. */
  before: string
  clause: string
  /** What stands between name and number. */
  between: string
  /** From the number to the end of the sentence and of the next one. */
  after: string
  /** Said by the one who opened the thread (or wrote the card, or pasted the text). */
  opener: boolean
  /** A comment; in other blocks a command is what was run, not what others should. */
  comment: boolean
  command: boolean
  /** Other packages stand with their numbers in the same line: a list of one's own. */
  listed: boolean
  /** The number bounds by its form: `>=0.7`, `4.45.*`, `2.0+`. */
  bound: boolean
}

export interface Meaning {
  stance: PackageStance
  advice?: boolean
  tried?: boolean
  works?: boolean
}

type Outcome = 'works' | 'broken' | 'still' | 'none'

/** What a change led to, by the first clause that says so. */
export function outcomeOf(after: string): Outcome {
  for (const clause of after.split(cues.clauseEnd)) {
    if (cues.stillBroken.test(clause)) return 'still'
    if (cues.nowWorks.test(clause)) return 'works'
    if (cues.nowBroken.test(clause)) return 'broken'
  }
  return 'none'
}

/** How a version in running text is meant: installed, the cure, or only spoken of. */
export function meaningOf(around: Surroundings): Meaning {
  const { before, clause, between, after, opener, comment, command } = around
  const lead = `${clause} ${between}`.replace(/[-=]{1,3}>/g, ' ')
  const sentence = after.split(cues.sentenceEnd)[0] ?? ''
  const tail = after.split(cues.clauseEnd)[0] ?? ''
  const isOwn = cues.own.test(clause)
  const outcome = outcomeOf(after)
  const isAsked = cues.asks.test(sentence) || /^[^。!\n]{0,80}\?/.test(after)
  const changes = cues.change.test(lead) || /^[\s`]{0,4}(?:版本?)?(?:降|升|换|退|改)/.test(tail)
  const advises =
    !isOwn && (cues.advice.test(clause) || cues.advice.test(between) || /试试|看看|试一下/.test(sentence))
  const mentioned: Meaning = { stance: 'mentioned', ...(advises ? { advice: true } : {}) }
  const claimsCure =
    outcome === 'works' && !cues.hypothetical.test(before) && !(isAsked && !/[。!]/.test(sentence))

  if (around.bound || cues.boundAfter.test(after) || cues.boundBefore.test(lead))
    return claimsCure && (changes || command) && !advises
      ? { stance: 'cure' }
      : command && comment
        ? { stance: 'mentioned', advice: true }
        : mentioned
  if (command) {
    if (outcome === 'still') return { stance: 'mentioned', tried: true }
    if (claimsCure && (comment || !/^\W*$/.test(before))) return { stance: 'cure' }
    if (cues.fixedBy.test(before)) return { stance: 'cure' }
    if (!comment) return { stance: 'installed' }
    return /我(?:装|跑|执行|用)|\bI (?:ran|did|used|installed)\b/i.test(before)
      ? { stance: 'installed' }
      : { stance: 'mentioned', advice: true }
  }
  if (
    cues.hypothetical.test(clause) ||
    (isAsked && cues.hypothetical.test(before + ' ' + sentence)) ||
    (changes && isAsked)
  )
    return mentioned
  if (/我(?:装|用)的(?:就|也)?是(?:这个|它|一样)|\bthat is what i (?:have|use)/i.test(after))
    return { stance: 'installed' }
  if (cues.hearsay.test(clause) && !/\bI\b|我(?:这|的|用|装|是|们)/.test(clause))
    return { stance: 'mentioned', ...(advises || changes ? { advice: true } : {}) }
  if (cues.productHistory.test(lead) && (!isOwn || /发布|released|shipped/i.test(lead))) return mentioned
  if (advises) return mentioned
  if (changes || cues.fixedBy.test(before)) {
    if (outcome === 'still') return { stance: 'mentioned', tried: true }
    if (claimsCure || cues.fixedBy.test(before)) return { stance: 'cure' }
    if (outcome === 'broken') return { stance: 'installed' }
    if (!opener) return isOwn ? { stance: 'mentioned' } : { stance: 'mentioned', advice: true }
    if (comment && !/现在|已经?|照做|\bnow\b|currently|done/i.test(clause)) return { stance: 'mentioned' }
    return { stance: 'installed' }
  }
  if ((cues.requirement.test(clause) && !isOwn) || cues.requirement.test(tail.slice(0, 40))) return mentioned
  if ((cues.past.test(before) || cues.past.test(between)) && !cues.present.test(clause))
    return outcome === 'broken' ? { stance: 'installed' } : { stance: 'mentioned' }
  // only what stands between the number before and this one is about this one
  const near = clause.split(/\d\.\d+(?:\.\d+)?/).at(-1) ?? ''
  const works = outcome === 'works' || /\bwork(?:s|ed)?\b|正常|\bfine\b|\bok\b|能用/i.test(near)
  // in a comment the opener tells what came of the advice; "now it is 4.28, but …" is where they stand
  const isAfterwards = comment && outcome === 'works' && !around.listed && !cues.present.test(clause)
  if (isAfterwards && (opener || cues.worksNow.test(after)) && !isAsked) return { stance: 'cure' }
  if (opener) return { stance: 'installed', ...(works ? { works } : {}) }
  if (works && !around.listed) return { stance: 'mentioned' }
  return isOwn || around.listed || cues.alike.test(sentence)
    ? { stance: 'installed', ...(works ? { works } : {}) }
    : { stance: 'mentioned' }
}
