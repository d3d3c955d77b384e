import { en } from './mute-model.en'
import { links } from './mute-model.links'
import { preflight, reproducible, savedAdapter } from './mute-model.scripts'
import { zh_CN } from './mute-model.zh_CN'
import type { Condition, Rule } from './schema'
import { tunedFamilies } from './tables/families'

export { examples } from './mute-model.examples'

/** The releases whose LoRA weights take the dtype of the base: PEFT #1106 (0.7.0) up to PEFT #1706 (0.12.0). */
const BROKEN = '>=0.7.0,<0.12.0'

/** Development versions on either edge, which may have been installed before the change or after it. */
const BETWEEN = ['>=0.6.3.dev0,<0.7.0', '>=0.11.2.dev0,<0.12.0']

/** What makes adapters float16 by itself, whatever the base was loaded as. */
const castToHalf: Condition = { code: ['half-after-get-peft-model', 'adapter-is-float16'], decisive: true }

/** An installed PEFT that is not the cause; another one would change nothing. */
const peftIsFine: Condition = {
  anyOf: [
    { package: 'peft', range: '>=0.12.0' },
    { package: 'peft', range: '<0.7.0' },
  ],
}

/** Weights that PEFT leaves in the dtype of the base in every release, so that upgrading does not reach them. */
const beyondPeft: Condition = { code: ['modules-to-save', 'inject-adapter-in-model'] }

const upgradeIsNoHelp: Condition = {
  anyOf: [peftIsFine, beyondPeft, { code: ['autocast-adapter-dtype-false'] }],
}

/** Compute capability below 8.0, or no bfloat16 worth the name. */
const withoutBfloat16: Condition = { hardware: ['v100', 't4', '2080ti', 'titan', 'p100', 'mps'] }

const lossBroken: Condition = { symptom: ['loss-zero', 'loss-nan'] }

const castTrainable = `model = get_peft_model(model, config)
for parameter in model.parameters():
    if parameter.requires_grad:
        parameter.data = parameter.data.float()`

