"""Trains a tiny Llama with LoRA through the Trainer and measures what becomes of the LoRA weights.

Nothing is downloaded: the model is made from a configuration, with random weights, and so are the data.
Prints the Trainer's own log lines, a line on NaN, and `RESULT` with what was measured.
"""

from __future__ import annotations

import argparse
import json
import math

import torch
import transformers
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM, Trainer, TrainerCallback, TrainingArguments

VOCABULARY = 64

parser = argparse.ArgumentParser()
parser.add_argument("--base", default="float16", choices=("float16", "bfloat16", "float32"))
parser.add_argument("--optimizer", default="adamw_torch", help="'default' leaves it to transformers")
parser.add_argument("--epsilon", type=float, default=1e-8)
parser.add_argument("--steps", type=int, default=4)
parser.add_argument("--accumulate", type=int, default=1)
parser.add_argument("--cast", action="store_true", help="cast what is trained to float32 after get_peft_model")
parser.add_argument("--half-after", action="store_true", help="call .half() after get_peft_model")
parser.add_argument("--cast-after-half", action="store_true", help="and cast what is trained to float32 after that")
parser.add_argument("--modules-to-save", action="store_true", help="train a full copy of lm_head too")
parser.add_argument("--no-autocast", action="store_true", help="autocast_adapter_dtype=False")
parser.add_argument("--inject", action="store_true", help="inject_adapter_in_model instead of get_peft_model")
parser.add_argument("--second-adapter", action="store_true", help="train a second adapter, from add_adapter")
parser.add_argument("--fp16", action="store_true", help="the Trainer's fp16 flag")
parser.add_argument("--no-nan-filter", action="store_true", help="logging_nan_inf_filter=False")
asked = parser.parse_args()


class Sentences(torch.utils.data.Dataset):
    def __init__(self) -> None:
        self.tokens = torch.randint(3, VOCABULARY, (64, 16), generator=torch.Generator().manual_seed(0))

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, index: int) -> dict:
        return {"input_ids": self.tokens[index], "labels": self.tokens[index]}


class Printed(TrainerCallback):
    """Keeps the dicts that the Trainer logs, as it logs them."""

    logs: list = []

    def on_log(self, args, state, control, logs=None, **kwargs):
        if logs and "loss" in logs:
            kept = {name: float(logs[name]) for name in ("loss", "grad_norm") if logs.get(name) is not None}
            self.logs.append(kept)


def plain(number):
    """NaN and infinities as text: JSON has no word for them."""
    return number if math.isfinite(number) else str(number)


torch.manual_seed(0)
transformers.set_seed(0)
model = LlamaForCausalLM(
    LlamaConfig(
        vocab_size=VOCABULARY,
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=4,
        max_position_embeddings=64,
        pad_token_id=0,
        bos_token_id=1,
        eos_token_id=None,
        # Token logits of a fresh model are near zero; the losses of a real start are wanted.
        initializer_range=0.2,
    )
).to(getattr(torch, asked.base))
options = {"modules_to_save": ["lm_head"]} if asked.modules_to_save else {}
config = LoraConfig(
    task_type="CAUSAL_LM", r=4, lora_alpha=8, lora_dropout=0.0, target_modules=["q_proj", "v_proj"], **options
)
if asked.inject:
    from peft import inject_adapter_in_model

    model = inject_adapter_in_model(config, model)
else:
    keywords = {"autocast_adapter_dtype": False} if asked.no_autocast else {}
    model = get_peft_model(model, config, **keywords)
if asked.second_adapter:
    model.add_adapter("second", config)
    model.set_adapter("second")
if asked.half_after:
    model.half()
if asked.cast or asked.cast_after_half:
    for parameter in model.parameters():
        if parameter.requires_grad:
            parameter.data = parameter.data.float()

trained = {name: parameter for name, parameter in model.named_parameters() if parameter.requires_grad}
before = sorted({str(parameter.dtype).replace("torch.", "") for parameter in trained.values()})
print("trained weights are", ", ".join(before))

keywords = {"logging_nan_inf_filter": False} if asked.no_nan_filter else {}
if asked.optimizer != "default":
    keywords["optim"] = asked.optimizer
arguments = TrainingArguments(
    output_dir="out",
    per_device_train_batch_size=4,
    gradient_accumulation_steps=asked.accumulate,
    max_steps=asked.steps,
    logging_steps=1,
    learning_rate=1e-4,
    adam_epsilon=asked.epsilon,
    fp16=asked.fp16,
    report_to=[],
    save_strategy="no",
    disable_tqdm=True,
    remove_unused_columns=False,
    **keywords,
)
printed = Printed()
Trainer(model, arguments, train_dataset=Sentences(), callbacks=[printed]).train()

broken = sum(not bool(torch.isfinite(parameter).all()) for parameter in trained.values())
print(f"NaN after training: {broken} of {len(trained)} trained tensors are not finite")

model.eval()
for parameter in model.parameters():  # generation in one dtype: the adapters are read back as the base is
    parameter.data = parameter.data.to(getattr(torch, asked.base))
start = torch.tensor([[1, 5, 9]])
told = {"attention_mask": torch.ones_like(start), "max_new_tokens": 5, "pad_token_id": 0}
greedy = model.generate(input_ids=start, do_sample=False, **told)[0, 3:].tolist()
try:
    model.generate(input_ids=start, do_sample=True, **told)
    sampling = "tokens"
except RuntimeError as raised:
    sampling = f"RuntimeError: {raised}"

print(
    "RESULT "
    + json.dumps(
        {
            "dtype": before,
            "notFinite": broken,
            "trained": len(trained),
            "losses": [plain(log["loss"]) for log in printed.logs],
            "gradNorms": [plain(log["grad_norm"]) for log in printed.logs if "grad_norm" in log],
            "optimizer": str(getattr(arguments.optim, "value", arguments.optim)),
            "greedy": greedy,
            "sampling": sampling,
        }
    )
)
