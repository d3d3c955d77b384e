import type { Condition, Examples, Rule } from './schema'

/** Functions of the compiled library, by the beginnings of their names. */
const FUNCTION =
  'c(?:adam|adagrad|lion|momentum|rmsprop|lars|lamb|(?:de)?quantize|get_|igemm|gemm|percentile|cu)'

/** Said when bitsandbytes stops at its import, or later, when something calls it in vain. */
const failures = [
  'CUDA Setup failed despite GPU being available',
  'CUDA SETUP: (?:Setup Failed|CUDA detection failed|Something unexpected happened)',
  'CUDA SETUP ERROR: Missing dependency',
  'CUDA VERSION MISMATCH',
  'Forgot to compile the bitsandbytes library',
  'Attempted to use bitsandbytes native library functionality',
  'not available in CPU-only version of bitsandbytes',
].join('|')

/** The processor's library was loaded, and a function of the GPU's is called. */
const called = `(?:libbitsandbytes_cpu[^\\n]{0,8}undefined symbol: |.NoneType. object has no attribute .|function .)(?!cadam32bit_grad_fp32)${FUNCTION}`

const inErrors = `${failures}|${called}`
const inWarnings = `${failures}|libbitsandbytes_cpu[^\\n]{0,8}undefined symbol: (?!cadam32bit_grad_fp32)c\\w`

/** Said on import, and harmless where nothing is quantized: PEFT imports bitsandbytes whenever it is there. */
const saidOnImport = [
  'bitsandbytes was compiled without GPU support',
  'undefined symbol: cadam32bit_grad_fp32',
  'CUDA SETUP: Required library version not found',
  'CUDA Setup failed despite CUDA being available',
  'Configured (?:CUDA|ROCm) binary not found',
  'Could not find the bitsandbytes (?:CUDA|ROCm) binary',
  'Could not load bitsandbytes native library',
].join('|')

const said: Condition = {
  anyOf: [
    { warning: saidOnImport },
    { error: `${saidOnImport}|.NoneType. object has no attribute .cadam32bit_grad_fp32` },
  ],
}