export const rule: Rule = {
  id: 'mute-model',
  severity: 'silent-corruption',
  freezeCheck: 'with-model',
  basis: 'source',
  about: {
    anyOf: [
      { mentions: 'peft' },
      { method: ['lora', 'qlora'] },
      // these tune language models and nothing else
      { framework: ['llamafactory', 'xtuner', 'ms-swift', 'axolotl'], named: true },
      {
        model: tunedFamilies,
      },
    ],
  },
  symptoms: {
    anyOf: [
      lossBroken,
      // silence alone has many causes: somebody must have trained
      {
        allOf: [
          { symptom: ['mute-output'] },
          {
            anyOf: [
              { method: ['lora', 'qlora', 'full', 'p-tuning', 'freeze'] },
              { trained: true },
              {
                log: [
                  'finite-then-zero',
                  'finite-then-nan',
                  'zero-from-first',
                  'nan-from-first',
                  'alternating',
                  'finite',
                ],
              },
              { code: ['adapter-is-nan', 'adapter-is-float16', 'half-after-get-peft-model'] },
            ],
          },
        ],
      },
    ],
  },
  environment: {
    anyOf: [
      castToHalf,
      {
        allOf: [
          {
            anyOf: [
              { package: 'peft', range: BROKEN, unsure: BETWEEN, decisive: true },
              { code: ['autocast-adapter-dtype-false', 'modules-to-save'], decisive: true },
              {
                allOf: [
                  { code: ['inject-adapter-in-model'], decisive: true },
                  { package: 'peft', range: '>=0.7.0' },
                ],
              },
            ],
          },
          // these two build their layers in float16 unless told otherwise
          { anyOf: [{ precision: ['fp16'] }, { model: ['chatglm2', 'chatglm3'] }] },
        ],
      },
    ],
  },
  against: {
    anyOf: [
      { allOf: [{ precision: ['bf16', 'fp32'] }, { not: castToHalf }] },
      { precision: ['int8', 'int4'] },
      // with the flag, the same root raises an exception instead; where that was raised, the silent run had no flag
      { allOf: [{ precision: ['amp'] }, { not: { error: 'Attempting to unscale FP16 gradients' } }] },
      // the flag was on: an exception is what comes of that, and it came already
      {
        allOf: [
          { error: 'Attempting to unscale FP16 gradients' },
          { not: { symptom: ['loss-zero', 'loss-nan', 'mute-output'] } },
        ],
      },
      // it casts what is trained to float32 itself
      { framework: ['llamafactory'] },
      { optimizer: ['adamw-fused', 'adafactor', 'lion', 'sgd'] },
      {
        code: [
          'cast-trainable-to-float32',
          // it casts a float16 base to float32, and the adapters take that
          'prepare-model-for-kbit-training',
          'adapter-is-float32',
          'adam-epsilon-raised',
          'labels-all-masked',
        ],
      },
      { method: ['qlora'] },
      { allOf: [{ method: ['full', 'p-tuning', 'freeze'] }, { not: { method: ['lora'] } }] },
      { log: ['zero-from-first'], gradNormFirst: ['zero'] },
      { log: ['alternating'] },
      {
        allOf: [
          { log: ['finite-then-zero', 'finite-then-nan'], finiteBeforeAtLeast: 5 },
          { learningRateAtLeast: 0.001 },
        ],
      },
      // NaN comes with the first step: only micro-batches of a hand-written loop print more losses before it
      { log: ['finite-then-zero', 'finite-then-nan'], finiteBeforeAtLeast: 64 },
      // the second line of a dead adapter's log has no loss any more
      { allOf: [{ log: ['finite'], finiteBeforeAtLeast: 2 }, { not: lossBroken }] },
      { allOf: [{ code: ['loss-falls'] }, { not: lossBroken }] },
      // NaN has no gradient that lives
      { log: ['finite-then-zero', 'finite-then-nan'], gradNormAfter: ['finite', 'zero'] },
      { hardware: ['ascend'] },
      // the adapters were float32 then, and the loss broke all the same
      {
        allOf: [
          {
            anyOf: [
              { triedInVain: 'peft', range: '>=0.12.0' },
              { triedInVain: 'peft', range: '<0.7.0.dev0' },
            ],
          },
          { not: { code: ['half-after-get-peft-model', 'autocast-adapter-dtype-false', 'modules-to-save'] } },
        ],
      },
      // the day of PEFT 0.7.0
      { before: '2023-12-06', unless: { package: 'peft', range: BROKEN } },
    ],
  },
  doubts: {
    anyOf: [
      // arithmetic of their own, not measured
      { optimizer: ['adamw-8bit', 'other'] },
      { framework: ['deepspeed'] },
      { log: ['finite-then-zero', 'finite-then-nan'], finiteBeforeAtLeast: 20 },
    ],
  },
  // somebody looked at the adapter itself
  certain: { code: ['adapter-is-nan', 'adapter-is-float16'] },
  cure: { package: 'peft', outside: BROKEN },
  fixes: [
    {
      id: 'move-half-call',
      code: `model = model.half()
model = get_peft_model(model, config)`,
      when: { code: ['half-after-get-peft-model'] },
    },
    {
      id: 'keep-adapter-cast',
      code: 'model = get_peft_model(model, config)',
      when: { code: ['autocast-adapter-dtype-false'] },
    },
    {
      id: 'cast-what-peft-leaves',
      code: castTrainable,
      when: beyondPeft,
    },
    {
      id: 'upgrade-peft',
      command: 'pip install "peft>=0.12.0,<0.14.0"',
      unless: { anyOf: [upgradeIsNoHelp, { package: 'transformers', range: '>=4.43.0' }] },
      installs: { package: 'peft', range: '>=0.12.0,<0.14.0', chosenFor: 'transformers' },
    },
    {
      id: 'upgrade-peft-transformers-4',
      command: 'pip install "peft>=0.12.0,<0.15.0"',
      when: { package: 'transformers', range: '>=4.43.0,<5.0.0.dev0' },
      unless: upgradeIsNoHelp,
      installs: { package: 'peft', range: '>=0.12.0,<0.15.0', chosenFor: 'transformers' },
    },
    {
      id: 'upgrade-peft-transformers-5',
      command: 'pip install "peft>=0.20.0"',
      when: { package: 'transformers', range: '>=5.0.0.dev0' },
      unless: upgradeIsNoHelp,
      installs: { package: 'peft', range: '>=0.20.0', chosenFor: 'transformers' },
    },
    { id: 'cast-to-float32', code: castTrainable, unless: beyondPeft },
    {
      id: 'bfloat16-base',
      code: `model = AutoModelForCausalLM.from_pretrained(name, torch_dtype=torch.bfloat16, trust_remote_code=True)
args = TrainingArguments(..., bf16=True)`,
      unless: withoutBfloat16,
    },
    {
      id: 'peft-before-the-fault',
      command: 'pip install "peft==0.6.2"',
      unless: {
        anyOf: [
          upgradeIsNoHelp,
          { code: ['half-after-get-peft-model'] },
          { package: 'transformers', range: '>=5.0.0.dev0' },
        ],
      },
      // 0.6.0 and 0.6.1 behave alike: a thread that was cured by one of them speaks for this fix
      installs: { package: 'peft', range: '>=0.6.0,<0.7.0' },
    },
    { id: 'float32-base', code: 'model = model.float()\nmodel = get_peft_model(model, config)' },
    {
      id: 'another-model',
      code: `model = AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-7B-Instruct", torch_dtype=torch.bfloat16)
args = TrainingArguments(..., bf16=True)`,
      unless: { anyOf: [withoutBfloat16, { model: ['qwen'] }] },
    },
    {
      id: 'adam-epsilon',
      code: 'args = TrainingArguments(..., adam_epsilon=1e-4)',
      workaround: true,
    },
    {
      id: 'fused-adamw',
      code: 'args = TrainingArguments(..., optim="adamw_torch_fused")',
      workaround: true,
    },
  ],
  differential: [
    {
      id: 'masked-labels',
      when: {
        anyOf: [
          { code: ['labels-all-masked'] },
          { log: ['zero-from-first', 'alternating'], gradNormAfter: ['zero'] },
          {
            allOf: [
              { log: ['zero-from-first'] },
              { not: { log: ['zero-from-first'], gradNormFirst: ['nan'] } },
            ],
          },
        ],
      },
    },
    {
      id: 'activation-overflow',
      when: {
        anyOf: [
          {
            allOf: [
              { precision: ['amp'] },
              {
                anyOf: [
                  { log: ['finite-then-zero', 'finite-then-nan'] },
                  { hardware: ['v100', '2080ti', 'titan'] },
                  { framework: ['llamafactory'] },
                  { model: ['glm-4', 'glm4', 'baichuan2'] },
                ],
              },
            ],
          },
          { log: ['zero-from-first', 'nan-from-first'], gradNormFirst: ['nan'] },
        ],
      },
    },
    {
      id: 'quantised-overflow',
      when: { anyOf: [{ precision: ['int8', 'int4'] }, { method: ['qlora'] }] },
    },
    {
      id: 'checkpointing-without-grad',
      when: {
        anyOf: [
          { error: 'element 0 of tensors does not require grad' },
          { warning: 'None of the inputs have requires_grad' },
          {
            allOf: [
              { code: ['gradient-checkpointing'] },
              { not: { code: ['enable-input-require-grads'] } },
              { log: ['zero-from-first', 'finite'], gradNormFirst: ['zero'] },
            ],
          },
        ],
      },
    },
    {
      id: 'learning-rate',
      when: {
        anyOf: [
          { learningRateAtLeast: 0.001 },
          { log: ['finite-then-zero', 'finite-then-nan'], finiteBeforeAtLeast: 20 },
        ],
      },
    },
    { id: 'accelerator-npu', when: { hardware: ['ascend'] } },
    {
      id: 'adapter-not-loaded',
      when: {
        anyOf: [
          { code: ['adapter-not-loaded'] },
          { allOf: [{ code: ['loss-falls'] }, { symptom: ['mute-output'] }, { not: lossBroken }] },
          {
            allOf: [
              { symptom: ['mute-output'] },
              { log: ['finite'], finiteBeforeAtLeast: 3 },
              { not: lossBroken },
            ],
          },
        ],
      },
    },
  ],
  guides: [
    { id: 'preflight', code: preflight },
    { id: 'saved-adapter', code: savedAdapter },
    { id: 'reproducible', code: reproducible },
  ],
  ruler: { package: 'peft', broken: BROKEN },
  bases: ['chatglm2', 'chatglm3'],
  links,
  prose: { en, zh_CN },
}
