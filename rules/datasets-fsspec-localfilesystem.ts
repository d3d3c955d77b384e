import type { Examples, Rule } from './schema'

export const rule: Rule = {
  id: 'datasets-fsspec-localfilesystem',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'source',
  symptoms: {
    anyOf: [
      { error: 'Loading a dataset cached in a LocalFileSystem is not supported', decisive: true },
      {
        error: 'can only concatenate tuple \\(not .str.\\) to tuple',
        within: 'datasets.data_files\\.py|protocol_prefix',
        decisive: true,
      },
    ],
  },
  environment: {
    allOf: [
      { package: 'datasets', range: '<2.14.6' },
      { package: 'fsspec', range: '>=2023.10.0' },
    ],
  },
  fixes: [
    {
      id: 'newer-datasets',
      command: 'pip install -U "datasets>=2.18,<4"',
      installs: { package: 'datasets', range: '>=2.14.6' },
    },
    {
      id: 'older-fsspec',
      command: 'pip install "fsspec==2023.9.2"',
      installs: { package: 'fsspec', range: '<2023.10.0' },
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/datasets/issues/6352',
      label: 'datasets #6352',
      what: { en: 'the main thread', zh_CN: '主要的讨论' },
    },
    {
      url: 'https://github.com/huggingface/datasets/issues/6330',
      label: 'datasets #6330',
      what: { en: 'begins with fsspec 2023.10.0', zh_CN: '从 fsspec 2023.10.0 开始' },
    },
    {
      url: 'https://github.com/huggingface/datasets/blob/2.14.6/src/datasets/filesystems/__init__.py',
      label: 'datasets 2.14.6',
      what: { en: 'the repair', zh_CN: '修复' },
    },
  ],
  prose: {
    en: {
      name: 'datasets is too old for this fsspec',
      symptom:
        '`load_dataset` stops with `Loading a dataset cached in a LocalFileSystem is not supported`, even for a JSON file of your own.',
      verdict: {
        confirmed:
          'datasets {datasets|(version not stated)} takes your own disk for remote storage, because fsspec {fsspec|2023.10 and later} calls the disk by another name.',
        'at-risk':
          'datasets {datasets|below 2.14.6} cannot load data beside fsspec {fsspec|2023.10 or newer}: the first `load_dataset` will stop.',
      },
      cause:
        'Since 2023.10, fsspec calls the local disk by two names, `file` and `local`. datasets before 2.14.6 expects `file` alone and concludes that the cache is on another machine.',
      fixes: {
        'newer-datasets': {
          title: 'Install a newer datasets, below 4',
          limits: 'Below 4, because datasets 4 no longer runs loading scripts.',
        },
        'older-fsspec': {
          title: 'Go back to fsspec 2023.9.2',
          limits: 'pip may complain about gcsfs or s3fs, which want to have the same version as fsspec.',
        },
      },
      noFix: 'Emptying the cache or moving it to another folder changes nothing.',
    },
    zh_CN: {
      name: 'datasets 太旧，配不上现在的 fsspec',
      symptom:
        '`load_dataset` 报 `Loading a dataset cached in a LocalFileSystem is not supported`，读自己的 JSON 文件也一样。',
      verdict: {
        confirmed:
          'fsspec {fsspec|2023.10 及以上} 换了对本地磁盘的叫法，datasets {datasets|（版本未写明）} 因此把本地磁盘当成了远程存储。',
        'at-risk':
          'datasets {datasets|2.14.6 以下} 和 fsspec {fsspec|2023.10 及以上} 放在一起读不了数据，一调用 `load_dataset` 就会报错。',
      },
      cause:
        'fsspec 从 2023.10 起给本地磁盘两个名字：`file` 和 `local`。2.14.6 之前的 datasets 只认单独一个 `file`，于是以为缓存不在本机。',
      fixes: {
        'newer-datasets': {
          title: '升级 datasets，但不要升到 4',
          limits: '不升到 4，是因为 datasets 4 不再运行数据集脚本。',
        },
        'older-fsspec': {
          title: '把 fsspec 退回 2023.9.2',
          limits: '装了 gcsfs、s3fs 的话，pip 可能会提示它们要和 fsspec 版本一致。',
        },
      },
      noFix: '清空缓存或换个缓存目录都没有用。',
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/e/site-packages/datasets/builder.py", line 1173, in as_dataset\n    raise NotImplementedError(f"Loading a dataset cached in a {type(self._fs).__name__} is not supported.")\nNotImplementedError: Loading a dataset cached in a LocalFileSystem is not supported.',
      verdict: 'confirmed',
      why: 'the message in its traceback',
    },
    {
      text: 'Traceback (most recent call last):\n  File "/e/site-packages/datasets/data_files.py", line 335, in resolve_pattern\n    protocol_prefix = fs.protocol + "://" if fs.protocol != "file" else ""\nTypeError: can only concatenate tuple (not "str") to tuple',
      verdict: 'confirmed',
      why: 'how 2.14.0 to 2.14.4 fail',
    },
    { text: 'datasets==2.13.1\nfsspec==2024.2.0', verdict: 'at-risk', why: 'the versions are enough' },
    {
      text: 'datasets==2.14.6\nfsspec==2023.10.0\nNotImplementedError: Loading a dataset cached in a LocalFileSystem is not supported.',
      verdict: 'ruled-out',
      why: 'repaired in this release: another environment runs',
    },
  ],
  clean: [
    { text: 'datasets==2.14.5\nfsspec==2023.9.2', why: 'the last fsspec that goes with it' },
    { text: 'datasets==2.14.6\nfsspec==2024.2.0', why: 'the first datasets that copes' },
    {
      text: 'Traceback (most recent call last):\n  File "shapes.py", line 3, in <module>\n    size = shape + "x"\nTypeError: can only concatenate tuple (not "str") to tuple',
      why: 'somebody’s own tuple',
    },
  ],
  misses: [{ text: '读本地 json 的时候说不支持 LocalFileSystem', why: 'told without the message' }],
}
