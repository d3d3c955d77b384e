import { adapterConfig } from './adapter-config.sample'
import type { Condition, Examples, Rule } from './schema'
import { loraConfigKeys } from './tables/first-releases'

const IGNORED = 'Unexpected keyword arguments \\[[^\\]]{0,600}\\] for class \\w+, these are ignored'

/** PEFT 0.14 alone could drop the adapter's whole configuration, its rank and scale included, and say so like this. */
const droppedAll: Condition = {
  warning:
    "Unexpected keyword arguments \\[[^\\]]{0,600}'(?:lora_alpha|r|target_modules)'[^\\]]{0,600}\\] for class PeftConfig, these are ignored",
  decisive: true,
}

export const rule: Rule = {
  id: 'peft-newer-adapter-config-ignored',
  severity: 'silent-corruption',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: droppedAll,
  environment: {
    anyOf: [
      { warning: IGNORED },
      {
        allOf: [
          { package: 'peft', range: '>=0.14.0' },
          {
            needs: loraConfigKeys,
            word: 'Unexpected keyword arguments \\[([^\\]]{0,600})\\] for class \\w+, these are ignored',
            adapterConfig: true,
          },
        ],
      },
    ],
  },
  fixes: [
    {
      id: 'newer-peft',
      command: 'pip install -U "peft>={needs|0.18.1}"',
      installs: { package: 'peft', range: '>=0.20.0' },
    },
    {
      id: 'look-at-values',
      code: `import inspect, json
from peft import LoraConfig

known = {*inspect.signature(LoraConfig).parameters, "peft_type"}
with open("adapter_config.json") as file:
    config = json.load(file)
print({key: value for key, value in config.items() if key not in known and value})`,
    },
  ],
  ruler: { package: 'peft', broken: '>=0.14.0,<0.15.0' },
  links: [
    {
      url: 'https://github.com/huggingface/peft/blob/v0.14.0/src/peft/config.py',
      label: 'peft 0.14.0',
      what: { en: 'unknown keys are dropped with a warning', zh_CN: '不认识的键会被丢弃，只给警告' },
    },
    {
      url: 'https://github.com/huggingface/peft/pull/2397',
      label: 'peft PR #2397',
      what: {
        en: 'mends the release that could drop all of them; in 0.15.0',
        zh_CN: '修复了会把配置全部丢弃的问题，随 0.15.0 发布',
      },
    },
    {
      url: 'https://github.com/huggingface/peft/blob/v0.18.0/src/peft/config.py',
      label: 'peft 0.18.0',
      what: {
        en: 'the file names the release that wrote it',
        zh_CN: '从这一版起，配置里会记下保存时的版本',
      },
    },
  ],
  prose: {
    en: {
      name: 'PEFT ignores parts of an adapter’s configuration that a newer PEFT saved',
      symptom: 'Loading an adapter warns `Unexpected keyword arguments … these are ignored` and goes on.',
      verdict: {
        confirmed:
          'PEFT {peft|(version not stated)} dropped the adapter’s own settings, its rank, scale or target layers among them, and went on with defaults: the adapter that it loads is not the one that was trained.',
        'at-risk':
          'The adapter was saved by a newer PEFT than {peft|the one installed}, which leaves out keys that it does not know, such as {word|those in the warning}. That does no harm while their values are null or false; if one is in use, the adapter computes something else, without a further warning.',
      },
      cause:
        'From 0.14 on, PEFT drops keys of `adapter_config.json` that it does not know and only warns. PEFT 0.14 itself could even drop the whole LoRA configuration when `PeftConfig.from_pretrained` met one such key.',
      fixes: {
        'newer-peft': {
          title: 'Install a PEFT that knows the keys: {needs|0.18.1} or newer',
          limits:
            'If the file has a `peft_version`, install that version. PEFT 0.15 and later need accelerate 0.32; 0.19 and later refuse a torchao below 0.16.',
        },
        'look-at-values': {
          title: 'See whether any of the keys is in use',
          limits:
            '`{}` means that nothing is lost. `peft_version` is harmless, and `qalora_group_size` counts only with `use_qalora`. On PEFT 0.14 upgrade in any case.',
        },
      },
    },
    zh_CN: {
      name: '适配器是用更高版本的 PEFT 存的，部分配置被丢掉',
      symptom: '加载适配器时只给出警告 `Unexpected keyword arguments … these are ignored`，然后照常往下走。',
      verdict: {
        confirmed:
          '这里的 PEFT（{peft|版本未写明}）把适配器自己的设置丢掉了（包括秩、缩放或目标层），换成了默认值：加载出来的已经不是训练好的那个适配器。',
        'at-risk':
          '保存这个适配器的 PEFT，版本比这里的（{peft|版本未写明}）高。这里的 PEFT 不认识的键（如 {word|警告里列出的那些}）都会被丢弃：值为 null 或 false 的，丢了不要紧；真正用到的键一丢，适配器算出来的结果就变了，而且不会再有提示。',
      },
      cause:
        'PEFT 从 0.14 起，遇到 `adapter_config.json` 里不认识的键就丢弃，只给一条警告。而 0.14 这一版，`PeftConfig.from_pretrained` 只要碰到一个这样的键，就会把整份 LoRA 配置都丢掉。',
      fixes: {
        'newer-peft': {
          title: '装认识这些键的 PEFT：{needs|0.18.1} 或更高',
          limits:
            '配置里有 `peft_version` 的，以它为准。PEFT 0.15 起需要 accelerate 0.32；0.19 起不接受低于 0.16 的 torchao。',
        },
        'look-at-values': {
          title: '先看看这些键有没有真正用到',
          limits:
            '打印出 `{}` 就说明什么也没丢。`peft_version` 无害；`qalora_group_size` 只在开了 `use_qalora` 时才起作用。PEFT 0.14 则一定要升级。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "/data/env/lib/python3.11/site-packages/peft/config.py:165: UserWarning: Unexpected keyword arguments ['eva_config', 'target_parameters'] for class LoraConfig, these are ignored. This probably means that you're loading a configuration file that was saved using a higher version of the library",
      verdict: 'at-risk',
      why: 'dropped, in use or not',
    },
    {
      text: "/data/env/lib/python3.11/site-packages/peft/config.py:162: UserWarning: Unexpected keyword arguments ['corda_config', 'lora_alpha', 'r', 'target_modules'] for class PeftConfig, these are ignored.",
      verdict: 'confirmed',
      why: 'the rank is gone with it',
    },
    {
      text: 'peft==0.15.2\n\n{"peft_type": "LORA", "r": 8, "target_parameters": ["experts.down_proj"]}',
      verdict: 'at-risk',
      why: 'the file has a key of 0.17',
    },
    {
      text: `peft==0.14.0

${adapterConfig}`,
      verdict: 'at-risk',
      why: 'a whole file, its keys sorted as PEFT writes them',
    },
  ],
  clean: [
    {
      text: 'peft==0.17.0\n\n{"peft_type": "LORA", "r": 8, "target_parameters": null}',
      why: 'a key that this PEFT knows',
    },
    {
      text: 'peft==0.11.1\n\n{"peft_type": "LORA", "r": 8, "corda_config": null}',
      why: 'before 0.14 it is an error, and another hazard',
    },
    { text: 'peft==0.15.2', why: 'the version alone is no risk' },
  ],
  misses: [
    {
      text: 'peft 0.15 加载别人新存的适配器，回答不对，只有一条 ignored 的警告',
      why: 'told without the warning',
    },
  ],
}
