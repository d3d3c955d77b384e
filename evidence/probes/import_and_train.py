"""How far a pair of PEFT and transformers gets: import, a LoRA model, two steps of the Trainer."""

import json


def tell(stage: str) -> None:
    """Says which stage is reached, so that an exception's place is known."""
    print("RESULT " + json.dumps({"stage": stage}), flush=True)


tell("import transformers")
import torch  # noqa: E402
from transformers import LlamaConfig, LlamaForCausalLM, Trainer, TrainingArguments  # noqa: E402

tell("import peft")
from peft import LoraConfig, get_peft_model  # noqa: E402

tell("get_peft_model")
tiny = dict(vocab_size=64, hidden_size=32, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2)
model = get_peft_model(
    LlamaForCausalLM(LlamaConfig(num_key_value_heads=2, **tiny)),
    LoraConfig(task_type="CAUSAL_LM", r=2, target_modules=["q_proj"]),
)

tell("Trainer")
rows = [{"input_ids": torch.arange(3, 11), "labels": torch.arange(3, 11)} for _ in range(8)]
arguments = TrainingArguments(
    "out", max_steps=2, per_device_train_batch_size=2, report_to=[], save_strategy="no", disable_tqdm=True
)
Trainer(model, arguments, train_dataset=rows).train()
tell("saving")
model.save_pretrained("adapter")
tell("done")
