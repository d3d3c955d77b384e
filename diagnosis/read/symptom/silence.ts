import { isOfOthers, isSupposed } from '../voice'
import type { Told } from './loss-words'
import { waysFor } from './silence-ways'

/** What every sentence about silence has. */
export const SILENCE_HINT =
  /空|没|不|无(?:法|任|输|回|返|内|论)|""|''|哑|沉默|失声|一言|出不来|半个字|[啥么][也都]|原样|换行|结束符|长度|0 ?个|只[会显返输重有把是]|[显返输]示?[出回]?为|就是|本身|原文|一模一样|eos|<\/s>|<unk|失语|无[应答]|毫无|tokens?\s?(?:数|[为是])|len\(|silence|进行响应|正常响应|原封|搭腔|响应|peep|闭嘴|装死|重复|等于|憋|蹦|挤|吐|refus|talk|speak|beyond|besides|comes? back|empty|blank|zero|null|nothing|(?<![a-z])no\s|(?<![a-z])(?:not|never)\s|n'?t\s|silent|mute|quiet|speechless|dumb|stop|lost|longer|newline|whitespace|spaces|invisible|0 (?:new )?tok|only|just|length|same|equals|(?:returns?|echoes|repeats?|prints?)\s(?:the|my|our)\s/gi

/** The clause speaks of data, files, logs, programs or people, not of what a model says. */
const ANOTHER_SUBJECT =
  /数据(?!格式)|样本|[\d几十百千]\s?条(?![^,，。]{0,8}(?:测试|预测|回答|回复|输出|问题))(?<!(?:测试|预测|回答|回复|输出)[^,，。]{0,12})|语料|训练集|验证集|(?<!(?:推理|返回|接口|生成)[^,，。]{0,12})字段(?:是|为)空|标签|列表为空|一栏|日志|报错|截图|没人|没有人|控制台|终端|楼主|作者|目录|文件夹|页面(?!.{0,12}(?:回复|回答|气泡|输出))|网页(?!.{0,12}(?:回复|回答|气泡|输出))|服务|接口超时|路径|output_dir|下面(?=什么|啥)|命令|群里|官方|那边|维护者|开发者|过滤|剔除|丢弃|当(?:成|作|做)?空|视为空|我(?:也|们)?(?:没法|无法|不能|不会|没有?办法)|程序|按钮|点击|鼠标|进程|显卡|\bGPU|训练(?:时|过程|期间|中|脚本)|issue|dataset|data set|training (?:data|samples?|script)|\bcolumns?\b|\bfield in\b|\b(?:in|from|of) (?:my|the|our) (?:data|csv|json|files?)\b|\blabels?\b|\brows?\b|stack ?trace|\berror message|console|stdout|\bdirector|\bfolders?\b|\bendpoint|\brest\b|\bHTTP|\bSQL|模板里|角色|\bfunctions?\b|\bmethods?\b|\bcallbacks?\b|\bcommands?\b|\bhandlers?\b|\bundefined\b|\bpromises?\b|\bpropert|\belements?\b|\bparser\b|\bregex|\bdocs?\b|documentation|maintainers?|\bkey is missing|\bpages?\b|\btraining (?:prints|shows)|\bdmesg|\b(?:pip|grep|git|conda|wandb|tensorboard|nvidia-smi|nvcc|ldconfig|strace|Discord|forum|authors?)\b|^\s*(?:the |my |a |this )?(?:readme|warning|config|docs?|changelog|log|error|traceback|issue)\s(?:\w{1,12}\s)?(?:says?|shows?|tells?|prints?)|\b(?:filter|drop|skip|remov|discard)\w{0,4}\s(?:out\s)?(?:the\s|all\s|any\s)?(?:empty|blank)|\b(?:is|are|were|was|gets?)\s(?:then\s)?(?:filtered|dropped|skipped|removed|discarded|treated|ignored)|readme|文档|教程/i

/** The program hangs or dies: it is not the model that says nothing. */
const HANGS = /卡住|卡死|卡在|不动了|\bhangs?\b|\bhung\b|\bfreezes?\b|\bcrashe?s?\b|闪退|崩溃/i
/** Whoever has not answered yet is a person. */
const OF_PEOPLE =
  /^\W*(?:still )?no (?:answers?|repl(?:y|ies)|responses?) (?:yet|so far)|(?:得到|收到)(?:任何)?(?:回复|回应|答复)/i

const DENIED =
  /(?:不|没有|不再|并非|不会|no longer|not|never|isn't|aren't|longer)\s{0,2}(?:是|为|return|output|print)?s?\s{0,2}(?:an?\s|the\s)?$/i
const NOT_SO =
  /不为空|不是空|不再是?为?空|不会(?:再)?是?为?空|没有(?:再)?(?:出现|遇到|见过)?(?:过)?空|没(?:再)?(?:出现|遇到|见)过?空|再(?:也)?没有?空|非空|\bno (?:more )?(?:empty|blank)\b|\b(?:is|are) gone\b|went away|消失了|\b(?:not|never|no longer|n't|longer)\s(?:\w{1,10}\s){0,3}(?:empty|blank|silent|mute|nothing)/i
/** A program is to deal with it. */
const HANDLED =
  /\b(?:handl|avoid|prevent|skip|detect|reject|guard)\w{0,4}\s(?:\w{1,12}\s){0,3}$|\bshould (?:just |simply )?(?:\w{1,8} ){0,3}$/i
/** What parts one subject's clause from the next. */
const BREAK = /[,，;；]|\bbut\b|(?<!不)但是?|可是|不过/gi

/** A model that says nothing, told in a sentence of either language: clause by clause, so that one's subject is its own. */
export function silenceTold(sentence: string): Told | undefined {
  if (/^[_*\s]{0,4}no response[_*\s.]{0,4}$/i.test(sentence.trim())) return undefined
  let from = 0
  while (from < sentence.length) {
    BREAK.lastIndex = from
    const part = BREAK.exec(sentence)
    const to = part ? part.index : sentence.length
    const told = toldInClause(sentence.slice(from, to), sentence.slice(0, from))
    if (told) return { id: 'mute-output', start: from + told.start, end: from + told.end }
    from = part ? part.index + part[0].length : sentence.length
  }
  return undefined
}

function toldInClause(clause: string, before: string): { start: number; end: number } | undefined {
  const ways = waysFor(clause)
  if (!ways.length || ANOTHER_SUBJECT.test(clause) || NOT_SO.test(clause) || OF_PEOPLE.test(clause))
    return undefined
  if (HANGS.test(before) || HANGS.test(clause)) return undefined
  for (const { at, with: needed = [], context } of ways) {
    const match = at.exec(clause)
    if (!match || !needed.every((one) => one.test(clause))) continue
    if (context && !context.test(`${before}${clause}`)) continue
    const untilHere = clause.slice(0, match.index)
    if (
      DENIED.test(untilHere) ||
      HANDLED.test(untilHere) ||
      isSupposed(`${before}${untilHere}`) ||
      isOfOthers(`${before}${clause}`)
    )
      continue
    return { start: match.index, end: match.index + match[0].length }
  }
  return undefined
}
