"""ChatGLM's old remote code, by a stand-in that calls the same private helpers, on releases around each change."""

from runner.case import Case, Run, inside, outside

STANDARDIZE = r"_extract_past_from_model_output\(\) got an unexpected keyword argument 'standardize_cache_format'"
UNPACK = r"ValueError: too many values to unpack \(expected 2\)"
REMOVED = r"object has no attribute '_extract_past_from_model_output'"
EOS_TENSOR = r"'GenerationConfig' object has no attribute '_eos_token_tensor'"
LAYERS = r"'ChatGLMConfig' object has no attribute 'num_hidden_layers'"
WARPER = (
    r"object has no attribute '_get_logits_warper'"
    r"|_get_logits_warper\(\) missing 1 required positional argument: 'device'"
)
STOPPING = """
from transformers import GenerationConfig, LlamaConfig, LlamaForCausalLM, StoppingCriteriaList

tiny = dict(vocab_size=32, hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2)
model = LlamaForCausalLM(LlamaConfig(num_key_value_heads=2, **tiny))
told = GenerationConfig(max_length=16, do_sample=True)
print(model._get_stopping_criteria(generation_config=told, stopping_criteria=StoppingCriteriaList()))
"""
NOTE = "a stand-in calls the same helper; the real remote code was not run"


def case(hazard: str, claim: str, expect: str, *runs: Run, notes: str = "") -> Case:
    """A case of the stand-in."""
    return Case(
        id=hazard,
        hazard=hazard,
        claim=claim,
        probe="chatglm_stand_in",
        expect=expect,
        runs=runs,
        note=NOTE,
        notes=notes,
    )


def of(*versions: str) -> list[dict[str, str]]:
    """Releases of transformers, each alone."""
    return [{"transformers": version} for version in versions]


