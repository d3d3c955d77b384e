import type { Passage } from '../passages'
import { isSupposed } from '../voice'
import type { Told } from './loss-words'

/** What a model gives back. */
const ANSWER_EN =
  '(?:responses?|repl(?:y|ies)|answers?|outputs?|generations?|completions?|bubble|answer field)'
const ANSWER_ZH =
  '(?:回复|回答|答复|输出|返回|生成|预测|推理|结果|应答|答案|内容|正文|response|output|answer|reply)'

/** Each is linear: bounded gaps, no nested repetition. */
const SILENT: RegExp[] = [
  // the answer is empty
  new RegExp(
    `${ANSWER_ZH}(?:\\s|的|内容|结果|值|部分|文本|都|全|全部|一直|经常|总是|总|偶尔|依然|还是|仍然|也|就|却|了|是|始终|里面|里|\`|"|'|=|:|：){0,8}(?:为空|是空|空白|空的|为null|为None|空串|空字符|空字符串|返回空|一片空白|长度(?:是|为)\\s?0)`,
    'i',
  ),
  /(?:输出|返回|回复|回答|吐出)(?:了|的)?(?:都|全|一直|总是)?(?:是|为)?(?:空(?![间格心闲])|一片空白|空白)/,
  /没有?(?:任何|什么)?(?:输出|回复|回应|回答|反应|返回)(?!层|头|文件|日志|目录)|没反应|没有内容|没有(?:任何)?(?:response|output)/i,
  /(?:不|无法|不能|不会|没法|不再)(?:再)?(?:正常)?(?:输出|生成|产生|给出|回复|回话|说话|出字|吐字|吭声|开口|回应|作答|返回)(?:了|任何|内容|文本|文字|结果|东西|token|一个字|任何\s?token)?(?=[了任内文结东答回输tn一,，。;；!！?？、\s]|$)/,
  /无(?:任何)?(?:输出|回复|返回|回答|回应|内容输出)(?!层|头|文件|日志|目录|参数)|(?:输出|返回|回复|回答)(?:了|的)?(?:都|全|一直)?[是为:：\s]{0,3}(?:""|''|“”|‘’)|只(?:出现|有|会?输出|返回)(?:了)?空/,
  /哑巴|变哑|一言不发|出不来字|一个字(?:都|也)(?:没|不)(?![变改差错])|只有一个空字符/,
  /(?:啥|什么)(?:也|都)(?:没有|不说|不输出|不返回|没输出|没返回|没说|不回)|发什么都没有/,
  // the prompt comes back and nothing else
  /原样(?:返回|输出|还|吐|重复)|只(?:显示|返回|输出|重复)(?:了)?(?:原文|提示词|prompt|输入|问题|原始文本)|(?:显示|输出|返回)为原始文本/i,
  new RegExp(
    `(?:empty|blank|zero-length)\\s${ANSWER_EN}|(?:return|giv|output|generat|produc|get|got|yield|print|answer|repl|respon|receiv|just|only)\\w{0,6}\\s(?:\\w{1,10}\\s){0,3}(?:empty|blank|zero-length)\\s(?:strings?|texts?)|(?<![A-Za-z])null\\s(?:string|samples?|${ANSWER_EN})`,
    'i',
  ),
  new RegExp(
    `${ANSWER_EN}[\`"']?\\s(?:field\\s|bubble\\s|box\\s)?(?:is|are|was|stays?|remains?|comes? back|has|keeps?)\\s(?:\\w{1,12}\\s){0,2}(?:empty|blank|zero characters|nothing|silent)`,
    'i',
  ),
  /(?:repl(?:y|ies|ied)|answers?|responds?|returns?|returned|outputs?|output|generates?|generated|says?|said|prints?|printed|produces?|produced|gives?|gave|given?|shows?)\s(?:me\s|us\s|back\s|with\s|out\s|just\s|absolutely\s){0,3}(?:nothing|no\s(?:text|output|response|answer|reply|tokens?))(?![\w-]|\sabout|\sto do|\swrong)/i,
  /(?<!_)(?:gives?|get|gets|got|shows?|is|has|^|with)\s?no\s(?:output|response|reply|answer)(?![\w-]|\s(?:in|to|file|dir|on)(?![a-z]))/i,
  /(?:does\snot|doesn'?t|do\snot|don'?t|won'?t|will\snot|can'?t|cannot|can\sno\slonger|no\slonger|never|not)\s(?:generates?|outputs?|answers?|repl(?:y|ies)|says?|produces?|responds?|speaks?|generating|outputting|answering|replying|producing|responding)(?:\s(?:any|a\s(?:single\s)?(?:word|token|response|reply|answer|thing|character|sentence)|one|single|word|thing|at all|output|text|token)|\s?[.,!]|$)/i,
  /(?<![A-Za-z])(?:model|it|bot|adapter|assistant|chatbot)\s(?:\w{1,12}\s){0,2}(?:is|stays?|remains?|goes|went|gone|falls?|fell|became|becomes|turned)\s(?:\w{1,12}\s)?(?:silent|mute|speechless|dumb)(?![a-z])/i,
  /(?:dead|completely|totally)\ssilent|stop(?:s|ped)?\s(?:speaking|talking|answering|responding)|makes?\sthe\smodel\s(?:silent|mute)/i,
  /(?:only|just)\s(?:returns?|echoes|outputs?|prints?|repeats?|gives? back)\s(?:me\s)?(?:the|my|our)\s(?:prompt|input|question)/i,
  /(?:returns?|echoes|repeats?|prints?)\s(?:the|my|our)\s(?:prompt|input)\s(?:unchanged|only|verbatim|and nothing)/i,
]

