import type { Explanation, Language } from '../diagnosis/explanation'
import type { Verdict } from '../diagnosis/facts'

/** Prose for the example answer, of the length and markup that rules have. For tests and pictures only. */
interface ExampleProse {
  name: string
  sentences: Record<Verdict, string>
  cause: string
  chain: Explanation['chain']
  guesses: Explanation['guesses']
  fixes: Record<string, { title: string; limits?: string }>
  noFix: string
  missing: Record<string, string>
  differential: Omit<Explanation['differential'][number], 'pointedTo'>[]
  guide: { title: string; text: string; short: string }
  saved: { title: string; text: string; short: string; warning: string }
  links: string[]
  note: string
}

export const exampleProse: Record<Language, ExampleProse> = {
  en: {
    name: 'Mute model',
    sentences: {
      confirmed:
        'With peft 0.9.0 on a float16 ChatGLM3-6B, the first optimizer step turned the LoRA weights into NaN.',
      likely: 'peft 0.9.0 makes LoRA weights float16 on a float16 base, and the log looks exactly like it.',
      'cannot-tell':
        'A loss of 0 with ChatGLM3-6B fits the mute-model fault, but which PEFT is installed is not said.',
      'at-risk': 'peft 0.9.0 with a float16 base: training would turn the adapter into NaN.',
      'ruled-out': 'peft 0.14.0 keeps the adapter in float32, so this loss of 0 has another cause.',
    },
    cause:
      'PEFT 0.7 to 0.11 creates LoRA weights in the base model’s float16, where AdamW’s `eps=1e-8` rounds to zero. The first step divides 0 by 0, and the `loss 0.0` you see afterwards is **NaN in disguise**.',
    chain: [
      {
        short: 'The base model is float16',
        long: 'ChatGLM3 builds its layers in the dtype of its configuration, so this holds without any `.half()`.',
        measured: false,
      },
      {
        short: 'PEFT copies that dtype to the LoRA weights',
        long: 'From 0.7.0 up to, but not including, 0.12.0. Earlier and later releases keep them in float32.',
        measured: true,
      },
      {
        short: '`eps` vanishes, and the first step is 0 / 0',
        long: 'B starts as zero, so the first gradient of A is exactly zero. In float16, `1e-8` is zero as well.',
        measured: true,
      },
      {
        short: 'The Trainer leaves NaN out of its average',
        long: 'With `logging_nan_inf_filter=True`, a window of nothing but NaN prints as `loss 0.0`.',
        measured: true,
      },
    ],
    guesses: [
      { guess: 'The PEFT version', right: true, truth: 'It is, but only from 0.7.0 to 0.11.1.' },
      {
        guess: 'Vanishing gradients',
        right: false,
        truth: 'A gradient of zero for A at step 1 is normal in every LoRA run. The division is what fails.',
      },
    ],
    fixes: {
      upgrade: {
        title: 'Upgrade PEFT, but stay below 0.14',
        limits: 'From 0.14 on, PEFT needs transformers 4.43 or newer; 4.38.2 is installed here.',
      },
      cast: {
        title: 'Keep PEFT and cast what is trained, right after `get_peft_model`',
        limits: 'Works with any PEFT on any GPU.',
      },
      bfloat16: {
        title: 'Load the base in bfloat16, and train with `bf16=True`',
        limits: 'Needs compute capability 8.0: not a V100, T4 or 2080 Ti.',
      },
      downgrade: { title: 'Go back to the last PEFT before the fault', limits: 'Gives up DoRA and LoftQ.' },
      epsilon: { title: 'Raise the optimizer’s epsilon', limits: 'The weights stay float16.' },
    },
    noFix: 'What does not help: a lower learning rate, more data, gradient clipping.',
    missing: {
      'package:peft': 'which version of PEFT is installed',
      precision: 'in which dtype the base model is loaded: the line with `torch_dtype` or `.half()`',
    },
    differential: [
      {
        id: 'masked-labels',
        what: 'Every label is masked',
        sign: '`loss 0.0` and `grad_norm 0.0` from the very first line',
        then: 'Count the labels of the first batch that are not -100; look at the template and at truncation.',
      },
      {
        id: 'activation-overflow',
        what: 'float16 overflow in the base model',
        sign: '`fp16: true`, a large first loss, then 0; often on a V100 or 2080 Ti',
        then: 'Use a GPU with bfloat16, or a float32 base. Another PEFT changes nothing.',
      },
      {
        id: 'learning-rate',
        what: 'The training diverged',
        sign: 'the loss falls for many steps, then drops to 0; learning rate 1e-3 or more',
        then: 'Lower the learning rate.',
      },
    ],
    guide: {
      title: 'Check your setup before training',
      short: 'Preflight script',
      text: 'One step is enough to know. If the last line prints any name, the fault is there:\n\n- dtypes should be `float32`\n- the list should be empty',
    },
    saved: {
      title: 'Is a saved adapter dead?',
      short: 'Check a file',
      text: 'One number that is not finite is enough.',
      warning: 'Adapters saved by this run are NaN, and nothing repairs them.',
    },
    links: [
      'the report, bisected by a maintainer',
      'the change that introduced it',
      'the change that fixed it',
    ],
    note: 'Tuning ChatGLM3-6B with LoRA? It loads as float16; with PEFT 0.7 to 0.11 that ends in silence.',
  },
  zh_CN: {
    name: '模型失语',
    sentences: {
      confirmed: 'peft 0.9.0 加上 float16 的 ChatGLM3-6B：优化器走完第一步，LoRA 权重就全成了 NaN。',
      likely: '基座是 float16 时，peft 0.9.0 会把 LoRA 权重也建成 float16，日志的样子也完全对得上。',
      'cannot-tell': 'ChatGLM3-6B 的 loss 变成 0，很像“模型失语”，但帖子里没说装的是哪个版本的 PEFT。',
      'at-risk': 'peft 0.9.0 配 float16 的基座：一训练，适配器就会变成 NaN。',
      'ruled-out': 'peft 0.14.0 的适配器是 float32，所以这里的 loss 0 另有原因。',
    },
    cause:
      'PEFT 0.7 到 0.11 创建 LoRA 权重时沿用基座的 float16，而 AdamW 的 `eps=1e-8` 在 float16 里会舍入成 0。第一步就成了 0 除以 0，之后日志里的 `loss 0.0` 其实是**伪装成 0 的 NaN**。',
    chain: [
      {
        short: '基座模型是 float16',
        long: 'ChatGLM3 按配置文件里的精度建层，所以就算代码里没写 `.half()` 也一样。',
        measured: false,
      },
      {
        short: 'PEFT 让 LoRA 权重沿用了这个精度',
        long: '从 0.7.0 起，到 0.12.0 之前都是这样。更早和更新的版本都用 float32。',
        measured: true,
      },
      {
        short: '`eps` 变成 0，第一步就是 0 ÷ 0',
        long: 'B 的初值是 0，所以 A 的第一个梯度恰好是 0；而在 float16 里，`1e-8` 也是 0。',
        measured: true,
      },
      {
        short: 'Trainer 求平均时跳过了 NaN',
        long: '`logging_nan_inf_filter=True` 时，一段全是 NaN 的日志会显示成 `loss 0.0`。',
        measured: true,
      },
    ],
    guesses: [
      { guess: 'PEFT 版本的问题', right: true, truth: '没错，但只限 0.7.0 到 0.11.1。' },
      {
        guess: '梯度消失',
        right: false,
        truth: '第一步时 A 的梯度为 0，任何 LoRA 训练都如此，很正常。出错的是那次除法。',
      },
    ],
    fixes: {
      upgrade: {
        title: '升级 PEFT，但不要到 0.14',
        limits: 'PEFT 0.14 起要求 transformers 4.43 以上，而这里装的是 4.38.2。',
      },
      cast: {
        title: '不换 PEFT，在 `get_peft_model` 之后把要训练的参数转成 float32',
        limits: '任何版本的 PEFT、任何显卡都行。',
      },
      bfloat16: {
        title: '基座用 bfloat16 加载，训练时加上 `bf16=True`',
        limits: '显卡算力须达到 8.0，V100、T4、2080 Ti 都不行。',
      },
      downgrade: { title: '退回到出问题之前的最后一版 PEFT', limits: '用不了 DoRA 和 LoftQ。' },
      epsilon: { title: '调大优化器的 epsilon', limits: '权重仍然是 float16。' },
    },
    noFix: '没有用的做法：调低学习率、增加数据、裁剪梯度。',
    missing: {
      'package:peft': 'PEFT 的版本',
      precision: '基座以什么精度加载：带 `torch_dtype` 或 `.half()` 的那一行',
    },
    differential: [
      {
        id: 'masked-labels',
        what: '标签全被屏蔽了',
        sign: '从第一行起就是 `loss 0.0`、`grad_norm 0.0`',
        then: '数一数第一个批次里不等于 -100 的标签，再检查模板和截断长度。',
      },
      {
        id: 'activation-overflow',
        what: '基座在 float16 下溢出',
        sign: '开了 `fp16: true`，第一个 loss 很大，随后变成 0；多见于 V100、2080 Ti',
        then: '换支持 bfloat16 的显卡，或用 float32 的基座。换 PEFT 版本没有用。',
      },
      {
        id: 'learning-rate',
        what: '训练发散',
        sign: 'loss 先下降了很多步，然后变成 0；学习率在 1e-3 以上',
        then: '调低学习率。',
      },
    ],
    guide: {
      title: '训练之前先检查一遍',
      short: '自检脚本',
      text: '走一步就能看出来。最后一行只要打印出参数名，就是中招了：\n\n- 精度应当是 `float32`\n- 列表应当是空的',
    },
    saved: {
      title: '存下来的适配器坏了没有',
      short: '检查文件',
      text: '只要有一个数不是有限值，就是坏了。',
      warning: '这次存下的适配器已是 NaN，没法修复。',
    },
    links: ['问题报告，维护者已定位到具体改动', '引入问题的改动', '修复问题的改动'],
    note: '想用 LoRA 微调 ChatGLM3-6B？它默认以 float16 加载，配 PEFT 0.7 到 0.11 会训成“哑巴”。',
  },
}
