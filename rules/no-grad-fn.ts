import type { Condition, Examples, Rule } from './schema'

const noGradFn: Condition = {
  error: 'element \\d{1,3}(?: or \\d{1,3})? of tensors does not require grad',
  decisive: true,
}
const noInputWithGrad: Condition = { warning: 'None of the inputs have requires_grad' }

/** The first logged gradient is zero: nothing reaches what should be trained. */
const zeroGradient: Condition = {
  log: ['finite', 'zero-from-first', 'nan-from-first', 'alternating'],
  gradNormFirst: ['zero'],
}

const withoutException: Condition = { not: { error: noGradFn.error } }

export const rule: Rule = {
  id: 'no-grad-fn',
  severity: 'crash',
  freezeCheck: 'log-only',
  basis: 'source',
  symptoms: { anyOf: [noGradFn, { allOf: [noInputWithGrad, zeroGradient] }] },
  // the warning by itself is at-risk: a frozen vision tower prints it too, and loses nothing
  environment: { anyOf: [{ error: noGradFn.error }, noInputWithGrad] },
  against: {
    allOf: [
      withoutException,
      {
        log: [
          'finite',
          'finite-then-zero',
          'finite-then-nan',
          'zero-from-first',
          'nan-from-first',
          'alternating',
        ],
        gradNormFirst: ['finite', 'nan'],
      },
    ],
  },
  doubts: withoutException,
  fixes: [
    {
      id: 'input-gradients',
      code: `model.gradient_checkpointing_enable()
model.enable_input_require_grads()
model = get_peft_model(model, config)`,
      unless: { code: ['enable-input-require-grads'] },
    },
    {
      id: 'non-reentrant',
      code: `args = TrainingArguments(
    ...,
    gradient_checkpointing=True,
    gradient_checkpointing_kwargs={"use_reentrant": False},
)`,
      unless: { package: 'transformers', range: '<4.35.0' },
    },
    {
      id: 'trainable-adapter',
      code: 'model = PeftModel.from_pretrained(base_model, "path/to/adapter", is_trainable=True)',
    },
    {
      id: 'count-trainable',
      code: `trainable = [name for name, p in model.named_parameters() if p.requires_grad]
print(len(trainable), trainable[:4])`,
    },
  ],
  links: [
    {
      url: 'https://github.com/huggingface/peft/issues/137',
      label: 'peft #137',
      what: {
        en: '`enable_input_require_grads` before `get_peft_model`',
        zh_CN: '在 `get_peft_model` 之前调用 `enable_input_require_grads`',
      },
    },
    {
      url: 'https://github.com/pytorch/pytorch/issues/7617',
      label: 'pytorch #7617',
      what: {
        en: 'why frozen inputs cut a checkpointed block off',
        zh_CN: '输入不带梯度时，检查点为什么会切断计算图',
      },
    },
    {
      url: 'https://github.com/huggingface/peft/issues/1340',
      label: 'peft #1340',
      what: { en: 'an adapter that was loaded frozen', zh_CN: '适配器加载后是冻结的' },
    },
  ],
  prose: {
    en: {
      name: 'No gradient reaches what should be trained',
      symptom:
        'The first step stops with `element 0 of tensors does not require grad and does not have a grad_fn`.',
      verdict: {
        confirmed:
          'The loss is not connected to anything that can be trained. Most often gradient checkpointing cuts the adapter off from it, or the adapter was loaded frozen.',
        likely:
          'The warning says that a checkpointed block gets inputs without gradient, and the logged gradient is 0: the adapter is not being trained.',
        'at-risk':
          'A checkpointed block gets inputs without gradient, so nothing inside it is trained. That is fine for a part that is meant to be frozen, such as an image encoder; an adapter in it learns nothing.',
      },
      cause:
        'Gradient checkpointing, as transformers 4 does it by default, passes no gradient into a layer whose inputs carry none, and on a frozen base the inputs carry none. The same message comes where nothing is trainable at all: the adapter was loaded without `is_trainable=True`, or `target_modules` matches no layer.',
      fixes: {
        'input-gradients': {
          title: 'With gradient checkpointing, let the inputs carry gradients, before `get_peft_model`',
          limits:
            'Trains nothing more and costs next to no memory. Quantized bases get it from `prepare_model_for_kbit_training`.',
        },
        'non-reentrant': {
          title: 'Switch to the newer kind of gradient checkpointing',
          limits:
            'Needs transformers 4.35. Model code from the Hub that calls `checkpoint` itself, as old ChatGLM does, may take no notice of it.',
        },
        'trainable-adapter': {
          title: 'If you go on training a saved adapter: load it as trainable',
          limits: 'Without that, PEFT loads the adapter for inference only, all of it frozen.',
        },
        'count-trainable': {
          title: 'If in doubt, print what is trainable at all',
          limits:
            '0 means that the adapter is frozen (`inference_mode`, `is_trainable`). If there are some, it is checkpointing, `torch.no_grad()`, or a loss taken from a detached tensor.',
        },
      },
      noFix: 'Do not call `loss.requires_grad_()`: the message goes, and still nothing is trained.',
    },
    zh_CN: {
      name: '梯度传不到要训练的权重',
      symptom: '训练第一步就报 `element 0 of tensors does not require grad and does not have a grad_fn`。',
      verdict: {
        confirmed:
          'loss 和任何可训练的权重都没有连上。最常见的原因有两个：梯度检查点把适配器切断了，或者适配器加载进来就是冻结的。',
        likely: '警告说梯度检查点里有一层的输入不带梯度，日志里的 `grad_norm` 又是 0：适配器根本没在训练。',
        'at-risk':
          '梯度检查点里有一层的输入不带梯度，这一层里的权重都不会被训练。如果那部分本来就要冻结（比如图像编码器），没关系；如果适配器在里面，它什么也学不到。',
      },
      cause:
        'transformers 4 默认的梯度检查点，碰到输入不带梯度的层，就不再往里传梯度；而基座冻结后，各层的输入恰好都不带梯度。另外，如果压根没有可训练的权重，也会报同样的错：加载适配器时没写 `is_trainable=True`，或者 `target_modules` 一个层也没匹配上。',
      fixes: {
        'input-gradients': {
          title: '开了梯度检查点的，在 `get_peft_model` 之前让输入带上梯度',
          limits:
            '不会多训练任何权重，几乎不占显存。量化的基座用 `prepare_model_for_kbit_training` 就已经包含这一步。',
        },
        'non-reentrant': {
          title: '改用新的梯度检查点方式',
          limits:
            '需要 transformers 4.35。有的模型用自带的代码直接调用 `checkpoint`（比如旧版 ChatGLM），这个设置对它可能不起作用。',
        },
        'trainable-adapter': {
          title: '接着训练已有的适配器：加载时声明要训练',
          limits: '不写的话，PEFT 只当是拿来推理的，整个适配器都是冻结的。',
        },
        'count-trainable': {
          title: '拿不准时，先看有没有可训练的权重',
          limits:
            '打印出 0，说明适配器是冻结的（`inference_mode`、`is_trainable`）。不是 0，就去查梯度检查点、`torch.no_grad()`，或者 loss 是不是取自 detach 过的张量。',
        },
      },
      noFix: '不要对 loss 调用 `requires_grad_()`：报错是没了，但照样什么也没训练。',
    },
  },
}

