import type { Condition, Examples, Rule } from './schema'

const UNAVAILABLE = '^RuntimeError: Numpy is not available'
const COMPILED = 'module that was compiled using NumPy 1\\.x cannot be run in'
/** What torch's own bridge to NumPy prints; the line above may come from any compiled package. */
const NO_ARRAY_API = 'Failed to initialize NumPy: _ARRAY_API not found'

const numpy2: Condition = { package: 'numpy', range: '>=2.0.0' }

export const rule: Rule = {
  id: 'numpy2-old-torch',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'reports',
  symptoms: {
    anyOf: [
      { warning: NO_ARRAY_API, decisive: true },
      { allOf: [{ error: UNAVAILABLE, decisive: true }, { warning: COMPILED }] },
      { error: UNAVAILABLE },
      { warning: COMPILED },
    ],
  },
  told: '(?:NumPy|numpy) ?(?:1\\.x|2).{0,60}(?:compiled|编译)',
  environment: {
    allOf: [
      // torch says so without NumPy as well; with NumPy 2 it hardly means anything else
      { anyOf: [{ allOf: [{ error: UNAVAILABLE }, { ...numpy2, decisive: true }] }, numpy2] },
      // the first builds of 2.3 for Windows still lacked it
      { package: 'torch', range: '<2.3.0', unsure: ['>=2.3.0.dev0,<2.4.0'] },
    ],
  },
  fixes: [
    {
      id: 'older-numpy',
      command: 'pip install "numpy<2"',
      installs: { package: 'numpy', range: '<2.0.0', chosenFor: 'torch' },
    },
    {
      id: 'newer-torch',
      command: 'pip install "torch==2.4.1" "torchvision==0.19.1"',
      unless: { hardware: ['ascend'] },
      installs: { package: 'torch', range: '>=2.4.0', chosenFor: 'numpy' },
    },
  ],
  links: [
    {
      url: 'https://github.com/pytorch/pytorch/issues/132179',
      label: 'pytorch #132179',
      what: { en: '2.3 is the first torch for NumPy 2', zh_CN: 'torch 2.3 才开始支持 NumPy 2' },
    },
    {
      url: 'https://github.com/securefederatedai/openfederatedlearning/issues/999',
      label: 'openfl #999',
      what: { en: 'torch 2.2.2 with NumPy 2.0', zh_CN: 'torch 2.2.2 搭配 NumPy 2.0' },
    },
    {
      url: 'https://github.com/pytorch/pytorch/issues/128860',
      label: 'pytorch #128860',
      what: { en: 'torch 2.3 on Windows', zh_CN: 'Windows 上的 torch 2.3' },
    },
  ],
  prose: {
    en: {
      name: 'NumPy 2 beside a torch that was built for NumPy 1',
      symptom:
        'Importing torch prints `A module that was compiled using NumPy 1.x cannot be run in NumPy 2`; later `.numpy()` stops with `Numpy is not available`.',
      verdict: {
        confirmed:
          'torch {torch|(version not stated)} was compiled for NumPy 1 and cannot work with NumPy {numpy|2}: no data can be passed between the two.',
        likely:
          'torch finds no NumPy that it can use, and NumPy {numpy|2} is installed: most likely this torch is older than 2.3 and was compiled for NumPy 1.',
        'cannot-tell':
          'torch, or another compiled package, finds no NumPy that it can use; the versions of torch and NumPy would show whether the two are the reason.',
        'at-risk':
          'torch {torch|(version not stated)} was compiled for NumPy 1: with NumPy {numpy|2} it warns on import, and `.numpy()` fails.',
        'ruled-out':
          'torch {torch|(version not stated)} and NumPy {numpy|(version not stated)} go together: another package is the old one, or another environment is running.',
      },
      cause:
        'NumPy 2 changed how compiled packages work with it, which torch supports from 2.3 on. An older torch does not limit NumPy, so pip installs the newest one beside it.',
      fixes: {
        'older-numpy': {
          title: 'Install a NumPy below 2',
          limits:
            'Restart a running notebook afterwards. Packages that were built for NumPy 2 only may then complain in turn.',
        },
        'newer-torch': {
          title: 'Install torch 2.4 or newer, with the torchvision that belongs to it',
          limits:
            'Not on Macs with an Intel processor, where torch ends at 2.2. flash-attn, xformers and the like have to be installed anew.',
        },
      },
    },
    zh_CN: {
      name: 'torch 是按 NumPy 1 编译的，环境里却是 NumPy 2',
      symptom:
        '导入 torch 时打印 `A module that was compiled using NumPy 1.x cannot be run in NumPy 2`，之后一调用 `.numpy()` 就报 `Numpy is not available`。',
      verdict: {
        confirmed:
          'torch {torch|（版本未写明）} 是按 NumPy 1 编译的，用不了 NumPy {numpy|2}：两者之间没法传数据。',
        likely:
          'torch 找不到能用的 NumPy，而环境里装的是 NumPy {numpy|2}：很可能 torch 低于 2.3，是按 NumPy 1 编译的。',
        'cannot-tell':
          'torch 或者别的编译包找不到能用的 NumPy；是不是这两者不兼容，要看 torch 和 NumPy 的版本。',
        'at-risk':
          'torch {torch|（版本未写明）} 是按 NumPy 1 编译的：搭配 NumPy {numpy|2}，导入时会警告，调用 `.numpy()` 会报错。',
        'ruled-out':
          'torch {torch|（版本未写明）} 和 NumPy {numpy|（版本未写明）} 是兼容的：要么旧的是别的包，要么实际运行的是另一个环境。',
      },
      cause:
        'NumPy 2 改了和编译包打交道的接口，torch 从 2.3 起才支持。旧版 torch 没有限制 NumPy 的版本，pip 就给它配了最新的。',
      fixes: {
        'older-numpy': {
          title: '装 2 以下的 NumPy',
          limits: 'notebook 装完要重启。只支持 NumPy 2 的包，降下来之后可能反过来报错。',
        },
        'newer-torch': {
          title: '把 torch 升到 2.4 以上，torchvision 一起换成配套的版本',
          limits:
            'Intel 芯片的 Mac 上 torch 最高只有 2.2，这条走不通。flash-attn、xformers 这类包要跟着重装。',
        },
      },
    },
  },
}

