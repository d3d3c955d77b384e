import { runsOf } from './log/runs'
import type { Passage } from './passages'
import { indexOfPassage, passagesOf, sentencesOf } from './passages'
import { symptomsOf } from './symptoms'
import type { View } from './view'

/** Words that tell that all is well now. */
export const CURED =
  /好了|正常了|恢复正常|一切正常|就(?:能|可以)?正常|(?<!最)后.{0,16}正常(?!吗|么|[?？])|可以了|解决了|有效|搞定|成功了|不再|再也没|没再|再没|跑通|太平|(?<!不)稳了|(?<!不)稳定了|(?<!不|没|没有|不能|无法|未能|难以|不再|不会|不太|也不|还不)收敛|就有(?:回复|输出)|(?:开始|稳步|正常)下降|\bworks? (?:now|fine|again|well)|\bit works\b|\bfixed (?:it|mine|the)|\bfixes (?:it|the)|\bsolved\b|\bfine (?:now|since|from)\b|\bdid it\b|\bdid the trick\b|\bhelped\b|\bcured\b|looks? (?:normal|fine|good|healthy)|\bhealthy\b|\bno longer\b|\bis gone\b|\bwent away\b|(?<!\b(?:not|never|hardly|barely) )(?<!n't )\bconverges?\b|\btrains? (?:fine|well|normally|properly|stably)|\b(?:has|have) (?:been|trained|run) (?:fine|stable|quiet|ok|well)\b|\bnever came back\b|\bnever again\b|\bpeace\b|\b(?:loss|it) (?:now )?(?:goes|went|falls|fell|comes|came) down\b|\bnothing (?:is|was) nan\b|\bno (?:more )?nans?\b/i

/** Words that tell that it changed nothing. */
export const FAILED_TOO =
  /(?:也|均|都|仍|还|依旧|依然|照样|同样).{0,6}(?:失败|不行|不收敛|发散|飞了|炸了|崩了|报错|一样|没用|无效|nan|为\s?0|是\s?0)|(?:依旧|依然|照旧|照样|如故)\s*(?:[。.!，,；;]|$)|没用|无效|不管用|\bsame (?:result|thing|problem)|\balso (?:fails?|nan|zero|explod\w{1,3}|diverg\w{1,3})|: same\b|\bno (?:change|difference|effect)|\bstill (?:nan|zero|0|explod\w{1,3}|diverg\w{1,3}|blows? up|the same|fails?|broken|empty)|\b(?:did|does)(?:n't| not) (?:help|change|work)|没有(?:任何)?(?:区别|变化|用|效果)/i

/** What leads to something that was done after the trouble was there. */
const CHANGED =
  /加(?:上|了|入|一|两|三|几|这|下面|进)|改(?:成|为|了|用|动)|换(?:成|为|了|到)|插入|补上|补了|转成|转为|转换|最后|最终|后来|于是|终于|\badd(?:ed|ing)?\b|\binsert(?:ed|ing)?\b|\bchang(?:ed|ing)\b|\breplac(?:ed|ing)\b|\bswitch(?:ed|ing)\b|\bmov(?:ed|ing) to\b|\bwent (?:to|with|for)\b|\bfinally\b|\bin the end\b|\beventually\b|\bcast(?:ing)?\b|\bput\b|\bthen i\b|\bwhat (?:helped|worked|fixed)|\bended up\b|\blines? (?:after|before|below)\b/i

/** How many lines of prose after a thing may tell how it went. */
const AFTERMATH_LINES = 3
/** As much of a line is looked at. UTF-16 units. */
const LONGEST_SHOWN = 300

interface Course {
  /** Where the block first shows or tells a symptom; Infinity where it does not. */
  trouble: number
  /** Where its last sound log of several lines begins; -1 where there is none. */
  well: number
  /** What is told after each piece of code, by the piece's number. */
  afterSegment: Map<number, string>
}

const known = new WeakMap<View, Course>()

function courseOf(view: View): Course {
  const cached = known.get(view)
  if (cached) return cached
  const course: Course = { trouble: Infinity, well: -1, afterSegment: new Map() }
  for (const { start } of symptomsOf(view)) course.trouble = Math.min(course.trouble, start)
  for (const { series, start } of runsOf(view))
    if (series?.shape === 'finite' && series.length > 1) course.well = Math.max(course.well, start)
  known.set(view, course)
  return course
}

function told(passages: Passage[], from: number): string {
  const lines: string[] = []
  for (let at = from; at < passages.length && lines.length < AFTERMATH_LINES; at++) {
    const next = passages[at]!
    if (next.segment > 0 || /^\s*#{1,6}\s/.test(next.text)) break
    if (next.text.trim()) lines.push(next.text.slice(0, LONGEST_SHOWN))
  }
  return lines.join('\n')
}

/** The prose that follows on a line, over the rest of its piece of code. */
function aftermathOf(view: View, passage: Passage): string {
  const passages = passagesOf(view)
  const { segment } = passage
  const { afterSegment } = courseOf(view)
  const cached = segment > 0 ? afterSegment.get(segment) : undefined
  if (cached !== undefined) return cached
  let at = indexOfPassage(view, passage) + 1
  if (segment > 0) while (passages[at]?.segment === segment) at++
  const text = told(passages, at)
  if (segment > 0) afterSegment.set(segment, text)
  return text
}

/** Whether the block shows or tells a symptom at all. */
export const hasTrouble = (view: View): boolean => courseOf(view).trouble < Infinity

/** Whether the block shows or tells a symptom before an offset into its text. */
export const hasTroubleBefore = (view: View, start: number): boolean => courseOf(view).trouble < start

/**
 * Whether what stands at `start` (an offset into the block's text) was done once the trouble was there, and helped: it
 * comes after the symptom, what leads to it tells of a change, and what follows says or shows that all is well.
 * `isRemedy`: the thing is a known remedy, so that a word of change is enough where nothing is said against it.
 */
export function isToldAsCure(view: View, passage: Passage, start: number, isRemedy = false): boolean {
  const { trouble, well } = courseOf(view)
  if (start <= trouble) return false
  const sentence =
    passage.segment > 0
      ? undefined
      : sentencesOf(passage).findLast((one) => one.start <= start && start < one.start + one.text.length)
  const lead = sentence?.text ?? (passage.segment > 0 ? passage.lead : passage.text.slice(0, LONGEST_SHOWN))
  if (!CHANGED.test(lead) || FAILED_TOO.test(lead)) return false
  const from = sentence ? sentence.start + sentence.text.length - passage.start : passage.text.length
  const rest = passage.segment > 0 ? '' : passage.text.slice(from, from + LONGEST_SHOWN)
  const aftermath = `${rest}\n${aftermathOf(view, passage)}`.trim()
  if (FAILED_TOO.test(aftermath.split('\n')[0] ?? '')) return false
  return isRemedy || CURED.test(aftermath) || well > start
}
