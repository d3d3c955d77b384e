"""One step with torch's own gradient scaler, which is what the Trainer's fp16 flag uses on a GPU."""

import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

torch.manual_seed(0)
model = LlamaForCausalLM(
    LlamaConfig(
        vocab_size=64,
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=1,
        num_attention_heads=4,
        num_key_value_heads=4,
    )
).half()
model = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", r=4, target_modules=["q_proj"]))
trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
print("trained weights are", {str(parameter.dtype) for parameter in trained})

scaler = torch.amp.GradScaler("cpu", init_scale=128.0)
optimizer = torch.optim.AdamW(trained)
tokens = torch.randint(3, 64, (2, 8))
scaler.scale(model(input_ids=tokens, labels=tokens).loss).backward()
scaler.unscale_(optimizer)
print("gradients were unscaled")
