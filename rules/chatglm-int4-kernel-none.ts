import type { Condition, Examples, Rule } from './schema'

const noKernels: Condition = {
  error: 'NoneType.? object has no attribute .?int[48]Weight(?:Extraction|Compression)',
}

export const rule: Rule = {
  id: 'chatglm-int4-kernel-none',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'reports',
  symptoms: { ...noKernels, decisive: true },
  // the log line comes first and stops nothing yet
  environment: { anyOf: [noKernels, { warning: 'Failed to load cpm_kernels' }] },
  fixes: [
    {
      id: 'install-kernels',
      command: 'pip install cpm_kernels',
      unless: { package: 'cpm-kernels' },
    },
    {
      id: 'bitsandbytes',
      code: `from transformers import AutoModel, BitsAndBytesConfig

model = AutoModel.from_pretrained(
    "THUDM/chatglm2-6b",
    trust_remote_code=True,
    device_map="auto",
    quantization_config=BitsAndBytesConfig(load_in_4bit=True),
)`,
    },
  ],
  links: [
    {
      url: 'https://github.com/zai-org/ChatGLM-6B/issues/1393',
      label: 'ChatGLM-6B #1393',
      what: { en: 'installing the package helped', zh_CN: '装上这个包就好了' },
    },
    {
      url: 'https://github.com/zai-org/ChatGLM-6B/issues/1354',
      label: 'ChatGLM-6B #1354',
      what: { en: 'the log line that comes before', zh_CN: '报错之前的那行日志' },
    },
    {
      url: 'https://github.com/wenda-LLM/wenda/issues/419',
      label: 'wenda #419',
      what: { en: 'installed, but a CUDA library is missing', zh_CN: '装了包，但缺 CUDA 的库' },
    },
  ],
  prose: {
    en: {
      name: 'The GPU code for quantized ChatGLM (cpm_kernels) was not loaded',
      symptom:
        "Quantizing, or the first answer, stops with `'NoneType' object has no attribute 'int4WeightExtractionHalf'`.",
      verdict: {
        confirmed:
          'The model’s own quantization needs the package `cpm_kernels`, which was not loaded: it is not installed, or it did not find CUDA.',
        'at-risk':
          'The package `cpm_kernels` could not be loaded. That only matters if the model is quantized to int4 or int8 by its own code: then it fails as soon as it computes.',
      },
      cause:
        'ChatGLM’s `quantization.py` tries to load `cpm_kernels`; where that fails it prints `Failed to load cpm_kernels` and goes on. The fault shows later, when the first weight is unpacked.',
      fixes: {
        'install-kernels': {
          title: 'Install the package `cpm_kernels`',
          limits:
            'It needs an NVIDIA GPU and the CUDA libraries. If it is installed already, what stands after `Failed to load cpm_kernels` names the library that is missing.',
        },
        bitsandbytes: {
          title: 'Quantize with bitsandbytes instead of `model.quantize()`',
          limits:
            'Takes the full weights, not the `-int4` ones, and an NVIDIA GPU. This is also the way to train an adapter on a 4-bit base.',
        },
      },
    },
    zh_CN: {
      name: '量化版 ChatGLM 要用的 cpm_kernels 没加载上',
      symptom: "量化时或回答第一句话时报 `'NoneType' object has no attribute 'int4WeightExtractionHalf'`。",
      verdict: {
        confirmed:
          '模型自带的量化功能离不开 `cpm_kernels` 这个包，而它没有加载上：要么没装，要么装了却找不到 CUDA。',
        'at-risk':
          '`cpm_kernels` 没能加载。只有用模型自带的 int4 或 int8 量化时才有影响，一开始计算就会报错；不量化可以不管。',
      },
      cause:
        'ChatGLM 的 `quantization.py` 加载 `cpm_kernels` 失败时只打印一行 `Failed to load cpm_kernels`，然后继续往下走。要等到第一次解开权重，才真正报错。',
      fixes: {
        'install-kernels': {
          title: '装上 `cpm_kernels`',
          limits:
            '需要 NVIDIA 显卡和 CUDA 的库。已经装了还报错，就看 `Failed to load cpm_kernels` 后面写的是缺哪个库。',
        },
        bitsandbytes: {
          title: '不用 `model.quantize()`，改用 bitsandbytes 量化',
          limits:
            '要下载完整权重，不能用 `-int4` 的那份，也需要 NVIDIA 显卡。想在 4 比特的基座上训练适配器，本来也该这么做。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/cache/chatglm2-6b-int4/quantization.py\", line 81, in extract_weight_to_half\n    func = kernels.int4WeightExtractionHalf\nAttributeError: 'NoneType' object has no attribute 'int4WeightExtractionHalf'",
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: "AttributeError: 'NoneType' object has no attribute 'int4WeightCompression'",
      verdict: 'confirmed',
      why: 'while quantising, before any answer',
    },
    {
      text: "Failed to load cpm_kernels:name 'CPUKernel' is not defined",
      verdict: 'at-risk',
      why: 'the line that comes before it',
    },
  ],
  clean: [
    {
      text: "AttributeError: 'NoneType' object has no attribute 'cquantize_blockwise_fp16'",
      why: 'bitsandbytes without its library',
    },
    { text: 'base model: THUDM/chatglm2-6b-int4', why: 'the model alone' },
  ],
  misses: [{ text: 'chatglm2-6b-int4 没装 cpm_kernels 就跑不起来', why: 'told without the message' }],
}
