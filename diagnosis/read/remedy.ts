import { isReporter } from './passages'
import type { Said } from './sayings'
import { isToldAsCure } from './trouble'
import type { View } from './view'

const STILL_WRONG =
  /还是|仍|依旧|依然|照样|没用|无效|不行|\bstill\b|\bno (?:change|effect|difference)|\bdoes not help|\bdidn't help/i

/** Not to be done, or of no use. */
const AGAINST =
  /不要|别用|不用|没必要|不是|没有|无关|[?？]\s*$|\bnot\b|n't\b|\bnever\b|\bno need\b|\bwithout\b|\bunless\b/i

/** Told as done: in a sentence a remedy may as well be what one could do. */
const DONE = /已|过|了|\bI\b|\bwe\b|\bmy\b|我|\w{3}ed\b|\bis\b|\bare\b/

/**
 * A known remedy in a comment: what the reporter says they do now, without a word that it still fails, helped them;
 * what others say of it is a remark. In the description it is part of the setup that fails.
 */
export function asRemedy<Id extends string>(view: View, said: Said<Id>): Said<Id> {
  if (said.stance === 'used' && isReporter(view) && isToldAsCure(view, said.passage, said.start, true))
    return { ...said, stance: 'cure' }
  // named by somebody else, it is offered, unless they speak against it
  if (said.stance === 'mentioned' && !isReporter(view) && !AGAINST.test(said.passage.text))
    return { ...said, advice: true }
  const inProse = said.passage.segment === 0 && view.block.kind !== 'paste' && view.block.kind !== 'title'
  if (
    said.stance === 'used' &&
    inProse &&
    !/^\s*[|*-]/.test(said.passage.text) &&
    !DONE.test(said.passage.text)
  )
    return { ...said, stance: 'mentioned' }
  if (said.stance !== 'used' || view.block.kind !== 'comment' || STILL_WRONG.test(said.passage.text))
    return said
  return isReporter(view) ? { ...said, stance: 'cure' } : { ...said, stance: 'mentioned', advice: true }
}
