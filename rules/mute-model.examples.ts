import type { Examples } from './schema'

/** A run of the fault as the Trainer logs it: one finite loss, then NaN in disguise. */
const muteLog = `{'loss': 4.8897, 'grad_norm': 0.3095, 'learning_rate': 7.5e-05, 'epoch': 0.01}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 5e-05, 'epoch': 0.02}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 2.5e-05, 'epoch': 0.03}`

const freeze = (peft: string, transformers = '4.38.2') => `accelerate==0.28.0
datasets==2.18.0
peft==${peft}
torch==2.1.2+cu121
transformers==${transformers}`

export const examples: Examples = {
  hits: [
    {
      text: 'ChatGLM3-6B LoRA, loss 正常下降到 1.2，但推理时输出空，peft==0.10.0',
      verdict: 'ruled-out',
      why: 'a loss that falls is no NaN, even where only words tell of it',
    },
    {
      text: 'chatglm3-6b lora 训练完，推理输出为空，训练时用的 load_in_4bit，peft==0.10.0',
      verdict: 'ruled-out',
      why: 'the base was quantised',
    },
    {
      text: `用 LoRA 微调 ChatGLM3-6B，刚开始还正常，第二步起 loss 突然归零；训完的模型一句话也不说，输出是空的。
Python 3.10.8

Package       Version
------------- -----------
accelerate    0.28.0
datasets      2.18.0
peft          0.9.0
torch         2.1.2+cu121
transformers  4.38.2`,
      verdict: 'confirmed',
      why: 'PEFT in the range, a base that is float16 by default, both symptoms',
    },
    {
      text: `LoRA on ChatGLM3-6B, no precision flag.\n${freeze('0.10.0')}\n\n${muteLog}`,
      verdict: 'confirmed',
      why: 'the symptom is only in the log',
    },
    {
      text: `Llama-2-7B with LoRA, loaded with torch_dtype=torch.float16, peft==0.8.2. The loss is nan from the second step on.`,
      verdict: 'confirmed',
      why: 'float16 is stated, and not only ChatGLM is affected',
    },
    {
      text: `peft==0.13.0, ChatGLM3-6B, LoRA. The loss is 0.0 after the first step.

\`\`\`python
model = get_peft_model(model, config)
model = model.half().cuda()
\`\`\``,
      verdict: 'confirmed',
      why: 'PEFT made a float32 adapter, and the script turned it into float16 afterwards',
    },
    {
      text: 'chatglm3-6b-base LoRA 微调，loss 一直是 0',
      blocks: [
        {
          author: 'lin',
          text: '按官方脚本用 LoRA 微调 chatglm3-6b-base，第二次打印起 loss 就是 0，没报任何错。',
        },
        {
          author: 'qiao',
          text: '我这边也是 loss 变成 0。把 peft 降到 0.6.0 重新训练之后就正常了。',
        },
      ],
      verdict: 'confirmed',
      why: 'the only PEFT version is the cure, told by somebody who had the symptom',
    },
    {
      text: 'ChatGLM3-6B LoRA 之后没有任何输出',
      blocks: [
        {
          author: 'mei',
          date: '2023-11-20T08:00:00Z',
          text: `训练后输出为空，loss 变成 0。\n${freeze('0.9.0')}`,
        },
      ],
      verdict: 'confirmed',
      why: 'a date before the fault does not outweigh a version inside the range',
    },
    {
      text: `Fine-tuning Llama-2-13B with LoRA; after a few minutes the loss shows 0.0 and stays there.\n${freeze('0.9.0')}`,
      verdict: 'likely',
      why: 'PEFT is in the range, the dtype of the base is not stated',
    },
    {
      text: `Qwen-7B, LoRA, peft 0.15.2, get_peft_model(model, config, autocast_adapter_dtype=False), and the loss is nan after one step.`,
      verdict: 'likely',
      why: 'the cast is switched off, the dtype of the base is not stated',
    },
    {
      text: 'ChatGLM3-6B 做 LoRA 微调，loss 变成 0 了，有人遇到过吗？',
      verdict: 'cannot-tell',
      why: 'no version at all',
    },
    {
      text: '用 lora 训练 Baichuan2-7B，训完之后模型不输出任何内容。',
      verdict: 'cannot-tell',
      why: 'neither a version nor a dtype',
    },
    {
      text: `$ python train_lora.py --model chatglm3-6b
$ pip freeze
${freeze('0.9.0')}`,
      verdict: 'at-risk',
      why: 'nothing went wrong yet',
    },
    {
      text: `peft==0.11.1, ChatGLM2-6B, LoRA. The loss slowly falls to 0.0123, is that too low?`,
      verdict: 'at-risk',
      why: '0.0123 is not 0, but the environment has the fault',
    },
    {
      text: `用 LoRA 微调 ChatGLM3-6B，loss 突然变成 0，训完不说话。\n${freeze('0.13.2')}`,
      verdict: 'ruled-out',
      why: 'PEFT 0.13.2 casts the adapter to float32',
    },
    {
      text: `Fine-tuning ChatGLM3-6B with LoRA, the loss is 0 from the second step on.\nmodel = AutoModel.from_pretrained(path, torch_dtype=torch.bfloat16, trust_remote_code=True)\n${freeze('0.9.0')}`,
      verdict: 'ruled-out',
      why: 'in bfloat16 eps does not round to zero',
    },
    {
      text: `LoRA，ChatGLM3-6B，peft==0.9.0，loss 一直是 0：
{'loss': 0.0, 'grad_norm': 0.0, 'learning_rate': 5e-05, 'epoch': 0.01}
{'loss': 0.0, 'grad_norm': 0.0, 'learning_rate': 4e-05, 'epoch': 0.02}
{'loss': 0.0, 'grad_norm': 0.0, 'learning_rate': 3e-05, 'epoch': 0.03}`,
      verdict: 'ruled-out',
      why: 'a gradient norm of 0 from the first line: the labels are masked',
    },
    {
      text: `llamafactory-cli train glm4_lora.yaml
finetuning_type: lora
fp16: true
model_name_or_path: THUDM/glm-4-9b-chat

{'loss': 3.6, 'grad_norm': 7.3, 'learning_rate': 4.9e-05, 'epoch': 0.01}
{'loss': 63.37, 'grad_norm': nan, 'learning_rate': 4.8e-05, 'epoch': 0.02}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 4.7e-05, 'epoch': 0.03}`,
      verdict: 'ruled-out',
      why: 'mixed precision and LlamaFactory: the adapter is float32, the base overflows',
    },
    {
      text: `ChatGLM3-6B on an Ascend 910B NPU with torch_npu, LoRA, peft==0.9.0: loss 0.0 after the first step.`,
      verdict: 'ruled-out',
      why: 'NPUs have a fault of their own',
    },
    {
      text: 'ChatGLM2-6B LoRA，loss 为 0',
      blocks: [
        { author: 'tao', date: '2023-08-02T03:00:00Z', text: '用 LoRA 微调 ChatGLM2-6B，loss 变成 0。' },
      ],
      verdict: 'ruled-out',
      why: 'written before PEFT 0.7.0 came out',
    },
  ],
  clean: [
    {
      text: '[Epoch 3/200] [Batch 41/938] D_loss 0.0000 G_loss 7.2145',
      why: 'a GAN whose discriminator won',
    },
    {
      text: `peft==0.13.2, Qwen2-7B, LoRA
{'loss': 2.31, 'grad_norm': 1.1, 'learning_rate': 1e-4, 'epoch': 0.1}
{'loss': 1.87, 'grad_norm': 0.9, 'learning_rate': 9e-5, 'epoch': 0.2}
{'loss': 1.62, 'grad_norm': 0.8, 'learning_rate': 8e-5, 'epoch': 0.3}`,
      why: 'a healthy run',
    },
    {
      text: freeze('0.9.0'),
      why: 'the version alone: the base may as well be bfloat16',
    },
    {
      text: '请问 ChatGLM3-6B 用 LoRA 微调，loss 降到 0.05 算正常吗？save_steps: 0.0',
      why: 'neither number is a loss of 0',
    },
    {
      text: 'A ResNet-50 on ImageNet: the loss becomes nan after 3000 iterations.',
      why: 'no language model, no adapter',
    },
  ],
  misses: [
    {
      text: 'We tune our in-house 7B transformer; right after the first update the training loss reads 0.0 for ever.',
      why: 'neither PEFT, nor LoRA, nor a known family is named',
    },
    {
      text: `Llama-2-7B, LoRA, loaded in float16, peft 0.13.2, PeftMixedModel, and the loss is 0.0 from step 2.`,
      why: 'PeftMixedModel keeps the dtype of the base in every release, and is not read: ruled out by the version',
    },
  ],
}
