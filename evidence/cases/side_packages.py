"""Packages at the side of a fine-tune: trl, bitsandbytes, torchao, torch's own minimum."""

from runner.case import Case, Run, inside, outside

SFT = '''
import sys
from datasets import Dataset
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
from tokenizers import Tokenizer, models, pre_tokenizers
from trl import SFTConfig, SFTTrainer

words = Tokenizer(models.WordLevel({"<unk>": 0, "</s>": 1, "a": 2, "b": 3}, unk_token="<unk>"))
words.pre_tokenizer = pre_tokenizers.Whitespace()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, unk_token="<unk>", eos_token="</s>", pad_token="</s>")
model = LlamaForCausalLM(LlamaConfig(vocab_size=4, hidden_size=8, intermediate_size=8, num_hidden_layers=1,
                                     num_attention_heads=2, num_key_value_heads=2))
rows = Dataset.from_list([{"text": "a b a b"}] * 4)
arguments = SFTConfig("out", report_to=[])
given = {"dataset_text_field": "text", "max_seq_length": 8, "packing": False, "tokenizer": tokenizer}
others = {} if sys.argv[1] == "tokenizer" else {"processing_class": tokenizer}
SFTTrainer(model, args=arguments, train_dataset=rows, **others, **{sys.argv[1]: given[sys.argv[1]]})
'''
QUANTIZED = '''
import torch
from transformers import BitsAndBytesConfig, LlamaConfig, LlamaForCausalLM

tiny = dict(vocab_size=64, hidden_size=64, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2,
            num_key_value_heads=2)
LlamaForCausalLM(LlamaConfig(**tiny)).save_pretrained("model")
LlamaForCausalLM.from_pretrained("model", quantization_config=BitsAndBytesConfig(load_in_4bit=True))
'''
# What later releases say of a machine without a GPU.
NO_DEVICE = r"None of the available devices|No GPU found"
TRAINER = {"transformers": "4.46.3", "datasets": "2.21.0", "accelerate": "1.0.1"}
LATER = {"transformers": "4.57.6", "datasets": "3.6.0", "accelerate": "1.12.0"}


def sft(argument: str, claim: str, last: tuple[str, dict[str, str]], first: tuple[str, dict[str, str]]) -> Case:
    """An argument of SFTTrainer: the last trl that knows it, and the first that does not."""
    return Case(
        id=f"trl-sft-{argument.replace('_', '-')}",
        hazard="trl-sft-arguments",
        claim=claim,
        script=SFT,
        expect=rf"SFTTrainer\.__init__\(\) got an unexpected keyword argument '{argument}'",
        runs=(
            inside({"trl": first[0]}, argument, beside=first[1]),
            outside({"trl": last[0]}, argument, beside=last[1]),
        ),
    )


