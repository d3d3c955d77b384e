import type { PackageStance } from '../../facts'
import { canRun, canRunBefore, namesBound, ofEverybody } from './bounds'
import * as cues from './cues'
import type { Surroundings } from './surroundings'

export interface Meaning {
  stance: PackageStance
  advice?: boolean
  tried?: boolean
  pinned?: boolean
  corrects?: boolean
  works?: boolean
  /** Said to be so now: other numbers of the package in the text are history. */
  current?: boolean
}

type Outcome = 'works' | 'broken' | 'still' | 'none'

/** What a change led to, by the first clause that says so. */
export function outcomeOf(after: string): Outcome {
  for (const clause of after.split(cues.clauseEnd)) {
    if (cues.stillBroken.test(clause)) return 'still'
    const works = cues.nowWorks.exec(clause)
    if (works) {
      const at = after.indexOf(clause)
      const rest = after.slice(at + clause.length)
      const isPartial = cues.partly.test(clause) && breaksLater(after.slice(at + works.index))
      return isPartial || butNot(rest) ? 'none' : 'works'
    }
    if (cues.nowBroken.test(clause)) return 'broken'
  }
  return 'none'
}

/** "It trains fine, but the model is silent": no success. */
function butNot(rest: string): boolean {
  const turn =
    /^[^。!?;\n]{0,40}?(?:但是?|不过|然而|可是|只是|\bbut\b|\bhowever\b|\byet\b)([^。!?;\n]{0,80})/.exec(
      rest,
    )?.[1]
  return (
    turn !== undefined &&
    (cues.nowBroken.test(turn) || cues.stillBroken.test(turn)) &&
    !cues.nowWorks.test(turn)
  )
}

/** "It loads fine, then:" and a traceback; "第一步正常, 后面全是 0". */
function breaksLater(rest: string): boolean {
  const near = rest.slice(0, 160)
  if (cues.leadsToMore.test(near)) return true
  const broken = cues.nowBroken.exec(near) ?? cues.allZero.exec(near)
  return broken !== null && !cues.nowWorks.test(near.slice(broken.index + broken[0].length))
}

/** A row of what was tried: the outcome follows on a colon, a dash or an arrow. */
const trial = /^[`"'*)\s]{0,4}(?::|→|=>|->|——|[-–—]\s)/

/** How a command in a text is meant. */
function meaningOfCommand(around: Surroundings, claimsCure: boolean, outcome: Outcome): Meaning {
  const { before, after, comment } = around
  const advised: Meaning = { stance: 'mentioned', advice: true }
  const isHearsay = cues.hearsay.test(before) && !/我|\bI\b/.test(before)
  if (
    cues.untried.test(after) ||
    (isHearsay && cues.nowWorks.test(after)) ||
    /有人|据说|听说|people/i.test(before)
  )
    return advised
  if (outcome === 'still') return { stance: 'mentioned', tried: true }
  if (
    claimsCure &&
    (comment ||
      !/^\W*$/.test(before) ||
      /^[`"'*)\s]{0,4}(?::|→|=>|->|——|之?后|就|即|and\b|and then)/.test(after))
  )
    return { stance: 'cure' }
  if (cues.fixedBy.test(before)) return { stance: 'cure' }
  if (!comment) return { stance: 'installed' }
  return /我(?:的|装|跑|执行|用)|\bI (?:ran|did|used|installed)\b|\bmy\b/i.test(before)
    ? { stance: 'installed' }
    : advised
}

