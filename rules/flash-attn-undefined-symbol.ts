import type { Condition, Examples, Rule } from './schema'

const unfit = 'flash_attn\\w{0,20}[^\\n]{0,120}undefined symbol'

/** On Windows the system's own words stand for the missing symbol. */
const unfitOnWindows =
  'DLL load failed while importing flash_attn\\w{0,20}[^\\n]{0,4}(?:The specified procedure could not be found|找不到指定的程序)'

const doesNotLoad: Condition = { anyOf: [{ error: unfit }, { warning: unfit }, { error: unfitOnWindows }] }

/** FlashAttention 2 does not run on these at all. */
const tooOld: Condition = { hardware: ['v100', 't4', '2080ti', 'titan', 'p100'] }

export const rule: Rule = {
  id: 'flash-attn-undefined-symbol',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'reports',
  symptoms: {
    anyOf: [
      { error: unfit, decisive: true },
      { warning: unfit, decisive: true },
      { error: unfitOnWindows, decisive: true },
    ],
  },
  // no release decides it: the build does
  environment: doesNotLoad,
  fixes: [
    {
      id: 'build-again',
      command: 'pip uninstall -y flash-attn && pip install flash-attn --no-build-isolation --no-cache-dir',
      unless: tooOld,
    },
    {
      id: 'matching-wheel',
      command:
        'python -c "import sys, torch; print(sys.version_info[:2], torch.__version__, torch._C._GLIBCXX_USE_CXX11_ABI)"',
      unless: tooOld,
    },
    { id: 'without', command: 'pip uninstall -y flash-attn' },
  ],
  links: [
    {
      url: 'https://github.com/Dao-AILab/flash-attention/issues/931',
      label: 'flash-attention #931',
      what: { en: 'which torch a build is for', zh_CN: '各个编译包对应哪版 torch' },
    },
    {
      url: 'https://github.com/Dao-AILab/flash-attention/issues/853',
      label: 'flash-attention #853',
      what: { en: 'TRUE or FALSE in the file name', zh_CN: '文件名里的 TRUE 和 FALSE' },
    },
    {
      url: 'https://github.com/Dao-AILab/flash-attention/issues/1832',
      label: 'flash-attention #1832',
      what: { en: '2.6.3 beside torch 2.6.0', zh_CN: '2.6.3 遇上 torch 2.6.0' },
    },
  ],
  prose: {
    en: {
      name: 'flash-attn was built for another torch',
      symptom: 'Importing stops with `flash_attn_2_cuda….so: undefined symbol`.',
      verdict: {
        confirmed:
          'The installed flash-attn was compiled against another torch than the one that runs here, so it cannot be loaded.',
      },
      cause:
        'flash-attn is compiled code that fits one torch release, one Python version and one of two C++ settings. It breaks when torch is upgraded afterwards, or when the downloaded file was built for others. transformers tries to load it even for models that do not use it.',
      fixes: {
        'build-again': {
          title: 'Install flash-attn again, against the torch that is there now',
          limits:
            'Where no ready file fits, it compiles: that needs `nvcc` of the same CUDA version as torch, and can take an hour.',
        },
        'matching-wheel': {
          title:
            'Print Python, torch and the C++ setting, then download the file with the same `cp…`, `torch…` and `cxx11abi…` from the project’s releases',
          limits: 'All three have to agree. Install it with `pip install --no-deps FILE`.',
        },
        without: {
          title: 'Remove flash-attn: transformers then uses torch’s own attention',
          limits:
            'Take `attn_implementation="flash_attention_2"` out of the script. Little is lost except speed on long texts.',
        },
      },
    },
    zh_CN: {
      name: 'flash-attn 是给另一版 torch 编译的',
      symptom: '导入时报 `flash_attn_2_cuda….so: undefined symbol`。',
      verdict: {
        confirmed: '装着的 flash-attn 是按另一版 torch 编译的，和现在的 torch 对不上，加载不了。',
      },
      cause:
        'flash-attn 是编译好的代码，只配一个 torch 版本、一个 Python 版本和一种 C++ 设置。装完之后又升级了 torch，或者下载的文件有一样不符，就会这样报错。就算模型用不到它，transformers 也会去加载。',
      fixes: {
        'build-again': {
          title: '按现在的 torch 重装 flash-attn',
          limits: '没有现成的文件时要现场编译：需要和 torch 的 CUDA 版本一致的 `nvcc`，可能要等一个小时。',
        },
        'matching-wheel': {
          title:
            '用这条命令查 Python、torch 和 C++ 设置，再到项目的发布页下载 `cp…`、`torch…`、`cxx11abi…` 都对得上的文件',
          limits: '三样都要一致，用 `pip install --no-deps 文件名` 安装。',
        },
        without: {
          title: '卸掉 flash-attn，transformers 会改用 torch 自带的注意力实现',
          limits:
            '脚本里写了 `attn_implementation="flash_attention_2"` 的话要去掉。除了长文本慢一些，没什么损失。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/e/site-packages/flash_attn/flash_attn_interface.py", line 10, in <module>\n    import flash_attn_2_cuda as flash_attn_cuda\nImportError: /e/site-packages/flash_attn_2_cuda.cpython-311-x86_64-linux-gnu.so: undefined symbol: _ZN3c105ErrorC2ENS_14SourceLocationESs',
      verdict: 'confirmed',
      why: 'the message of a traceback',
    },
    {
      text: 'RuntimeError: Failed to import transformers.models.qwen2.modeling_qwen2 because of the following error (look up to see its traceback):\n/opt/conda/lib/python3.10/site-packages/flash_attn_2_cuda.cpython-310-x86_64-linux-gnu.so: undefined symbol: _ZNK3c106SymInt22maybe_as_int_slow_pathEv',
      verdict: 'confirmed',
      why: 'as transformers passes it on',
    },
    {
      text: 'ImportError: DLL load failed while importing flash_attn_2_cuda: 找不到指定的程序。',
      verdict: 'confirmed',
      why: 'the same on Windows',
    },
  ],
  clean: [
    {
      text: 'OSError: /e/site-packages/torchvision/image.so: undefined symbol: _ZN3c1017RegisterOperatorsD1Ev',
      why: 'another package that does not fit torch',
    },
    {
      text: 'ImportError: FlashAttention2 has been toggled on, but it cannot be used due to the following error: the package flash_attn seems to be not installed.',
      why: 'not installed at all',
    },
  ],
  misses: [{ text: 'flash-attn 和 torch 2.6 不兼容，import 就崩', why: 'told without the message' }],
}
