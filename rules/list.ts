import { rule as accelerateDispatchBatches } from './accelerate-dispatch-batches'
import { rule as accelerateKeepTorchCompile } from './accelerate-keep-torch-compile'
import { rule as accelerateMinimumTrainer } from './accelerate-minimum-trainer'
import { rule as accelerateUseSeedableSampler } from './accelerate-use-seedable-sampler'
import { rule as bnbCudaSetup } from './bnb-cuda-setup'
import { rule as bnbFrozensetDiscard } from './bnb-frozenset-discard'
import { rule as bnbMinimumV5 } from './bnb-minimum-v5'
import { rule as bnbNeedsCuda } from './bnb-needs-cuda'
import { rule as bnbTritonOps } from './bnb-triton-ops'
import { rule as chatglmAllTiedWeightsV5 } from './chatglm-all-tied-weights-v5'
import { rule as chatglmAutoconfigCausalLm } from './chatglm-autoconfig-causal-lm'
import { rule as chatglmBatchEncodePlusV5 } from './chatglm-batch-encode-plus-v5'
import { rule as chatglmConfigAttribute } from './chatglm-config-attribute'
import { rule as chatglmConfigMaxLengthV5 } from './chatglm-config-max-length-v5'
import { rule as chatglmEosTokenNoSetter } from './chatglm-eos-token-no-setter'
import { rule as chatglmEosTokenTensor } from './chatglm-eos-token-tensor'
import { rule as chatglmExtractPastRemoved } from './chatglm-extract-past-removed'
import { rule as chatglmGetLogitsWarper } from './chatglm-get-logits-warper'
import { rule as chatglmGradientCheckpointingEnable } from './chatglm-gradient-checkpointing-enable'
import { rule as chatglmInt4KernelNone } from './chatglm-int4-kernel-none'
import { rule as chatglmOldCheckpointingFormat } from './chatglm-old-checkpointing-format'
import { rule as chatglmPadPaddingSide } from './chatglm-pad-padding-side'
import { rule as chatglmPaddingSideAssert } from './chatglm-padding-side-assert'
import { rule as chatglmPastTupleUnpack } from './chatglm-past-tuple-unpack'
import { rule as chatglmSpTokenizerAttr } from './chatglm-sp-tokenizer-attr'
import { rule as chatglmStandardizeCacheFormat } from './chatglm-standardize-cache-format'
import { rule as chatglmVllmNumHiddenLayers } from './chatglm-vllm-num-hidden-layers'
import { rule as chatglm3FinetuneEvaluationStrategy } from './chatglm3-finetune-evaluation-strategy'
import { rule as computeLossNumItems } from './compute-loss-num-items'
import { rule as datasetsFsspecLocalfilesystem } from './datasets-fsspec-localfilesystem'
import { rule as datasetsPyarrowExtensiontype } from './datasets-pyarrow-extensiontype'
import { rule as datasetsScriptsRemoved } from './datasets-scripts-removed'
import { rule as dynamicCacheMethods } from './dynamic-cache-methods'
import { rule as flashAttnUndefinedSymbol } from './flash-attn-undefined-symbol'
import { rule as generationmixinRemoved } from './generationmixin-removed'
import { rule as halfOnCpu } from './half-on-cpu'
import { rule as hfHub1xWithTransformers4 } from './hf-hub-1x-with-transformers-4'
import { rule as hubCachedDownloadRemoved } from './hub-cached-download-removed'
import { rule as isTorchFxAvailableV5 } from './is-torch-fx-available-v5'
import { rule as llamaFlashAttention2Import } from './llama-flash-attention2-import'
import { rule as llama31RopeScaling } from './llama31-rope-scaling'
import { rule as llamafactoryVersionWindow } from './llamafactory-version-window'
import { rule as loadIn8bitKwargV5 } from './load-in-8bit-kwarg-v5'
import { rule as muteModel } from './mute-model'
import { rule as noGradFn } from './no-grad-fn'
import { rule as numpy2OldTorch } from './numpy2-old-torch'
import { rule as peftAdapterSafetensors } from './peft-adapter-safetensors'
import { rule as peftClearDeviceCache } from './peft-clear-device-cache'
import { rule as peftEncoderDecoderCache } from './peft-encoder-decoder-cache'
import { rule as peftFp16Unscale } from './peft-fp16-unscale'
import { rule as peftHybridcacheV5 } from './peft-hybridcache-v5'
import { rule as peftInt8TrainingRemoved } from './peft-int8-training-removed'
import { rule as peftIsNpuAvailable } from './peft-is-npu-available'
import { rule as peftModelingLayers } from './peft-modeling-layers'
import { rule as peftNewerAdapterConfigCrash } from './peft-newer-adapter-config-crash'
import { rule as peftNewerAdapterConfigIgnored } from './peft-newer-adapter-config-ignored'
import { rule as peftTargetModules } from './peft-target-modules'
import { rule as peftTaskType } from './peft-task-type'
import { rule as peftTorchaoMinimum } from './peft-torchao-minimum'
import { rule as tokenizersPinMismatch } from './tokenizers-pin-mismatch'
import { rule as torchLoadCve202532434 } from './torch-load-cve-2025-32434'
import { rule as torchMinimumDisabled } from './torch-minimum-disabled'
import { rule as torchTorchvisionMismatch } from './torch-torchvision-mismatch'
import { rule as trainerTokenizerKwarg } from './trainer-tokenizer-kwarg'
import { rule as trainingArgumentsRemovedV5 } from './training-arguments-removed-v5'
import { rule as transformers446448GradAccum } from './transformers-446-448-grad-accum'
import { rule as transformersAdamwRemoved } from './transformers-adamw-removed'
import { rule as transformersDeepspeedModule } from './transformers-deepspeed-module'
import { rule as transformers5PeftMinimum } from './transformers5-peft-minimum'
import { rule as trlSftArguments } from './trl-sft-arguments'
import { rule as unknownModelType } from './unknown-model-type'
import type { Rule } from './schema'