/** What every sentence about silence has. */
export const SILENCE_HINT =
  /空|没|不|无(?:法|任|输|回|返|内)|""|''|哑|一言|出不来|[啥么][也都]|原样|只[会显返输重有]|显示为|返回为|输出为|empty|blank|zero|null|nothing|(?<![a-z])no\s|(?<![a-z])(?:not|never)\s|n'?t\s|silent|mute|speechless|dumb|stop|longer|(?:only|just)\s(?:return|echo|output|print|repeat|give)|(?:returns?|echoes|repeats?|prints?)\s(?:the|my|our)\s/gi

/** The sentence speaks of data, of logs or of people, not of what a model says. */
const ANOTHER_SUBJECT =
  /数据集|样本|[\d几十百千]\s?条|语料|训练集|字段|标签|列表为空|一栏|日志|报错|截图|没人|控制台|终端|楼主|作者|issue|dataset|data set|training (?:data|samples?)|\bcolumns?\b|\bfield in\b|\blabels?\b|\brows?\b|stack ?trace|\berror message|console|stdout|模板里|角色|\bfunctions?\b|\bmethods?\b|\bcallbacks?\b|\bcommands?\b|\bhandlers?\b|\bundefined\b|\bpromises?\b|\bpropert|\belements?\b|\bparser\b|\bregex/i

const DENIED = /(?:不|没有|不再|并非|不会|no longer|not|never|isn't|aren't)\s{0,2}(?:是|为)?$/i

/** A model that says nothing, told in a sentence of either language. */
export function silenceTold(sentence: string): Told | undefined {
  const plain = sentence.trim()
  if (/^[_*\s]{0,4}no response[_*\s.]{0,4}$/i.test(plain)) return undefined
  for (const pattern of SILENT) {
    const match = pattern.exec(sentence)
    if (!match) continue
    const before = sentence.slice(0, match.index)
    const clause = before.split(/[,，]/)
    const around = `${clause[clause.length - 1]}${match[0]}${sentence.slice(match.index + match[0].length).split(/[,，]/)[0]}`
    if (ANOTHER_SUBJECT.test(around) || DENIED.test(before) || isSupposed(before)) continue
    if (/不为空|不是空|不再为?空|not\s(?:empty|blank)/i.test(match[0])) continue
    return { id: 'mute-output', start: match.index, end: match.index + match[0].length }
  }
  return undefined
}

const PROMPT =
  /^[\s>*-]{0,8}(?:prompt|user|input|question|query|q|human|instruction|you|用户|问题?|提问|输入)\s{0,2}[:：>]?\s{0,4}\S/i
const EMPTY_ANSWER =
  /^[\s>*-]{0,8}(?:response|assistant|answer|output|a|bot|ai|model|reply|chatglm[\w-]{0,12}|glm-?[\w-]{0,6}|模型|回复|回答|助手|输出|答)\s{0,2}[:：>]?\s*(?:''|""|‘’)?\s*$/i
/** A label for an answer, with its colon and the blanks before it. */
const LONGEST_LABEL = 40
const AFTER_ANSWER =
  /^[\s>*-]{0,8}(?:prompt|user|input|question|query|q|human|instruction|you|用户|问题?|提问|输入)\s{0,2}[:：>]?|^[=\-#*]{4,}|^>>>|^\s*(?:```|~~~)/i
const EMPTY_VALUE =
  /(?:len\(\w{0,20}(?:response|output|answer|reply|text)\w{0,10}\)|(?:response|output|answer|reply)\.__len__\(\))\s{0,4}(?:→|->|=>|==|:|#)?\s{0,4}0(?!\.?\d)|repr\((?:response|output|answer|reply)\)\)?\s{0,8}(?:→|->|=>|#)?\s{0,4}(?:''|"")(?!['"])/i
const ASKS_LENGTH = /^\s*>>>\s{0,4}len\(\w{0,20}(?:response|output|answer|reply|text)\w{0,10}\)\s*$/i

/** A transcript in which a question is followed by an empty answer: the line that should hold the answer. */
export function silenceShown(passages: Passage[]): { start: number; end: number } | undefined {
  for (let at = 0; at < passages.length; at++) {
    const line = passages[at]!
    if (!line.own || line.text.length > 300) continue
    const asksOrTells = line.code && /len|repr/.test(line.text)
    if (!asksOrTells && line.text.length > LONGEST_LABEL) continue
    const here = { start: line.start, end: line.start + Math.max(1, line.text.trimEnd().length) }
    if (asksOrTells && EMPTY_VALUE.test(line.text)) return here
    const next = passages[at + 1]
    if (asksOrTells && ASKS_LENGTH.test(line.text) && next && /^\s*0\s*$/.test(next.text)) return here
    if (!EMPTY_ANSWER.test(line.text)) continue
    const asked = passages[at - 1]
    if (!asked || asked.segment !== line.segment || !PROMPT.test(asked.text.slice(0, 300))) continue
    let after = at + 1
    while (after < passages.length && after < at + 4 && !passages[after]!.text.trim()) after++
    const following = passages[after]
    if (!following || AFTER_ANSWER.test(following.text.slice(0, 80))) return here
  }
  return undefined
}
