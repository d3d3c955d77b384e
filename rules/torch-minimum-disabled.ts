import type { Condition, Examples, Rule } from './schema'
import { anyChatGlm, chatGlm2AndLater, knownGood, knownGoodWords } from './tables/chatglm'
import { beforeRelease } from './tables/transformers-requires'

const DISABLED = 'Disabling PyTorch because PyTorch >= ?[\\d.]{1,12} is required but found'

/** The torch below which transformers does not use it, from a release on. */
const needs = (transformers: string, torch: string): Condition => ({
  allOf: [
    { package: 'transformers', range: `>=${transformers}`, unsure: [beforeRelease(transformers)] },
    { package: 'torch', range: `<${torch}` },
  ],
})

const beforeTorch21: Condition = { package: 'torch', range: '<2.1.0' }

export const rule: Rule = {
  id: 'torch-minimum-disabled',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: {
    anyOf: [
      { warning: DISABLED, decisive: true },
      // without an installed torch this says only that there is none
      {
        allOf: [
          { error: 'requires the PyTorch library but it was not found' },
          { package: 'torch', range: '<2.6.0' },
        ],
      },
    ],
  },
  environment: {
    anyOf: [
      needs('4.52.0', '2.1.0'),
      needs('5.0.0', '2.2.0'),
      needs('5.1.0', '2.4.0'),
      // read in this release; it may have come a little earlier
      {
        allOf: [
          { package: 'transformers', range: '>=5.24.0', unsure: ['>=5.14.0,<5.24.0'] },
          { package: 'torch', range: '<2.6.0' },
        ],
      },
    ],
  },
  fixes: [
    { ...knownGood, when: chatGlm2AndLater },
    {
      id: 'newer-torch',
      command: 'pip install "torch==2.6.0" "torchvision==0.21.0"',
      unless: { hardware: ['ascend'] },
      installs: { package: 'torch', range: '>=2.6.0', chosenFor: 'transformers' },
    },
    {
      id: 'transformers-4-49',
      command: 'pip install "transformers==4.49.0"',
      unless: { anyOf: [anyChatGlm, { package: 'torch', range: '>=2.1.0' }] },
      installs: { package: 'transformers', range: '>=4.49.0,<4.50.0', chosenFor: 'torch' },
    },
    {
      id: 'transformers-4-57',
      command: 'pip install "transformers==4.57.6"',
      when: { package: 'torch', range: '>=2.1.0' },
      unless: { anyOf: [anyChatGlm, beforeTorch21] },
      installs: { package: 'transformers', range: '>=4.57.0,<5.0.0', chosenFor: 'torch' },
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/transformers/blob/v4.52.4/src/transformers/utils/import_utils.py',
      label: 'transformers 4.52.4',
      what: { en: 'asks for torch 2.1', zh_CN: '要求 torch 2.1' },
    },
    {
      url: 'https://github.com/jingyaogong/minimind/issues/588',
      label: 'minimind #588',
      what: {
        en: 'solved with an older transformers',
        zh_CN: '降低 transformers 版本后解决',
      },
    },
    {
      url: 'https://github.com/huggingface/transformers/issues/37238',
      label: 'transformers #37238',
      what: { en: '4.50 fails on torch 2.0', zh_CN: '4.50 在 torch 2.0 上会报错' },
    },
  ],
  prose: {
    en: {
      name: 'transformers finds torch too old and acts as if it were not installed',
      symptom:
        'transformers prints `Disabling PyTorch because PyTorch >= … is required but found …`; afterwards models are “not found” or names are not defined.',
      verdict: {
        confirmed:
          'torch {torch|(version not stated)} is below what transformers {transformers|(version not stated)} uses, so it goes on without torch, and no model can be loaded.',
        'at-risk':
          'transformers {transformers|(version not stated)} does not use torch {torch|(version not stated)}, which is too old for it: no model will load.',
        'ruled-out':
          'torch {torch|(version not stated)} is new enough for transformers {transformers|(version not stated)}: another environment is running.',
      },
      cause:
        'Instead of stopping, transformers treats a torch that is too old as not installed; the errors that follow are misleading. The minimum is 2.1 from transformers 4.52, 2.2 in 5.0, 2.4 from 5.1 and 2.6 in 5.24.',
      fixes: {
        [knownGood.id]: knownGoodWords.en,
        'newer-torch': {
          title: 'Install torch 2.6 or newer, with the torchvision that belongs to it',
          limits:
            'flash-attn, xformers and vLLM are built for one torch and have to be installed anew; an old GPU driver may need an update first.',
        },
        'transformers-4-49': {
          title: 'Keep torch, and go back to transformers 4.49',
          limits:
            '4.50 and 4.51 do not print this line, but already fail with torch 2.0. Models that came after 4.49 do not load; torch 1.13 needs transformers 4.47 or older.',
        },
        'transformers-4-57': {
          title: 'Keep torch and go back to transformers 4.57',
          limits:
            'It uses torch from 2.1 on, but below 2.6 it reads weights only as safetensors, not as `.bin`. Models that came with 5.x do not load.',
        },
      },
    },
    zh_CN: {
      name: 'transformers 嫌 torch 太旧，当它没装',
      symptom:
        'transformers 打印 `Disabling PyTorch because PyTorch >= … is required but found …`，之后报找不到 PyTorch，或者某个名字未定义。',
      verdict: {
        confirmed:
          'torch {torch|（版本未写明）} 低于 transformers {transformers|（版本未写明）} 的最低要求，transformers 就当没有 torch，什么模型都加载不了。',
        'at-risk':
          'torch {torch|（版本未写明）} 对 transformers {transformers|（版本未写明）} 来说太旧，会被当成没装，什么模型都加载不了。',
        'ruled-out':
          'torch {torch|（版本未写明）} 对 transformers {transformers|（版本未写明）} 来说够新：实际运行的是另一个环境。',
      },
      cause:
        'transformers 碰到太旧的 torch 并不停下，而是当它没装，后面的报错也就都不在点子上。最低要求：transformers 4.52 起是 2.1，5.0 是 2.2，5.1 起是 2.4，到 5.24 已经是 2.6。',
      fixes: {
        [knownGood.id]: knownGoodWords.zh_CN,
        'newer-torch': {
          title: '把 torch 升到 2.6 以上，torchvision 一起换成配套的版本',
          limits:
            'flash-attn、xformers、vLLM 都是对着某一版 torch 编译的，要跟着重装；显卡驱动太旧的话，可能得先升驱动。',
        },
        'transformers-4-49': {
          title: '不动 torch，把 transformers 退回 4.49',
          limits:
            '4.50、4.51 虽然不打印这句话，但在 torch 2.0 上已经会出错。4.49 之后才支持的模型加载不了；torch 1.13 要用 transformers 4.47 或更早。',
        },
        'transformers-4-57': {
          title: '不动 torch，把 transformers 退回 4.57',
          limits:
            '它支持 torch 2.1 以上，不过 torch 低于 2.6 时只能读 safetensors 权重，读不了 `.bin`。5.x 才支持的模型加载不了。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'Disabling PyTorch because PyTorch >= 2.1 is required but found 2.0.1+cu118\nNone of PyTorch, TensorFlow >= 2.0, or Flax have been found.',
      verdict: 'confirmed',
      why: 'transformers says so itself',
    },
    {
      text: '[transformers] Disabling PyTorch because PyTorch >= 2.4 is required but found 2.3.1',
      verdict: 'confirmed',
      why: 'a later release asks for more',
    },
    {
      text: 'torch==2.0.1\ntransformers==4.55.0\n\nImportError: \nAutoModelForCausalLM requires the PyTorch library but it was not found in your environment.',
      verdict: 'confirmed',
      why: 'what follows, and the versions that explain it',
    },
    { text: 'torch==2.0.1\ntransformers==4.53.0', verdict: 'at-risk', why: 'the versions are enough' },
    { text: 'torch==2.3.1\ntransformers==5.1.0', verdict: 'at-risk', why: '5.1 wants 2.4' },
    {
      text: 'transformers==4.51.3\nDisabling PyTorch because PyTorch >= 2.1 is required but found 2.0.1',
      verdict: 'ruled-out',
      why: 'this transformers does not check: another environment runs',
    },
  ],
  clean: [
    { text: 'torch==2.0.1\ntransformers==4.51.3', why: 'the last transformers without the check' },
    { text: 'torch==2.1.0\ntransformers==4.57.6', why: 'just enough' },
    { text: 'torch==2.2.2\ntransformers==5.0.0', why: 'just enough for 5.0' },
    { text: 'torch==2.5.1\ntransformers==5.20.0', why: 'nobody read what that release uses' },
    {
      text: 'ImportError: \nLlamaModel requires the PyTorch library but it was not found in your environment.',
      why: 'torch is most likely not installed at all',
    },
    { text: 'Disabling PyTorch because USE_TF is set', why: 'asked for' },
  ],
  misses: [
    { text: "NameError: name 'nn' is not defined", why: 'what follows, without the line and the versions' },
    { text: 'transformers 明明装了 torch 却说没有', why: 'told in one’s own words' },
  ],
}