/** Every rule of this folder, in the order of their ids. `npm run new-rule` writes this file. */
// prettier-ignore
export const all: Rule[] = [
  accelerateDispatchBatches,
  accelerateKeepTorchCompile,
  accelerateMinimumTrainer,
  accelerateUseSeedableSampler,
  bnbCudaSetup,
  bnbFrozensetDiscard,
  bnbMinimumV5,
  bnbNeedsCuda,
  bnbTritonOps,
  chatglmAllTiedWeightsV5,
  chatglmAutoconfigCausalLm,
  chatglmBatchEncodePlusV5,
  chatglmConfigAttribute,
  chatglmConfigMaxLengthV5,
  chatglmEosTokenNoSetter,
  chatglmEosTokenTensor,
  chatglmExtractPastRemoved,
  chatglmGetLogitsWarper,
  chatglmGradientCheckpointingEnable,
  chatglmInt4KernelNone,
  chatglmOldCheckpointingFormat,
  chatglmPadPaddingSide,
  chatglmPaddingSideAssert,
  chatglmPastTupleUnpack,
  chatglmSpTokenizerAttr,
  chatglmStandardizeCacheFormat,
  chatglmVllmNumHiddenLayers,
  chatglm3FinetuneEvaluationStrategy,
  computeLossNumItems,
  datasetsFsspecLocalfilesystem,
  datasetsPyarrowExtensiontype,
  datasetsScriptsRemoved,
  dynamicCacheMethods,
  flashAttnUndefinedSymbol,
  generationmixinRemoved,
  halfOnCpu,
  hfHub1xWithTransformers4,
  hubCachedDownloadRemoved,
  isTorchFxAvailableV5,
  llamaFlashAttention2Import,
  llama31RopeScaling,
  llamafactoryVersionWindow,
  loadIn8bitKwargV5,
  muteModel,
  noGradFn,
  numpy2OldTorch,
  peftAdapterSafetensors,
  peftClearDeviceCache,
  peftEncoderDecoderCache,
  peftFp16Unscale,
  peftHybridcacheV5,
  peftInt8TrainingRemoved,
  peftIsNpuAvailable,
  peftModelingLayers,
  peftNewerAdapterConfigCrash,
  peftNewerAdapterConfigIgnored,
  peftTargetModules,
  peftTaskType,
  peftTorchaoMinimum,
  tokenizersPinMismatch,
  torchLoadCve202532434,
  torchMinimumDisabled,
  torchTorchvisionMismatch,
  trainerTokenizerKwarg,
  trainingArgumentsRemovedV5,
  transformers446448GradAccum,
  transformersAdamwRemoved,
  transformersDeepspeedModule,
  transformers5PeftMinimum,
  trlSftArguments,
  unknownModelType,
]
