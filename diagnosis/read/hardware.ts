import type { Fact, HardwareId } from '../facts'
import { withoutTalk } from './meaning'
import type { Saying } from './sayings'
import { firstOfEach, sayings } from './sayings'
import type { View } from './view'
import { spanOf } from './view'

const HINT =
  /V100|T4|2080|TITAN|P100|P40|A\d{2,4}|H\d{2,3}|L4|[345]0[6-9]0|RTX|B200|昇腾|ascend|npu|CANN|910|mps|Apple|Mac|cpu|1080|16[56]0|M[1-4] /gi

/** A card's bare number is one only where cards are spoken of: logs are full of such numbers. */
const CARD = '(?:NVIDIA|GeForce|RTX|GPU|Tesla|显卡|卡)'

const HARDWARE: Saying<HardwareId>[] = [
  { id: 'v100', pattern: /(?<![A-Za-z0-9])V100S?(?![0-9])/i },
  { id: 't4', pattern: /(?<![A-Za-z0-9.])T4(?![A-Za-z0-9])/ },
  { id: '2080ti', pattern: /(?<![0-9])2080\s?(?:Ti|super)(?![a-z0-9])|(?:RTX|GeForce)\s?2080(?!\d)/i },
  { id: 'titan', pattern: /(?<![A-Za-z])TITAN(?: ?(?:RTX|V|Xp?))?(?![A-Za-z])/ },
  { id: 'p100', pattern: /(?<![A-Za-z0-9])P100(?![0-9])/ },
  {
    id: 'ampere-or-newer',
    pattern:
      /(?<![A-Za-z0-9])(?:A100|A800|A10G?|A30|A40|A[456]000|L40S?|L4|H100|H200|H800|H20|B200)(?![A-Za-z0-9])|RTX\s?(?:[345]0[6-9]0|A[456]000)/,
  },
  { id: 'ampere-or-newer', pattern: /(?<![\d.:/-])[345]0[6-9]0(?:\s?Ti)?(?![\d.:/])/i, where: 'prose' },
  {
    id: 'ampere-or-newer',
    pattern: new RegExp(`${CARD}[^\\n]{0,20}(?<!\\d)[345]0[6-9]0(?!\\d)`),
    where: 'code',
  },
  {
    id: 'ascend',
    pattern:
      /昇腾|(?<![A-Za-z])ascend(?![a-z])|(?<![A-Za-z0-9])910\s?[AB]\d?(?![A-Za-z0-9])|torch[-_]npu|npu:\d|NPU device/i,
  },
  {
    id: 'mps',
    pattern:
      /(?<![A-Za-z_])mps(?![A-Za-z_])|Apple (?:M[1-4]|Silicon)|MacBook|Mac[（( ]{1,2}M[1-4]|(?<![A-Za-z])M[1-4] (?:Max|Pro|Ultra)(?![A-Za-z])/,
  },
  {
    id: 'cpu',
    pattern:
      /\bon (?:the |a )?cpu\b(?! offload)|cpu\s?(?:上|跑|训练)|用\s?cpu|device['"]?\s?[=:]\s?['"]?cpu/i,
  },
  {
    id: 'other-gpu',
    pattern:
      /(?<![A-Za-z0-9])(?:P40|P4|K80|M40|GTX\s?\d{3,4}|16[56]0(?:\s?(?:Ti|SUPER))|1080\s?Ti|MI[123]\d{2}X?)(?![A-Za-z0-9])/,
  },
]

/** The accelerators that a block names, each once a stance, with the name as it is written. */
export function readHardware(view: View): Fact[] {
  // the card on which it works is no part of the setup that fails
  const said = withoutTalk(view, sayings(view, HARDWARE, HINT)).map((one) =>
    one.stance === 'cure' && view.block.kind === 'comment' ? { ...one, stance: 'mentioned' as const } : one,
  )
  return firstOfEach(
    said.map((one) => (one.stance === 'cure' ? { ...one, stance: 'used' as const } : one)),
  ).map(({ id, stance, text, start, end }) => ({
    kind: 'hardware',
    id,
    name: text.trim(),
    stance,
    ...spanOf(view, start, end),
  }))
}
