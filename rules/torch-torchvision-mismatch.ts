import type { Condition, Examples, Fix, Rule } from './schema'
import type { TorchPair } from './tables/pairs'
import { mismatched, torchAndTorchvision } from './tables/pairs'

/** torchvision could not load what is compiled of it, so that its operators are missing. */
const OPERATORS =
  "operator torchvision::nms does not exist|partially initialized module 'torchvision' has no attribute 'extension'"
const REGISTER_FAKE = "module 'torch\\.library' has no attribute 'register_fake'"

/** torchvision asks for it from 0.19 on, torch has it from 2.4 on; torchao asks for it as well. */
const wantsNewerTorch: Condition = {
  allOf: [
    { error: REGISTER_FAKE, decisive: true },
    { not: { error: REGISTER_FAKE, within: '[/\\\\]torchao[/\\\\]' } },
    { package: 'torch', range: '<2.4.0' },
    { package: 'torchvision', range: '>=0.19.0' },
  ],
}

const idOf = ({ torchvision }: TorchPair): string => `torchvision-${torchvision.replace('.', '-')}`

/** The torchvision for each line of torch: pip leaves a torch alone that it fits. */
const torchvisionForTorch = torchAndTorchvision.map((pair): Fix => ({
  id: idOf(pair),
  command: `pip install "torchvision==${pair.torchvision}.*"`,
  when: { package: 'torch', range: pair.line },
  installs: { package: 'torchvision', range: pair.fits, chosenFor: 'torch' },
}))

/** The same words for each of them, but for the numbers. */
const wordsForTorch = (title: (pair: TorchPair) => string, limits: string) =>
  Object.fromEntries(torchAndTorchvision.map((pair) => [idOf(pair), { title: title(pair), limits }]))

