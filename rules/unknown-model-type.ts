import type { Condition, Examples, Rule } from './schema'
import { modelTypes } from './tables/first-releases'

/** Types that no release of transformers has: such a checkpoint brings its own code. */
const NEVER_NATIVE = ['chatglm', 'baichuan', 'internlm', 'internlm2', 'minicpm', 'qwen']

const named = Object.keys(modelTypes.first)
const ofTransformersFive = named.filter((type) => modelTypes.first[type]!.startsWith('5.'))

const NOT_RECOGNISED = 'has model type .{0,2}'
const NO_SUCH_KEY = "KeyError: '"
const naming = (types: string[]): Condition => ({
  error: `(?:${NOT_RECOGNISED}|${NO_SUCH_KEY})(?:${types.join('|')})[^\\w-]`,
})

/** Models by the beginning of their name, and the first release for the oldest type that such a name stands for. */
const FAMILIES: [string[], string][] = [
  [['mistral-7b'], modelTypes.first['mistral']!],
  [['mixtral'], modelTypes.first['mixtral']!],
  [['qwen1.5', 'qwen2'], modelTypes.first['qwen2']!],
  [['gemma-2-', 'gemma2'], modelTypes.first['gemma2']!],
  [['qwen2-vl'], modelTypes.first['qwen2_vl']!],
  [['qwen2.5-vl'], modelTypes.first['qwen2_5_vl']!],
  [['gemma-3', 'gemma3'], modelTypes.first['gemma3']!],
  [['qwen3'], modelTypes.first['qwen3']!],
  [['glm-4.5'], modelTypes.first['glm4_moe']!],
  [['gpt-oss'], modelTypes.first['gpt_oss']!],
  [['qwen3-vl', 'qwen3-next'], modelTypes.first['qwen3_vl']!],
  [['qwen3.5'], modelTypes.first['qwen3_5']!],
]

const modelNewerThanTransformers: Condition = {
  anyOf: FAMILIES.map(([model, first]) => ({
    allOf: [{ model }, { package: 'transformers', range: `<${first}` }],
  })),
}

