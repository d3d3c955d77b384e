import type { Condition, Examples, Rule } from './schema'
import {
  chatGlm2AndLater,
  firstChatGlm,
  knownGood,
  knownGoodFirst,
  knownGoodFirstWords,
  knownGoodWords,
} from './tables/chatglm'

const message = 'ChatGLM\\w{0,20}Config.? (?:object )?has no attribute .?num_hidden_layers\\b'

/** A server reads the configuration, as the traceback or the text says. */
const inVllm: Condition = { anyOf: [{ error: message, within: 'vllm' }, { mentions: 'vllm' }] }

export const rule: Rule = {
  id: 'chatglm-vllm-num-hidden-layers',
  severity: 'crash',
  freezeCheck: 'with-model',
  basis: 'reports',
  about: { anyOf: [{ error: message }, chatGlm2AndLater] },
  symptoms: { error: message, decisive: true },
  // whoever asks for the usual name: vLLM, or transformers itself from 4.56 on
  environment: { anyOf: [{ error: message }, { package: 'transformers', range: '>=4.56.0' }] },
  fixes: [
    { ...knownGood, unless: { anyOf: [inVllm, firstChatGlm] } },
    knownGoodFirst,
    { id: 'newer-vllm', command: 'pip install -U vllm', when: inVllm },
    {
      id: 'usual-name',
      code: `import json
from pathlib import Path

path = Path("MODEL/config.json")
config = json.loads(path.read_text(encoding="utf-8"))
config["num_hidden_layers"] = config["num_layers"]
config["model_type"] = "chatglm"
path.write_text(json.dumps(config, ensure_ascii=False, indent=2), encoding="utf-8")`,
    },
  ],
  links: [
    {
      url: 'https://github.com/vllm-project/vllm/issues/2284',
      label: 'vLLM #2284',
      what: { en: 'ChatGLM3 with vLLM 0.2.6', zh_CN: 'ChatGLM3 遇上 vLLM 0.2.6' },
    },
    {
      url: 'https://github.com/vllm-project/vllm/issues/1713',
      label: 'vLLM #1713',
      what: { en: '`model_type` has to be right', zh_CN: '`model_type` 要写对' },
    },
    {
      url: 'https://github.com/huggingface/transformers/pull/40454',
      label: 'transformers #40454',
      what: { en: 'the same question, put to another model', zh_CN: '别的模型也碰到同样的问题' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM’s configuration says num_layers where num_hidden_layers is asked for',
      symptom:
        "Starting or generating stops with `'ChatGLMConfig' object has no attribute 'num_hidden_layers'`.",
      verdict: {
        confirmed:
          'ChatGLM’s configuration calls the number of layers `num_layers`; the program that reads it here asks for `num_hidden_layers`.',
        'at-risk':
          'With model files of {model|ChatGLM} from before 2025, transformers {transformers|4.56 and later} will fail on the first text it generates. Training alone is not affected.',
      },
      cause:
        'ChatGLM’s own code never had the usual name, so programs that do not know this model fail: an old vLLM, a vLLM that is given the wrong `model_type`, or `generate` of transformers from 4.56 on.',
      fixes: {
        'known-good-pair': knownGoodWords.en,
        'known-good-first': knownGoodFirstWords.en,
        'newer-vllm': {
          title: 'Install a newer vLLM, which knows ChatGLM',
          limits:
            'It may bring another torch along: better in an environment of its own, apart from training.',
        },
        'usual-name': {
          title: 'Write the usual name into `config.json` beside the other',
          limits:
            'Good for programs that only read the number. On transformers 4.56 and later, old ChatGLM code stops elsewhere next.',
        },
      },
    },
    zh_CN: {
      name: 'ChatGLM 的配置里只有 num_layers，没有 num_hidden_layers',
      symptom: "启动或生成时报 `'ChatGLMConfig' object has no attribute 'num_hidden_layers'`。",
      verdict: {
        confirmed: 'ChatGLM 的配置里层数叫 `num_layers`，而这里读配置的程序要找的是 `num_hidden_layers`。',
        'at-risk':
          '{model|ChatGLM} 的模型文件如果还是 2025 年以前的，在 transformers {transformers|4.56 及以后的版本} 上一生成文字就会报错。只训练、不生成的话不受影响。',
      },
      cause:
        'ChatGLM 自带的代码从来没有提供过通用的名字，不认识这个模型的程序就会出错：还不支持 ChatGLM 的旧版 vLLM、`model_type` 写错的情况，以及 transformers 4.56 起的 `generate`。',
      fixes: {
        'known-good-pair': knownGoodWords.zh_CN,
        'known-good-first': knownGoodFirstWords.zh_CN,
        'newer-vllm': {
          title: '升级 vLLM，新版认识 ChatGLM',
          limits: '可能会顺带换掉 torch，最好单独建一个环境，别和训练混在一起。',
        },
        'usual-name': {
          title: '在 `config.json` 里补上通用的名字',
          limits: '对只读层数的程序管用。在 transformers 4.56 以上，旧的 ChatGLM 代码接着还会在别处报错。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/srv/vllm/config.py\", line 81, in verify_with_parallel_config\n    total_num_hidden_layers = self.hf_config.num_hidden_layers\nAttributeError: 'ChatGLMConfig' object has no attribute 'num_hidden_layers'",
      verdict: 'confirmed',
      why: 'in vLLM',
    },
    {
      text: "transformers==4.57.6\n  File \"/e/site-packages/transformers/cache_utils.py\", line 1088, in __init__\n    layer_types = [\"full_attention\" for _ in range(config.num_hidden_layers)]\nAttributeError: 'ChatGLMConfig' object has no attribute 'num_hidden_layers'. Did you mean: 'num_layers'?",
      verdict: 'confirmed',
      why: 'in transformers itself',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.56.0',
      verdict: 'at-risk',
      why: 'the model and the release are enough',
    },
  ],
  clean: [
    {
      text: "AttributeError: 'T5GemmaConfig' object has no attribute 'num_hidden_layers'",
      why: 'another model',
    },
    {
      text: "AttributeError: 'ChatGLMConfig' object has no attribute 'max_length'",
      why: 'another value that is missing',
    },
    {
      text: 'base model: THUDM/chatglm3-6b\ntransformers==4.55.4',
      why: 'the last release that does not ask',
    },
  ],
  misses: [{ text: 'vLLM 加载 chatglm3 找不到 num_hidden_layers', why: 'told without the message' }],
}
