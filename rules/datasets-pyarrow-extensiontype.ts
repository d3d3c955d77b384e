import type { Examples, Rule } from './schema'

export const rule: Rule = {
  id: 'datasets-pyarrow-extensiontype',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: { error: '.pyarrow. has no attribute .PyExtensionType', decisive: true },
  environment: {
    allOf: [
      { package: 'datasets', range: '<2.14.7' },
      { package: 'pyarrow', range: '>=21.0.0' },
    ],
  },
  fixes: [
    {
      id: 'newer-datasets',
      command: 'pip install -U "datasets>=2.18,<4"',
      installs: { package: 'datasets', range: '>=2.14.7' },
    },
    {
      id: 'older-pyarrow',
      command: 'pip install "pyarrow<21"',
      installs: { package: 'pyarrow', range: '<21.0.0' },
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/datasets/issues/7742',
      label: 'datasets #7742',
      what: { en: 'begins with pyarrow 21', zh_CN: '从 pyarrow 21 开始' },
    },
    {
      url: 'https://github.com/stochasticai/xTuring/pull/292',
      label: 'xTuring #292',
      what: { en: 'datasets 2.14.5 works with pyarrow 20', zh_CN: 'datasets 2.14.5 配 pyarrow 20 可用' },
    },
    {
      url: 'https://github.com/huggingface/datasets/blob/2.14.7/src/datasets/features/features.py',
      label: 'datasets 2.14.7',
      what: { en: 'the class is no longer used', zh_CN: '不再用这个类' },
    },
  ],
  prose: {
    en: {
      name: 'datasets is too old for this pyarrow',
      symptom: "`import datasets` stops with `module 'pyarrow' has no attribute 'PyExtensionType'`.",
      verdict: {
        confirmed:
          'datasets {datasets|(version not stated)} builds on a class that pyarrow {pyarrow|21 and later} no longer has, so it cannot be imported.',
        'at-risk':
          'datasets {datasets|below 2.14.7} cannot be imported beside pyarrow {pyarrow|21 or newer}: it will stop at `import datasets`.',
      },
      cause:
        'pyarrow 21 removed `PyExtensionType`, which datasets used up to 2.14.6. Such an old datasets sets no upper limit for pyarrow, so pip installs the newest one beside it.',
      fixes: {
        'newer-datasets': {
          title: 'Install a newer datasets, below 4',
          limits: 'Below 4, because datasets 4 no longer runs loading scripts.',
        },
        'older-pyarrow': {
          title: 'Keep this datasets, and install pyarrow 20 or older',
        },
      },
    },
    zh_CN: {
      name: 'datasets 太旧，配不上现在的 pyarrow',
      symptom: "执行 `import datasets` 时报 `module 'pyarrow' has no attribute 'PyExtensionType'`。",
      verdict: {
        confirmed:
          'datasets {datasets|（版本未写明）} 要用的类，pyarrow {pyarrow|21 及以后的版本} 里已经没有了，所以导入不了。',
        'at-risk':
          'datasets {datasets|2.14.7 以下} 和 pyarrow {pyarrow|21 及以上} 放在一起无法导入：执行到 `import datasets` 就会报错。',
      },
      cause:
        'pyarrow 21 删掉了 `PyExtensionType`，而 datasets 直到 2.14.6 都在用它。旧版 datasets 没有限制 pyarrow 的最高版本，pip 就配了最新的一版。',
      fixes: {
        'newer-datasets': {
          title: '升级 datasets，但不要升到 4',
          limits: '不升到 4，是因为 datasets 4 不再运行数据集脚本。',
        },
        'older-pyarrow': {
          title: '不动 datasets，把 pyarrow 降到 20 或更早',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: "  File \"/e/site-packages/datasets/features/features.py\", line 634, in <module>\n    class _ArrayXDExtensionType(pa.PyExtensionType):\nAttributeError: module 'pyarrow' has no attribute 'PyExtensionType'. Did you mean: 'ExtensionType'?",
      verdict: 'confirmed',
      why: 'the message in its traceback',
    },
    { text: 'datasets==2.14.6\npyarrow==21.0.0', verdict: 'at-risk', why: 'the versions are enough' },
    {
      text: "datasets==2.21.0\npyarrow==21.0.0\nAttributeError: module 'pyarrow' has no attribute 'PyExtensionType'",
      verdict: 'ruled-out',
      why: 'this datasets does not use it: another environment runs',
    },
  ],
  clean: [
    { text: 'datasets==2.14.6\npyarrow==20.0.0', why: 'the last pyarrow that has the class' },
    { text: 'datasets==2.14.7\npyarrow==21.0.0', why: 'the first datasets that does without' },
    {
      text: "AttributeError: module 'pyarrow' has no attribute 'parquet'",
      why: 'a damaged pyarrow',
    },
  ],
  misses: [{ text: 'pyarrow 一升级，import datasets 就出错', why: 'told without the message' }],
}
