import { describe, expect, it } from 'vitest'
import { readPrecision } from '../precision'
import { view } from '../reading.fixture'

type Case = [text: string, used: string[]]

const used = (text: string, kind: 'description' | 'paste') =>
  [
    ...new Set(
      readPrecision(view(text, { kind })).flatMap((fact) =>
        fact.kind === 'precision' && fact.stance === 'used' ? [fact.id] : [],
      ),
    ),
  ].sort()

/** Each text in a fence of a description, and as a paste. */
function reads(kind: string, cases: Case[]): void {
  describe(kind, () => {
    it.each(cases)('%s', (text, expected) => {
      expect(used(`\`\`\`\n${text}\n\`\`\``, 'description')).toEqual(expected)
      expect(used(text, 'paste')).toEqual(expected)
    })
  })
}

reads('the arguments of trainers and loaders', [
  ['TrainingArguments(output_dir="out", fp16=True, bf16=False, optim="adamw_torch")', ['amp']],
  ['TrainingArguments(output_dir="out", fp16=False, bf16=True)', ['bf16']],
  ['args = SFTConfig(bf16 = True, packing = False)', ['bf16']],
  ['fp16=None,', []],
  ['bf16=auto', []],
  ['fp16_backend=auto,', []],
  ['BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.bfloat16)', ['bf16', 'int4']],
  ['BitsAndBytesConfig(load_in_8bit=True)', ['int8']],
  ['bnb_4bit_use_double_quant=True', []],
  ['load_in_8bit=False, load_in_4bit=False', []],
  ["'_load_in_8bit': False, '_load_in_4bit': True", ['int4']],
  ['model = AutoModel.from_pretrained(p, trust_remote_code=True).half().cuda()', ['fp16']],
  ['model = AutoModel.from_pretrained(p).float()', ['fp32']],
  ['    trust_remote_code=True,\n).half().cuda()', ['fp16']],
  ['model.to(torch.bfloat16)', ['bf16']],
  ['model.to("cuda", torch.float16)', ['fp16']],
  ['model.to(device, dtype=torch.bfloat16)', ['bf16']],
  ['model.to(dtype=torch.float16, device="cuda")', ['fp16']],
  ['torch.set_default_dtype(torch.float16)', ['fp16']],
  ['torch.set_default_tensor_type(torch.cuda.HalfTensor)', ['fp16']],
  ['GPTQConfig(bits=4, disable_exllama=True)', ['int4']],
  ['MixedPrecision(param_dtype=torch.bfloat16, reduce_dtype=torch.float32)', ['bf16']],
  ['with torch.autocast("cuda", dtype=torch.bfloat16):', ['bf16']],
  ['with torch.autocast(device_type="cuda", dtype=torch.float16):', ['amp']],
  ['accelerator = Accelerator(mixed_precision="fp16")', ['amp']],
  ["accelerator = Accelerator(mixed_precision='no')", []],
  ['pl.Trainer(precision="bf16-mixed")', ['bf16']],
  ['pl.Trainer(precision=16)', ['amp']],
  ['pl.Trainer(precision=32)', ['fp32']],
  ['trainer = Trainer(precision="16-true")', ['fp16']],
  ['use_amp = True', ['amp']],
  ['use_amp: False', []],
])

