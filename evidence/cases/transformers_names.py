"""Names, classes and arguments that came to transformers or left it."""

from runner.case import Case, Run, inside, outside

MODEL_TYPE = '''
import json, pathlib, sys
from transformers import AutoConfig

pathlib.Path("model").mkdir()
pathlib.Path("model/config.json").write_text(json.dumps({"model_type": sys.argv[1]}))
print(type(AutoConfig.from_pretrained("model")))
'''
CACHE_METHOD = '''
import sys
from transformers import DynamicCache

print(getattr(DynamicCache(), sys.argv[1]))
'''
TINY_LLAMA = '''
from transformers import LlamaConfig, LlamaForCausalLM

tiny = dict(vocab_size=32, hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2,
            num_key_value_heads=2)
LlamaForCausalLM(LlamaConfig(**tiny)).save_pretrained("model")
'''


def one_import(id: str, hazard: str, claim: str, statement: str, expect: str, *runs, notes: str = "") -> Case:
    """A case that is one import statement."""
    return Case(id=id, hazard=hazard, claim=claim, script=statement + "\n", expect=expect, runs=runs, notes=notes)


def of(*versions: str) -> list[dict[str, str]]:
    """Releases of transformers, each alone."""
    return [{"transformers": version} for version in versions]


CASES = [
    one_import(
        "transformers-adamw-removed",
        "transformers-adamw-removed",
        "transformers >=4.50.0",
        "from transformers import AdamW",
        r"cannot import name 'AdamW' from 'transformers'",
        *map(inside, of("4.51.0", "4.52.4")),
        *(inside(packages, noted="outside") for packages in of("4.50.0", "4.50.3")),
        *map(outside, of("4.49.0")),
        notes="transformers >=4.51.0",
    ),
    one_import(
        "is-torch-fx-available-v5",
        "is-torch-fx-available-v5",
        "transformers >=5.0.0",
        "from transformers.utils.import_utils import is_torch_fx_available",
        r"cannot import name 'is_torch_fx_available' from 'transformers\.utils",
        *map(inside, of("5.0.0", "5.24.0")),
        *map(outside, of("4.57.6", "4.49.0")),
    ),
    one_import(
        "is-flash-attn-greater-v5",
        "is-torch-fx-available-v5",
        "the other name of the same fault, transformers 5.4 alone",
        "from transformers.utils import is_flash_attn_greater_or_equal_2_10",
        r"cannot import name 'is_flash_attn_greater_or_equal_2_10'",
        *map(inside, of("5.4.0")),
        *map(outside, of("4.57.6", "5.3.0", "5.5.0")),
        *(outside(packages, noted="inside") for packages in of("5.0.0", "5.24.0")),
        notes="transformers >=5.0.0",
    ),
    one_import(
        "llama-flash-attention2-import",
        "llama-flash-attention2-import",
        "transformers >=4.48.0",
        "from transformers.models.llama.modeling_llama import LlamaFlashAttention2",
        r"cannot import name 'LlamaFlashAttention2' from 'transformers\.models",
        *map(inside, of("4.48.0", "4.57.6")),
        *map(outside, of("4.47.1", "4.34.0")),
    ),
    one_import(
        "transformers-deepspeed-module",
        "transformers-deepspeed-module",
        "transformers >=4.46.0",
        "from transformers.deepspeed import HfDeepSpeedConfig",
        r"No module named 'transformers\.deepspeed'",
        *map(inside, of("4.46.0", "4.57.6")),
        *map(outside, of("4.45.2", "4.38.2")),
    ),
    one_import(
        "hf-hub-1x-with-transformers-4",
        "hf-hub-1x-with-transformers-4",
        "transformers <5.0.0 with huggingface-hub >=1.0.0",
        "import transformers",
        r"huggingface-hub>=[\d.]+,<1\.0 is required for a normal functioning of this module, but found",
        inside({"transformers": "4.57.6", "huggingface-hub": "1.0.1"}),
        inside({"transformers": "4.49.0", "huggingface-hub": "1.20.1"}),
        inside({"transformers": "4.38.2", "huggingface-hub": "1.0.0"}),
        outside({"transformers": "4.57.6", "huggingface-hub": "0.36.2"}),
        outside({"transformers": "5.0.0", "huggingface-hub": "1.3.0"}),
    ),
    one_import(
        "tokenizers-pin-mismatch",
        "tokenizers-pin-mismatch",
        "tokenizers outside the range that a release of transformers asks for",
        "import transformers",
        r"tokenizers(?:>=|==|<)[\d.]+[^ ]* is required for a normal functioning of this module, but found tokenizers==",
        *(
            inside({"transformers": transformers, "tokenizers": tokenizers})
            for transformers, tokenizers in (
                ("4.33.3", "0.14.1"),
                ("4.34.0", "0.15.2"),
                ("4.36.2", "0.19.1"),
                ("4.38.2", "0.19.1"),
                ("4.40.2", "0.15.2"),
                ("4.44.2", "0.20.3"),
                ("4.45.2", "0.19.1"),
                ("4.46.3", "0.21.4"),
                ("4.47.0", "0.20.3"),
                ("4.55.4", "0.22.2"),
                ("4.56.0", "0.21.4"),
                ("4.57.6", "0.23.3"),
            )
        ),
        *(
            outside({"transformers": transformers, "tokenizers": tokenizers})
            for transformers, tokenizers in (
                ("4.33.3", "0.13.3"),
                ("4.34.0", "0.14.1"),
                ("4.36.2", "0.15.2"),
                ("4.39.3", "0.15.2"),
                ("4.40.2", "0.19.1"),
                ("4.45.2", "0.20.3"),
                ("4.47.0", "0.21.4"),
                ("4.56.0", "0.22.2"),
            )
        ),
    ),
    Case(
        id="unknown-model-type",
        hazard="unknown-model-type",
        claim="a transformers older than the release that brought the model type, by the rule's table of first releases",
        notes="the same, with 4.52 for glm4 unless a patch of 4.51 has it",
        script=MODEL_TYPE,
        expect=r"has model type `\w+` but Transformers does not recognize this architecture|KeyError: '\w+'",
        runs=(
            inside({"transformers": "4.36.2"}, "qwen2"),
            inside({"transformers": "4.45.2"}, "glm"),
            inside({"transformers": "4.50.3"}, "qwen3"),
            inside({"transformers": "4.51.0"}, "glm4"),
            inside({"transformers": "4.56.2"}, "qwen3_vl"),
            inside({"transformers": "5.1.0"}, "qwen3_5"),
            inside({"transformers": "4.57.6"}, "chatglm", note="never native"),
            inside({"transformers": "5.24.0"}, "chatglm", note="never native"),
            outside({"transformers": "4.37.0"}, "qwen2"),
            outside({"transformers": "4.46.0"}, "glm"),
            outside({"transformers": "4.51.0"}, "qwen3"),
            inside({"transformers": "4.51.1"}, "glm4"),
            inside({"transformers": "4.51.2"}, "glm4"),
            outside({"transformers": "4.51.3"}, "glm4", noted="inside"),
            outside({"transformers": "4.52.1"}, "glm4"),
            outside({"transformers": "4.57.1"}, "qwen3_vl"),
            outside({"transformers": "5.2.0"}, "qwen3_5"),
            outside({"transformers": "4.38.0"}, "gemma"),
        ),
    ),
    Case(
        id="generationmixin-removed",
        hazard="generationmixin-removed",
        claim="a model class that inherits from PreTrainedModel alone, transformers >=4.52.0",
        script='''
from transformers import PretrainedConfig, PreTrainedModel


class OwnForCausalLM(PreTrainedModel):
    config_class = PretrainedConfig

    def prepare_inputs_for_generation(self, input_ids, **kwargs):
        return {"input_ids": input_ids}


print(OwnForCausalLM(PretrainedConfig()).generate)
''',
        expect=r"'OwnForCausalLM' object has no attribute 'generate'",
        runs=(
            *map(inside, of("4.52.1", "4.57.6")),
            *map(outside, of("4.50.0", "4.51.3", "4.38.2")),
        ),
    ),
    Case(
        id="dynamic-cache-get-max-length",
        hazard="dynamic-cache-methods",
        claim="get_max_length is gone from transformers 4.49.0, and back in 5.13",
        script=CACHE_METHOD,
        expect=r"'DynamicCache' object has no attribute 'get_max_length'",
        runs=(
            inside({"transformers": "4.49.0"}, "get_max_length"),
            inside({"transformers": "5.12.1"}, "get_max_length"),
            outside({"transformers": "4.48.3"}, "get_max_length"),
            outside({"transformers": "5.13.0"}, "get_max_length"),
        ),
    ),
    Case(
        id="dynamic-cache-seen-tokens",
        hazard="dynamic-cache-methods",
        claim="seen_tokens and get_usable_length are gone from transformers 4.54.0",
        script=CACHE_METHOD,
        expect=r"'DynamicCache' object has no attribute '(?:seen_tokens|get_usable_length)'",
        runs=(
            inside({"transformers": "4.54.0"}, "seen_tokens"),
            inside({"transformers": "4.54.0"}, "get_usable_length"),
            outside({"transformers": "4.53.3"}, "seen_tokens"),
            outside({"transformers": "4.53.3"}, "get_usable_length"),
        ),
    ),
    Case(
        id="dynamic-cache-legacy",
        hazard="dynamic-cache-methods",
        claim="to_legacy_cache and from_legacy_cache are gone from transformers 5.0.0",
        script=CACHE_METHOD,
        expect=r"'DynamicCache' object has no attribute '(?:to|from)_legacy_cache'",
        runs=(
            inside({"transformers": "5.0.0"}, "to_legacy_cache"),
            inside({"transformers": "5.0.0"}, "from_legacy_cache"),
            outside({"transformers": "4.57.6"}, "to_legacy_cache"),
            outside({"transformers": "4.57.6"}, "from_legacy_cache"),
        ),
    ),
    Case(
        id="llama31-rope-scaling",
        hazard="llama31-rope-scaling",
        claim="a Llama 3.1 configuration, transformers <4.43.0",
        script='''
from transformers import LlamaConfig

print(LlamaConfig(rope_scaling={"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0,
                                "high_freq_factor": 4.0, "original_max_position_embeddings": 8192},
                  max_position_embeddings=131072).rope_scaling)
''',
        expect=r"`rope_scaling` must be a dictionary with (?:with )?two fields, `(?:type|name)` and `factor`",
        runs=(
            *map(inside, of("4.42.4", "4.38.2")),
            *map(outside, of("4.43.0", "4.57.6")),
        ),
    ),
    Case(
        id="load-in-8bit-kwarg-v5",
        hazard="load-in-8bit-kwarg-v5",
        claim="load_in_8bit=True given to from_pretrained, transformers >=5.0.0",
        script=TINY_LLAMA + 'LlamaForCausalLM.from_pretrained("model", load_in_8bit=True)\n',
        expect=r"__init__\(\) got an unexpected keyword argument 'load_in_8bit'",
        runs=(
            *map(inside, of("5.0.0", "5.24.0")),
            outside({"transformers": "4.57.6"}, instead="bitsandbytes", note="without bitsandbytes, which it asks for"),
        ),
    ),
    Case(
        id="transformers5-peft-minimum-add-adapter",
        hazard="transformers5-peft-minimum",
        claim="add_adapter with a PEFT below the minimum of transformers >=5.0.0, by the rule's table",
        notes="the same, with a table that was read up to 5.13, which asks for 0.19.1",
        script=TINY_LLAMA
        + '''
from peft import LoraConfig

LlamaForCausalLM.from_pretrained("model").add_adapter(LoraConfig(r=2, target_modules=["q_proj"]))
''',
        expect=r"The version of PEFT you are using is not compatible, please use a version",
        runs=(
            inside({"transformers": "5.0.0", "peft": "0.15.2"}),
            inside({"transformers": "5.0.0", "peft": "0.13.2"}),
            inside({"transformers": "5.13.0", "peft": "0.18.1"}, note="by the table, 5.13 wants 0.19.1"),
            outside({"transformers": "5.0.0", "peft": "0.18.0"}),
            outside({"transformers": "5.13.0", "peft": "0.19.1"}),
            inside({"transformers": "5.18.0", "peft": "0.19.1"}, noted="outside"),
            inside({"transformers": "5.24.0", "peft": "0.21.2"}, noted="outside"),
            outside({"transformers": "5.17.0", "peft": "0.19.1"}),
            outside({"transformers": "5.18.0", "peft": "0.20.0"}),
            outside({"transformers": "4.57.6", "peft": "0.15.2"}),
        ),
    ),
    Case(
        id="transformers5-peft-minimum-load-adapter",
        hazard="transformers5-peft-minimum",
        claim="load_adapter, which does not check by itself: in some pairs an import that an old PEFT lacks fails",
        notes="load_adapter with peft <0.18.0, transformers >=5.0.0, with the message of the check throughout",
        script=TINY_LLAMA
        + '''
import json, os, torch
from safetensors.torch import save_file

os.mkdir("adapter")
keys = {"peft_type": "LORA", "r": 2, "lora_alpha": 2, "target_modules": ["q_proj"], "base_model_name_or_path": "model"}
json.dump(keys, open("adapter/adapter_config.json", "w"))
name = "base_model.model.model.layers.0.self_attn.q_proj.lora_"
save_file({name + "A.weight": torch.zeros(2, 16), name + "B.weight": torch.zeros(16, 2)},
          "adapter/adapter_model.safetensors", {"format": "pt"})
LlamaForCausalLM.from_pretrained("model").load_adapter("adapter")
''',
        expect=r"The version of PEFT you are using is not compatible, please use a version"
        r"|cannot import name '(?:PEFT_TYPE_TO_PREFIX_MAPPING|_maybe_shard_state_dict_for_tp)' from 'peft",
        runs=(
            Run(
                {"transformers": "5.0.0", "peft": "0.17.1"},
                noted="inside",
                note="inside the range, but such a PEFT cannot even be imported: peft-hybridcache-v5 comes first",
            ),
            Run(
                {"transformers": "5.0.0", "peft": "0.15.2"},
                noted="inside",
                note="inside the range for add_adapter, which checks; load_adapter itself does not",
            ),
            inside({"transformers": "5.0.0", "peft": "0.13.2"}, noted="inside"),
            inside({"transformers": "5.13.0", "peft": "0.18.1"}, noted="inside", note="by the table, 5.13 wants 0.19.1"),
            outside({"transformers": "5.0.0", "peft": "0.18.0"}),
            outside({"transformers": "5.13.0", "peft": "0.19.1"}),
            outside({"transformers": "4.57.6", "peft": "0.17.1"}),
        ),
    ),
]
