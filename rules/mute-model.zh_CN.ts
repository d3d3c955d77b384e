import type { RuleProse } from './schema'

/** 模型失语的中文说明。只读过源码、或只是推断的地方，都写明了。 */
export const zh_CN: RuleProse = {
  name: '模型失语：LoRA 权重是 float16',
  symptom: '训练不报错，loss 从第一步之后就变成 `0.0` 或 `nan`，训完的模型什么也不回答。',
  verdict: {
    confirmed:
      '这就是“模型失语”（{model|模型未写明}，PEFT {peft|版本未写明}）：LoRA 权重是 float16，AdamW 走完第一步就成了 NaN，而 `loss 0.0` 正是 Trainer 记录 NaN 的样子。',
    likely:
      '很可能是“模型失语”（{model|模型未写明}，PEFT {peft|版本未写明}）：在这样的环境里，LoRA 权重沿用基座的精度；只要基座是按 float16 加载的，其余现象就都说得通。',
    'cannot-tell':
      '可能是“模型失语”，也可能是与它相似的别的问题（{model|模型未写明}）：这里写的还不足以判断。',
    'at-risk':
      '这里还看不出故障，但这样的环境（{model|float16 基座}，PEFT {peft|版本未写明}）会把 LoRA 权重建成 float16，AdamW 走完第一步就成了 NaN；除非训练用的是 bfloat16，或者适配器保持 float32，又或者开了 `fp16=True`（那样会直接报错）。',
    'ruled-out': '不是“模型失语”，依据是：{fact|文中的内容}。同样的现象还有别的原因，列在下面。',
  },
  confirmedByCure:
    '这就是“模型失语”（{model|模型未写明}）：换成 PEFT {cure} 就好了，说明原来那一版把 LoRA 权重建成了 float16，而 `loss 0.0` 正是 Trainer 记录 NaN 的样子。',
  cause:
    'LoRA 权重是 float16，而 AdamW 的 `eps`（1e-8）在 float16 里会舍入成 0：第一步就是 0 除以 0，适配器里全成了 NaN。此后每一步的 loss 都是 NaN，Trainer 把它记成 `loss 0.0`；保存下来的适配器自然什么也说不出来。',
  chain: [
    {
      short: '基座是 float16。',
      long: 'ChatGLM2、ChatGLM3 按配置里的 `torch_dtype` 建层，而它写的就是 float16。所以脚本里即使没有 `torch_dtype=`，也没有 `.half()`，结果还是一样。别的模型则要看加载时怎么写。此条读自模型源码，没有在真实权重上跑过。',
      measured: false,
    },
    {
      short: 'PEFT 0.7.0 到 0.11.1 让 LoRA 权重也用这个精度。',
      long: '从 PR #1106（随 0.7.0 发布）起，LoRA 权重沿用所在层的精度；0.6.2 及更早的版本不管基座是什么，一律用 float32。读过源码，并逐个版本实测。',
      measured: true,
    },
    {
      short: 'AdamW 的第一步是 0 除以 0。',
      long: 'LoRA 的 B 初值为 0，所以 A 的第一个梯度恰好是 0。AdamW 的分母是 √v + `eps`；在 float16 里 1e-8 就是 0（2.9e-8 及以下都是，3e-8 不是）。于是 A 得到 0/0，变成 NaN；B 的梯度若很小，平方后下溢为 0，一除就成了无穷大。在 CPU 上用 single-tensor 和 foreach 两种 AdamW 实测；fused 版本在 CPU 上不受影响，CUDA 内核没有试过。',
      measured: true,
    },
    {
      short: 'Trainer 把 NaN 记成了 `loss 0.0`。',
      long: '从第二步起 loss 就是 NaN。`logging_nan_inf_filter=True`（默认）求平均时会跳过 NaN，一段日志里如果全是 NaN，打印出来就是 0.0。较新的 transformers 会在旁边打印 `grad_norm nan`，这就露了馅。关掉这个过滤，日志里就是 `nan`。',
      measured: true,
    },
    {
      short: '保存下来的适配器是 NaN，带着它的模型只会一直重复同一个 token。',
      long: '在小模型上实测过，没有在真正的 6B 权重上跑：贪心解码的 `generate` 永远选 0 号 token；采样则报 `probability tensor contains either inf, nan or element < 0`。0 号 token 显示成什么取决于词表，Qwen 是 `!!!!`。ChatGLM 的 `chat()` 和 `stream_chat()` 会把 NaN 分数换成 5 号 token（读源码得知），它是看不见的字节 0x02（由此推断），于是看上去一个字也不说。',
      measured: true,
    },
    {
      short: 'PEFT 0.12.0 起，LoRA 权重会转成 float32。',
      long: 'PR #1706 让 `autocast_adapter_dtype=True` 成为默认。但下面这些情况转换不到：传了 `autocast_adapter_dtype=False`；在 `get_peft_model` 之后调用 `.half()`；`modules_to_save` 复制出来的模块；`inject_adapter_in_model`；0.19.0 之前用 `add_adapter` 加的第二个适配器；`PeftMixedModel`。',
      measured: true,
    },
  ],
  guesses: [
    {
      guess: '适配器和模型不兼容。',
      right: true,
      truth: '对。PEFT 给适配器用了一种没法训练的精度（第 2 环）。',
    },
    {
      guess: '精度转换出了问题。',
      right: true,
      truth: '对。float16 装不下 `eps` = 1e-8（第 1、3 环）。',
    },
    {
      guess: '梯度消失。',
      right: false,
      truth: '不对。第一步时 A 的梯度本来就是 0，正常的 LoRA 训练也都如此。出错的是那次除法。',
    },
    {
      guess: 'PEFT 从 0.7.0 起的版本都有问题。',
      right: false,
      truth: '不对，到 0.11.1 为止。也不是 ChatGLM3 独有的，只不过它默认就是 float16。',
    },
  ],
  fixes: {
    'move-half-call': {
      title: '把 `.half()` 挪到 `get_peft_model` 之前，或者干脆删掉',
      limits:
        '不管 PEFT 是哪一版，这一调用都会把适配器变成 float16。如果 PEFT 是 0.7.0 到 0.11.1，光挪位置还不够，要一并升级。',
    },
    'keep-adapter-cast': {
      title: '去掉 `autocast_adapter_dtype=False`',
      limits: '它关掉的正是 PEFT 0.12.0 带来的那一步转换。',
    },
    'cast-what-peft-leaves': {
      title: '自己把所有要训练的参数转成 float32：对这些权重，PEFT 哪一版都不会替你转',
      limits:
        '`modules_to_save` 复制出来的模块，以及用 `inject_adapter_in_model` 加的适配器，都沿用基座的精度。想用混合精度就再加上 `fp16=True`。',
    },
    'upgrade-peft': {
      title: '升级 PEFT，但要低于 0.14',
      limits:
        'PEFT 从 0.14 起要导入 `EncoderDecoderCache`，而 transformers 到 4.43 才有：在旧环境里直接 `pip install -U peft` 会装坏（见 peft #2292）。如果用的是 transformers 5，请装更高版本的 PEFT。升级后要重新训练。',
    },
    'upgrade-peft-transformers-4': {
      title: '升级 PEFT，但要低于 0.15，以配合 transformers {transformers|4.43 及以上}',
      limits:
        '这个上限取得比较保守：更高版本的 PEFT 可能需要更高版本的 transformers 或 accelerate，却没有告诉 pip，0.14 就是这样（见 peft #2292）。升级后要重新训练。',
    },
    'upgrade-peft-transformers-5': {
      title: '升级 PEFT；transformers {transformers|5} 要求较新的版本',
      limits:
        'PEFT 太旧，transformers 可能不认；Python 太旧，新版 PEFT 又装不上，pip 会提示找不到这个版本。升级后要重新训练。',
    },
    'cast-to-float32': {
      title: '不动 PEFT，自己把要训练的权重转成 float32',
      limits:
        '任何版本的 PEFT、任何显卡都适用。要放在 `get_peft_model` 和最后一个 `.half()` 之后。想用混合精度就再加上 `fp16=True`。',
    },
    'bfloat16-base': {
      title: '基座用 bfloat16 加载，训练时加上 `bf16=True`',
      limits: '显存占用和 float16 一样。显卡算力须达到 8.0（Ampere 及更新），V100、T4、2080 Ti 都不行。',
    },
    'peft-before-the-fault': {
      title: '退回到出问题之前的最后一版 PEFT',
      limits:
        '需要 accelerate 0.21.0 以上；用不了 DoRA、LoftQ 和 rsLoRA。用更高版本的 PEFT 保存的适配器可能加载不了。',
    },
    'float32-base': {
      title: '基座改用 float32',
      limits: '只要显存够，什么卡都行：62 亿参数大约占 25 GB，是 float16 的两倍。',
    },
    'another-model': {
      title: '换一个用 bfloat16 的模型来微调，比如 Qwen',
      limits:
        '管用的是精度，不是换了模型：如果教程里用 `torch.half` 加载 Qwen，问题会原样跟过来。Qwen2.5 需要 transformers 4.37 以上。',
    },
    'adam-epsilon': {
      title: '把优化器的 epsilon 调大到 1e-4',
      limits: '权重仍然是 float16。取 3e-8 到 1e-6 时训练也不会出 NaN，但梯度范数会跳到三倍。',
    },
    'fused-adamw': {
      title: '改用 fused AdamW',
      limits:
        '权重仍然是 float16。只在 CPU 上测过，没有测 CUDA 内核。transformers 4.57 以上配 torch 2.8 以上时默认就用它，问题因此被掩盖。',
    },
  },
  noFix:
    '调低学习率、增加数据、裁剪梯度都没有用：0 除以 0 跟这些无关。已经训成 NaN 的检查点也救不回来，优化器状态同样是 NaN。请从基座重新训练，不要用 `resume_from_checkpoint`。',
  differential: {
    'masked-labels': {
      what: '标签全被屏蔽，没有可学的内容。',
      sign: '从第一行起，`loss 0.0` 和 `grad_norm 0.0` 同时出现',
      then: '数一数第一个批次里不等于 -100 的标签。一个都没有的话，检查对话模板和截断长度（`max_source_length`）。',
    },
    'activation-overflow': {
      what: '基座在 float16 下激活值溢出，适配器本身没问题。',
      sign: '`fp16: true`，loss 先跳到很大（比如 63），随后变成 0.0；多见于 V100、2080 Ti、TITAN，多见于 GLM-4、Baichuan2；用 LlamaFactory（它的适配器按 float32 训练）',
      then: '换支持 bfloat16 的显卡，或用 float32 的基座。换 PEFT 版本没有用。',
    },
    'quantised-overflow': {
      what: '量化后的基座在计算时溢出，适配器是 float32。',
      sign: '`load_in_8bit`、`load_in_4bit` 或 `quantization_bit`，多见于 V100',
      then: '显卡支持的话改用 bfloat16 计算（`bnb_4bit_compute_dtype`），否则换显卡。',
    },
    'checkpointing-without-grad': {
      what: '梯度检查点切断了计算图，梯度到不了适配器。',
      sign: '`None of the inputs have requires_grad=True`，或 `element 0 of tensors does not require grad`',
      then: '训练前调用 `model.enable_input_require_grads()`，或者传 `use_reentrant=False`。',
    },
    'learning-rate': {
      what: '训练发散。',
      sign: 'loss 先下降了很多步才变成 0；学习率在 1e-3 以上，PEFT 往往很旧',
      then: '调低学习率。',
    },
    'accelerator-npu': {
      what: '昇腾 NPU 上是另一个问题。',
      sign: '日志里有 `torch_npu` 或 910，用 `bf16` 也出 NaN',
      then: '与本故障无关，请到厂商的 `torch_npu` 仓库反馈。',
    },
    'adapter-not-loaded': {
      what: '训练是好的，只是适配器没有加载上。',
      sign: 'loss 正常，重新加载后模型却像没微调过；推理脚本里用的是 `get_peft_model`',
      then: '用 `PeftModel.from_pretrained(base, folder)` 加载。`get_peft_model` 会新建一个没训练过的适配器。',
    },
  },
  guides: {
    preflight: {
      title: '长时间训练之前，先走一步看看',
      short: '训练前自检脚本',
      text: [
        '一个批次、优化器走一步，就能看出有没有这个故障。把它放在脚本里一切就绪、即将训练的地方；末尾的调用是给 `Trainer` 用的。自己写训练循环的话，把模型、批次和真正要用的优化器传进去。',
        '',
        '- `trained tensors` 应当是 `torch.float32` 或 `torch.bfloat16`；出现 `torch.float16` 就要当心。',
        '- `labels that count` 不能是 0。',
        '- `all zero in` 的个数是 LoRA 张量的一半，也就是全部 `lora_A`：B 还是 0，第一步这样是正常的。',
        '- 更新之前 loss 和梯度都是有限值，更新之后报 `FAULT`，就是“模型失语”。更新之前就报 `OVERFLOW`，是别的问题。',
        '',
        '这一步会改动权重和优化器状态。正式训练前请把两者重新创建，或者去掉检查、重启脚本。如果把 `modules_to_save` 转成了 float32，前向计算需要 `fp16=True` 或 `bf16=True`。',
      ].join('\n'),
    },
    'saved-adapter': {
      title: '保存下来的适配器还活着吗',
      short: '检查文件',
      warning: '这次训练存下的适配器已经是 NaN，修不好了。',
      text: '它会检查一个文件夹及其子文件夹（包括各个检查点）里的 `adapter_model.safetensors` 和 `adapter_model.bin`，不需要显卡，也不需要基座。`DEAD` 表示有张量含 NaN 或无穷大，这个适配器救不回来了。`UNTRAINED` 表示有 `lora_B` 仍然全是 0，那里什么也没学到。`FINITE` 只说明数值是正常的数，并不代表训得好。',
    },
    reproducible: {
      title: '锁定版本，留下记录，写清问题',
      text: [
        '这个故障是随一句没写版本的 `pip install peft` 进来的。把有关的版本锁住，并把记录和适配器放在一起；下面的版本只是一组能配合的例子。',
        '',
        '提 issue 时写上这些，别人才分得清是它，还是与它相似的问题：',
        '',
        '- `freeze.txt`，至少要有 peft、transformers、accelerate 和 torch 的版本',
        '- 加载基座的那一行、`get_peft_model` 前后的几行，以及 `TrainingArguments`',
        '- 日志的前十行，带上 `loss` 和 `grad_norm`',
        '- 显卡型号，以及上面那个一步检查的输出',
      ].join('\n'),
    },
  },
  note: '要用 LoRA 微调的话请注意（{model|本模型}）：它默认按 float16 加载；用 PEFT 0.7.0 到 0.11.1 和普通的 AdamW，又不开混合精度，就会 loss 归零、模型失语。',
}
