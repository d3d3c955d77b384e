import type { Condition, Examples, Rule } from './schema'

/** Kernels that run on the processor: by their names, or with `cpu` in them. */
const kernel =
  '(?:\\w{0,60}_cpu_?|addmv_impl_cpu|baddbmm_with_gemm|LayerNormKernelImpl|RowwiseMomentsImpl|softmax_lastdim_kernel_impl|unfolded2d_copy)'

const noKernel: Condition = { error: `"${kernel}" not implemented for .Half.` }

export const rule: Rule = {
  id: 'half-on-cpu',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'reports',
  symptoms: { ...noKernel, decisive: true },
  // no release decides it: where the model lies does
  environment: noKernel,
  fixes: [
    {
      id: 'look-for-the-gpu',
      command:
        'python -c "import torch; print(torch.__version__, torch.version.cuda, torch.cuda.is_available())"',
    },
    { id: 'to-the-gpu', code: 'model = model.half().cuda()' },
    { id: 'float', code: 'model = model.float()  # in place of .half() and .cuda()' },
    {
      id: 'newer-torch',
      command: 'pip install "torch>=2.3"',
      when: { package: 'torch', range: '<2.3.0' },
      workaround: true,
      installs: { package: 'torch', range: '>=2.3.0' },
    },
  ],
  links: [
    {
      url: 'https://github.com/zai-org/VisualGLM-6B/issues/30',
      label: 'VisualGLM-6B #30',
      what: { en: '`.float()` on the CPU', zh_CN: 'CPU 上要用 `.float()`' },
    },
    {
      url: 'https://github.com/bigscience-workshop/petals/issues/432',
      label: 'petals #432',
      what: { en: 'float32, or the GPU', zh_CN: '用 float32，或者放到显卡上' },
    },
    {
      url: 'https://github.com/zai-org/ChatGLM3/issues/628',
      label: 'ChatGLM3 #628',
      what: { en: 'the model was on the CPU', zh_CN: '模型其实在 CPU 上' },
    },
  ],
  prose: {
    en: {
      name: 'A float16 model runs on the CPU',
      symptom: 'The model stops at its first word with `"addmm_impl_cpu_" not implemented for \'Half\'`.',
      verdict: {
        confirmed: 'The model is float16 and runs on the CPU, where this torch cannot compute in float16.',
      },
      cause:
        'float16 is made for GPUs; an older torch cannot compute in float16 on a CPU. Either the model was never moved to the GPU, or torch sees no GPU, or the GPU was full and some layers stayed behind.',
      fixes: {
        'look-for-the-gpu': {
          title: 'See whether torch finds the GPU: the last word printed has to be True',
          limits:
            'With `None` in the middle, torch was built without CUDA: install it again with the command that pytorch.org gives for your system.',
        },
        'to-the-gpu': {
          title: 'If torch finds the GPU: move the model to it, and the inputs too',
          limits: 'With `device_map="auto"` a full GPU leaves layers behind: load in 8 or 4 bits instead.',
        },
        float: {
          title: 'Without a GPU: compute in float32',
          limits: 'Takes twice the memory, about 25 GB for a model of 6 billion weights, and is slow.',
        },
        'newer-torch': {
          title: 'Install a newer torch, which can compute in float16 on a CPU',
          limits: 'Very slow; only worth it where float32 does not fit into memory.',
        },
      },
    },
    zh_CN: {
      name: 'float16 模型跑在了 CPU 上',
      symptom: '模型还没吐出第一个字就报 `"addmm_impl_cpu_" not implemented for \'Half\'`。',
      verdict: {
        confirmed: '模型是 float16（半精度），却在 CPU 上运行，而这版 torch 在 CPU 上算不了 float16。',
      },
      cause:
        'float16 是给显卡用的，旧版 torch 在 CPU 上算不了。要么模型没移到显卡上，要么 torch 找不到显卡，要么显存不够，有几层留在了内存里。',
      fixes: {
        'look-for-the-gpu': {
          title: '先看 torch 能不能找到显卡：打印的最后一项应该是 True',
          limits: '中间是 `None`，说明 torch 不带 CUDA：到 pytorch.org 按自己的系统选好命令重装。',
        },
        'to-the-gpu': {
          title: 'torch 能找到显卡：把模型和输入都移过去',
          limits: '用 `device_map="auto"` 时显存不够会把一些层留在内存里，这时改用 8 比特或 4 比特加载。',
        },
        float: {
          title: '没有显卡：改用 float32',
          limits: '内存占用翻倍，60 亿参数的模型约 25 GB，而且慢。',
        },
        'newer-torch': {
          title: '升级 torch，新版在 CPU 上也能算 float16',
          limits: '非常慢，只在内存放不下 float32 时才值得一试。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/e/site-packages/torch/nn/modules/linear.py", line 114, in forward\n    return F.linear(input, self.weight, self.bias)\nRuntimeError: "addmm_impl_cpu_" not implemented for \'Half\'',
      verdict: 'confirmed',
      why: 'the message in its traceback',
    },
    {
      text: 'RuntimeError: "LayerNormKernelImpl" not implemented for \'Half\'',
      verdict: 'confirmed',
      why: 'a layer that comes first in other models',
    },
    {
      text: '"slow_conv2d_cpu" not implemented for \'Half\'',
      verdict: 'confirmed',
      why: 'without its class, on an image',
    },
  ],
  clean: [
    {
      text: 'RuntimeError: "_amp_foreach_non_finite_check_and_unscale_cuda" not implemented for \'BFloat16\'',
      why: 'a gradient scaler on bfloat16, on the GPU',
    },
    {
      text: 'RuntimeError: "triu_tril_cuda_template" not implemented for \'BFloat16\'',
      why: 'another precision, on the GPU',
    },
  ],
  misses: [{ text: 'CPU 上跑 ChatGLM 报半精度不支持', why: 'told without the message' }],
}
