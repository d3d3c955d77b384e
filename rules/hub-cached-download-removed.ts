import type { Condition, Examples, Rule } from './schema'

const missing = (name: string) => `cannot import name '${name}' from 'huggingface_hub`

const CACHED_DOWNLOAD = missing('cached_download')
const HF_FOLDER = missing('HfFolder')

const saysHfFolder: Condition = { error: HF_FOLDER }
const saysCachedDownload: Condition = { error: CACHED_DOWNLOAD }
const transformersFive: Condition = { package: 'transformers', range: '>=5.0.0.dev0' }
/** The old release imports it; what others import it with differs. */
const oldSentenceTransformers: Condition = {
  anyOf: [
    { error: CACHED_DOWNLOAD, within: 'sentence_transformers' },
    { package: 'sentence-transformers', range: '<2.3.0' },
  ],
}

export const rule: Rule = {
  id: 'hub-cached-download-removed',
  severity: 'crash',
  freezeCheck: 'with-script-or-file',
  basis: 'source',
  symptoms: { error: missing('(?:cached_download|HfFolder)'), decisive: true },
  told: 'cached_download',
  environment: {
    anyOf: [
      { package: 'huggingface-hub', range: '>=1.0.0rc0' },
      { allOf: [saysCachedDownload, { package: 'huggingface-hub', range: '>=0.26.0rc0' }] },
    ],
  },
  fixes: [
    {
      id: 'newer-sentence-transformers',
      command: 'pip install "sentence-transformers==2.3.1"',
      when: oldSentenceTransformers,
      // pip would replace the transformers of others
      unless: { anyOf: [{ package: 'transformers', range: '<4.32.0' }, transformersFive] },
      installs: { package: 'sentence-transformers', range: '>=2.3.0', chosenFor: 'transformers' },
    },
    {
      id: 'sentence-transformers-for-5',
      command: 'pip install -U "sentence-transformers>=5.2"',
      when: { allOf: [oldSentenceTransformers, transformersFive] },
      installs: { package: 'sentence-transformers', range: '>=5.2.0', chosenFor: 'transformers' },
    },
    { id: 'newer-importer', unless: oldSentenceTransformers },
    {
      id: 'hub-below-0-26',
      command: 'pip install "huggingface-hub==0.25.2"',
      when: saysCachedDownload,
      unless: { package: 'transformers', range: '>=4.49.0' },
      installs: { package: 'huggingface-hub', range: '>=0.23.2,<0.26.0', chosenFor: 'transformers' },
    },
    {
      id: 'hub-below-1',
      command: 'pip install "huggingface-hub>=0.34,<1.0"',
      when: saysHfFolder,
      unless: { anyOf: [saysCachedDownload, transformersFive] },
      installs: { package: 'huggingface-hub', range: '>=0.34.0,<1.0.0', chosenFor: 'transformers' },
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/huggingface_hub/blob/v0.26.0/src/huggingface_hub/__init__.py',
      label: 'huggingface_hub 0.26.0',
      what: { en: '`cached_download` is gone', zh_CN: '`cached_download` 从这一版起没有了' },
    },
    {
      url: 'https://github.com/huggingface/huggingface_hub/releases/tag/v1.0.0',
      label: 'huggingface_hub 1.0.0',
      what: { en: 'what 1.0 removed', zh_CN: '1.0 删掉了什么' },
    },
    {
      url: 'https://github.com/ourresearch/openalex-topic-classification/pull/3',
      label: 'openalex-topic-classification #3',
      what: { en: 'with sentence-transformers 2.2.2', zh_CN: 'sentence-transformers 2.2.2 的例子' },
    },
  ],
  prose: {
    en: {
      name: 'An old package imports what huggingface-hub has removed',
      symptom: "An import stops with `cannot import name 'cached_download' from 'huggingface_hub'`.",
      verdict: {
        confirmed:
          'A package in this environment is too old for the installed huggingface-hub ({huggingface_hub|version not stated}) and imports a name that is no longer there.',
        'ruled-out':
          'huggingface-hub {huggingface_hub|(version not stated)} still has the name that the message misses: another environment is running.',
      },
      cause:
        'huggingface-hub removed `cached_download` in 0.26 and `HfFolder` in 1.0. Old packages, such as sentence-transformers 2.2 and old diffusers or Gradio, still import them and set no upper limit for huggingface-hub.',
      fixes: {
        'newer-sentence-transformers': {
          title: 'Install sentence-transformers 2.3.1',
          limits:
            'It needs a transformers 4.x from 4.32 on; with an older one pip would replace that as well.',
        },
        'sentence-transformers-for-5': {
          title: 'Install sentence-transformers 5.2 or newer',
          limits: 'Older ones do not go with transformers 5.',
        },
        'newer-importer': {
          title:
            'Upgrade the package that imports it: its name is the folder of the last file in the traceback',
          limits: 'If its project pins it to an old release, take the older huggingface-hub instead.',
        },
        'hub-below-0-26': {
          title: 'Go back to huggingface-hub 0.25.2',
          limits: 'Goes with transformers up to 4.48; from 4.49 on it is refused.',
        },
        'hub-below-1': {
          title: 'Install a huggingface-hub below 1.0',
          limits: 'Goes with every transformers 4.x since 4.26, not with 5.',
        },
      },
    },
    zh_CN: {
      name: '旧包还在用 huggingface-hub 已经删掉的东西',
      symptom: "导入时报 `cannot import name 'cached_download' from 'huggingface_hub'`。",
      verdict: {
        confirmed:
          '环境里有个包太旧，配不上装着的 huggingface-hub（{huggingface_hub|版本未写明}）：它要导入的名字，里面已经没有了。',
        'ruled-out':
          'huggingface-hub {huggingface_hub|（版本未写明）} 里还有报错要找的那个名字：实际运行的是另一个环境。',
      },
      cause:
        'huggingface-hub 0.26 删掉了 `cached_download`，1.0 删掉了 `HfFolder`。sentence-transformers 2.2、旧版 diffusers 和 Gradio 还在导入它们，又没限制 huggingface-hub 的最高版本。',
      fixes: {
        'newer-sentence-transformers': {
          title: '装 sentence-transformers 2.3.1',
          limits: '它需要 4.32 以上的 transformers 4.x；如果 transformers 更旧，pip 会把它也一起换掉。',
        },
        'sentence-transformers-for-5': {
          title: '把 sentence-transformers 升到 5.2 以上',
          limits: '更旧的版本不支持 transformers 5。',
        },
        'newer-importer': {
          title: '升级导入它的那个包：看报错堆栈里最后一个文件，它所在的目录名就是包名',
          limits: '如果项目把那个包锁定在旧版，就改用旧一点的 huggingface-hub。',
        },
        'hub-below-0-26': {
          title: '退回 huggingface-hub 0.25.2',
          limits: '适合 transformers 4.48 及以前；4.49 起不接受这么旧的版本。',
        },
        'hub-below-1': {
          title: '装 1.0 以下的 huggingface-hub',
          limits: 'transformers 4.26 以来的所有 4.x 都能用，5 不行。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'Traceback (most recent call last):\n  File "/srv/qa/app.py", line 4, in <module>\n    from langchain.embeddings import HuggingFaceEmbeddings\n  File "/srv/qa/env/lib/python3.10/site-packages/sentence_transformers/SentenceTransformer.py", line 12, in <module>\n    from huggingface_hub import HfApi, HfFolder, Repository, hf_hub_url, cached_download\nImportError: cannot import name \'cached_download\' from \'huggingface_hub\' (/srv/qa/env/lib/python3.10/site-packages/huggingface_hub/__init__.py)',
      verdict: 'confirmed',
      why: 'only this prints it',
    },
    {
      text: "huggingface-hub==1.0.1\nImportError: cannot import name 'HfFolder' from 'huggingface_hub' (D:\\env\\Lib\\site-packages\\huggingface_hub\\__init__.py)",
      verdict: 'confirmed',
      why: 'what 1.0 gave up',
    },
    {
      text: "huggingface-hub==0.25.2\nImportError: cannot import name 'cached_download' from 'huggingface_hub'",
      verdict: 'ruled-out',
      why: 'this release still has it',
    },
    {
      text: "huggingface-hub==0.36.0\nImportError: cannot import name 'HfFolder' from 'huggingface_hub'",
      verdict: 'ruled-out',
      why: 'HfFolder went with 1.0 only',
    },
  ],
  clean: [
    { text: 'huggingface-hub==0.26.0\nsentence-transformers==2.2.2', why: 'no more than versions' },
    {
      text: "ImportError: cannot import name 'get_full_repo_name' from 'huggingface_hub'",
      why: 'another name, of a huggingface-hub that is too old',
    },
  ],
  misses: [{ text: 'huggingface_hub 里找不到 cached_download 了', why: 'told without the message' }],
}
