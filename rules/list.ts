import { rule as chatglmConfigMaxLengthV5 } from './chatglm-config-max-length-v5'
import { rule as chatglmEosTokenNoSetter } from './chatglm-eos-token-no-setter'
import { rule as chatglmEosTokenTensor } from './chatglm-eos-token-tensor'
import { rule as chatglmExtractPastRemoved } from './chatglm-extract-past-removed'
import { rule as chatglmGetLogitsWarper } from './chatglm-get-logits-warper'
import { rule as chatglmPadPaddingSide } from './chatglm-pad-padding-side'
import { rule as chatglmPastTupleUnpack } from './chatglm-past-tuple-unpack'
import { rule as chatglmStandardizeCacheFormat } from './chatglm-standardize-cache-format'
import { rule as chatglm3FinetuneEvaluationStrategy } from './chatglm3-finetune-evaluation-strategy'
import { rule as muteModel } from './mute-model'
import { rule as peftClearDeviceCache } from './peft-clear-device-cache'
import { rule as peftEncoderDecoderCache } from './peft-encoder-decoder-cache'
import { rule as peftHybridcacheV5 } from './peft-hybridcache-v5'
import { rule as peftInt8TrainingRemoved } from './peft-int8-training-removed'
import { rule as peftIsNpuAvailable } from './peft-is-npu-available'
import { rule as peftNewerAdapterConfigCrash } from './peft-newer-adapter-config-crash'
import { rule as peftTorchaoMinimum } from './peft-torchao-minimum'
import { rule as transformers5PeftMinimum } from './transformers5-peft-minimum'
import type { Rule } from './schema'

/** Every rule of this folder, in the order of their ids. `npm run new-rule` writes this file. */
// prettier-ignore
export const all: Rule[] = [
  chatglmConfigMaxLengthV5,
  chatglmEosTokenNoSetter,
  chatglmEosTokenTensor,
  chatglmExtractPastRemoved,
  chatglmGetLogitsWarper,
  chatglmPadPaddingSide,
  chatglmPastTupleUnpack,
  chatglmStandardizeCacheFormat,
  chatglm3FinetuneEvaluationStrategy,
  muteModel,
  peftClearDeviceCache,
  peftEncoderDecoderCache,
  peftHybridcacheV5,
  peftInt8TrainingRemoved,
  peftIsNpuAvailable,
  peftNewerAdapterConfigCrash,
  peftTorchaoMinimum,
  transformers5PeftMinimum,
]
