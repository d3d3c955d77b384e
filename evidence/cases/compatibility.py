"""A grid of PEFT and transformers: which pairs import and train."""

from runner.case import Case, Run

TRANSFORMERS = ("4.38.2", "4.43.4", "4.44.2", "4.46.3", "4.48.3", "4.49.0", "4.57.6", "5.24.0")
PEFT = ("0.11.1", "0.12.0", "0.13.2", "0.14.0", "0.15.2", "0.17.1", "0.18.0", "0.18.1", "0.19.1", "0.20.0", "0.21.2")

CASES = [
    Case(
        id="compatibility",
        hazard=None,
        claim="which PEFT imports and trains with which transformers",
        probe="import_and_train",
        runs=tuple(
            Run({"peft": peft, "transformers": transformers}) for peft in PEFT for transformers in TRANSFORMERS
        ),
    )
]
