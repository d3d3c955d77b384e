"""The mute model: PEFT releases, dtypes of the base, remedies and exceptions, each trained through the Trainer."""

from runner.case import Case, Run, inside, outside

NOT_FINITE = r"NaN after training: [1-9]\d* of \d+ trained tensors are not finite"

# Releases with the oldest transformers that a reporter of the fault had, then newer ones where PEFT needs them.
BEFORE = ("0.5.0", "0.6.0", "0.6.1", "0.6.2")
AFFECTED = ("0.7.0", "0.7.1", "0.8.0", "0.8.1", "0.8.2", "0.9.0", "0.10.0", "0.11.0", "0.11.1")
AFTER = (
    ("0.12.0", "4.38.2"),
    ("0.13.0", "4.38.2"),
    ("0.13.2", "4.38.2"),
    ("0.14.0", "4.49.0"),
    ("0.15.0", "4.49.0"),
    ("0.15.2", "4.49.0"),
    ("0.16.0", "4.49.0"),
    ("0.17.0", "4.57.6"),
    ("0.17.1", "4.57.6"),
    ("0.18.0", "4.57.6"),
    ("0.18.1", "4.57.6"),
    ("0.19.1", "4.57.6"),
    ("0.20.0", "4.57.6"),
    ("0.21.2", "4.57.6"),
    ("0.20.0", "5.13.0"),
    ("0.21.2", "5.24.0"),
)


def pair(peft: str, transformers: str = "4.38.2") -> dict[str, str]:
    """A PEFT and a transformers; accelerate as the reporter had it beside the oldest."""
    return {"peft": peft, "transformers": transformers, **({"accelerate": "0.28.0"} if transformers == "4.38.2" else {})}


def case(id: str, claim: str, *runs: Run, note: str = "") -> Case:
    """A case of the training probe."""
    return Case(id=id, hazard="mute-model", claim=claim, probe="train_lora", expect=NOT_FINITE, runs=runs, note=note, turns_on=("peft",))


# One release of each minor, for the dtypes that no release fails with.
MINORS = [pair(peft) for peft in ("0.5.0", "0.6.2", "0.7.1", "0.8.2", "0.9.0", "0.10.0", "0.11.1")] + [
    pair(*both) for both in AFTER if both[0] not in ("0.13.0", "0.15.0", "0.17.0", "0.18.0") and both[1] != "5.13.0"
]

CASES = [
    case(
        "mute-model-float16",
        "a float16 base: peft >=0.7.0,<0.12.0 goes NaN in the first step, others train",
        *(outside(pair(peft), "--base", "float16") for peft in BEFORE),
        *(inside(pair(peft), "--base", "float16") for peft in AFFECTED),
        *(outside(pair(*both), "--base", "float16") for both in AFTER),
    ),
    case(
        "mute-model-newer-trainer",
        "the same with newer Trainers, which print grad_norm nan beside loss 0.0",
        inside(pair("0.9.0", "4.49.0")),
        inside(pair("0.11.1", "4.49.0")),
        inside(pair("0.11.1", "4.57.6")),
        inside(pair("0.9.0", "4.57.6")),
        outside(pair("0.12.0", "4.49.0")),
        outside(pair("0.12.0", "4.57.6")),
    ),
    case(
        "mute-model-log-filter",
        "with logging_nan_inf_filter=False the loss is printed as nan",
        inside(pair("0.9.0"), "--no-nan-filter"),
    ),
    case(
        "mute-model-accumulation",
        "with gradient accumulation the first printed loss is finite, and the rest is 0.0",
        inside(pair("0.9.0"), "--accumulate", "4"),
    ),
    case(
        "mute-model-remedies",
        "remedies on an affected PEFT: float32 adapters, fused AdamW, adafactor, a larger epsilon",
        *(outside(pair(peft), "--cast") for peft in ("0.7.0", "0.9.0", "0.11.1")),
        outside(pair("0.9.0"), "--half-after", "--cast-after-half"),
        outside(pair("0.9.0", "4.49.0"), "--optimizer", "adamw_torch_fused"),
        outside(pair("0.9.0"), "--optimizer", "adafactor"),
        outside(pair("0.9.0"), "--epsilon", "1e-4"),
        outside(pair("0.9.0"), "--epsilon", "3e-8", note="finite, though not a remedy"),
        inside(pair("0.9.0"), "--epsilon", "2.9e-8", note="still rounds to 0 in float16"),
        outside(pair("0.9.0", "4.57.6"), "--optimizer", "default", note="fused by default with a new torch"),
    ),
    case(
        "mute-model-exceptions",
        "what brings the fault back on a PEFT that casts: .half() later, modules_to_save, autocast_adapter_dtype=False, "
        "inject_adapter_in_model",
        *(inside(pair(*both), "--half-after") for both in (("0.6.2",), ("0.12.0",), ("0.21.2", "4.57.6"))),
        inside(pair("0.6.2"), "--modules-to-save"),
        inside(pair("0.13.2"), "--modules-to-save"),
        inside(pair("0.21.2", "4.57.6"), "--modules-to-save"),
        inside(pair("0.12.0"), "--no-autocast"),
        inside(pair("0.21.2", "4.57.6"), "--no-autocast"),
        inside(pair("0.13.2"), "--inject"),
        inside(pair("0.21.2", "4.57.6"), "--inject"),
        outside(pair("0.6.2"), "--inject"),
    ),
    case(
        "mute-model-second-adapter",
        "a second adapter from add_adapter is float16 before peft 0.19.0",
        inside(pair("0.13.2"), "--second-adapter"),
        inside(pair("0.18.1", "4.57.6"), "--second-adapter"),
        outside(pair("0.19.0", "4.57.6"), "--second-adapter"),
        outside(pair("0.21.2", "4.57.6"), "--second-adapter"),
    ),
    Case(
        id="mute-model-fp16-flag",
        hazard=None,
        claim="on a CPU transformers 4.38 refuses fp16=True, and 4.57 takes it without using a gradient scaler",
        probe="train_lora",
        expect=r"(?i)fp16[^\n]{0,200}(?:gpu|cuda|device)",
        note="the gradient scaler of a GPU run is tried by itself in the case peft-fp16-unscale",
        runs=(
            Run(pair("0.9.0"), arguments=("--fp16",)),
            Run(pair("0.11.1", "4.57.6"), arguments=("--fp16",)),
            Run(pair("0.21.2", "4.57.6"), arguments=("--fp16",)),
        ),
    ),
    Case(
        id="peft-fp16-unscale",
        hazard="peft-fp16-unscale",
        claim="a float16 base with a gradient scaler, peft >=0.7.0,<0.12.0",
        turns_on=("peft",),
        probe="scale_gradients",
        expect=r"Attempting to unscale FP16 gradients",
        runs=(
            *(inside(pair(peft)) for peft in ("0.7.0", "0.9.0", "0.11.1")),
            outside(pair("0.6.2")),
            outside(pair("0.12.0")),
            outside(pair("0.21.2", "4.57.6")),
        ),
    ),
    Case(
        id="mute-model-other-bases",
        hazard="mute-model",
        claim="a bfloat16 or float32 base trains with every PEFT",
        turns_on=("peft",),
        probe="train_lora_in_turn",
        expect=NOT_FINITE,
        runs=tuple(outside(packages, "bfloat16", "float32") for packages in MINORS),
    ),
]
