import type { Condition, Examples, Rule } from './schema'

const REFUSES = 'The version of PEFT you are using is not compatible, please use a version'

/** What transformers imports from PEFT to load an adapter, and an old PEFT lacks; some releases fail here first. */
const IMPORTS: { error: string; within?: string }[] = [
  { error: "cannot import name '(?:PEFT_TYPE_TO_PREFIX_MAPPING|_maybe_shard_state_dict_for_tp)' from 'peft" },
  {
    error: "cannot import name '\\w{1,60}' from 'peft",
    within: 'transformers[/\\\\]integrations[/\\\\]peft\\.py',
  },
]

/** `MIN_PEFT_VERSION` of transformers: from which of its releases on, and the PEFT that it asks for. */
const MINIMUM: [string, string][] = [
  ['>=5.0.0', '<0.18.0'],
  ['>=5.6.0', '<0.18.2'],
  ['>=5.10.0', '<0.19.0'],
  ['>=5.13.0', '<0.19.1'],
  ['>=5.18.0', '<0.20.0'],
]

const tooOld: Condition = {
  anyOf: MINIMUM.map(([transformers, peft]) => ({
    allOf: [
      { package: 'transformers', range: transformers },
      { package: 'peft', range: peft },
    ],
  })),
}

/** Releases from 4.33 on ask for 0.5.0 where they load an adapter themselves: a risk only to who does that. */
const olderPair: Condition = {
  allOf: [
    { error: REFUSES },
    { package: 'transformers', range: '>=4.33.0,<5.0.0' },
    { package: 'peft', range: '<0.5.0' },
  ],
}

/** 5.24 asks for a PEFT newer than any that was out with it: no risk worth naming to who never meets the check. */
const newestPair: Condition = {
  allOf: [
    { error: REFUSES },
    { package: 'transformers', range: '>=5.24.0' },
    { package: 'peft', range: '<0.22.0' },
  ],
}
const from524: Condition = { package: 'transformers', range: '>=5.24.0' }

