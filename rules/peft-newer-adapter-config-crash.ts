import { adapterConfig } from './adapter-config.sample'
import type { Examples, Rule } from './schema'
import { loraConfigKeys } from './tables/first-releases'

export const rule: Rule = {
  id: 'peft-newer-adapter-config-crash',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: {
    error: "LoraConfig(?:\\.(?:__init__|init))?\\(\\) got an unexpected keyword argument '\\w+'",
    decisive: true,
  },
  environment: {
    allOf: [
      { package: 'peft', range: '<0.14.0' },
      {
        needs: loraConfigKeys,
        word: "LoraConfig(?:\\.(?:__init__|init))?\\(\\) got an unexpected keyword argument '(\\w+)'",
        adapterConfig: true,
      },
    ],
  },
  fixes: [
    {
      id: 'newer-peft',
      command: 'pip install "peft>={needs|0.18.1}"',
      unless: { package: 'transformers', range: '<4.43.0' },
      installs: { package: 'peft', range: '>=0.18.1' },
    },
    {
      id: 'remove-keys',
      code: `import inspect, json
from peft import LoraConfig

path = "adapter_config.json"
known = {*inspect.signature(LoraConfig).parameters, "peft_type"}
with open(path) as file:
    config = json.load(file)
kept = {key: value for key, value in config.items() if key in known or value}
with open(path, "w") as file:
    json.dump(kept, file, indent=2)`,
    },
  ],
  ruler: { package: 'peft', broken: '<0.14.0' },
  links: [
    {
      url: 'https://github.com/huggingface/peft/issues/2275',
      label: 'peft #2275',
      what: { en: '`eva_config`, and what to remove', zh_CN: '`eva_config` 的例子，以及该删哪些键' },
    },
    {
      url: 'https://github.com/huggingface/peft/blob/v0.14.0/src/peft/config.py',
      label: 'peft 0.14.0',
      what: { en: 'unknown keys are dropped from here on', zh_CN: '从这一版起会丢弃不认识的键' },
    },
  ],
  prose: {
    en: {
      name: 'PEFT refuses an adapter that a newer PEFT saved',
      symptom: 'Loading an adapter stops with `LoraConfig.__init__() got an unexpected keyword argument`.',
      verdict: {
        confirmed:
          'The adapter was saved by a newer PEFT than {peft|the one installed}: its configuration has {word|a key} that this one does not know. The first PEFT that knows it: {needs|see the newer releases}.',
        'at-risk':
          'This adapter’s configuration has {word|a key} that PEFT has only since {needs|a newer release}; PEFT {peft|(version not stated)} will refuse to load it.',
      },
      cause:
        'PEFT hands every key of `adapter_config.json` to its `LoraConfig`. Before 0.14 a key it does not know is an error, even where its value is `null`.',
      fixes: {
        'newer-peft': {
          title: 'Install PEFT {needs|0.18.1} or newer',
          limits: 'PEFT 0.14 and later need transformers 4.43 or newer.',
        },
        'remove-keys': {
          title: 'Delete the keys that this PEFT does not know from `adapter_config.json`',
          limits:
            'This deletes only keys whose value is null, false or empty: the others change what the adapter computes.',
        },
      },
    },
    zh_CN: {
      name: '适配器是用更高版本的 PEFT 存的，加载报错',
      symptom: '加载适配器时报 `LoraConfig.__init__() got an unexpected keyword argument`。',
      verdict: {
        confirmed:
          '保存这个适配器的 PEFT，版本比这里的 {peft|（版本未写明）} 高：配置里的 {word|某个键}，这里的 PEFT 不认识，要 PEFT {needs|更高的版本} 才认识。',
        'at-risk':
          '这个适配器的配置里有 {word|某个键}，是 PEFT {needs|更高的版本} 才加的；PEFT {peft|（版本未写明）} 会拒绝加载。',
      },
      cause:
        'PEFT 会把 `adapter_config.json` 里的每个键都交给 `LoraConfig`。0.14 之前，只要有不认识的键就报错，值是 `null` 也不行。',
      fixes: {
        'newer-peft': {
          title: '把 PEFT 升到 {needs|0.18.1} 以上',
          limits: 'PEFT 0.14 起需要 transformers 4.43 以上。',
        },
        'remove-keys': {
          title: '从 `adapter_config.json` 里删掉这版 PEFT 不认识的键',
          limits: '这段代码只删值为 null、false 或空的键；其余的键会影响适配器的计算，不能删。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "TypeError: LoraConfig.__init__() got an unexpected keyword argument 'eva_config'",
      verdict: 'confirmed',
      why: 'only this prints it',
    },
    {
      text: 'peft==0.11.1\n\n{"peft_type": "LORA", "r": 8, "corda_config": null}',
      verdict: 'at-risk',
      why: 'the file has a key of 0.15',
    },
    {
      text: `peft==0.11.1

${adapterConfig}`,
      verdict: 'at-risk',
      why: 'a whole file, its keys sorted as PEFT writes them',
    },
    {
      text: "peft 0.15.0 installed\nTypeError: LoraConfig.__init__() got an unexpected keyword argument 'corda_config'",
      verdict: 'ruled-out',
      why: 'this PEFT knows the key',
    },
  ],
  clean: [
    {
      text: 'peft==0.11.1\n\n{"peft_type": "LORA", "r": 8, "use_dora": false}',
      why: 'a key that this PEFT knows',
    },
    { text: 'peft==0.11.1', why: 'the version alone is no risk' },
  ],
  misses: [{ text: 'LoraConfig does not accept eva_config', why: 'told without the message' }],
}