export const examples: Examples = {
  hits: [
    {
      text: 'Traceback (most recent call last):\n  File "sft.py", line 88, in <module>\n    trainer.train()\n  File "/opt/env/lib/python3.11/site-packages/torch/autograd/graph.py", line 825, in _engine_run_backward\n    return Variable._execution_engine.run_backward(\nRuntimeError: element 0 of tensors does not require grad and does not have a grad_fn',
      verdict: 'confirmed',
      why: 'backward finds no graph',
    },
    {
      text: 'RuntimeError: element 1 of tensors does not require grad and does not have a grad_fn',
      verdict: 'confirmed',
      why: 'another of the tensors',
    },
    {
      text: "UserWarning: None of the inputs have requires_grad=True. Gradients will be None\n{'loss': 2.1, 'grad_norm': 0.0, 'learning_rate': 0.0001, 'epoch': 0.1}\n{'loss': 2.2, 'grad_norm': 0.0, 'learning_rate': 0.0001, 'epoch': 0.2}",
      verdict: 'likely',
      why: 'the warning, and a gradient of zero',
    },
    {
      text: '/usr/lib/python3/site-packages/torch/utils/checkpoint.py:85: UserWarning: None of the inputs have requires_grad=True. Gradients will be None',
      verdict: 'at-risk',
      why: 'the warning by itself may be harmless',
    },
    {
      text: 'checkpoint.py:31: None of the inputs have requires_grad=True. Gradients will be None',
      verdict: 'at-risk',
      why: 'without the name of the warning',
    },
  ],
  clean: [
    {
      text: "None of the inputs have requires_grad=True. Gradients will be None\n{'loss': 2.1, 'grad_norm': 1.3, 'learning_rate': 0.0001, 'epoch': 0.1}\n{'loss': 1.8, 'grad_norm': 0.9, 'learning_rate': 0.0001, 'epoch': 0.2}",
      why: 'gradients arrive: the warning is about a frozen part',
    },
    {
      text: 'RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.',
      why: 'another complaint of autograd',
    },
    { text: 'model.gradient_checkpointing_enable()', why: 'checkpointing alone is no fault' },
  ],
  misses: [
    {
      text: 'peft==0.13.2\ntrainable params: 0 || all params: 7,615,616,512 || trainable%: 0.0',
      why: 'nothing is trainable, seen before the exception',
    },
  ],
}
