import type { Fact } from '../facts'
import { linesAbout, passagesOf, sentencesOf } from './passages'
import type { View } from './view'
import { spanOf } from './view'

/** Somebody trained, by whatever method. */
const TRAINED =
  /微调|训练(?:完|后|之后|好|结束|出来|了|过的|的模型)|训完|炼丹|(?:自己|我)(?:训|练)的|\bfine[- ]?tun(?:ed|ing|e)\b|\b(?:after|i|we|my|our|been) (?:the )?(?:train|tun)(?:ed|ing)\b|\bsft\b|\btrained (?:it|model|adapter|weights|for|on|with)\b|\bmerged? (?:the )?(?:adapter|lora)\b|\badapter\b|合并(?:后|了|权重)/gi

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
      const found = sentence.text.search(TRAINED)
      if (found < 0 || UNTRAINED.test(sentence.text)) continue
      const start = sentence.start + found
      return [{ kind: 'training', ...spanOf(view, start, start + 2) }]
    }
  }
  return []
}
