import type { Condition, Examples, Rule } from './schema'

const INCOMPATIBLE = 'Found an incompatible version of (?:torchao|gptqmodel|auto-gptq)\\. Found version'

type Quantiser = 'torchao' | 'gptqmodel' | 'auto-gptq'
const QUANTISERS: Quantiser[] = ['torchao', 'gptqmodel', 'auto-gptq']

/** Both are installed so; a message that names another package is not about this pair. */
const pair = (peft: string, other: Quantiser, tooOld: string): Condition => ({
  allOf: [
    { package: 'peft', range: peft },
    { package: other, range: tooOld },
    {
      not: {
        error: `incompatible version of (?:${QUANTISERS.filter((name) => name !== other).join('|')})`,
      },
    },
  ],
})

const saysGptq: Condition = { error: 'incompatible version of (?:gptqmodel|auto-gptq)' }
const newTorchao: Condition = { package: 'torchao', range: '>=0.16.0' }

export const rule: Rule = {
  id: 'peft-torchao-minimum',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: { error: INCOMPATIBLE, decisive: true },
  environment: {
    anyOf: [
      pair('>=0.19.0', 'torchao', '<0.16.0'),
      pair('>=0.14.0', 'torchao', '<0.4.0'),
      pair('>=0.15.0', 'gptqmodel', '<2.0.0'),
      pair('>=0.19.0', 'gptqmodel', '<5.6.12'),
      pair('>=0.20.0', 'gptqmodel', '<7.0.0'),
      pair('>=0.7.0,<0.19.0', 'auto-gptq', '<0.5.0'),
    ],
  },
  fixes: [
    {
      id: 'remove-torchao',
      command: 'pip uninstall -y torchao',
      unless: { anyOf: [saysGptq, newTorchao] },
    },
    {
      id: 'newer-torchao',
      command: 'pip install -U "torchao>=0.16.0"',
      unless: { anyOf: [saysGptq, newTorchao] },
      installs: { package: 'torchao', range: '>=0.16.0', chosenFor: 'peft' },
    },
    {
      id: 'newer-gptqmodel',
      command: 'pip install -U "gptqmodel>=7.0.0"',
      when: {
        anyOf: [{ error: 'incompatible version of gptqmodel' }, { package: 'gptqmodel', range: '<7.0.0' }],
      },
      installs: { package: 'gptqmodel', range: '>=7.0.0', chosenFor: 'peft' },
    },
    {
      id: 'newer-auto-gptq',
      command: 'pip install -U "auto-gptq>=0.5.0"',
      when: {
        anyOf: [{ error: 'incompatible version of auto-gptq' }, { package: 'auto-gptq', range: '<0.5.0' }],
      },
      installs: { package: 'auto-gptq', range: '>=0.5.0', chosenFor: 'peft' },
    },
    {
      id: 'older-peft',
      command: 'pip install "peft==0.18.1"',
      // it helps against the limits of 0.19 only, and transformers from 5.6 on wants a newer PEFT
      unless: {
        anyOf: [
          { error: 'incompatible version of auto-gptq' },
          { package: 'transformers', range: '>=5.6.0.dev0' },
          { package: 'transformers', range: '<4.43.0' },
          { package: 'peft', range: '<0.19.0' },
        ],
      },
      installs: { package: 'peft', range: '>=0.18.0,<0.19.0', chosenFor: 'transformers' },
    },
  ],
  ruler: { package: 'peft', broken: '>=0.19.0' },
  links: [
    {
      url: 'https://github.com/huggingface/peft/blob/v0.19.0/src/peft/import_utils.py',
      label: 'peft 0.19.0',
      what: { en: 'asks for torchao 0.16', zh_CN: '要求 torchao 0.16' },
    },
    {
      url: 'https://github.com/huggingface/peft/blob/v0.18.1/src/peft/import_utils.py',
      label: 'peft 0.18.1',
      what: { en: 'is content with torchao 0.4', zh_CN: '只要求 torchao 0.4' },
    },
  ],
  prose: {
    en: {
      name: 'PEFT refuses an old torchao or GPTQ package',
      symptom: 'Adding LoRA layers stops with `Found an incompatible version of torchao`.',
      verdict: {
        confirmed:
          'PEFT {peft|(version not stated)} found a quantization package that is too old for it and stopped, whether the model uses that package or not; the message says which one.',
        'at-risk':
          'PEFT {peft|(version not stated)} will stop when it adds LoRA layers: it asks for a newer release of torchao, gptqmodel or auto-gptq than the one installed here, even where the model does not use it.',
      },
      cause:
        'For each LoRA layer PEFT checks whether the weight belongs to torchao or GPTQ, and an old release of either makes that check fail. PEFT 0.19 raised the minimum of torchao from 0.4 to 0.16; images of Colab and Kaggle often bring an older one.',
      fixes: {
        'remove-torchao': {
          title: 'Remove torchao',
          limits: 'Not if the model itself was quantized with torchao.',
        },
        'newer-torchao': {
          title: 'Install torchao 0.16 or newer',
          limits: 'Each torchao goes with certain releases of torch; an old torch may not load it.',
        },
        'newer-gptqmodel': {
          title: 'Install gptqmodel 7.0 or newer',
          limits:
            'If the model was not quantized with GPTQ, `pip uninstall gptqmodel` is simpler. PEFT 0.19 is content with 5.6.12.',
        },
        'newer-auto-gptq': {
          title: 'Install auto-gptq 0.5 or newer, or remove it',
          limits: 'PEFT 0.19 and later do not use auto-gptq any more.',
        },
        'older-peft': {
          title: 'Go back to PEFT 0.18.1',
          limits: 'Its own minimum is torchao 0.4 and gptqmodel 2.0.',
        },
      },
    },
    zh_CN: {
      name: 'PEFT 不接受旧的 torchao 或 GPTQ 包',
      symptom: '添加 LoRA 层时报 `Found an incompatible version of torchao`。',
      verdict: {
        confirmed:
          '这里的 PEFT（{peft|版本未写明}）发现环境里有一个太旧的量化包，就停下了，不管模型用没用到它。是哪个包，报错里写着。',
        'at-risk':
          '这里的 PEFT（{peft|版本未写明}）在添加 LoRA 层时会报错：它对 torchao、gptqmodel 或 auto-gptq 的版本要求，比这里装的高，哪怕模型根本没用到。',
      },
      cause:
        'PEFT 每加一个 LoRA 层，都要查这层权重是不是 torchao 或 GPTQ 的，碰上旧版的包就直接报错。PEFT 0.19 把 torchao 的最低版本从 0.4 提到了 0.16，而 Colab、Kaggle 的镜像里常常自带更旧的。',
      fixes: {
        'remove-torchao': {
          title: '卸载 torchao',
          limits: '模型本身是用 torchao 量化的，就不能卸。',
        },
        'newer-torchao': {
          title: '把 torchao 升到 0.16 以上',
          limits: '每版 torchao 只配特定的几版 torch，torch 太旧可能加载不了。',
        },
        'newer-gptqmodel': {
          title: '把 gptqmodel 升到 7.0 以上',
          limits:
            '如果模型不是 GPTQ 量化的，直接 `pip uninstall gptqmodel` 更省事。PEFT 0.19 只要求 5.6.12。',
        },
        'newer-auto-gptq': {
          title: '把 auto-gptq 升到 0.5 以上，或者卸载',
          limits: 'PEFT 从 0.19 起不再用 auto-gptq。',
        },
        'older-peft': {
          title: '退回 PEFT 0.18.1',
          limits: '它自己也有要求：torchao 0.4、gptqmodel 2.0。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'Traceback (most recent call last):\n  File "/content/train.py", line 40, in <module>\n    model = get_peft_model(model, config)\n  File "/usr/local/lib/python3.12/dist-packages/peft/import_utils.py", line 143, in is_torchao_available\n    raise ImportError(\nImportError: Found an incompatible version of torchao. Found version 0.10.0, but only versions above 0.16.0 are supported',
      verdict: 'confirmed',
      why: 'the check itself',
    },
    {
      text: 'ImportError: Found an incompatible version of auto-gptq. Found version 0.4.2, but only versions above 0.5.0 are supported',
      verdict: 'confirmed',
      why: 'the same check of another package',
    },
    { text: 'peft==0.19.0\ntorchao==0.15.0', verdict: 'at-risk', why: 'the versions are enough' },
    { text: 'gptqmodel==5.7.0\npeft==0.20.0', verdict: 'at-risk', why: '0.20 asks for gptqmodel 7' },
    {
      text: 'peft==0.19.1\ntorchao==0.16.0\nImportError: Found an incompatible version of torchao. Found version 0.10.0, but only versions above 0.16.0 are supported',
      verdict: 'ruled-out',
      why: 'this torchao is new enough: another environment runs',
    },
  ],
  clean: [
    { text: 'peft==0.18.1\ntorchao==0.10.0', why: 'the last PEFT that accepts it' },
    { text: 'peft==0.19.1\ntorchao==0.16.0', why: 'new enough' },
    { text: 'peft==0.19.1', why: 'no torchao is named' },
  ],
  misses: [{ text: 'Colab 上 peft 说 torchao 太旧', why: 'told without the message' }],
}