reads('what only chooses, or is no model', [
  ['torch_dtype=torch.float16 if args.fp16 else torch.float32', []],
  ['torch_dtype = torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16', []],
  ['dtype = None # None for auto detection. Float16 for Tesla T4, V100, Bfloat16 for Ampere+', []],
  ['torch_dtype="auto"', []],
  ['--torch_dtype AUTO', []],
  ['fp16 = not is_bfloat16_supported(),\nbf16 = is_bfloat16_supported(),', []],
  ['if p.dtype == torch.float16:', []],
  ['assert model.dtype != torch.float16', []],
  ['position = torch.arange(n, dtype=torch.float32)', []],
  ['mask = torch.full((n, n), -1e4, dtype=torch.float16)', []],
  ['attn = nn.functional.softmax(attn, dim=-1, dtype=torch.float32)', []],
  ['x = np.array(values, dtype=np.float32)', []],
  ['x = np.array(values, dtype=float)', []],
  ['acc = (labels == preds).float().mean()', []],
  ['pixel_values = inputs["pixel_values"].half()', []],
  ['images = images.to(torch.float16)', []],
  ['GradScaler(enabled=False)', []],
  ['torch.cuda.amp.autocast(enabled=False)', []],
  ['infer_dtype: float16', []],
  ['kv_cache_dtype=torch.float16', []],
  ['optim = bnb.optim.Adam8bit(params)', []],
  ['bf16_supported = True', []],
  ['# torch_dtype=torch.float32', []],
  ['// "fp16": true,', []],
  ['#  --fp16 \\', []],
  ['# fp16: true', []],
  ['<!-- bf16: true -->', []],
  ['bf16: true  # or fp16: true on older cards', ['bf16']],
])

reads('arguments on the command line', [
  ['python train.py --fp16', ['amp']],
  ['python train.py --bf16 --tf32', ['bf16']],
  ['python train.py --fp16 False --bf16 True', ['bf16']],
  ['python train.py --fp16=False', []],
  ['python train.py --no_fp16', []],
  ['python train.py --use_fp16', ['amp']],
  ['python train.py --use_bf16 false', []],
  ['python train.py --load_in_8bit', ['int8']],
  ['python train.py --load_in_8bit False', []],
  ['python train.py --load_in_4bit True', ['int4']],
  ['python qlora.py --bits 4 --bf16', ['bf16', 'int4']],
  ['python qlora.py --bits 16', []],
  ['accelerate launch --mixed_precision=bf16 train.py', ['bf16']],
  ['accelerate launch --mixed_precision no train.py', []],
  ['swift sft --model_type qwen-7b --dtype fp16', ['fp16']],
  ['swift sft --model_type qwen-7b --dtype AUTO', []],
  ['swift sft --torch_dtype bfloat16', ['bf16']],
  ['swift sft --dtype bf16 --quantization_bit 4', ['bf16', 'int4']],
  ['swift sft --quant_bits 8', ['int8']],
  ['--quantization_bit 0', []],
  ['lit finetune --precision bf16-true', ['bf16']],
  ['lit finetune --precision 16-mixed', ['amp']],
  ['export ACCELERATE_MIXED_PRECISION=fp16', ['amp']],
  ['Do you wish to use FP16 or BF16 (mixed precision)? [NO/fp16/bf16]: fp16', ['amp']],
  ['Do you wish to use FP16 or BF16 (mixed precision)? [NO/fp16/bf16]: NO', []],
])

