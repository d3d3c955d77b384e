import { rule as muteModel } from './mute-model'
import { rule as peftEncoderDecoderCache } from './peft-encoder-decoder-cache'
import { rule as peftNewerAdapterConfigCrash } from './peft-newer-adapter-config-crash'
import type { Rule } from './schema'

/** Every rule of this folder, in the order of their ids. `npm run new-rule` writes this file. */
// prettier-ignore
export const all: Rule[] = [
  muteModel,
  peftEncoderDecoderCache,
  peftNewerAdapterConfigCrash,
]
