import type { Fact, MethodId } from '../facts'
import { withoutTalk } from './meaning'
import type { Saying } from './sayings'
import { firstOfEach, notACure, sayings } from './sayings'
import type { View } from './view'
import { spanOf } from './view'

const HINT = /lora|全量|全参|full|tuning|pre_seq_len|PromptEncoder|freeze|冻结/gi

const METHODS: Saying<MethodId>[] = [
  { id: 'lora', pattern: /(?<![A-Za-z]|(?<![A-Za-z])q[-_])lora(?![a-z])|LoraConfig/i },
  { id: 'qlora', pattern: /q[-_]?lora(?![a-z])/i },
  {
    id: 'full',
    pattern:
      /全量|全参数?|full[- _]?(?:parameter[- _])?(?:fine[- _]?tun|sft|train)|(?:finetuning_type|train_type|tuner_type)['"]?[\s:=]{1,4}['"]?full/i,
  },
  {
    id: 'p-tuning',
    pattern: /p[-_ ]?tuning|prefix[- _]?tuning|pre_seq_len|PromptEncoderConfig|PrefixTuningConfig/i,
  },
  {
    id: 'freeze',
    pattern: /(?:finetuning_type|--stage)[\s:=]{1,4}freeze|freeze (?:方式|微调|tuning)|冻结微调/i,
  },
]

/** How the writer tunes: LoRA, QLoRA, everything, P-Tuning, some frozen layers; each once a stance. */
export function readMethod(view: View): Fact[] {
  const said = sayings(view, METHODS, HINT).map(notACure)
  // LoRA is what such threads are about: whoever only wants it, wants it of this run
  const heard = withoutTalk(view, said).map((one, index) => (one.id === 'lora' ? said[index]! : one))
  return firstOfEach(heard).map(({ id, stance, start, end }) => ({
    kind: 'method',
    id,
    stance,
    ...spanOf(view, start, end),
  }))
}