reads('configuration files', [
  ['bf16: true\nfp16: false', ['bf16']],
  ['bf16: auto\nfp16:\ntf32: false', []],
  ['fp16: null', []],
  ['pure_bf16: true', ['bf16']],
  ['load_in_8bit: false\nload_in_4bit: true\nadapter: qlora', ['int4']],
  ['quantization_bit: 4\nquantization_method: bitsandbytes', ['int4']],
  ['quantization_bit: null', []],
  ['compute_type: fp16', ['amp']],
  ['"train.compute_type": "bf16",', ['bf16']],
  ['train.quantization_bit: none', []],
  ['mixed_precision: fp16', ['amp']],
  ["mixed_precision: 'no'", []],
  ['downcast_bf16: no', []],
  ['"torch_dtype": "float16",\n"transformers_version": "4.39.3"', ['fp16']],
  ['"torch_dtype": "bfloat16"', ['bf16']],
  ['"bits": 4,\n"quant_method": "gptq"', ['int4']],
  ['"fp16": {"enabled": false},\n"bf16": {"enabled": true}', ['bf16']],
  ['{"fp16": {"enabled": false}, "bf16": {"enabled": true}}', ['bf16']],
  ['{"train_batch_size": 8, "fp16": {"enabled": true, "loss_scale": 0}}', ['amp']],
  ['"fp16": {\n  "enabled": "auto",\n  "loss_scale": 0\n},\n"bf16": {\n  "enabled": "auto"\n}', []],
  ['"fp16": {\n  "enabled": false\n},\n"zero_optimization": {"enabled": true}', []],
  ['"bf16": {\n  "enabled": true\n}', ['bf16']],
  ['fp16:\n  enabled: true\n  loss_scale: 0', ['amp']],
  ['bf16:\n  enabled: false', []],
  ['"amp": {"enabled": true, "opt_level": "O1"}', ['amp']],
  [
    "optim_wrapper = dict(\n    type=AmpOptimWrapper,\n    optimizer=dict(type=optim_type, lr=lr),\n    loss_scale='dynamic',\n    dtype='float16')",
    ['amp'],
  ],
  [
    'llm=dict(\n    type=AutoModelForCausalLM.from_pretrained,\n    torch_dtype=torch.float16,\n    quantization_config=dict(\n        type=BitsAndBytesConfig,\n        load_in_4bit=True,',
    ['fp16', 'int4'],
  ],
  ['strategy = dict(type=DeepSpeedStrategy, fp16=dict(enabled=True, initial_scale_power=16))', ['amp']],
  ['strategy = dict(type=DeepSpeedStrategy, bf16=dict(enabled=False))', []],
])

reads('what programs print', [
  ['[INFO] [config.py:1004:print]   fp16_enabled ................. True', ['amp']],
  ['[INFO] [config.py:1004:print]   fp16_enabled ................. False', []],
  ['  fp16_enabled ................. auto', []],
  ['[INFO] [config.py:1004:print]   bfloat16_enabled ............. True', ['bf16']],
  ['  bfloat16_enabled ............. False', []],
  ['  fp16_auto_cast ............... None', []],
  ['  fp16_master_weights_and_gradients  False', []],
  ['Mixed precision type: fp16', ['amp']],
  ['Mixed precision type: no', []],
  ['Using 16bit Automatic Mixed Precision (AMP)', ['amp']],
  ['Using bfloat16 Automatic Mixed Precision (AMP)', ['bf16']],
  ['Using auto half precision backend', ['amp']],
  ['MatMul8bitLt: inputs will be cast from torch.bfloat16 to float16 during quantization', ['int8']],
  [
    'UserWarning: Input type into Linear4bit is torch.float16, but bnb_4bit_compute_dtype=torch.float32 (default).',
    ['int4'],
  ],
  [
    'Process rank: 0, device: cuda:0, n_gpu: 1, distributed training: True, compute dtype: torch.bfloat16',
    ['bf16'],
  ],
  ['Process rank: 0, device: cuda:0, n_gpu: 1, distributed training: False, 16-bits training: True', ['amp']],
  ['Process rank: 0, device: cuda:0, n_gpu: 1, distributed training: False, 16-bits training: False', []],
  ['Bfloat16 = TRUE. Xformers = 0.0.26.post1. FA = False.', []],
  ['is_bf16_supported: True', []],
  ['- load_in_8bit: False\n- load_in_4bit: True\n- bnb_4bit_compute_dtype: float16', ['amp', 'int4']],
  ['- mixed_precision: fp16\n- use_cpu: False', ['amp']],
  [
    '[INFO|configuration_utils.py:796] Model config LlamaConfig { "torch_dtype": "float16", "vocab_size": 32000 }',
    ['fp16'],
  ],
])