CASES = [
    case(
        "chatglm-standardize-cache-format",
        "transformers >=4.44.0,<4.49.0",
        STANDARDIZE,
        *(inside(packages, "generate") for packages in of("4.44.0", "4.46.3", "4.48.3")),
        outside({"transformers": "4.41.2"}, "generate"),
        outside({"transformers": "4.38.2"}, "generate"),
        outside({"transformers": "4.43.4"}, "generate", instead=UNPACK),
        outside({"transformers": "4.49.0"}, "generate", instead=REMOVED),
    ),
    case(
        "chatglm-past-tuple-unpack",
        "transformers >=4.42.0,<4.44.0",
        UNPACK,
        *(inside(packages, "generate") for packages in of("4.42.0", "4.42.4", "4.43.4")),
        outside({"transformers": "4.41.2"}, "generate"),
        outside({"transformers": "4.40.2"}, "generate"),
        outside({"transformers": "4.44.0"}, "generate", instead=STANDARDIZE),
    ),
    case(
        "chatglm-extract-past-removed",
        "files updated for 4.44-4.48, transformers >=4.49.0; from 4.56 another fault comes first",
        REMOVED,
        *(inside(packages, "generate-updated") for packages in of("4.49.0", "4.52.4", "4.55.4")),
        *(
            outside(packages, "generate-updated", instead=LAYERS, noted="inside")
            for packages in of("4.56.0", "4.57.6", "5.24.0")
        ),
        *(outside(packages, "generate-updated") for packages in of("4.44.2", "4.48.3")),
        notes="files updated for 4.44-4.48, transformers >=4.49.0",
    ),
    case(
        "chatglm-vllm-num-hidden-layers",
        "generate with a configuration that has num_layers alone, transformers >=4.56.0",
        LAYERS,
        *(inside(packages, "generate") for packages in of("4.56.0", "4.57.6", "5.24.0")),
        *(inside(packages, "generate-updated") for packages in of("4.56.0", "5.24.0")),
        outside({"transformers": "4.55.4"}, "generate", instead=REMOVED),
        outside({"transformers": "4.55.4"}, "generate-updated", instead=REMOVED),
        outside({"transformers": "4.41.2"}, "generate"),
        notes="vLLM 0.1.7 to 0.2.6; no range of transformers",
    ),
    case(
        "chatglm-eos-token-tensor",
        "transformers >=4.43.0",
        EOS_TENSOR,
        *(inside(packages, "stream") for packages in of("4.43.0", "4.47.1", "4.52.4")),
        outside({"transformers": "4.41.2"}, "stream"),
        outside({"transformers": "4.42.4"}, "stream", instead=WARPER),
        notes="transformers >=4.43.0,<4.53.0",
    ),
    Case(
        id="chatglm-eos-token-tensor-stopping",
        hazard="chatglm-eos-token-tensor",
        claim="transformers >=4.43.0, in the second of the two calls that ChatGLM3 makes",
        notes="transformers >=4.43.0,<4.53.0",
        note="the call alone, on another model",
        script=STOPPING,
        expect=EOS_TENSOR,
        runs=(
            *map(inside, of("4.43.0", "4.52.4")),
            *(inside(packages, noted="outside") for packages in of("4.53.0", "4.57.6", "5.24.0")),
            *map(outside, of("4.41.2", "4.42.4")),
        ),
    ),
    case(
        "chatglm-get-logits-warper",
        "transformers 4.42 and >=4.53.0; between them another fault comes first",
        WARPER,
        *(inside(packages, "stream") for packages in of("4.53.0", "4.57.6", "5.24.0")),
        outside({"transformers": "4.41.2"}, "stream"),
        inside({"transformers": "4.42.4"}, "stream", noted="outside"),
        outside({"transformers": "4.52.4"}, "stream", instead=EOS_TENSOR),
        notes="transformers >=4.53.0",
    ),
    case(
        "chatglm-pad-padding-side",
        "transformers >=4.45.0",
        r"_pad\(\) got an unexpected keyword argument 'padding_side'",
        *(inside(packages, "pad") for packages in of("4.45.0", "4.49.0", "4.57.6")),
        inside({"transformers": "5.24.0"}, "pad", note="no upper end in the notes"),
        *(outside(packages, "pad") for packages in of("4.44.2", "4.40.2")),
    ),
    case(
        "chatglm-sp-tokenizer-attr",
        "a tokenizer that calls the base class's constructor first, transformers >=4.34.0",
        r"ChatGLMTokenizer'? (?:object )?has no attribute '?sp_tokenizer",
        *(inside(packages, "sp-tokenizer") for packages in of("4.34.0", "4.38.2")),
        inside({"transformers": "4.57.6"}, "sp-tokenizer", noted="inside", note="the message has lost its quotes"),
        outside({"transformers": "4.33.3"}, "sp-tokenizer"),
        notes="the same range, with the message `'ChatGLMTokenizer' object has no attribute 'sp_tokenizer'` throughout",
    ),
    case(
        "chatglm-gradient-checkpointing-enable",
        "transformers >=4.35.0,<4.36.0",
        r"_set_gradient_checkpointing\(\) got an unexpected keyword argument 'enable'",
        *(inside(packages, "checkpointing") for packages in of("4.35.0", "4.35.2")),
        *(outside(packages, "checkpointing") for packages in of("4.34.1", "4.36.0")),
    ),
    case(
        "chatglm-old-checkpointing-format",
        "transformers >=4.36.0: a warning",
        r"You are using an old version of the checkpointing format that is deprecated",
        *(inside(packages, "checkpointing") for packages in of("4.36.0", "4.57.6", "5.13.0")),
        outside({"transformers": "4.34.1"}, "checkpointing"),
    ),
    case(
        "chatglm-config-max-length-v5",
        "transformers >=5.0.0",
        r"'ChatGLMConfig' object has no attribute 'max_length'",
        *(inside(packages, "max-length") for packages in of("5.0.0", "5.24.0")),
        outside({"transformers": "4.57.6"}, "max-length"),
    ),
    case(
        "chatglm-all-tied-weights-v5",
        "a model that never calls post_init(), transformers >=5.0.0",
        r"object has no attribute 'all_tied_weights_keys'",
        *(inside(packages, "tied") for packages in of("5.0.0", "5.13.0", "5.24.0")),
        outside({"transformers": "4.57.6"}, "tied"),
    ),
    case(
        "chatglm-batch-encode-plus-v5",
        "transformers >=5.0.0",
        r"ChatGLMTokenizer has no attribute batch_encode_plus",
        *(inside(packages, "batch-encode") for packages in of("5.0.0", "5.24.0")),
        outside({"transformers": "4.57.6"}, "batch-encode", instead=r"unexpected keyword argument 'padding_side'"),
        outside({"transformers": "4.38.2"}, "batch-encode"),
    ),
    case(
        "chatglm-eos-token-no-setter",
        "a tokenizer that is given eos_token, which has no setter; transformers <4.47.0",
        r"can't set attribute(?: '\w+')?|property '\w+' of 'ChatGLMTokenizer' object has no setter",
        *(inside(packages, "eos-token") for packages in of("4.31.0", "4.33.3", "4.34.0")),
        *(inside(packages, "eos-token") for packages in of("4.35.0", "4.38.2", "4.44.2", "4.46.3")),
        outside({"transformers": "4.47.0"}, "eos-token"),
        *(
            outside(packages, "eos-token", noted="inside")
            for packages in of("4.47.1", "4.48.3", "4.49.0", "4.57.6", "5.24.0")
        ),
        notes="not tied to a release; no ends known",
    ),
]
