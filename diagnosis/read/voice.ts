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

const OF_OTHERS =
  /(?:别的|其他|另一个|另外)(?:帖子?|人|issue|用户|楼)|别人|他们|有些人|有的人|网友|群里有人|看到有人|(?:帖子?|issue|论坛|博客|文章)里[^,，。]{0,6}(?:说|写|提到|看到)|\b(?:others?|other people|some (?:people|users|folks)|people|many users|someone|somebody|folks|they)\s(?:\w{1,10}\s)?(?:report|reports|reported|say|says|said|see|sees|claim|claims|mention|mentions|mentioned|complain|complained|wrote|write|describe|describes)\b|\b(?:in|from) (?:another|a different|some other) (?:thread|issue|post)\b|\breports? (?:of|about)\b/i

const GENERAL =
  /通常|一般(?:是|来说|都|说明)|往往|多半|说明|意味着|会导致|必然|常见(?:于|的|原因)|的原因|典型|\busually\b|\btypical|\boften\b|\bmeans?\b|\bindicates?\b|\bcommon(?:ly)?\b|\bgenerally\b|\bis a sign\b|\bmust be\b|\bcauses?\b|\bhappens? when\b|\bwhenever\b|\bimplies\b|\bleads? to\b/i

/** Told of other people's runs. */
export const isOfOthers = (text: string): boolean => OF_OTHERS.test(text)

/** Explains how things are, whoever's run it be. */
export const isGeneral = (text: string): boolean => GENERAL.test(text)

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
