"""PEFT against transformers and accelerate: what it imports, and what it makes of a configuration file."""

from runner.case import Case, inside, outside

IMPORT = "import peft\nprint(peft.__version__)\n"

# A saved adapter's configuration with keys of PEFT 0.14.0 and 0.15.0, as a newer release writes it.
CONFIGURATION = '''
import json, pathlib
from peft import PeftConfig

pathlib.Path("adapter").mkdir()
keys = {"peft_type": "LORA", "task_type": "CAUSAL_LM", "r": 4, "base_model_name_or_path": "x", KEY: None}
pathlib.Path("adapter/adapter_config.json").write_text(json.dumps(keys))
print(PeftConfig.from_pretrained("adapter"))
'''

BOTH = ("peft", "transformers")
NO_LAYERS = r"No module named 'transformers\.modeling_layers'"

CASES = [
    Case(
        id="peft-encoder-decoder-cache",
        hazard="peft-encoder-decoder-cache",
        claim="peft >=0.14.0 with transformers <4.43.0",
        turns_on=BOTH,
        script=IMPORT,
        expect=r"cannot import name '(?:EncoderDecoderCache|Cache)' from 'transformers'",
        runs=(
            inside({"peft": "0.14.0", "transformers": "4.42.4", "accelerate": "0.34.2"}),
            inside({"peft": "0.14.0", "transformers": "4.38.2", "accelerate": "0.34.2"}),
            inside({"peft": "0.17.1", "transformers": "4.40.2", "accelerate": "0.34.2"}),
            inside({"peft": "0.20.0", "transformers": "4.42.4", "accelerate": "0.34.2"}),
            inside({"peft": "0.14.0", "transformers": "4.35.2", "accelerate": "0.34.2"}),
            outside({"peft": "0.13.2", "transformers": "4.42.4", "accelerate": "0.34.2"}),
            outside({"peft": "0.13.2", "transformers": "4.38.2", "accelerate": "0.34.2"}),
            outside({"peft": "0.14.0", "transformers": "4.43.0", "accelerate": "0.34.2"}),
            outside({"peft": "0.14.0", "transformers": "4.43.4", "accelerate": "0.34.2"}),
        ),
    ),
    Case(
        id="chatglm3-requirements-unpinned-peft",
        hazard="peft-encoder-decoder-cache",
        claim="transformers 4.40.0, as pinned by ChatGLM3, with a PEFT >=0.14.0",
        turns_on=BOTH,
        script=IMPORT,
        expect=r"cannot import name 'EncoderDecoderCache' from 'transformers'",
        runs=(
            inside({"peft": "0.14.0", "transformers": "4.40.0", "accelerate": "0.34.2"}),
            inside({"peft": "0.21.2", "transformers": "4.40.0", "accelerate": "1.15.0"}),
            outside({"peft": "0.10.0", "transformers": "4.40.0", "accelerate": "0.34.2"}),
            outside({"peft": "0.13.2", "transformers": "4.40.0", "accelerate": "0.34.2"}),
        ),
    ),
    Case(
        id="peft-hybridcache-v5",
        hazard="peft-hybridcache-v5",
        claim="peft >=0.16.0,<0.18.0 with transformers >=5.0.0 or 4.43",
        notes="peft >=0.16.0,<0.18.0 with transformers >=5.0.0",
        script=IMPORT,
        expect=r"cannot import name 'HybridCache' from 'transformers'",
        runs=(
            inside({"peft": "0.16.0", "transformers": "5.0.0"}),
            inside({"peft": "0.17.1", "transformers": "5.0.0"}),
            inside({"peft": "0.17.1", "transformers": "5.24.0"}),
            inside({"peft": "0.17.1", "transformers": "4.43.4"}, noted="outside"),
            inside({"peft": "0.16.0", "transformers": "4.43.4"}, noted="outside"),
            inside({"peft": "0.16.0", "transformers": "4.43.0"}),
            outside({"peft": "0.15.2", "transformers": "4.43.4"}),
            outside(
                {"peft": "0.17.1", "transformers": "4.42.4"},
                instead=r"cannot import name 'EncoderDecoderCache'",
                beside={"accelerate": "0.34.2"},
            ),
            outside({"peft": "0.17.1", "transformers": "4.44.0"}),
            outside({"peft": "0.16.0", "transformers": "4.44.0"}),
            outside({"peft": "0.15.2", "transformers": "5.0.0"}),
            outside({"peft": "0.18.0", "transformers": "5.0.0"}),
            outside({"peft": "0.17.1", "transformers": "4.57.6"}),
        ),
    ),
    Case(
        id="peft-modeling-layers",
        hazard="peft-modeling-layers",
        claim="peft 0.18.0 with transformers >=4.43.0,<4.52.0",
        script=IMPORT,
        expect=NO_LAYERS,
        runs=(
            *(inside({"peft": "0.18.0", "transformers": release}) for release in ("4.43.0", "4.46.3", "4.49.0", "4.51.3")),
            outside({"peft": "0.18.0", "transformers": "4.52.1"}),
            outside({"peft": "0.18.0", "transformers": "4.57.6"}),
            outside({"peft": "0.17.1", "transformers": "4.51.3"}),
            outside({"peft": "0.18.1", "transformers": "4.51.3"}),
            outside({"peft": "0.18.1", "transformers": "4.43.0"}),
            outside(
                {"peft": "0.18.0", "transformers": "4.42.4"},
                instead=r"cannot import name 'EncoderDecoderCache'",
                beside={"accelerate": "0.34.2"},
            ),
        ),
    ),
    Case(
        id="peft-clear-device-cache",
        hazard="peft-clear-device-cache",
        claim="peft >=0.15.0 with accelerate <0.32.0",
        turns_on=("peft", "accelerate"),
        script=IMPORT,
        expect=r"cannot import name 'clear_device_cache' from 'accelerate\.utils\.memory'",
        runs=(
            inside({"peft": "0.15.0", "accelerate": "0.31.0", "transformers": "4.49.0"}),
            inside({"peft": "0.18.1", "accelerate": "0.31.0", "transformers": "4.49.0"}),
            inside({"peft": "0.15.2", "accelerate": "0.24.1", "transformers": "4.49.0"}),
            outside({"peft": "0.14.0", "accelerate": "0.31.0", "transformers": "4.49.0"}),
            outside({"peft": "0.15.0", "accelerate": "0.32.0", "transformers": "4.49.0"}),
        ),
    ),
    Case(
        id="peft-is-npu-available",
        hazard="peft-is-npu-available",
        claim="peft >=0.5.0 with accelerate <0.21.0",
        turns_on=("peft", "accelerate"),
        script=IMPORT,
        expect=r"cannot import name 'is_npu_available' from 'accelerate\.utils'",
        runs=(
            inside({"peft": "0.5.0", "accelerate": "0.20.3", "transformers": "4.38.2"}),
            inside({"peft": "0.9.0", "accelerate": "0.20.3", "transformers": "4.38.2"}),
            outside({"peft": "0.4.0", "accelerate": "0.20.3", "transformers": "4.38.2"}),
            outside({"peft": "0.5.0", "accelerate": "0.21.0", "transformers": "4.38.2"}),
        ),
    ),
    Case(
        id="peft-int8-training-removed",
        hazard="peft-int8-training-removed",
        claim="peft >=0.10.0",
        turns_on=("peft",),
        script="from peft import prepare_model_for_int8_training\n",
        expect=r"cannot import name 'prepare_model_for_int8_training' from 'peft'",
        runs=(
            inside({"peft": "0.10.0", "transformers": "4.38.2"}),
            inside({"peft": "0.13.2", "transformers": "4.38.2"}),
            outside({"peft": "0.9.0", "transformers": "4.38.2"}),
        ),
    ),
    Case(
        id="peft-newer-adapter-config-crash",
        hazard="peft-newer-adapter-config-crash",
        claim="peft <0.14.0 that meets a key of a newer release, even with the value null",
        turns_on=("peft",),
        script=CONFIGURATION.replace("KEY", "'eva_config'"),
        expect=r"LoraConfig\.__init__\(\) got an unexpected keyword argument 'eva_config'",
        runs=(
            inside({"peft": "0.9.0", "transformers": "4.38.2"}),
            inside({"peft": "0.13.2", "transformers": "4.49.0"}),
            outside({"peft": "0.14.0", "transformers": "4.49.0"}),
        ),
    ),
    Case(
        id="peft-newer-adapter-config-ignored",
        hazard="peft-newer-adapter-config-ignored",
        claim="peft >=0.14.0 that meets a key of a newer release: a warning",
        turns_on=("peft",),
        script=CONFIGURATION.replace("KEY", "'trainable_token_indices'"),
        expect=r"Unexpected keyword arguments \[.*\] for class \w+, these are ignored",
        runs=(
            inside({"peft": "0.14.0", "transformers": "4.49.0"}),
            outside({"peft": "0.15.0", "transformers": "4.49.0"}),
            outside(
                {"peft": "0.13.2", "transformers": "4.49.0"},
                instead=r"unexpected keyword argument 'trainable_token_indices'",
            ),
        ),
    ),
]