const WARNING =
  'A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.1.3 as it may crash. To support both 1.x and 2.x\nversions of NumPy, modules must be compiled with NumPy 2.0.'

export const examples: Examples = {
  hits: [
    {
      text: `>>> import torch\n\n${WARNING}\n\n>>> torch.zeros(3).numpy()\nTraceback (most recent call last):\n  File "<stdin>", line 1, in <module>\nRuntimeError: Numpy is not available`,
      verdict: 'confirmed',
      why: 'the warning, and what comes of it',
    },
    {
      text: '<stdin>:1: UserWarning: Failed to initialize NumPy: _ARRAY_API not found (Triggered internally at ../torch/csrc/utils/tensor_numpy.cpp:84.)',
      verdict: 'confirmed',
      why: 'torch says so itself',
    },
    {
      text: `torch==2.1.2\n${WARNING}`,
      verdict: 'confirmed',
      why: 'the warning, and such a torch',
    },
    {
      text: 'numpy==2.0.1\nRuntimeError: Numpy is not available',
      verdict: 'likely',
      why: 'with NumPy 2 it hardly means anything else',
    },
    { text: 'RuntimeError: Numpy is not available', verdict: 'cannot-tell', why: 'NumPy may be missing' },
    { text: WARNING, verdict: 'cannot-tell', why: 'it may be another package' },
    { text: 'torch==2.2.2+cu121\nnumpy==2.0.0', verdict: 'at-risk', why: 'the versions are enough' },
    { text: `torch==2.5.1\n${WARNING}`, verdict: 'ruled-out', why: 'this torch can: another package cannot' },
    {
      text: 'torch==2.1.2\nnumpy==1.26.4\nRuntimeError: Numpy is not available',
      verdict: 'ruled-out',
      why: 'this NumPy is old enough',
    },
  ],
  clean: [
    { text: 'torch==2.3.0\nnumpy==2.0.0', why: 'the first release that can, but for some builds' },
    { text: 'torch==2.2.2\nnumpy==1.26.4', why: 'both for NumPy 1' },
    { text: "ModuleNotFoundError: No module named 'numpy'", why: 'no NumPy at all' },
    {
      text: "AttributeError: module 'numpy' has no attribute 'float'. `np.float` was a deprecated alias",
      why: 'an old script and NumPy 1.24',
    },
  ],
  misses: [{ text: '装了 numpy 2 之后 torch 转 numpy 就报错', why: 'told without the message' }],
}
