import type { Examples, Rule } from './schema'
import { anyChatGlm } from './tables/chatglm'

export const rule: Rule = {
  id: 'bnb-frozenset-discard',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: { error: '.frozenset. object has no attribute .discard.', decisive: true },
  environment: { package: 'transformers', range: '>=4.45.0,<4.50.0' },
  fixes: [
    {
      id: 'look-for-the-gpu',
      command:
        'python -c "import torch; print(torch.__version__, torch.version.cuda, torch.cuda.is_available())"',
    },
    {
      id: 'newer-transformers',
      command: 'pip install "transformers>=4.57.0,<5"',
      unless: anyChatGlm,
      installs: { package: 'transformers', range: '>=4.50.0' },
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/transformers/issues/36949',
      label: 'transformers #36949',
      what: { en: 'the faulty line, in 4.49.0', zh_CN: '4.49.0 里出错的那一行' },
    },
    {
      url: 'https://github.com/huggingface/transformers/issues/36371',
      label: 'transformers #36371',
      what: { en: 'the same on Windows', zh_CN: 'Windows 上的同样报错' },
    },
  ],
  prose: {
    en: {
      name: 'torch sees no GPU, and transformers reports it with the wrong error',
      symptom:
        "Loading a model with bitsandbytes stops with `'frozenset' object has no attribute 'discard'`.",
      verdict: {
        confirmed:
          'torch finds no GPU here, and transformers {transformers|4.45 to 4.49} fails while it is about to say so.',
      },
      cause:
        'transformers found only the CPU and was about to say that this is not enough; a slip in that very code raises this error instead. The usual reason is a torch built without CUDA, or a driver that torch cannot use.',
      fixes: {
        'look-for-the-gpu': {
          title: 'See whether torch finds the GPU: the last word printed has to be True',
          limits:
            'With `None` in the middle, torch was built without CUDA: install it again with the command that pytorch.org gives for your system. With a number and False, it is the driver, or `CUDA_VISIBLE_DEVICES`.',
        },
        'newer-transformers': {
          title: 'To run without a GPU: install transformers 4.57',
          limits:
            'Then bitsandbytes 0.46 or newer quantizes on the CPU, slowly. It does not bring a GPU back.',
        },
      },
    },
    zh_CN: {
      name: 'torch 找不到显卡，transformers 报的却是另一个错',
      symptom: "用 bitsandbytes 加载模型时报 `'frozenset' object has no attribute 'discard'`。",
      verdict: {
        confirmed:
          'torch 在这里找不到显卡；transformers {transformers|4.45 到 4.49} 本想提示这一点，自己的代码却先报了错。',
      },
      cause:
        'transformers 只找到了 CPU，正要提示“这样不行”，偏偏这段代码有个笔误，结果抛出了这个不相干的错。多半是装了不带 CUDA 的 torch，或者 torch 用不了现在的显卡驱动。',
      fixes: {
        'look-for-the-gpu': {
          title: '先看 torch 能不能找到显卡：打印的最后一项应该是 True',
          limits:
            '中间是 `None`，说明 torch 不带 CUDA，到 pytorch.org 按自己的系统选好命令重装；有版本号但最后是 False，就要查驱动或 `CUDA_VISIBLE_DEVICES`。',
        },
        'newer-transformers': {
          title: '本来就没有显卡的话，把 transformers 升到 4.57',
          limits: '配上 bitsandbytes 0.46 以上可以在 CPU 上量化，但很慢。显卡找不到的问题，升级解决不了。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/e/site-packages/transformers/integrations/bitsandbytes.py", line 499, in _validate_bnb_multi_backend_availability\n    available_devices.discard("cpu")\nAttributeError: \'frozenset\' object has no attribute \'discard\'',
      verdict: 'confirmed',
      why: 'the message in its traceback',
    },
    {
      text: "transformers 4.45.2\nAttributeError: 'frozenset' object has no attribute 'discard'",
      verdict: 'confirmed',
      why: 'the first release that has the slip',
    },
    {
      text: "transformers==4.50.0\nAttributeError: 'frozenset' object has no attribute 'discard'",
      verdict: 'ruled-out',
      why: 'repaired in 4.50',
    },
  ],
  clean: [
    { text: 'transformers==4.49.0\nbitsandbytes==0.46.0', why: 'the versions alone are no risk' },
    { text: "AttributeError: 'frozenset' object has no attribute 'add'", why: 'another method' },
  ],
  misses: [{ text: '4.49 loads nothing in 4 bit, something about a frozen set', why: 'not the message' }],
}
