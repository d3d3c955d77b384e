import type { Examples, Rule } from './schema'

const asserted = [
  { error: '^AssertionError\\b', within: 'assert self\\.padding_side == .left' },
  { error: 'AssertionError.{0,60}padding_side == .left' },
]

export const rule: Rule = {
  id: 'chatglm-padding-side-assert',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'source',
  symptoms: { anyOf: asserted.map((line) => ({ ...line, decisive: true })) },
  // no release decides it: the setting does
  environment: { anyOf: asserted },
  fixes: [
    { id: 'pad-left', code: 'tokenizer.padding_side = "left"' },
    {
      id: 'mend-the-saved-setting',
      code: `import json
from pathlib import Path

path = Path("SAVED/tokenizer_config.json")
config = json.loads(path.read_text(encoding="utf-8"))
config["padding_side"] = "left"
path.write_text(json.dumps(config, ensure_ascii=False, indent=2), encoding="utf-8")`,
    },
  ],
  links: [
    {
      url: 'https://github.com/hiyouga/LlamaFactory/issues/1340',
      label: 'LlamaFactory #1340',
      what: { en: 'the maintainer’s answer', zh_CN: '维护者的答复' },
    },
    {
      url: 'https://github.com/czk1997/chatglm3-copy',
      label: 'chatglm3-copy',
      what: { en: 'a copy of the code with the assert', zh_CN: '带这句 assert 的代码（副本）' },
    },
  ],
  prose: {
    en: {
      name: 'ChatGLM’s tokenizer pads on the left only',
      symptom: 'Padding a batch stops with an `AssertionError` at `assert self.padding_side == "left"`.',
      verdict: {
        confirmed:
          'The tokenizer is set to pad on the right, and ChatGLM’s own code can only pad on the left.',
      },
      cause:
        'ChatGLM’s tokenizer has padding of its own, written for the left side, and stops when asked for the right. Training scripts often set the right side, and an export stores it in `tokenizer_config.json`.',
      fixes: {
        'pad-left': {
          title: 'Pad on the left',
          limits: 'Write it after the tokenizer is loaded, and after any line that sets the right side.',
        },
        'mend-the-saved-setting': {
          title: 'For a saved model: correct its `tokenizer_config.json` (`SAVED` is its folder)',
          limits: 'Some frameworks set the side by themselves; change it there too.',
        },
      },
    },
    zh_CN: {
      name: 'ChatGLM 的分词器只能在左边填充',
      symptom: '一做填充就停在 `assert self.padding_side == "left"`，报 `AssertionError`。',
      verdict: {
        confirmed: '分词器被设成了右填充，而 ChatGLM 自带的代码只会左填充。',
      },
      cause:
        'ChatGLM 的分词器自己写了填充，只考虑左边，设成右边就直接报错。不少训练脚本会设成右填充，导出时还会写进 `tokenizer_config.json`。',
      fixes: {
        'pad-left': {
          title: '改成左填充',
          limits: '要写在加载分词器之后，也要写在所有设成右填充的语句之后。',
        },
        'mend-the-saved-setting': {
          title: '已经存下来的模型：改它的 `tokenizer_config.json`（`SAVED` 换成模型目录）',
          limits: '有些框架会自己设填充方向，那里也要改。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/w/glm/tokenization_chatglm.py", line 231, in _pad\n    assert self.padding_side == "left"\nAssertionError',
      verdict: 'confirmed',
      why: 'the end of a traceback',
    },
    {
      text: '[rank0]:   File "/w/glm/tokenization_chatglm.py", line 231, in _pad\n[rank0]:     assert self.padding_side == "left"\n[rank0]: AssertionError',
      verdict: 'confirmed',
      why: 'a distributed run',
    },
  ],
  clean: [
    {
      text: '  File "train.py", line 4, in main\n    assert len(data) > 0\nAssertionError',
      why: 'another assert',
    },
    { text: 'tokenizer.padding_side = "right"\nbase model: THUDM/chatglm3-6b', why: 'nothing has failed' },
    {
      text: "TypeError: ChatGLMTokenizer._pad() got an unexpected keyword argument 'padding_side'",
      why: 'the argument of newer releases',
    },
  ],
  misses: [{ text: 'chatglm 右填充报断言错误', why: 'told without the traceback' }],
}
