import type { Fact } from '../facts'
import { linesAbout, passagesOf, sentencesOf } from './passages'
import type { View } from './view'
import { spanOf } from './view'

/** Somebody trained, by whatever method. */
const TRAINED =
  /微调|训练(?:完|后|之后|好|结束|出来|了|过的|的模型)|训完|炼丹|(?:自己|我)(?:训|练)的|\bfine[- ]?tun(?:ed|ing|e)\b|\b(?:after|i|we|my|our|been) (?:the )?(?:train|tun)(?:ed|ing)\b|\bsft\b|\btrained (?:it|model|adapter|weights|for|on|with)\b|\bmerged? (?:the )?(?:adapter|lora)\b|\badapters?\b|合并(?:后|了|权重)/gi

const ADAPTER = /^adapters?$/i
/** Before and after an adapter of another kind. */
const OF_A_MACHINE =
  /\b(?:network|net|ethernet|lan|wi-?fi|wireless|wlan|bluetooth|usb|power|ac|dc|mains|charger|display|graphics?|video|vga|hdmi|dvi|audio|sata|nvme|pcie?|infiniband|host bus|hba|card|travel|database|db|http|api|storage|logging|网络|网卡|电源|显示|无线|蓝牙|视频)[- ]?$/i
const OF_A_PROGRAM =
  /^\s(?:class(?:es)?|pattern|card|cable|driver|plate|interface|function|for (?:the |an? )?(?:api|database|http|server|client))\b/i
/** What is done with the adapter of a model. */
const OF_A_MODEL =
  /lora|peft|adapter_model|\b(?:re)?load|\bput\b|\bmerg|\bsav(?:e|ed|ing)\b|\bweights?\b|\bcheckpoint|\bbase\b|\btrain|\btun|\bon top\b|\bmodels?\b|\bgenerat|\banswers?\b|\boutputs?\b|\binference\b|\bdtype\b|\bnans?\b|\bfinite\b|\bMB\b|\d\s?B adapter|\bwith (?:the|my|our|this|that|an?) (?:\w{1,12} )?adapter|加载|挂载?|合并|权重|底座|推理|模型|输出|回答|评测/i

/** Where a sentence says that something was tuned. */
function trainedIn(sentence: string): { at: number; length: number } | undefined {
  let isOfModel: boolean | undefined
  // `matchAll` goes on where the last search ended
  TRAINED.lastIndex = 0
  for (const { 0: words, index } of sentence.matchAll(TRAINED)) {
    const isOther =
      ADAPTER.test(words) &&
      (OF_A_MACHINE.test(sentence.slice(Math.max(0, index - 16), index)) ||
        OF_A_PROGRAM.test(sentence.slice(index + words.length, index + words.length + 24)) ||
        !(isOfModel ??= OF_A_MODEL.test(sentence)))
    if (!isOther) return { at: index, length: words.length }
  }
  return undefined
}

/** The plain model, or a plan. */
const UNTRAINED =
  /没有?(?:做|进行|经过)?(?:微调|训练)|未(?:经)?微调|不(?:做|需要|用)微调|微调(?:之)?前|准备微调|打算微调|想(?:要)?微调|\bwithout (?:any )?(?:fine[- ]?tun|train)ing\b|\bnot (?:fine[- ]?)?(?:tun|train)ed\b|\bno (?:fine[- ]?)?tuning\b|\bbefore (?:fine[- ]?)?(?:tun|train)ing\b|\bplan(?:ning)? to\b/i

/** That the writer's model was tuned: silence of a plain model is another story. At most one fact a block. */
export function readTraining(view: View): Fact[] {
  if (view.block.kind === 'metadata') return []
  const passages = passagesOf(view)
  for (const at of linesAbout(view, TRAINED)) {
    const passage = passages[at]!
    if (!passage.own || passage.code) continue
    for (const sentence of sentencesOf(passage)) {
      const found = trainedIn(sentence.text)
      if (!found || UNTRAINED.test(sentence.text)) continue
      const start = sentence.start + found.at
      return [{ kind: 'training', ...spanOf(view, start, start + found.length) }]
    }
  }
  return []
}
