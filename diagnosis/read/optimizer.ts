import type { Fact, OptimizerId } from '../facts'
import { isAlike, withoutTalk } from './meaning'
import { asRemedy } from './remedy'
import type { Said, Saying } from './sayings'
import { firstOfEach, sayings } from './sayings'
import type { View } from './view'
import { spanOf } from './view'

const HINT = /adam|adafactor|lion|sgd|lamb|优化器|optim/gi
const NOT_OFF = '(?![\'"]?\\s{0,3}[:=]\\s{0,3}[\'"]?(?:false|none|null|0))'

const OPTIMIZERS: Saying<OptimizerId>[] = [
  {
    id: 'adamw-fused',
    pattern: new RegExp(
      `adamw_torch_fused|fused adamw: true|\\bfused\\s?=\\s?True|fused adamw${NOT_OFF}(?!:)`,
      'i',
    ),
  },
  {
    id: 'adamw-8bit',
    pattern: /adamw?_(?:bnb_)?8bit|paged_adamw(?:_8bit|_32bit)?|AdamW?8bit|8[- ]?bit adamw?/i,
  },
  { id: 'adafactor', pattern: new RegExp(`(?<![\\w])adafactor${NOT_OFF}`, 'i') },
  { id: 'lion', pattern: /(?<![A-Za-z])(?:paged_)?lion(?:_8bit|_32bit)?(?![A-Za-z])/i },
  { id: 'sgd', pattern: /(?<![A-Za-z])SGD(?![A-Za-z])|optim(?:izer)?['"]?\s?[:=]\s?['"]sgd['"]/ },
  {
    id: 'adamw',
    pattern:
      /(?<!fused |paged_|Fused|8[- ]?bit )adamw(?!_torch_fused|_8bit|_bnb|8bit)(?:_torch|_hf|_apex_fused|_anyprecision)?(?![a-z])/i,
  },
  { id: 'adam', pattern: /(?<![A-Za-z_])adam(?![A-Za-z_0-9])/i },
  { id: 'other', pattern: /(?<![A-Za-z])(?:lamb|galore_adamw|came|FusedAdam|DeepSpeedCPUAdam)(?![A-Za-z])/ },
]

/** Named as the setting: `optim=`, "optimizer: ". */
const STATED = /(?:optim(?:izer)?|优化器)['"`]?\s?(?:[:=]|是|为|用的?是?)\s?['"`]?$/i

const isStated = ({ passage, start }: Said<OptimizerId>): boolean =>
  STATED.test(passage.text.slice(0, start - passage.start).slice(-24))

const WENT_WRONG = /(?<![A-Za-z])nan(?![A-Za-z])|为\s?0|变成\s?0|归零/i

/** Where one optimizer's line tells of NaN, another that the same text names is what helped. */
function compared(said: Said<OptimizerId>[]): Said<OptimizerId>[] {
  const wrong = new Set(
    said.filter(({ passage }) => passage.segment === 0 && WENT_WRONG.test(passage.text)).map(({ id }) => id),
  )
  if (!wrong.size) return said
  return said.map((one) => (one.stance === 'used' && !wrong.has(one.id) ? { ...one, stance: 'cure' } : one))
}

/** The optimizers that a block names, each once a stance; one that helped is a cure. */
export function readOptimizer(view: View): Fact[] {
  const said = withoutTalk(view, sayings(view, OPTIMIZERS, HINT)).map((one) => {
    if (one.id === 'adamw' || one.id === 'adam') return one
    const isSetup = (view.block.kind !== 'comment' && isStated(one)) || isAlike(one.passage.text)
    return one.stance === 'used' && isSetup ? one : asRemedy(view, one)
  })
  return firstOfEach(compared(said)).map(({ id, stance, advice, start, end }) => ({
    kind: 'optimizer',
    id,
    stance,
    ...(advice && { advice }),
    ...spanOf(view, start, end),
  }))
}