export const rule: Rule = {
  id: 'torch-torchvision-mismatch',
  severity: 'crash',
  freezeCheck: 'definite',
  basis: 'reports',
  symptoms: {
    anyOf: [
      { error: OPERATORS, decisive: true },
      { error: REGISTER_FAKE, within: '[/\\\\]torchvision[/\\\\]', decisive: true },
      { error: REGISTER_FAKE },
    ],
  },
  environment: {
    anyOf: [
      mismatched('torch', 'torchvision', torchAndTorchvision),
      wantsNewerTorch,
      // two builds of the right numbers, one for CPU and one for CUDA, do not fit either
      { error: OPERATORS },
    ],
  },
  fixes: [
    ...torchvisionForTorch,
    {
      id: 'both',
      command: 'pip install "torch==2.6.0" "torchvision==0.21.0"',
      unless: { anyOf: [{ package: 'torch' }, { hardware: ['ascend'] }] },
    },
    { id: 'remove-torchvision', command: 'pip uninstall -y torchvision' },
  ],
  links: [
    {
      url: 'https://github.com/pytorch/vision/blob/main/README.md',
      label: 'torchvision',
      what: { en: 'which releases belong together', zh_CN: '官方的版本对照表' },
    },
    {
      url: 'https://github.com/oobabooga/textgen/issues/6373',
      label: 'textgen #6373',
      what: { en: '`register_fake` is missing', zh_CN: '缺 `register_fake` 的例子' },
    },
    {
      url: 'https://github.com/emova-ollm/EMOVA/issues/5',
      label: 'EMOVA #5',
      what: { en: 'the numbers match, the builds do not', zh_CN: '版本号对得上、报错照旧的例子' },
    },
  ],
  prose: {
    en: {
      name: 'torch and torchvision are not a matching pair',
      symptom:
        '`import transformers` or loading a model stops with `operator torchvision::nms does not exist`.',
      verdict: {
        confirmed:
          'torchvision {torchvision|(version not stated)} was not built for the torch that is installed ({torch|version not stated}), and cannot be imported.',
        likely:
          'torchvision is most likely too new for the torch that is installed ({torch|version not stated}): from 0.19 on it needs torch 2.4.',
        'at-risk':
          'torchvision {torchvision|(version not stated)} was built for another torch than {torch|the one installed}: importing it fails, and transformers imports it where it finds it.',
        'ruled-out':
          'torch {torch|(version not stated)} and torchvision {torchvision|(version not stated)} match: another environment is running, or another package asks for the function.',
      },
      cause:
        'Each torchvision is compiled for exactly one torch. If torch is changed alone, torchvision no longer loads; transformers uses it for images and stops with it, even where the model only handles text.',
      fixes: {
        ...wordsForTorch(
          ({ torch, torchvision }) => `Install torchvision ${torchvision}, which goes with torch ${torch}`,
          'If torch came from a special index (its version looks like `2.5.1+cu121`), add the same `--index-url`; if the version numbers match already, also add `--force-reinstall --no-deps`. Restart a running notebook afterwards.',
        ),
        both: {
          title: 'Install the two together, for example torch 2.6 with torchvision 0.21',
          limits:
            'For any other torch see the table linked below, and take both from the same index. When torch changes, flash-attn and xformers have to be reinstalled.',
        },
        'remove-torchvision': {
          title: 'If you only use text models, remove torchvision',
          limits: 'Models that take images need it.',
        },
      },
    },
    zh_CN: {
      name: 'torch 和 torchvision 版本不配套',
      symptom: '`import transformers` 或加载模型时报 `operator torchvision::nms does not exist`。',
      verdict: {
        confirmed:
          '装着的 torchvision（{torchvision|版本未写明}）不是为这个 torch（{torch|版本未写明}）编译的，导入不了。',
        likely:
          '很可能是 torchvision 对这个 torch（{torch|版本未写明}）来说太新：torchvision 0.19 起需要 torch 2.4。',
        'at-risk':
          'torchvision {torchvision|（版本未写明）} 不是为 torch {torch|（版本未写明）} 编译的，一导入就会出错；而 transformers 只要发现装了它，就会去导入。',
        'ruled-out':
          'torch {torch|（版本未写明）} 和 torchvision {torchvision|（版本未写明）} 是配套的：要么实际运行的是另一个环境，要么是别的包在找这个函数。',
      },
      cause:
        '每版 torchvision 都只对应一个 torch 版本。单独换了 torch，torchvision 就加载不了；transformers 处理图像要用到它，会跟着报错，哪怕模型只处理文字。',
      fixes: {
        ...wordsForTorch(
          ({ torch, torchvision }) => `装 torchvision ${torchvision}，它和 torch ${torch} 配套`,
          '如果 torch 是从专门的源装的（版本号像 `2.5.1+cu121` 这样），要加上同一个 `--index-url`；版本号本来就对得上，就再加 `--force-reinstall --no-deps`。notebook 装完要重启。',
        ),
        both: {
          title: '两个一起装，比如 torch 2.6 配 torchvision 0.21',
          limits:
            '别的 torch 配哪版 torchvision，见下面链接里的对照表；两个要从同一个源装。torch 一换，flash-attn、xformers 也要重装。',
        },
        'remove-torchvision': {
          title: '只用纯文本模型的话，卸载 torchvision',
          limits: '要输入图片的模型离不开它。',
        },
      },
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'Traceback (most recent call last):\n  File "/home/li/demo.py", line 2, in <module>\n    from transformers import AutoModel\n  File "/opt/conda/lib/python3.10/site-packages/torchvision/_meta_registrations.py", line 163, in <module>\n    @torch.library.register_fake("torchvision::nms")\nRuntimeError: operator torchvision::nms does not exist',
      verdict: 'confirmed',
      why: 'the operator is missing',
    },
    {
      text: 'RuntimeError: Failed to import transformers.models.bert.modeling_bert because of the following error (look up to see its traceback):\noperator torchvision::nms does not exist',
      verdict: 'confirmed',
      why: 'as transformers passes it on',
    },
    {
      text: "AttributeError: partially initialized module 'torchvision' has no attribute 'extension' (most likely due to a circular import)",
      verdict: 'confirmed',
      why: 'another face of it',
    },
    {
      text: 'torch: 2.4.0, torchvision: 0.19.0\nRuntimeError: operator torchvision::nms does not exist',
      verdict: 'confirmed',
      why: 'the numbers match, so the builds do not',
    },
    {
      text: 'Traceback (most recent call last):\n  File "D:\\env\\lib\\site-packages\\torchvision\\_meta_registrations.py", line 163, in <module>\n    @torch.library.register_fake("torchvision::nms")\nAttributeError: module \'torch.library\' has no attribute \'register_fake\'',
      verdict: 'confirmed',
      why: 'torchvision asks for what torch does not have yet',
    },
    {
      text: "AttributeError: module 'torch.library' has no attribute 'register_fake'",
      verdict: 'likely',
      why: 'others ask for it too, rarely',
    },
    { text: 'torch==2.5.1+cu121\ntorchvision==0.21.0', verdict: 'at-risk', why: 'the versions are enough' },
    { text: 'torch==2.12.0\ntorchvision==0.26.0', verdict: 'at-risk', why: 'a newer pair' },
    {
      text: "torch==2.5.1\ntorchvision==0.20.1\nAttributeError: module 'torch.library' has no attribute 'register_fake'",
      verdict: 'ruled-out',
      why: 'this torch has it: another environment runs',
    },
  ],
  clean: [
    { text: 'torch==2.5.1\ntorchvision==0.20.1+cu121', why: 'a pair' },
    { text: 'torch==2.3.1\ntorchvision==0.18.1', why: 'an older pair' },
    { text: 'torch==2.5.1', why: 'no torchvision is named' },
    {
      text: "AttributeError: module 'torch.library' has no attribute 'custom_op'",
      why: 'another function that an old torch does not have',
    },
  ],
  misses: [
    { text: '升级 torch 之后 torchvision 就坏了', why: 'told without the message' },
    {
      text: "NotImplementedError: Could not run 'torchvision::nms' with arguments from the 'CUDA' backend.",
      why: 'torchvision loads, but is a CPU build',
    },
  ],
}
