import * as cues from './cues'
import type { Found, Page } from './page'

type Machine = NonNullable<Found['machine']>

/** Another machine, environment or place than the one that fails: before the number, and right behind it. */
const otherBefore =
  /\bthere\b(?! (?:is|are|was|were|has|have been|seems?|must|may|might)\b)|\bat home\b|\bthe other (?:one|machine|box|server|env\w*|node|pc|computer|laptop|side|host|cluster)\b|\b(?:another|other|that|old(?:er)?|previous|former|working|good|healthy|known[- ]good) (?:machine|box|server|env\w*|node|pc|computer|laptop|image|container|host|venv|setup|cluster|workstation)\b|\b(?:machine|box|server|env\w*|one|node|setup|host) (?:that|which|where (?:it|everything|training)) (?:works?|worked|trains|is fine|runs)\b|^\W*(?:good|works|working|ok)\b\W*$|那(?:边|台|里|个(?:环境|机器|服务器)|套)|另(?:外)?一(?:台|个环境|边|套)|(?:旧|老|之前的?|原来的?|好的|正常的|(?<!不)能(?:跑|用|训|训练)的)(?:那台|那个)?(?:服务器|机器|电脑|环境|镜像|主机|容器|集群)?(?:上|里)?[^一-鿿A-Za-z]{0,3}(?:是|装|用|为)|(?:旧|老)(?:服务器|机器|电脑|环境|镜像|主机|容器)|家里|家中/i
const otherBehind =
  /^[\s`*"')(]{0,4}(?:(?:is |it is )?(?:over )?there\b|on the other\b|on (?:that|another) (?:machine|box|server|node|host)|at home\b|那(?:边|台|里)|\(?(?:good|works?|ok|fine)\))/i
/** The machine that trained, and the one that runs the result. */
const trainingBefore =
  /训练(?:机|那台|机器|环境|服务器|节点|镜像|端|侧|时|的时候|阶段|(?:是)?用(?:的|了)?|的(?:是|那台))|训的(?:那台|时候)|\btrain(?:ing)? (?:machine|box|server|env\w*|node|image|host|side|container|cluster)\b|\btrained (?:it |this |the (?:\w+ )?)?(?:with|on|using|under|by)\b|\bfor training\b/i
const trainingBehind = /^[\s`*"')(]{0,4}(?:for|during|at|when) training\b|^[\s`*"')(]{0,4}(?:训的|训练的)/i
const inferenceBefore =
  /推理(?:机|那台|机器|环境|服务器|节点|镜像|端|侧|时|的时候|(?:是)?用)|部署(?:机|那台|机器|环境|服务器|时|用)|线上(?:环境|机器|服务)|\b(?:inference|serving|deploy(?:ment)?) (?:machine|box|server|env\w*|node|image|host|side|container)\b|\bfor (?:inference|serving)\b|\bat inference\b/i
const inferenceBehind = /^[\s`*"')(]{0,4}(?:for|during|at) (?:inference|serving)\b/i

/** The package itself, right before its number. */
const nameAtEnd =
  /[`*"']{0,3}[A-Za-z][\w-]{1,30}[`*"']{0,3}\s{0,3}[=:]{1,3}\s{0,3}v?$|[`*"']{0,3}(?:peft|transformers|torch|accelerate)[`*"']{0,3}\s{0,3}v?$/i
/** No more is looked at before a number and behind it. UTF-16 units. */
const NEAR = 80

/**
 * Marks versions that are said to be on one of several machines. Which of them the thread is about is for the whole
 * thread to say.
 */
export function markMachines(page: Page, found: Found[]): void {
  let last: Found | undefined
  for (const one of found) {
    const before = last?.line === one.line ? last : undefined
    last = one
    if (one.how !== 'sentence' && one.how !== 'list') continue
    const line = page.lines[one.line]
    if (!line || line.code || line.text.length > 2000 || (one.stance ?? 'installed') !== 'installed') continue
    const machine = machineOf(leadOf(page, one, before), tailOf(page, one))
    // the other machine may well be the one that fails
    if (machine && !(machine === 'other' && isBroken(page, one))) one.machine = machine
  }
}

function machineOf(lead: string, tail: string): Machine | undefined {
  // "训练的那台": the job tells more than the place
  if (trainingBefore.test(lead) || trainingBehind.test(tail)) return 'training'
  if (inferenceBefore.test(lead) || inferenceBehind.test(tail)) return 'inference'
  return otherBefore.test(lead) || otherBehind.test(tail) ? 'other' : undefined
}

/** Whether it is said to fail right behind a number, up to the next one. */
function isBroken(page: Page, { end, line }: Found): boolean {
  const { start = 0, text = '' } = page.lines[line] ?? {}
  const rest = page.view.text.slice(end, Math.min(start + text.length, end + NEAR))
  const near = rest.split(/\d\.\d+\.\d/)[0]?.split(cues.sentenceEnd)[0] ?? ''
  return (cues.nowBroken.test(near) || cues.allZero.test(near)) && !cues.nowWorks.test(near)
}

/** What leads to a number in its sentence; behind another number of the line only what no longer belongs to that. */
function leadOf(page: Page, { start, line }: Found, before: Found | undefined): string {
  const from = Math.max(page.lines[line]?.start ?? 0, before?.end ?? 0, start - NEAR)
  const text = page.view.text.slice(from, start).replace(nameAtEnd, '')
  const sentence = text.split(cues.sentenceEnd).at(-1) ?? ''
  if (!before || from !== before.end || sentence !== text) return sentence
  const border = cues.clauseEnd.exec(text)
  return border ? text.slice(border.index) : ''
}

function tailOf(page: Page, { end, line }: Found): string {
  const { start = 0, text = '' } = page.lines[line] ?? {}
  const rest = page.view.text.slice(end, Math.min(start + text.length, end + NEAR))
  return rest.split(cues.clauseEnd)[0] ?? ''
}
