import type { Condition, Examples, Rule } from './schema'

const refused: Condition = { error: 'Dataset scripts are no longer supported', decisive: true }
const ignored: Condition = { warning: 'trust_remote_code.{0,3} is not supported any ?more' }

export const rule: Rule = {
  id: 'datasets-scripts-removed',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: refused,
  environment: { anyOf: [{ package: 'datasets', range: '>=4.0.0.dev0' }, ignored] },
  fixes: [
    {
      id: 'older-datasets',
      command: 'pip install "datasets==3.6.0"',
      installs: { package: 'datasets', range: '<4.0.0' },
    },
    {
      id: 'converted',
      code: 'load_dataset(name, revision="refs/convert/parquet")',
    },
    {
      id: 'convert-yourself',
      command:
        'pip install "datasets==3.6.0" && datasets-cli convert_to_parquet USER/DATASET --trust_remote_code',
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/datasets/issues/7693',
      label: 'datasets #7693',
      what: { en: 'what users did', zh_CN: '大家是怎么解决的' },
    },
    {
      url: 'https://github.com/huggingface/datasets/pull/7592',
      label: 'datasets #7592',
      what: { en: 'the removal, and how to convert a dataset', zh_CN: '移除脚本的改动，以及怎么转换数据集' },
    },
  ],
  prose: {
    en: {
      name: 'datasets 4 does not run dataset scripts',
      symptom: '`load_dataset` stops with `Dataset scripts are no longer supported, but found …py`.',
      verdict: {
        confirmed:
          'This dataset comes as a script, and datasets {datasets|4 and later} no longer runs scripts.',
        'at-risk':
          'datasets {datasets|4 and later} ignores `trust_remote_code`. If this dataset comes as a script, it will not load.',
      },
      cause:
        'Up to version 3, datasets could run a Python file from the dataset’s repository. Version 4 reads data files only: parquet, JSON, CSV and the like.',
      fixes: {
        'older-datasets': {
          title: 'Install datasets 3.6.0, the last that runs scripts',
          limits: 'Pass `trust_remote_code=True`, and only for a script that you trust.',
        },
        converted: {
          title: 'Load the parquet copy that the Hub has made of many datasets',
          limits:
            'Not every dataset has one: if the revision is not found, none was made. Where there are several configurations, add `data_dir="NAME"`.',
        },
        'convert-yourself': {
          title: 'If the dataset is yours, convert it once with datasets 3.6.0',
          limits: 'The command opens a pull request on the dataset’s page.',
        },
      },
      noFix: 'Passing `trust_remote_code=True` no longer has any effect in datasets 4.',
    },
    zh_CN: {
      name: 'datasets 4 不再运行数据集脚本',
      symptom: '`load_dataset` 报 `Dataset scripts are no longer supported, but found …py`。',
      verdict: {
        confirmed: '这个数据集要靠脚本生成，而 datasets {datasets|4 及以上} 已经不运行脚本了。',
        'at-risk':
          'datasets {datasets|4 及以上} 会忽略 `trust_remote_code`。如果这个数据集靠脚本生成，就加载不了。',
      },
      cause:
        'datasets 在 3.x 及以前可以运行数据集仓库里的 Python 文件；4.0 起只读数据文件，如 parquet、JSON、CSV。',
      fixes: {
        'older-datasets': {
          title: '装 datasets 3.6.0，这是还能运行脚本的最后一版',
          limits: '要加 `trust_remote_code=True`，而且只用在信得过的脚本上。',
        },
        converted: {
          title: '加载 Hub 自动转好的 parquet 版本，很多数据集都有',
          limits:
            '不是每个数据集都有：提示找不到这个 revision，就是没有转过。有多个配置时，加上 `data_dir="配置名"`。',
        },
        'convert-yourself': {
          title: '数据集是自己的话，用 datasets 3.6.0 转换一次',
          limits: '命令会在数据集页面上开一个 pull request。',
        },
      },
      noFix: '在 datasets 4 里加 `trust_remote_code=True` 已经不起作用。',
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: '  File "/e/site-packages/datasets/load.py", line 989, in dataset_module_factory\n    raise RuntimeError(f"Dataset scripts are no longer supported, but found {filename}")\nRuntimeError: Dataset scripts are no longer supported, but found belle.py',
      verdict: 'confirmed',
      why: 'the message in its traceback',
    },
    {
      text: "`trust_remote_code` is not supported anymore.\nPlease check that the Hugging Face dataset 'ada/corpus' isn't based on a loading script and remove `trust_remote_code`.",
      verdict: 'at-risk',
      why: 'the argument is ignored; whether there is a script is not said',
    },
    {
      text: 'datasets==3.6.0\nRuntimeError: Dataset scripts are no longer supported, but found belle.py',
      verdict: 'ruled-out',
      why: 'this release still runs them: another environment runs',
    },
  ],
  clean: [
    { text: 'datasets==4.0.0', why: 'data files load as before' },
    {
      text: 'FutureWarning: The repository for ada/corpus contains custom code which must be executed to correctly load the dataset.',
      why: 'datasets 2 and 3 still run it',
    },
  ],
  misses: [{ text: 'datasets 升级到 4 以后，带脚本的数据集读不了', why: 'told without the message' }],
}