export const rule: Rule = {
  id: 'transformers5-peft-minimum',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: { anyOf: [{ error: REFUSES }, ...IMPORTS].map((one) => ({ ...one, decisive: true })) },
  environment: { anyOf: [tooOld, olderPair, newestPair, ...IMPORTS] },
  fixes: [
    {
      id: 'newer-peft',
      command: 'pip install -U "peft>=0.20.0"',
      unless: { anyOf: [{ package: 'transformers', range: '<5.0.0.dev0' }, from524] },
      installs: { package: 'peft', range: '>=0.20.0', chosenFor: 'transformers' },
    },
    {
      id: 'transformers-523',
      command: 'pip install "transformers==5.23.0" "peft>=0.20.0"',
      when: from524,
      installs: { package: 'transformers', range: '>=5.18.0,<5.24.0' },
    },
    {
      id: 'newer-peft-transformers-4',
      command: 'pip install "peft>=0.12,<0.14"',
      when: { package: 'transformers', range: '<5.0.0.dev0' },
      installs: { package: 'peft', range: '>=0.12.0,<0.14.0', chosenFor: 'transformers' },
    },
    {
      id: 'load-with-peft',
      code: `from peft import PeftModel

model = PeftModel.from_pretrained(base_model, "path/to/adapter")`,
      // these cannot be imported beside transformers 5 at all
      unless: { package: 'peft', range: '>=0.16.0,<0.18.0' },
    },
  ],
  ruler: { package: 'peft', broken: '<0.18.0' },
  links: [
    {
      url: 'https://github.com/huggingface/transformers/blob/983254fcb5c7cb5d32769a108f0acf24c77cc354/src/transformers/integrations/peft.py',
      label: 'transformers',
      what: { en: 'the minimum that it checks, as of 5.13', zh_CN: '它检查的最低版本（5.13 时）' },
    },
  ],
  prose: {
    en: {
      name: 'transformers asks for a newer PEFT to load adapters',
      symptom:
        'Adding or loading an adapter stops with `The version of PEFT you are using is not compatible`, or with an import from `peft` that fails.',
      verdict: {
        confirmed:
          'transformers {transformers|(version not stated)} cannot load adapters with PEFT {peft|(version not stated)}, which is too old for it.',
        'at-risk':
          'transformers {transformers|5} refuses PEFT {peft|(version not stated)} where it handles adapters itself: in `add_adapter` always, in `load_adapter` with some pairs. Scripts that use PEFT directly are not affected.',
      },
      cause:
        'transformers loads adapters with PEFT’s help, and checks its version or imports what only a newer PEFT has. It wants 0.18.0 from 5.0 on, 0.18.2 from 5.6, 0.19.0 from 5.10, 0.19.1 from 5.13, 0.20.0 from 5.18 and 0.22.0 from 5.24; 4.33 to 4.57 wanted 0.5.0.',
      fixes: {
        'newer-peft': {
          title: 'Install PEFT 0.20.0 or newer',
          limits: 'It needs Python 3.10 or newer, and refuses a torchao below 0.16.',
        },
        'transformers-523': {
          title: 'Go back to transformers 5.23 and install PEFT 0.20 or newer',
          limits: 'When 5.24 came out, there was no PEFT yet that is new enough for it.',
        },
        'newer-peft-transformers-4': { title: 'Install PEFT 0.12 or 0.13' },
        'load-with-peft': {
          title: 'Load the adapter through PEFT, which avoids the check',
          limits: 'Whether such an old PEFT works with the rest of transformers 5 was not tried.',
        },
      },
    },
    zh_CN: {
      name: 'transformers 要用更高版本的 PEFT 来加载适配器',
      symptom:
        '添加或加载适配器时报 `The version of PEFT you are using is not compatible`，或者从 `peft` 导入某个名字失败。',
      verdict: {
        confirmed:
          'PEFT {peft|（版本未写明）} 太旧，transformers {transformers|（版本未写明）} 没法靠它加载适配器。',
        'at-risk':
          '用 transformers {transformers|5} 自己的方法处理适配器，会因为 PEFT（{peft|版本未写明}）太旧而报错：`add_adapter` 一定会，`load_adapter` 要看具体版本。脚本里直接用 PEFT 的，不受影响。',
      },
      cause:
        'transformers 靠 PEFT 来加载适配器，会先检查它的版本，或者导入只有新版 PEFT 才有的东西：5.0 起要 0.18.0，5.6 起要 0.18.2，5.10 起要 0.19.0，5.13 起要 0.19.1，5.18 起要 0.20.0，5.24 起要 0.22.0；4.33 到 4.57 只要 0.5.0。',
      fixes: {
        'newer-peft': {
          title: '把 PEFT 升到 0.20.0 以上',
          limits: '需要 Python 3.10 以上；另外，它不接受低于 0.16 的 torchao。',
        },
        'transformers-523': {
          title: '把 transformers 退回 5.23，PEFT 装 0.20 以上',
          limits: '5.24 发布时，还没有哪个 PEFT 达到它的要求。',
        },
        'newer-peft-transformers-4': { title: '装 PEFT 0.12 或 0.13' },
        'load-with-peft': {
          title: '改用 PEFT 来加载适配器，绕过这道检查',
          limits: '这么旧的 PEFT 和 transformers 5 的其他功能合不合得来，没有试过。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'Traceback (most recent call last):\n  File "infer.py", line 14, in <module>\n    model.load_adapter("out/checkpoint-300")\n  File "/venv/lib/python3.12/site-packages/transformers/utils/peft_utils.py", line 108, in check_peft_version\n    raise ValueError(\nValueError: The version of PEFT you are using is not compatible, please use a version that is greater than 0.18.0',
      verdict: 'confirmed',
      why: 'the check itself',
    },
    {
      text: 'transformers==4.37.2\npeft==0.4.0\nValueError: The version of PEFT you are using is not compatible, please use a version that is greater than 0.5.0',
      verdict: 'confirmed',
      why: 'transformers 4 asked for 0.5.0',
    },
    {
      text: "transformers==5.13.0\npeft==0.18.1\nTraceback (most recent call last):\n  File \"/venv/lib/python3.11/site-packages/transformers/integrations/peft.py\", line 620, in load_adapter\n    from peft.utils.save_and_load import _maybe_shard_state_dict_for_tp\nImportError: cannot import name '_maybe_shard_state_dict_for_tp' from 'peft.utils.save_and_load' (/venv/lib/python3.11/site-packages/peft/utils/save_and_load.py)",
      verdict: 'confirmed',
      why: 'the import fails before the check',
    },
    { text: 'transformers==5.6.1\npeft==0.18.1', verdict: 'at-risk', why: '5.6 asks for 0.18.2' },
    { text: 'transformers==5.18.0\npeft==0.19.1', verdict: 'at-risk', why: '5.18 asks for 0.20.0' },
    {
      text: 'transformers==5.24.0\npeft==0.21.2\nValueError: The version of PEFT you are using is not compatible, please use a version >= 0.22.0',
      verdict: 'confirmed',
      why: '5.24 asks for 0.22.0',
    },
    {
      text: 'transformers==5.1.0\npeft==0.18.1\nValueError: The version of PEFT you are using is not compatible, please use a version that is greater than 0.18.0',
      verdict: 'ruled-out',
      why: 'new enough: another environment runs',
    },
  ],
  clean: [
    { text: 'transformers==5.5.0\npeft==0.18.0', why: 'just what 5.5 asks for' },
    { text: 'transformers==4.57.6\npeft==0.17.1', why: 'transformers 4 asks for 0.5.0' },
    { text: 'transformers==5.17.0\npeft==0.19.1', why: 'just what 5.17 asks for' },
    {
      text: 'transformers==5.24.0\npeft==0.21.2',
      why: 'the newest of both: harmless unless it meets the check',
    },
    {
      text: "ImportError: cannot import name 'prepare_model_for_int8_training' from 'peft' (/env/peft/__init__.py)",
      why: 'a script asks, not transformers',
    },
    { text: 'transformers==4.37.2\npeft==0.4.0', why: 'harmless unless transformers loads the adapter' },
  ],
  misses: [{ text: 'transformers 5 不认我的 peft', why: 'told without the message' }],
}
