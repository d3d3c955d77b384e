import type { Sentence } from './passages'
import { isReporter } from './passages'
import type { View } from './view'

/** In what voice a sentence is said: what the writer does, what they tell others to do, what they only wonder about. */

const SUPPOSED =
  /如果|假如|假设|要是|倘若|否则|不然|可能|也许|听说|据说|有人(?:说|建议)|会不会|是不是|是否|能不能|可不可以|怕|担心|避免|防止|以免|遇到|万一|怀疑|\bif\b|\bwhether\b|\bmight\b|\bmay\b|\bcould\b|\bwould\b|\bavoid|\bprevent|\bperhaps\b|\bmaybe\b|\bpeople (?:say|tell|told)\b|\bsupposed\b|\bin case\b|\bsuspect/i

const QUESTION = /[?？]\s*$|[吗么]\s*[。?？]?\s*$/

const FIRST_PERSON =
  /我|咱|本人|同样|同问|\bI\b|\bI'm|\bI've|\bmy\b|\bmine\b|\bwe\b|\bour\b|\bme\b|confirm|same here/i

const SECOND_PERSON = /你|您|楼主|题主|\byou\b|\byour\b|\byours\b/i

const ADVICE =
  /建议|不妨|试试|试一下|试下|改用|改成|改为|换成|换用|换到|换回|请|推荐|应该|应当|最好|可以|需要|必须|只能|记得|尽量|务必|考虑|就行|即可|解决|修复|怎么处理|怎么办|改法|改动|处理[:：]?$|\btry\b|\buse\b|\busing\b.{0,30}\binstead\b|\bswitch to\b|\bchange\b|\bset\b|\bshould\b|\bmust\b|\bneed to\b|\bneeds to\b|\bplease\b|\brecommend|\bsuggest|\bconsider\b|\bfix\b|\bsolution\b|\bworkaround\b|\binstead\b|\bconvert\b/i

/** Said with reserve: what may be, what others say, what one fears. */
export const isSupposed = (text: string): boolean => SUPPOSED.test(text)

export const isQuestion = (text: string): boolean => QUESTION.test(text)

export const isAdvice = (text: string): boolean => ADVICE.test(text)

export const isAboutAnother = (text: string): boolean => SECOND_PERSON.test(text) && !FIRST_PERSON.test(text)

/**
 * Whether a sentence may tell of the writer's own run. The reporter speaks of nothing else; in a comment somebody
 * else has to say so, since most comments explain or advise.
 */
export function speaksOfOwnRun(view: View, sentence: Sentence): boolean {
  return isReporter(view) || FIRST_PERSON.test(sentence.text)
}