reads('the types of parameters, printed', [
  ['base_model.model.model.layers.0.self_attn.q_proj.lora_A.default.weight torch.float16', ['fp16']],
  ['model.layers.0.self_attn.q_proj.weight torch.float16 cuda:0', ['fp16']],
  ['model.layers.0.self_attn.q_proj.weight | torch.bfloat16 | False', ['bf16']],
  ['transformer.encoder.layers.0.self_attention.query_key_value.weight: torch.float16', ['fp16']],
  ['base_model.model.model.layers.0.self_attn.q_proj.lora_A.default.weight torch.float32', []],
  [
    'model.layers.0.self_attn.q_proj.weight torch.float16\nmodel.layers.0.input_layernorm.weight torch.float32',
    ['fp16'],
  ],
  ['model.layers.0.self_attn.q_proj.weight torch.float32', ['fp32']],
  ['model.layers.0.self_attn.q_proj.weight torch.uint8', ['int4']],
  ['model.layers.0.self_attn.q_proj.weight torch.int8', ['int8']],
  ['Counter({torch.float16: 291, torch.float32: 64})', ['fp16']],
  ['>>> print(model.dtype)\ntorch.float16', ['fp16']],
  ['In [4]: model.dtype\nOut[4]: torch.bfloat16', ['bf16']],
  ['>>> {p.dtype for p in model.parameters()}\n{torch.float16}', ['fp16']],
  ['>>> next(model.parameters()).dtype\ntorch.float32', ['fp32']],
  ["tensor(nan, device='cuda:0', dtype=torch.float16, grad_fn=<ToCopyBackward0>)", ['fp16']],
])

reads('help, complaints and the code of libraries', [
  ['parser.add_argument("--fp16", action="store_true", help="Whether to use 16-bit (mixed) precision")', []],
  ['parser.add_argument("--torch_dtype", default="float16", choices=["auto", "float16"])', []],
  ['usage: train.py [-h] [--fp16 [FP16]] [--bf16 [BF16]]', []],
  ['  --fp16 [FP16]         Whether to use fp16 (mixed) precision instead of 32-bit', []],
  ['  --bf16                use bf16 (default: False)', []],
  ['train.py: error: unrecognized arguments: --fp16', []],
  ['fp16: bool = field(default=False, metadata={"help": "Whether to use fp16=True"})', []],
  [
    'Flash Attention 2.0 only supports torch.float16 and torch.bfloat16 dtypes. You should run inference using the `with torch.autocast(device_type=\'torch_device\'):` decorator. Example: `AutoModel.from_pretrained("x", torch_dtype=torch.float16)`',
    [],
  ],
  ['RuntimeError: expected scalar type Half but found Float', []],
  [
    'ValueError: FP16 Mixed precision training with AMP or APEX (`--fp16`) can only be used on CUDA devices.',
    [],
  ],
  ['ValueError: `--fp16` and `--bf16` are mutually exclusive', []],
  ['The `load_in_4bit` and `load_in_8bit` arguments are deprecated', []],
  [
    'File "/opt/conda/lib/python3.10/site-packages/transformers/modeling_utils.py", line 2271, in half\n    return super().half(*args, torch_dtype=torch.float16)',
    [],
  ],
  [
    'File "/opt/conda/lib/python3.10/site-packages/accelerate/utils/operations.py", line 10\n    with autocast(dtype=torch.float16):',
    [],
  ],
  ['File "/home/me/train.py", line 12, in <module>\n    model = model.half().cuda()', ['fp16']],
])

describe('outside code', () => {
  const said = (text: string) => used(text, 'description')

  it.each([
    ['# torch_dtype=torch.float32', []],
    ['#--fp16 \\', []],
    ['- [ ] bf16', []],
    ['- [x] fp16', ['amp']],
    ['- [ ] load_in_8bit=True', []],
    ['~~bf16~~ fp16', ['amp']],
    ['I set fp16: true in the yaml', ['amp']],
    ['yaml 里 fp16: true', ['amp']],
    ['`torch_dtype=torch.bfloat16` in from_pretrained', ['bf16']],
    ['`load_in_4bit=True` + LoRA', ['int4']],
  ] satisfies Case[])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})
