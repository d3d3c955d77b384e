import type { Condition, Examples, Rule } from './schema'

const unmapped: Condition = {
  error:
    'Unrecognized configuration class <class .?[^>]{0,240}ChatGLM\\w{0,20}Config.{0,2}>? for this kind of AutoModel',
}

export const rule: Rule = {
  id: 'chatglm-autoconfig-causal-lm',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'reports',
  symptoms: { ...unmapped, decisive: true },
  // no release decides it: the model's config.json does
  environment: unmapped,
  fixes: [
    {
      id: 'auto-model',
      code: `from transformers import AutoModel

model = AutoModel.from_pretrained(path, trust_remote_code=True)  # was AutoModelForCausalLM`,
      unless: { framework: ['llamafactory', 'ms-swift', 'xtuner'] },
    },
    {
      id: 'add-the-entry',
      code: `import json
from pathlib import Path

path = Path("MODEL/config.json")
config = json.loads(path.read_text(encoding="utf-8"))
config["auto_map"]["AutoModelForCausalLM"] = "modeling_chatglm.ChatGLMForConditionalGeneration"
path.write_text(json.dumps(config, ensure_ascii=False, indent=2), encoding="utf-8")`,
    },
    {
      id: 'fresh-files',
      command:
        'huggingface-cli download THUDM/chatglm2-6b --include "*.py" "config.json" --local-dir fresh-code',
      unless: { model: ['chatglm-6b', 'visualglm'] },
    },
  ],
  links: [
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/904',
      label: 'LlamaFactory #904',
      what: { en: 'a config.json without the entry', zh_CN: '缺这一项的 config.json' },
    },
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/996',
      label: 'LlamaFactory #996',
      what: { en: 'the maintainer: update the model’s files', zh_CN: '维护者：更新模型文件' },
    },
    {
      url: 'https://github.com/eosphoros-ai/DB-GPT-Hub/issues/30',
      label: 'DB-GPT-Hub #30',
      what: { en: 'the same with ChatGLM2-6B', zh_CN: 'ChatGLM2-6B 也一样' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM’s config.json does not list the class it is loaded with',
      symptom:
        'Loading ChatGLM stops with `Unrecognized configuration class … ChatGLMConfig … for this kind of AutoModel`.',
      verdict: {
        confirmed:
          'This model’s `config.json` lists the classes it can be loaded with, and the one that the script uses is not among them; the weights are fine.',
      },
      cause:
        'For a model that brings its own code, transformers looks for the class under `auto_map` in `config.json`. Early ChatGLM files list only `AutoModel` and `AutoModelForSeq2SeqLM`, but most training tools load with `AutoModelForCausalLM`.',
      fixes: {
        'auto-model': {
          title: 'Load the model with `AutoModel`',
          limits: 'Only where the script is yours to change.',
        },
        'add-the-entry': {
          title: 'Add the missing entry to `config.json`',
          limits:
            'For loading as a chat model. `AutoModelForSequenceClassification` needs a class that only newer files have.',
        },
        'fresh-files': {
          title: 'Take the model’s current `config.json` and `.py` files (here ChatGLM2-6B’s)',
          limits:
            'Replace them all together, and in checkpoints that you saved too: old and new files do not mix.',
        },
      },
    },
    zh_CN: {
      name: 'ChatGLM 的 config.json 没登记脚本用的加载类',
      symptom:
        '加载 ChatGLM 时报 `Unrecognized configuration class … ChatGLMConfig … for this kind of AutoModel`。',
      verdict: {
        confirmed: '这个模型的 `config.json` 里列了能用哪些类加载，脚本用的那个不在其中；权重本身没有问题。',
      },
      cause:
        '自带代码的模型，transformers 要查 `config.json` 里的 `auto_map` 才知道用哪个类。早期的 ChatGLM 只写了 `AutoModel` 和 `AutoModelForSeq2SeqLM`，而训练工具大多用 `AutoModelForCausalLM` 加载。',
      fixes: {
        'auto-model': {
          title: '改用 `AutoModel` 加载',
          limits: '脚本是自己的、能改，才用得上。',
        },
        'add-the-entry': {
          title: '在 `config.json` 里补上这一项',
          limits:
            '只管当对话模型加载的情况。`AutoModelForSequenceClassification` 要的类，只有新版文件里才有。',
        },
        'fresh-files': {
          title: '换成模型仓库里最新的 `config.json` 和 `.py` 文件（命令以 ChatGLM2-6B 为例）',
          limits: '要换就一起换，自己保存的检查点里也要换：新旧文件混着用会出别的错。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "D:\\envs\\glm\\lib\\site-packages\\transformers\\models\\auto\\auto_factory.py", line 566, in from_pretrained\n    raise ValueError(\nValueError: Unrecognized configuration class <class \'transformers_modules.my-merged.configuration_chatglm.ChatGLMConfig\'> for this kind of AutoModel: AutoModelForCausalLM.\nModel type should be one of BartConfig, BertConfig.',
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "[rank1]: ValueError: Unrecognized configuration class <class 'transformers_modules.THUDM.chatglm3-6b.0f1e2d.configuration_chatglm.ChatGLMConfig'> for this kind of AutoModel: AutoModelForSequenceClassification.",
      verdict: 'confirmed',
      why: 'another class that the file does not list',
    },
  ],
  clean: [
    {
      text: "ValueError: Unrecognized configuration class <class 'transformers_modules.local.configuration_chatglm.ChatGLMConfig'> to build an AutoTokenizer.",
      why: 'the tokenizer’s list, in another file',
    },
    {
      text: "ValueError: Unrecognized configuration class <class 'transformers.models.llava.configuration_llava.LlavaConfig'> for this kind of AutoModel: AutoModelForCausalLM.",
      why: 'a model of transformers’ own',
    },
  ],
  misses: [{ text: 'chatglm2 用 AutoModelForCausalLM 加载不了', why: 'told without the message' }],
}