export const rule: Rule = {
  id: 'bnb-cuda-setup',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'reports',
  symptoms: {
    anyOf: [
      { error: inErrors, decisive: true },
      { warning: inWarnings, decisive: true },
    ],
  },
  // no release decides it: what torch and the system have of CUDA does
  environment: { anyOf: [{ error: inErrors }, { warning: inWarnings }, said] },
  fixes: [
    {
      id: 'look-for-the-gpu',
      command:
        'python -c "import torch; print(torch.__version__, torch.version.cuda, torch.cuda.is_available())"',
      // raised only where torch does find it
      unless: { error: 'despite GPU being available' },
    },
    {
      id: 'for-older-torch',
      command: 'pip uninstall -y bitsandbytes bitsandbytes-windows && pip install "bitsandbytes==0.45.5"',
      when: { package: 'torch', range: '>=2.0.0,<2.4.0' },
      unless: { package: 'bitsandbytes', range: '>=0.45.5' },
      installs: { package: 'bitsandbytes', range: '>=0.43.0,<0.46.0' },
    },
    {
      id: 'newest',
      command: 'pip uninstall -y bitsandbytes bitsandbytes-windows && pip install -U bitsandbytes',
      unless: { package: 'torch', range: '<2.4.0' },
      installs: { package: 'bitsandbytes', range: '>=0.43.0' },
    },
    {
      id: 'library-path',
      command: 'export LD_LIBRARY_PATH=/usr/local/cuda/lib64:$LD_LIBRARY_PATH',
      unless: { package: 'bitsandbytes', range: '>=0.43.0' },
    },
    {
      id: 'another-binary',
      command: 'export BNB_CUDA_VERSION=126',
      workaround: true,
    },
  ],
  links: [
    {
      url: 'https://github.com/bitsandbytes-foundation/bitsandbytes/issues/1510',
      label: 'bitsandbytes #1510',
      what: { en: 'no file yet for CUDA 12.8', zh_CN: '当时还没有 CUDA 12.8 的文件' },
    },
    {
      url: 'https://github.com/bitsandbytes-foundation/bitsandbytes/issues/459',
      label: 'bitsandbytes #459',
      what: { en: 'the undefined symbol, and the upgrade', zh_CN: 'undefined symbol，升级解决' },
    },
    {
      url: 'https://github.com/bitsandbytes-foundation/bitsandbytes/issues/651',
      label: 'bitsandbytes #651',
      what: { en: 'the path, and Windows', zh_CN: '设置路径，以及 Windows 上的情况' },
    },
    {
      url: 'https://huggingface.co/docs/bitsandbytes/installation',
      label: 'bitsandbytes',
      what: { en: 'which CUDA versions each release brings', zh_CN: '各版本自带哪些 CUDA 版本的文件' },
    },
  ],
  prose: {
    en: {
      name: 'bitsandbytes has no library for this GPU setup',
      symptom:
        'Quantizing or an 8-bit optimizer stops with `CUDA Setup failed despite GPU being available` or `libbitsandbytes_cpu.so: undefined symbol`.',
      verdict: {
        confirmed:
          'bitsandbytes {bitsandbytes|(version not stated)} could not load its compiled library for the GPU, so nothing in 8 or 4 bits runs.',
        'at-risk':
          'bitsandbytes {bitsandbytes|(version not stated)} found no library for the GPU: work in 8 or 4 bits will fail. If you train in 16 or 32 bits, ignore the line.',
      },
      cause:
        'bitsandbytes brings one compiled file for each CUDA version and looks for the one of your torch. It finds none when torch has a newer CUDA than this bitsandbytes knows, when torch was built without CUDA, or, before 0.43, on Windows and where the CUDA libraries are not on the path.',
      fixes: {
        'look-for-the-gpu': {
          title: 'See whether torch finds the GPU: the last word printed has to be True',
          limits:
            'With `None` in the middle, torch was built without CUDA, and no bitsandbytes helps: install torch again with the command that pytorch.org gives for your system.',
        },
        'for-older-torch': {
          title: 'Install bitsandbytes 0.45.5, the last for torch 2.0 and 2.1',
          limits:
            'It has files for CUDA 11.7 to 12.8, on Linux and Windows. A newer bitsandbytes would replace your torch.',
        },
        newest: {
          title: 'Install the newest bitsandbytes',
          limits:
            'From 0.43 on it runs on Windows as it is, so `bitsandbytes-windows` has to go. It wants torch 2.4 or newer and would replace an older one: with torch 2.0 to 2.3 install `bitsandbytes==0.45.5`.',
        },
        'library-path': {
          title: 'If this old bitsandbytes has to stay on Linux: put CUDA’s libraries on the path',
          limits:
            'Give the folder with `libcudart.so` of the CUDA version that torch names. Of no use where bitsandbytes has no file for that version.',
        },
        'another-binary': {
          title: 'Have it load its file for a neighbouring CUDA version, here 12.6',
          limits:
            'Name one of which there is a `libbitsandbytes_cuda….so` in the folder of bitsandbytes and whose libraries are installed. On Windows: `set BNB_CUDA_VERSION=126`.',
        },
      },
      noFix:
        'Copying `libbitsandbytes_cuda….so` over `libbitsandbytes_cpu.so`, as is often advised, hides the message. If the versions do not fit, it fails later and less clearly.',
    },
    zh_CN: {
      name: 'bitsandbytes 没有适合当前显卡环境的库文件',
      symptom:
        '量化加载或使用 8 比特优化器时报 `CUDA Setup failed despite GPU being available`，或 `libbitsandbytes_cpu.so: undefined symbol`。',
      verdict: {
        confirmed:
          'bitsandbytes {bitsandbytes|（版本未写明）} 没能加载给显卡用的库文件，8 比特和 4 比特的功能都用不了。',
        'at-risk':
          'bitsandbytes {bitsandbytes|（版本未写明）} 没找到给显卡用的库，8 比特、4 比特一用就会出错。如果只用 float16、bfloat16 或 float32 训练，可以不管这行提示。',
      },
      cause:
        'bitsandbytes 为每个 CUDA 版本各带一个编译好的文件，按 torch 的 CUDA 版本去找。torch 的 CUDA 比它认识的新，或者 torch 不带 CUDA，就找不到；0.43 之前在 Windows 上、或 CUDA 库不在搜索路径里，也会这样。',
      fixes: {
        'look-for-the-gpu': {
          title: '先看 torch 能不能找到显卡：打印的最后一项应该是 True',
          limits:
            '中间是 `None`，说明 torch 不带 CUDA，换哪版 bitsandbytes 都没用：到 pytorch.org 按自己的系统选好命令，重装 torch。',
        },
        'for-older-torch': {
          title: '装 bitsandbytes 0.45.5，torch 2.0、2.1 能用的最后一版',
          limits: 'Linux 和 Windows 都有 CUDA 11.7 到 12.8 的文件。再新的版本会把现在的 torch 换掉。',
        },
        newest: {
          title: '装最新的 bitsandbytes',
          limits:
            '从 0.43 起直接支持 Windows，所以要先卸掉 `bitsandbytes-windows`。最新版需要 torch 2.4 以上，会替换掉更旧的 torch；torch 2.0 到 2.3 请装 `bitsandbytes==0.45.5`。',
        },
        'library-path': {
          title: '如果在 Linux 上必须留着这个旧版：把 CUDA 的库目录加进搜索路径',
          limits:
            '目录里要有 `libcudart.so`，CUDA 版本要和 torch 的一致。bitsandbytes 没带这个版本的文件时，加了也没用。',
        },
        'another-binary': {
          title: '让它改用相近 CUDA 版本的文件，这里以 12.6 为例',
          limits:
            '所选版本在 bitsandbytes 目录里要有对应的 `libbitsandbytes_cuda….so`，而且系统里装了这个版本的 CUDA 库。Windows 上写 `set BNB_CUDA_VERSION=126`。',
        },
      },
      noFix:
        '网上常见的办法是用 `libbitsandbytes_cuda….so` 覆盖 `libbitsandbytes_cpu.so`。这只是把提示盖住，版本不合的话，后面会出更难看懂的错。',
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'CUDA SETUP: Detected CUDA version 123\nRuntimeError: \n        CUDA Setup failed despite GPU being available. Please run the following command to get more information:\n\n        python -m bitsandbytes',
      verdict: 'confirmed',
      why: 'the exception of 0.37 to 0.43.0, whose message begins on the next line',
    },
    {
      text: 'AttributeError: /e/lib/python3.10/site-packages/bitsandbytes/libbitsandbytes_cpu.so: undefined symbol: cget_col_row_stats',
      verdict: 'confirmed',
      why: 'a function of the GPU’s library in the processor’s',
    },
    {
      text: "    lib.cquantize_blockwise_bf16_nf4(*args)\nAttributeError: 'NoneType' object has no attribute 'cquantize_blockwise_bf16_nf4'",
      verdict: 'confirmed',
      why: 'no library at all',
    },
    {
      text: "Could not find the bitsandbytes CUDA binary at WindowsPath('D:/e/Lib/site-packages/bitsandbytes/libbitsandbytes_cuda128.dll')",
      verdict: 'at-risk',
      why: 'the line of 0.43.1 to 0.45, on import',
    },
    {
      text: '🚨 CUDA VERSION MISMATCH 🚨\nRequested CUDA version:          13.0\nRuntimeError: Attempted to use bitsandbytes native library functionality but it is not available.',
      verdict: 'confirmed',
      why: 'the words of 0.46 and later',
    },
    {
      text: "C:\\e\\site-packages\\bitsandbytes\\cextension.py:34: UserWarning: The installed version of bitsandbytes was compiled without GPU support. 8-bit optimizers, 8-bit multiplication, and GPU quantization are unavailable.\n'NoneType' object has no attribute 'cadam32bit_grad_fp32'",
      verdict: 'at-risk',
      why: 'said on import; nothing failed yet',
    },
  ],
  clean: [
    { text: 'bitsandbytes==0.41.0\ntorch==2.0.1', why: 'versions do not decide it' },
    {
      text: 'CUDA SETUP: Loading binary /e/site-packages/bitsandbytes/libbitsandbytes_cuda117.so...',
      why: 'the right file is loaded',
    },
    {
      text: 'ImportError: /e/flash_attn_2_cuda.cpython-310-x86_64-linux-gnu.so: undefined symbol: _ZN2at4_ops5zeros',
      why: 'another library',
    },
    { text: "AttributeError: 'NoneType' object has no attribute 'cuda'", why: 'no function of the library' },
  ],
  misses: [{ text: 'bitsandbytes 找不到我的显卡，Windows 上怎么装', why: 'told without the message' }],
}