/** The number alone, or with its name, is all that the sentence has: an answer. */
function isAnswer(before: string, between: string, after: string): boolean {
  return (
    /^[\s`*"'(>:,。!-]*(?:(?:no|nope|yes|不是?|没有|是的?)[,.。\s]{1,3})?(?:(?:(?:我|这边|现在|目前)?(?:的|用的|装的|版本)?是?|it'?s|it is|mine is|i'?m on|i am on|i have|i use|version|currently)\s{0,2}){0,2}[:：\s`*]*$/i.test(
      `${before}${between}`.replace(/[:\s`*=]{1,8}$/, ''),
    ) && /^[\s`*)"']{0,4}(?:的|版|版本)?(?:$|[。.!\n,;—]|\s[-–—]|\s(?:and|和|here)\b)/.test(after)
  )
}

/** A question whether the version is to blame, or whether it went well for anyone. */
function isGuess(clause: string, after: string): boolean {
  const sentence = after.split(cues.sentenceEnd)[0] ?? ''
  return (
    cues.asksDoing.test(clause) ||
    (cues.blamesBefore.test(clause) && !cues.nowBroken.test(clause)) ||
    cues.blamesBehind.test(after) ||
    (cues.asksOthers.test(clause) && !cues.nowBroken.test(sentence))
  )
}

/** A pin that a change of the file takes away: it was in the file, and nobody's environment. */
function isLoosened(lead: string, rest: string): boolean {
  return (
    (cues.pins.test(lead) && cues.thenBounds.test(rest)) ||
    cues.oldPin.test(lead) ||
    (cues.takesOut.test(lead) && cues.pinBehind.test(rest))
  )
}

const foundBy =
  /\b(?:i|we) (?:have )?(?:found|read|saw|see|seen|came across)\b|我们?(?:搜|看|查|找|翻)(?:到|过|了)/gi

/** How a version in running text is meant: installed, the cure, or only spoken of. */
export function meaningOf(around: Surroundings): Meaning {
  const { before, clause, recent, between, after, opener, comment, command } = around
  const lead = `${clause} ${between}`.replace(/[-=]{1,3}>/g, ' ')
  const sentence = after.split(cues.sentenceEnd)[0] ?? ''
  const tail = after.split(cues.clauseEnd)[0] ?? ''
  // "the posts I found say …" is hearsay
  const isOwn = cues.own.test(clause.replace(foundBy, ''))
  const told = outcomeOf(after)
  const isAsked = cues.asks.test(sentence) || /^[^。!\n]{0,80}\?/.test(after)
  const changes =
    cues.change.test(lead) ||
    /^[\s`]{0,4}(?:版本?)?(?:降|升|换|退|改)/.test(tail) ||
    (cues.anew.test(before) && told === 'works')
  // "had it with 0.10.0; upgrading helped" speaks for another version
  const isLeft = !changes && told === 'works' && cues.leftIt.test(after)
  const outcome: Outcome = isLeft
    ? 'broken'
    : (changes || (opener && comment && !around.listed && /\b(?:with|on|under|using)\b|用|跑/i.test(lead))) &&
        told === 'none' &&
        cues.finiteNow.test(after) &&
        !cues.nowBroken.test(after)
      ? 'works'
      : told
  const advises =
    !isOwn && (cues.advice.test(clause) || cues.advice.test(between) || /试试|看看|试一下/.test(sentence))
  const mentioned: Meaning = { stance: 'mentioned', ...(advises ? { advice: true } : {}) }
  const isElsewhere = !changes && cues.elsewhere.test(after)
  const claimsCure =
    outcome === 'works' &&
    !isElsewhere &&
    !cues.hypothetical.test(before) &&
    !(isAsked && !/[。!]/.test(sentence))

  if (around.bound || cues.boundAfter.test(after) || cues.boundBefore.test(lead))
    return claimsCure && (changes || command) && !advises
      ? { stance: 'cure' }
      : command && comment
        ? { stance: 'mentioned', advice: true }
        : mentioned
  if (command) return meaningOfCommand(around, claimsCure, outcome)
  if (
    cues.hypothetical.test(clause) ||
    (isAsked && cues.hypothetical.test(before + ' ' + sentence)) ||
    (changes && isAsked)
  )
    return mentioned
  if (/我(?:装|用)的(?:就|也)?是(?:这个|它|一样)|\bthat is what i (?:have|use)/i.test(after))
    return { stance: 'installed' }
  if (cues.forExample.test(`${clause}${between}`) || cues.manyVersions.test(before)) return mentioned
  if (namesBound.test(`${clause}${between}`) || ofEverybody.test(clause)) return mentioned
  if (
    opener &&
    !changes &&
    cues.alsoTried.test(`${before}${between}`) &&
    outcome !== 'works' &&
    outcome !== 'broken'
  )
    return { stance: 'mentioned', tried: true }
  if (isAsked && !changes && !isOwn && isGuess(clause, after)) return mentioned
  if (
    opener &&
    told !== 'broken' &&
    !cues.nowBroken.test(before) &&
    isLoosened(`${before}${between}`, around.rest.split(/[。!?]|\.(?=\s|$)/)[0] ?? '')
  )
    return mentioned
  if (cues.folk.test(recent) && (cues.inCase.test(tail) || (opener && cues.conflicts.test(sentence))))
    return mentioned
  if (!opener && cues.avoids.test(`${clause}${between}`)) return mentioned
  if (cues.features.test(clause) && /^[\s`*)]{0,3}(?:的|'s)/.test(after)) return mentioned
  // what the writer's own files pin is what they have, unless they say otherwise
  if (
    opener &&
    cues.pinFile.test(clause) &&
    !cues.otherFile.test(clause) &&
    !cues.requirement.test(clause) &&
    (!changes || /固定|锁|写死|\bpin/i.test(lead)) &&
    !advises &&
    !isAsked
  )
    return { stance: 'mentioned', pinned: true }
  if (
    (cues.hearsay.test(clause) || cues.untried.test(sentence)) &&
    !/\bI\b(?! (?:found|read|saw))|我(?:这|的|用|装|是|们)/.test(clause)
  )
    return { stance: 'mentioned', ...(advises || changes ? { advice: true } : {}) }
  if (cues.productHistory.test(lead) && (!isOwn || /发布|released|shipped/i.test(lead))) return mentioned
  if (/^\s?\?/.test(after) && !/[A-Za-z一-鿿]/.test(`${clause}${between}`)) return mentioned
  if (
    opener &&
    comment &&
    !changes &&
    isAnswer(before, between, after) &&
    (isElsewhere || outcome === 'none' || cues.otherMeans.test(after))
  )
    return { stance: 'installed', ...(cues.corrects.test(`${clause} ${sentence}`) ? { corrects: true } : {}) }
  if (opener && cues.didIt.test(tail) && !cues.stillBroken.test(tail) && !isAsked) return { stance: 'cure' }
  if (cues.releaseNews.test(tail) && !changes && !isOwn) return mentioned
  if (advises) return mentioned
  if (opener && around.row && trial.test(after) && outcome !== 'none' && !changes)
    return outcome === 'works'
      ? { stance: 'cure' }
      : outcome === 'still'
        ? { stance: 'mentioned', tried: true }
        : { stance: 'installed' }
  // one change after the other: what came before is history
  const next =
    opener && cues.andThen.test(clause) && /装|换|用|install|chang|switch|grad/i.test(lead)
      ? { current: true }
      : {}
  if (changes || cues.fixedBy.test(before)) {
    if (outcome === 'still') return { stance: 'mentioned', tried: true }
    if (claimsCure || cues.fixedBy.test(before)) return { stance: 'cure' }
    if (outcome === 'broken') return { stance: 'installed', ...next }
    if (!opener)
      return isOwn && !/\bwe\b|我们/i.test(clause)
        ? { stance: 'mentioned' }
        : { stance: 'mentioned', advice: true }
    if (comment && !/现在|已经?|照做|\bnow\b|currently|done/i.test(clause)) return { stance: 'mentioned' }
    return { stance: 'installed', ...next }
  }
  if ((cues.requirement.test(clause) && !isOwn) || cues.requirement.test(tail.slice(0, 40))) return mentioned
  if (
    (cues.past.test(recent) || cues.past.test(between)) &&
    !cues.present.test(clause) &&
    !/装的/.test(clause)
  )
    return outcome === 'broken' ? { stance: 'installed' } : { stance: 'mentioned' }
  const isOthers = cues.others.test(recent)
  if (isOthers && (outcome === 'works' || (opener && comment))) return mentioned
  if (!opener && (cues.notReproduced.test(before) || cues.notHere.test(after))) return mentioned
  // their fault was another one
  if (!opener && isElsewhere && outcome !== 'none') return mentioned
  // only what stands between the number before and this one is about this one
  const near = clause.split(/\d\.\d+(?:\.\d+)?/).at(-1) ?? ''
  const works =
    isOthers ||
    outcome === 'works' ||
    (!/(?:\bnot|n't|\bnever|\bno longer|\bcannot) (?:\w{1,10} )?work/i.test(near) &&
      /\bwork(?:s|ed)?\b|正常|\bfine\b(?!-? ?tun)|\bok\b|能用/i.test(near))
  // in a comment the opener tells what came of the advice; "now it is 4.28, but …" is where they stand
  const isAfterwards =
    comment && outcome === 'works' && !isElsewhere && !around.listed && !cues.present.test(clause)
  if (isAfterwards && (opener || cues.worksNow.test(after)) && !isAsked) return { stance: 'cure' }
  // tried on advice: the environment is what the opener stated first, if they did
  if (opener && comment && outcome === 'still' && !around.listed) return { stance: 'mentioned', tried: true }
  if (opener && comment && outcome !== 'works' && cues.corrects.test(before))
    return { stance: 'installed', corrects: true }
  const current = cues.present.test(clause) && outcome !== 'works' ? { current: true } : next
  if (opener) return { stance: 'installed', ...(works ? { works } : {}), ...current }
  // whether its writer had the fault is for the whole thread to say
  if (works && (!around.listed || outcome === 'works'))
    return { stance: outcome === 'works' && cues.alike.test(before) && !isAsked ? 'cure' : 'mentioned' }
  const isSaidToRun = canRun.test(sentence) || canRunBefore.test(before)
  if (isSaidToRun && !cues.nowBroken.test(sentence) && !cues.stillBroken.test(sentence))
    return { stance: 'mentioned', advice: true }
  return isOwn || around.listed || isLeft || cues.alike.test(`${before} ${sentence}`)
    ? { stance: 'installed', ...(works ? { works } : {}), ...current }
    : { stance: 'mentioned' }
}
