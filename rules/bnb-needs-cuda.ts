import type { Condition, Examples, Rule } from './schema'

/** Missing, or invisible because torch finds no GPU: up to 4.44 transformers does not tell the two apart. */
const notUsable: Condition = {
  error:
    'requires (?:Accelerate: .pip install accelerate. and )?the latest version of bitsandbytes|Using .load_in_8bit=True. requires Accelerate',
}
const noGpu: Condition = {
  error:
    'CUDA is required but not available for bitsandbytes|requires CUDA, but CUDA is not available|No GPU found\\. A GPU is needed for quantization|None of the available devices .{0,80}are supported by the bitsandbytes',
}

export const rule: Rule = {
  id: 'bnb-needs-cuda',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'source',
  symptoms: {
    anyOf: [
      { error: notUsable.error, decisive: true },
      { error: noGpu.error, decisive: true },
    ],
  },
  // no release decides it: the machine does
  environment: { anyOf: [notUsable, noGpu] },
  fixes: [
    {
      id: 'look-for-the-gpu',
      command:
        'python -c "import torch; print(torch.__version__, torch.version.cuda, torch.cuda.is_available())"',
    },
    {
      id: 'install-both',
      command: 'python -m pip install accelerate bitsandbytes',
      when: notUsable,
    },
    {
      id: 'without-quantization',
      code: `model = AutoModelForCausalLM.from_pretrained(path, torch_dtype=torch.float32)  # no quantization_config`,
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/transformers/pull/38528',
      label: 'transformers #38528',
      what: { en: 'what the message can mean', zh_CN: '这条提示可能是哪些意思' },
    },
    {
      url: 'https://github.com/leoneversberg/llm-chatbot-rag/issues/1',
      label: 'llm-chatbot-rag #1',
      what: { en: 'both installed, and torch sees no GPU', zh_CN: '两个包都装了，是 torch 找不到显卡' },
    },
    {
      url: 'https://github.com/bitsandbytes-foundation/bitsandbytes/issues/1384',
      label: 'bitsandbytes #1384',
      what: { en: 'the message with bitsandbytes 0.44', zh_CN: 'bitsandbytes 0.44 时的提示' },
    },
  ],
  prose: {
    en: {
      name: 'bitsandbytes is missing, or torch sees no GPU',
      symptom:
        'Loading a model in 8 or 4 bits stops with `requires … the latest version of bitsandbytes`, often right after installing it, or with `CUDA is required but not available`.',
      verdict: {
        confirmed:
          'transformers cannot use bitsandbytes here: torch sees no GPU, or bitsandbytes is not installed in the Python that runs.',
      },
      cause:
        'Older releases of transformers first ask torch whether there is a GPU. If there is none, they behave as if bitsandbytes were not installed and ask you to install it, again and again.',
      fixes: {
        'look-for-the-gpu': {
          title: 'See whether torch finds the GPU: the last word printed has to be True',
          limits:
            'With `None` in the middle, torch was built without CUDA, as a plain `pip install torch` on Windows does: install it again with the command that pytorch.org gives for your system. In Colab or Kaggle, switch the GPU on.',
        },
        'install-both': {
          title: 'If it says True: install both packages into exactly this Python, and restart the notebook',
          limits: 'With torch older than 2.4 write `bitsandbytes==0.45.5`, or pip replaces torch.',
        },
        'without-quantization': {
          title: 'Without an NVIDIA GPU, on a Mac for example: load without quantization',
          limits:
            'Takes four bytes of memory per weight. transformers 4.53 or newer with bitsandbytes 0.46 or newer can quantize on the CPU, slowly.',
        },
      },
    },
    zh_CN: {
      name: '没装 bitsandbytes，或者 torch 找不到显卡',
      symptom:
        '用 8 比特或 4 比特加载模型时报 `requires … the latest version of bitsandbytes`，常常是刚装好也照样报；或者报 `CUDA is required but not available`。',
      verdict: {
        confirmed:
          'transformers 用不了 bitsandbytes：要么 torch 找不到显卡，要么运行脚本的 Python 里没装 bitsandbytes。',
      },
      cause:
        '较旧的 transformers 会先问 torch 有没有显卡；没有的话，就当 bitsandbytes 没装，于是装多少遍它都还让你装。',
      fixes: {
        'look-for-the-gpu': {
          title: '先看 torch 能不能找到显卡：打印的最后一项应该是 True',
          limits:
            '中间是 `None`，说明 torch 不带 CUDA（在 Windows 上直接 `pip install torch` 就会这样），到 pytorch.org 按自己的系统选好命令重装。用 Colab 或 Kaggle 的话，先打开 GPU。',
        },
        'install-both': {
          title: '如果是 True，就把两个包装进正在用的这个 Python，再重启 notebook',
          limits: 'torch 低于 2.4 时要写成 `bitsandbytes==0.45.5`，不然 pip 会把 torch 换掉。',
        },
        'without-quantization': {
          title: '没有 NVIDIA 显卡（比如 Mac）：不量化，直接加载',
          limits:
            '每个参数占 4 字节内存。transformers 4.53 以上配 bitsandbytes 0.46 以上可以在 CPU 上量化，但很慢。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'transformers==4.39.0\nbitsandbytes==0.43.1\nImportError: Using `bitsandbytes` 8-bit quantization requires Accelerate: `pip install accelerate` and the latest version of bitsandbytes: `pip install -i https://index.invalid/simple/ bitsandbytes`',
      verdict: 'confirmed',
      why: 'the words of 4.38 to 4.42',
    },
    {
      text: 'ImportError: Using `bitsandbytes` 4-bit quantization requires the latest version of bitsandbytes: `pip install -U bitsandbytes`',
      verdict: 'confirmed',
      why: 'the words of 4.43 to 4.57',
    },
    {
      text: 'ImportError: Using `load_in_8bit=True` requires Accelerate: `pip install accelerate` and the latest version of bitsandbytes `pip install -i https://index.invalid/simple/ bitsandbytes` or pip install bitsandbytes`',
      verdict: 'confirmed',
      why: 'the words of 4.37 and before',
    },
    {
      text: 'RuntimeError: None of the available devices `available_devices = None` are supported by the bitsandbytes version you have installed: `bnb_supported_devices = {"cuda", "hpu"}`.',
      verdict: 'confirmed',
      why: 'a release that looks for other devices too',
    },
    {
      text: 'RuntimeError: No GPU found. A GPU is needed for quantization.',
      verdict: 'confirmed',
      why: 'bitsandbytes is there, the GPU is not',
    },
  ],
  clean: [
    {
      text: 'ImportError: Using `bitsandbytes` 4-bit quantization requires bitsandbytes: `pip install -U bitsandbytes>=0.46.1`',
      why: 'transformers 5, which wants a newer release',
    },
    {
      text: "ImportError: Using `bitsandbytes` 8-bit quantization requires Accelerate: `pip install 'accelerate>=0.26.0'`",
      why: 'Accelerate alone is missing',
    },
    {
      text: 'ImportError: Using the `Trainer` with `PyTorch` requires `accelerate>=0.26.0`',
      why: 'the Trainer’s own wish',
    },
  ],
  misses: [{ text: 'I installed bitsandbytes twice and it still says I need it', why: 'not the message' }],
}
