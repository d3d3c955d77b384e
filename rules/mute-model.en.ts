import type { RuleProse } from './schema'

/** The mute model's prose in English. What was only read in source, or inferred, is said to be so. */
export const en: RuleProse = {
  name: 'Mute model: LoRA weights in float16',
  symptom:
    'The loss falls to `0.0` or `nan` after the first step, without an exception, and the tuned model answers with nothing.',
  verdict: {
    confirmed:
      'This is the mute model: the LoRA weights of {model|this model} are float16 (PEFT {peft|version not stated}), the first AdamW step turned them into NaN, and `loss 0.0` is how the Trainer logs a NaN.',
    likely:
      'This is probably the mute model: with this setup (PEFT {peft|version not stated}) LoRA weights take the dtype of the base, and if {model|the base} was loaded in float16, that explains the rest.',
    'cannot-tell':
      'It may be the mute model, or one of its look-alikes: what is written here about {model|the setup} does not decide it.',
    'at-risk':
      'Nothing here shows the fault yet, but with this setup (PEFT {peft|version not stated}) the LoRA weights of {model|a float16 base} are float16, and the first AdamW step turns them into NaN, unless the run is in bfloat16, keeps its adapters in float32, or has `fp16=True`, which raises an exception instead.',
    'ruled-out':
      'Not the mute model, because of this: {fact|what is written here}. The same symptom has other causes; they are listed below.',
  },
  confirmedByCure:
    'This is the mute model: PEFT {cure} cured it, so the version before it made the LoRA weights of {model|this model} float16, and `loss 0.0` was how the Trainer logs a NaN.',
  cause:
    'The LoRA weights are float16, and in float16 AdamW’s `eps` of 1e-8 rounds to zero: the first step divides zero by zero and fills the adapter with NaN. From then on every loss is NaN, which the Trainer logs as `loss 0.0`, and the adapter it saves has nothing left to say.',
  chain: [
    {
      short: 'The base model is float16.',
      long: 'ChatGLM2 and ChatGLM3 build their layers in the `torch_dtype` of their configuration, and that is float16. So this holds even where the script has no `torch_dtype=` and no `.half()`. Other models are float16 when they are loaded that way. Read in the models’ source, not run on the real weights.',
      measured: false,
    },
    {
      short: 'PEFT 0.7.0 to 0.11.1 gives the LoRA weights the same dtype.',
      long: 'Since PR #1106, first released in 0.7.0, LoRA weights take the dtype of the layer they sit on. Up to 0.6.2 they were float32 whatever the base. Read in the source and measured release by release.',
      measured: true,
    },
    {
      short: 'The first AdamW step divides zero by zero.',
      long: 'LoRA starts with B = 0, so the first gradient of A is exactly zero. AdamW divides by √v + `eps`; 1e-8 is zero in float16, as is everything up to 2.9e-8, while 3e-8 is not. 0/0 makes A NaN; where a gradient of B is small, its square underflows to 0, and the division makes B infinite. Measured with the single-tensor and the foreach AdamW on a CPU. The fused one is not affected there; its CUDA kernel was not tried.',
      measured: true,
    },
    {
      short: 'The Trainer logs NaN as `loss 0.0`.',
      long: 'From step 2 on the loss is NaN. `logging_nan_inf_filter=True`, the default, keeps NaN out of the logged average, so that a window of nothing but NaN reads 0.0. Newer versions of transformers print `grad_norm nan` beside it, and that gives it away. With the filter off, the log says `nan`.',
      measured: true,
    },
    {
      short: 'The saved adapter is NaN, and a model with it repeats one token for ever.',
      long: 'Measured on a small model, not on the real 6B weights: greedy `generate` picks token 0 for ever, and sampling raises `probability tensor contains either inf, nan or element < 0`. What token 0 looks like depends on the vocabulary: Qwen prints `!!!!`. ChatGLM’s `chat()` and `stream_chat()` replace NaN scores by token 5 (read in the source), which is the invisible byte 0x02 (inferred): hence the silence.',
      measured: true,
    },
    {
      short: 'PEFT 0.12.0 and later cast the LoRA weights to float32.',
      long: 'PR #1706 made `autocast_adapter_dtype=True` the default. The cast does not reach weights when `autocast_adapter_dtype=False` is passed, when `.half()` is called after `get_peft_model`, the copies that `modules_to_save` makes, `inject_adapter_in_model`, a second adapter through `add_adapter` before 0.19.0, and `PeftMixedModel`.',
      measured: true,
    },
  ],
  guesses: [
    {
      guess: 'The adapter and the model are incompatible.',
      right: true,
      truth: 'Right: PEFT creates the adapter in a dtype that it cannot be trained in (link 2).',
    },
    {
      guess: 'Something goes wrong when precision is converted.',
      right: true,
      truth: 'Right: float16 has no room for `eps` = 1e-8 (links 1 and 3).',
    },
    {
      guess: 'The gradients vanish.',
      right: false,
      truth:
        'No. At step 1 the gradient of A is zero by design, in every healthy LoRA run too. What fails is the division.',
    },
    {
      guess: 'Every PEFT from 0.7.0 on is affected.',
      right: false,
      truth:
        'No, it ends with 0.11.1. And it is not special to ChatGLM3, which only happens to be float16 by default.',
    },
  ],
  fixes: {
    'move-half-call': {
      title: 'Call `.half()` before `get_peft_model`, or not at all',
      limits:
        'The call turns the adapter into float16 whichever PEFT made it. With PEFT 0.7.0 to 0.11.1 moving it is not enough: upgrade as well.',
    },
    'keep-adapter-cast': {
      title: 'Leave out `autocast_adapter_dtype=False`',
      limits: 'It switches off the very cast that PEFT 0.12.0 brought.',
    },
    'cast-what-peft-leaves': {
      title: 'Cast everything that is trained to float32 yourself; no PEFT release does it for these weights',
      limits:
        'Copies made by `modules_to_save`, and adapters made by `inject_adapter_in_model`, keep the dtype of the base. Add `fp16=True` if you want mixed precision.',
    },
    'upgrade-peft': {
      title: 'Upgrade PEFT, but stay below 0.14',
      limits:
        'From 0.14 on PEFT imports `EncoderDecoderCache`, which transformers has since 4.43: a bare `pip install -U peft` breaks an older environment (peft #2292). With transformers 5 take a newer PEFT. Train anew afterwards.',
    },
    'upgrade-peft-transformers-4': {
      title: 'Upgrade PEFT, but stay below 0.15; that fits transformers {transformers|4.43 and later}',
      limits:
        'The bound is a careful one: a later PEFT may need a newer transformers or accelerate than it tells pip, as 0.14 did (peft #2292). Train anew afterwards.',
    },
    'upgrade-peft-transformers-5': {
      title: 'Upgrade PEFT; transformers {transformers|5} asks for a recent one',
      limits:
        'An older PEFT may be refused by transformers, and a recent one by an old Python: pip then finds no such release. Train anew afterwards.',
    },
    'cast-to-float32': {
      title: 'Keep the installed PEFT and cast the trained weights to float32',
      limits:
        'Works with any PEFT and on any GPU. It must come after `get_peft_model` and after the last `.half()`. Add `fp16=True` if you want mixed precision.',
    },
    'bfloat16-base': {
      title: 'Load the base in bfloat16 and train with `bf16=True`',
      limits:
        'Same memory as float16. Needs compute capability 8.0, which is Ampere or newer: not a V100, T4 or 2080 Ti.',
    },
    'peft-before-the-fault': {
      title: 'Go back to the last PEFT before the fault',
      limits:
        'Needs accelerate 0.21.0 or newer, and gives up DoRA, LoftQ and rsLoRA. Adapters saved by a newer PEFT may not load.',
    },
    'float32-base': {
      title: 'Use a float32 base',
      limits:
        'Works on any GPU that has the memory: 6.2 billion parameters take about 25 GB, twice as much as in float16.',
    },
    'another-model': {
      title: 'Tune another model that loads in bfloat16, such as Qwen',
      limits:
        'It is the dtype that helps, not the name: a tutorial that loads Qwen with `torch.half` brings the fault along. Qwen2.5 needs transformers 4.37.',
    },
    'adam-epsilon': {
      title: 'Raise the optimizer’s epsilon to 1e-4',
      limits:
        'The weights stay float16. From 3e-8 to 1e-6 training stays finite too, but the gradient norm jumps threefold.',
    },
    'fused-adamw': {
      title: 'Use the fused AdamW',
      limits:
        'The weights stay float16. Measured on a CPU only, not with the CUDA kernel. transformers 4.57 and later choose it by default with torch 2.8 and later, which hides the fault.',
    },
  },
  noFix:
    'A lower learning rate, more data and gradient clipping do not help: zero divided by zero does not depend on them. Nor can a checkpoint that was trained to NaN be repaired; its optimizer state is NaN too. Train anew from the base, without `resume_from_checkpoint`.',
  differential: {
    'masked-labels': {
      what: 'Every label is masked, so there is nothing to learn.',
      sign: '`loss 0.0` together with `grad_norm 0.0`, from the first line on',
      then: 'Count the labels of the first batch that are not -100. If there are none, look at the template and at truncation (`max_source_length`).',
    },
    'activation-overflow': {
      what: 'The base model overflows in float16; the adapter is fine.',
      sign: '`fp16: true`, a loss that jumps (63, say) and then reads 0.0; often a V100, 2080 Ti or TITAN, often GLM-4 or Baichuan2; LlamaFactory, which trains its adapters in float32',
      then: 'Use a GPU with bfloat16, or a float32 base. Another PEFT changes nothing.',
    },
    'quantised-overflow': {
      what: 'The computation of a quantized base overflows; the adapter is float32.',
      sign: '`load_in_8bit`, `load_in_4bit` or `quantization_bit`, often on a V100',
      then: 'Compute in bfloat16 (`bnb_4bit_compute_dtype`) where the GPU can, or use another GPU.',
    },
    'checkpointing-without-grad': {
      what: 'Gradient checkpointing cuts the graph, and no gradient reaches the adapter.',
      sign: '`None of the inputs have requires_grad=True`, or `element 0 of tensors does not require grad`',
      then: 'Call `model.enable_input_require_grads()` before training, or pass `use_reentrant=False`.',
    },
    'learning-rate': {
      what: 'The training diverges.',
      sign: 'the loss falls over many steps and only then turns to 0; learning rate 1e-3 or more, often an old PEFT',
      then: 'Lower the learning rate.',
    },
    'accelerator-npu': {
      what: 'Ascend NPUs have a fault of their own.',
      sign: '`torch_npu` or a 910 in the log, NaN with `bf16` as well',
      then: 'Not this one. Ask in the tracker of the vendor’s `torch_npu`.',
    },
    'adapter-not-loaded': {
      what: 'The training went well, but the adapter was never loaded.',
      sign: 'normal losses, and a reloaded model that behaves as if it had not been tuned; `get_peft_model` in the inference script',
      then: 'Load it with `PeftModel.from_pretrained(base, folder)`. `get_peft_model` makes a new, untrained one.',
    },
  },
  guides: {
    preflight: {
      title: 'One step before the long run',
      short: 'Preflight script',
      text: [
        'One batch and one optimizer step show whether a setup has the fault. Put this where your script is ready to train; the call at the end is for a `Trainer`. With a loop of your own, pass model, batch and the optimizer that you really use.',
        '',
        '- `trained tensors` should say `torch.float32`, or `torch.bfloat16`. `torch.float16` is the warning sign.',
        '- `labels that count` must not be 0.',
        '- `all zero in` names half of the LoRA tensors, every `lora_A`: that is normal at step 1, because B is still zero.',
        '- A finite loss and finite gradients before the step, and `FAULT` after it: that is the mute model. `OVERFLOW` before the step is something else.',
        '',
        'The step changes the weights and the optimizer. Build both anew before you train, or simply restart the script without the check. With `modules_to_save` cast to float32 the forward pass needs `fp16=True` or `bf16=True`.',
      ].join('\n'),
    },
    'saved-adapter': {
      title: 'Is a saved adapter dead?',
      short: 'Check a file',
      warning: 'Adapters already saved from this run are NaN and cannot be repaired.',
      text: 'This reads `adapter_model.safetensors` and `adapter_model.bin` in a folder and all folders in it, checkpoints included; no GPU and no base model is needed. `DEAD` means that some tensors hold NaN or infinity: the adapter cannot be repaired. `UNTRAINED` means that some `lora_B` is still all zero, so the adapter learned nothing there. `FINITE` says no more than that the numbers are numbers.',
    },
    reproducible: {
      title: 'Pin, record, report',
      text: [
        'The fault came with an unpinned `pip install peft`. Pin what it depends on, and keep the record beside the adapter; the versions below are an example that fits together.',
        '',
        'What an issue needs, so that somebody else can tell this fault from its look-alikes:',
        '',
        '- `freeze.txt`, or at least the versions of peft, transformers, accelerate and torch',
        '- the line that loads the base, the lines around `get_peft_model`, and the `TrainingArguments`',
        '- the first ten lines of the log, with `loss` and `grad_norm`',
        '- the GPU, and what the one-step check printed',
      ].join('\n'),
    },
  },
  note: 'If you tune {model|this model} with LoRA: it loads in float16, and with PEFT 0.7.0 to 0.11.1, ordinary AdamW and no mixed-precision flag that ends in loss 0 and silence.',
}