export const rule: Rule = {
  id: 'unknown-model-type',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'source',
  symptoms: {
    anyOf: [
      {
        error: `${NOT_RECOGNISED}[\\w-]{1,40}.{0,2} but Transformers does not recognize this architecture`,
        decisive: true,
      },
      {
        error: `${NO_SUCH_KEY}(?:${[...named, ...NEVER_NATIVE].join('|')})'`,
        // other programs have tables of their own: a traceback that shows the table has to show the configurations
        within: 'configuration_auto|auto_factory|CONFIG_MAPPING|AutoConfig|^(?![\\s\\S]*\\w\\[["\'\\w])',
        decisive: true,
      },
    ],
  },
  environment: {
    anyOf: [
      { needs: modelTypes, word: `(?:${NOT_RECOGNISED}|${NO_SUCH_KEY})\\b(\\w{1,40})` },
      modelNewerThanTransformers,
    ],
  },
  fixes: [
    {
      id: 'newer-transformers',
      command: 'pip install -U "transformers>={needs|4.51.0},<5"',
      unless: naming([...NEVER_NATIVE, ...ofTransformersFive]),
      installs: { package: 'transformers', range: '>=4.57.0,<5.0.0' },
    },
    {
      id: 'transformers-5',
      command: 'pip install -U "transformers>={needs|5.2.0}" "peft>=0.19.1"',
      when: naming(ofTransformersFive),
      installs: { package: 'transformers', range: '>=5.2.0' },
    },
    {
      id: 'remote-code',
      code: `config = AutoConfig.from_pretrained(path, trust_remote_code=True)
model = AutoModelForCausalLM.from_pretrained(path, config=config, trust_remote_code=True)`,
      unless: naming(named),
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/transformers/blob/25b7f272347a93d6fb73cad126f6f6dc88e8ce89/src/transformers/models/auto/configuration_auto.py',
      label: 'transformers 4.51',
      what: { en: 'the model types that a release knows', zh_CN: '某一版认识的全部模型类型' },
    },
    {
      url: 'https://github.com/QwenLM/Qwen3/issues/247',
      label: 'Qwen3 #247',
      what: { en: "`KeyError: 'qwen2'`, and the answer", zh_CN: "`KeyError: 'qwen2'` 的提问与回答" },
    },
  ],
  prose: {
    en: {
      name: 'transformers does not know this model',
      symptom:
        'Loading stops with `Transformers does not recognize this architecture`, or with a `KeyError` that names the model.',
      verdict: {
        confirmed:
          'transformers {transformers|(version not stated)} does not know the model type {word|in `config.json`}. The first release that does: {needs|none that is known here; models such as ChatGLM bring their own code instead}.',
        'at-risk':
          'transformers {transformers|(version not stated)} is older than {model|this model} and will not know its type.',
      },
      cause:
        '`config.json` names a model type, and transformers must have code for it. Either that code came with a later release, or no release has it (ChatGLM, Baichuan, InternLM2, MiniCPM) and the script did not allow the model’s own code to run.',
      fixes: {
        'newer-transformers': {
          title: 'Install transformers {needs|4.51.0} or newer',
          limits:
            'If the error stays, print `transformers.__version__`: the script may run in another environment. ChatGLM2/3 stop working from 4.42 on, so keep them in an environment of their own.',
        },
        'transformers-5': {
          title: 'Install transformers 5, with a PEFT that goes with it',
          limits: 'ChatGLM, Baichuan and other models with code of their own mostly fail on it.',
        },
        'remote-code': {
          title: 'If the model brings its own code, allow that code to run',
          limits:
            'The folder needs the model’s `.py` files, and `config.json` its `auto_map`: checkpoints of a fine-tune often lack both; copy them from the base. It runs code from the repository, so look at it first.',
        },
      },
    },
    zh_CN: {
      name: 'transformers 不认识这个模型',
      symptom:
        '加载模型时报 `Transformers does not recognize this architecture`，或者报 `KeyError`，后面跟着模型名。',
      verdict: {
        confirmed:
          'transformers {transformers|（版本未写明）} 不认识模型类型 {word|（见 `config.json`）}。最早认识它的版本：{needs|这里没有记载；ChatGLM 之类要靠模型自带的代码}。',
        'at-risk':
          'transformers {transformers|（版本未写明）} 比 {model|这个模型} 发布得早，不认识这类模型。',
      },
      cause:
        '`config.json` 里写着模型类型，transformers 得支持它才行。不支持有两种情况：后来的版本才加上；或者哪一版都没有（ChatGLM、百川、InternLM2、MiniCPM），要运行模型自带的代码，而脚本没有允许。',
      fixes: {
        'newer-transformers': {
          title: '把 transformers 升到 {needs|4.51.0} 以上',
          limits:
            '升级后报错不变的话，打印 `transformers.__version__` 看看，脚本可能用的是另一个环境。ChatGLM2/3 从 4.42 起跑不了，要给它单独留一个环境。',
        },
        'transformers-5': {
          title: '装 transformers 5，PEFT 也换成能配它的版本',
          limits: 'ChatGLM、百川等自带代码的模型，在它上面大多跑不起来。',
        },
        'remote-code': {
          title: '如果模型自带代码，允许它运行',
          limits:
            '模型目录里要有它的 `.py` 文件，`config.json` 里要有 `auto_map`；微调存下的检查点常常缺这两样，从基座那里拷过来。这会运行仓库里的代码，先看一眼再用。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'ValueError: The checkpoint you are trying to load has model type `qwen3_moe` but Transformers does not recognize this architecture. This could be because of an issue with the checkpoint, or because your version of Transformers is out of date.',
      verdict: 'confirmed',
      why: 'the exception itself',
    },
    {
      text: 'transformers==4.36.2\nTraceback (most recent call last):\n  File "run.py", line 5, in <module>\n    model = AutoModelForCausalLM.from_pretrained(path)\n  File "/env/lib/python3.10/site-packages/transformers/models/auto/configuration_auto.py", line 1064, in from_pretrained\n    config_class = CONFIG_MAPPING[config_dict["model_type"]]\n  File "/env/lib/python3.10/site-packages/transformers/models/auto/configuration_auto.py", line 761, in __getitem__\n    raise KeyError(key)\nKeyError: \'qwen2\'',
      verdict: 'confirmed',
      why: 'older releases say it so',
    },
    {
      text: 'ValueError: The checkpoint you are trying to load has model type `chatglm` but Transformers does not recognize this architecture.',
      verdict: 'confirmed',
      why: 'in no release: its own code has to run',
    },
    {
      text: 'transformers==4.53.0\nValueError: The checkpoint you are trying to load has model type `qwen3` but Transformers does not recognize this architecture.',
      verdict: 'ruled-out',
      why: 'this release knows it: another environment runs',
    },
    {
      text: 'transformers==4.45.2\npeft==0.13.2\nQwen/Qwen3-8B',
      verdict: 'at-risk',
      why: 'the model is newer than transformers',
    },
  ],
  clean: [
    { text: 'transformers==4.51.0\nQwen/Qwen3-8B', why: 'the first release that knows it' },
    { text: 'transformers==4.40.2\nTHUDM/chatglm3-6b', why: 'brings its own code' },
    {
      text: 'Traceback (most recent call last):\n  File "/srv/app/templates.py", line 40, in get_template\n    return TEMPLATES[name]\nKeyError: \'qwen2\'',
      why: 'looked up in a table of another program',
    },
    { text: "KeyError: 'input_ids'", why: 'no model type' },
  ],
  misses: [{ text: '加载 qwen3 报错，说不认识这个架构', why: 'told without the message' }],
}