CASES = [
    sft("dataset_text_field", "gone from SFTTrainer in trl 0.13.0", ("0.12.2", TRAINER), ("0.13.0", TRAINER)),
    sft("max_seq_length", "gone from SFTTrainer in trl 0.13.0", ("0.12.2", TRAINER), ("0.13.0", TRAINER)),
    sft("packing", "gone from SFTTrainer in trl 0.13.0", ("0.12.2", TRAINER), ("0.13.0", TRAINER)),
    sft("tokenizer", "gone from SFTTrainer in trl 0.16.0", ("0.15.2", TRAINER), ("0.16.0", {**TRAINER, "datasets": "3.6.0"})),
    Case(
        id="trl-sft-config-max-seq-length",
        hazard="trl-sft-arguments",
        claim="max_seq_length gone from SFTConfig in trl 0.20.0",
        script='from trl import SFTConfig\nSFTConfig("out", max_seq_length=8, report_to=[], bf16=False)\n',
        expect=r"SFTConfig\.__init__\(\) got an unexpected keyword argument 'max_seq_length'",
        runs=(
            inside({"trl": "0.20.0"}, beside=LATER),
            inside({"trl": "0.25.1"}, beside=LATER),
            outside({"trl": "0.19.1"}, beside=LATER),
        ),
    ),
    Case(
        id="peft-torchao-minimum",
        hazard="peft-torchao-minimum",
        claim="peft >=0.19.0 with torchao <0.16.0, used or not",
        script='''
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

tiny = dict(vocab_size=32, hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2)
model = LlamaForCausalLM(LlamaConfig(num_key_value_heads=2, **tiny))
print(get_peft_model(model, LoraConfig(target_modules=["q_proj"], task_type="CAUSAL_LM")))
''',
        expect=r"Found an incompatible version of torchao\. Found version [\d.]+, but only versions above",
        runs=(
            inside({"peft": "0.19.0", "torchao": "0.10.0", "transformers": "4.57.6"}),
            inside({"peft": "0.20.0", "torchao": "0.15.0", "transformers": "4.57.6"}),
            outside({"peft": "0.18.1", "torchao": "0.10.0", "transformers": "4.57.6"}),
            outside({"peft": "0.19.0", "torchao": "0.16.0", "transformers": "4.57.6"}),
        ),
    ),
    Case(
        id="bnb-minimum-v5",
        hazard="bnb-minimum-v5",
        claim="transformers >=5.0.0 with bitsandbytes <0.46.1",
        script=QUANTIZED,
        expect=r"Using `bitsandbytes` 4-bit quantization requires (?:bitsandbytes|the latest version of bitsandbytes)",
        runs=(
            inside({"transformers": "5.0.0", "bitsandbytes": "0.46.0"}),
            inside({"transformers": "5.24.0", "bitsandbytes": "0.45.5"}),
            outside(
                {"transformers": "5.0.0", "bitsandbytes": "0.46.1"},
                instead=r"automatic conversion of the weights",
                note="past the check; this release cannot quantise on a CPU",
            ),
            outside({"transformers": "5.0.0", "bitsandbytes": "0.49.2"}),
        ),
    ),
    Case(
        id="bnb-frozenset-discard",
        hazard="bnb-frozenset-discard",
        claim="transformers >=4.45.0,<4.50.0 on torch without CUDA, with a multi-backend bitsandbytes",
        notes="transformers >=4.46.0,<4.51.0 on torch without CUDA, with a multi-backend bitsandbytes",
        turns_on=("transformers",),
        script=QUANTIZED,
        expect=r"'frozenset' object has no attribute 'discard'",
        runs=(
            inside({"transformers": "4.46.3", "bitsandbytes": "0.49.2"}),
            inside({"transformers": "4.49.0", "bitsandbytes": "0.49.2"}),
            inside({"transformers": "4.45.2", "bitsandbytes": "0.49.2"}, note="the notes left 4.45 open"),
            outside({"transformers": "4.50.0", "bitsandbytes": "0.49.2"}, instead=NO_DEVICE, noted="inside"),
            outside({"transformers": "4.50.3", "bitsandbytes": "0.49.2"}, instead=NO_DEVICE, noted="inside"),
            outside({"transformers": "4.44.2", "bitsandbytes": "0.49.2"}, instead=NO_DEVICE),
            outside({"transformers": "4.51.0", "bitsandbytes": "0.49.2"}, instead=NO_DEVICE),
        ),
    ),
    Case(
        id="bnb-triton-ops",
        hazard="bnb-triton-ops",
        claim="bitsandbytes >=0.39.1,<0.45.1 with triton >=3.2.0",
        script="""
from unittest.mock import MagicMock

import triton

triton.runtime.driver.set_active(MagicMock())
import bitsandbytes
""",
        expect=r"No module named 'triton\.ops(?:\.matmul_perf_model)?'",
        note="triton is given a stand-in for the driver of a GPU: without one its tuner stops the import earlier",
        runs=(
            inside({"bitsandbytes": "0.45.0", "triton": "3.2.0"}),
            inside({"bitsandbytes": "0.43.3", "triton": "3.2.0"}),
            outside({"bitsandbytes": "0.45.0", "triton": "3.1.0"}),
            outside({"bitsandbytes": "0.45.1", "triton": "3.2.0"}),
        ),
    ),
    Case(
        id="peft-adapter-safetensors",
        hazard="peft-adapter-safetensors",
        claim="a script that reads adapter_model.bin, peft >=0.7.0, or >=0.5.0 where transformers >=4.35.0 saves it",
        notes="a script that reads adapter_model.bin, peft >=0.7.0",
        turns_on=("peft",),
        script='''
import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

tiny = dict(vocab_size=32, hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2)
model = LlamaForCausalLM(LlamaConfig(num_key_value_heads=2, **tiny))
get_peft_model(model, LoraConfig(target_modules=["q_proj"], task_type="CAUSAL_LM")).save_pretrained("output")
print(torch.load("output/adapter_model.bin"))
''',
        expect=r"No such file or directory: '[^']*adapter_model\.bin'",
        runs=(
            inside({"peft": "0.7.0", "transformers": "4.38.2"}),
            inside({"peft": "0.13.2", "transformers": "4.38.2"}),
            outside({"peft": "0.6.2", "transformers": "4.34.1"}),
            Run(
                {"peft": "0.6.2", "transformers": "4.38.2"},
                note="inside the range where the Trainer saves; here PEFT itself does",
            ),
        ),
    ),
    Case(
        id="torch-minimum-disabled",
        hazard="torch-minimum-disabled",
        claim="transformers >=4.52.0 with torch <2.1.0",
        script="import transformers\ntransformers.is_torch_available()\n",
        expect=r"Disabling PyTorch because PyTorch >= ?[\d.]+ is required but found",
        heavy=True,
        note="the old torch is installed without its CUDA libraries: its version is read, it is not imported",
        runs=(
            inside({"transformers": "4.52.4", "torch": "2.0.1"}),
            inside({"transformers": "4.57.6", "torch": "2.0.1"}),
            inside({"transformers": "5.24.0", "torch": "2.0.1"}),
            outside(
                {"transformers": "4.51.3", "torch": "2.0.1"},
                instead=r"libcublas|libcudart|libtorch",
                note="not disabled: it goes on to import this torch, whose CUDA libraries are not there",
            ),
        ),
    ),
]
