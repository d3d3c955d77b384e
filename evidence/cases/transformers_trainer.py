"""The Trainer and its arguments: transformers against accelerate, and scripts against transformers."""

from runner.case import Case, inside, outside

TRAINER = '''
import torch
from transformers import Trainer, TrainingArguments


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(4, 1)

    def forward(self, x, labels=None):
        out = self.layer(x).squeeze(-1)
        return {"loss": ((out - labels) ** 2).mean(), "logits": out}


class Data(torch.utils.data.Dataset):
    def __len__(self):
        return 8

    def __getitem__(self, index):
        return {"x": torch.ones(4) * index, "labels": torch.tensor(1.0)}


arguments = TrainingArguments("out", max_steps=2, report_to=[], save_strategy="no", disable_tqdm=True)
'''
CONSTRUCTED = TRAINER + "Trainer(Model(), arguments, train_dataset=Data())\n"
TRAINED = TRAINER + "Trainer(Model(), arguments, train_dataset=Data()).train()\n"
ONE_ARGUMENT = '''
import sys
from transformers import TrainingArguments

values = {"no": "no", "none": None, "true": True, "false": False}
TrainingArguments("out", report_to=[], **{sys.argv[1]: values[sys.argv[2]]})
'''


# Failures that come before the ones under test.
TOO_OLD = r"requires `accelerate|accelerate>=[\d.]+ is required"
NO_MLU = r"cannot import name 'is_mlu_available' from 'accelerate\.utils'"
NO_SIZE = r"cannot import name 'get_module_size_with_ties' from 'accelerate"


def unexpected(*names: str) -> str:
    """A regular expression for Python's own words about an argument that is not known."""
    return rf"__init__\(\) got an unexpected keyword argument '(?:{'|'.join(names)})'"


CASES = [
    Case(
        id="accelerate-dispatch-batches",
        hazard="accelerate-dispatch-batches",
        claim="transformers >=4.32.0,<4.40.0 with accelerate >=1.0.0",
        script=CONSTRUCTED,
        expect=unexpected("dispatch_batches", "even_batches"),
        runs=(
            inside({"transformers": "4.32.0", "accelerate": "1.0.0"}),
            inside({"transformers": "4.37.2", "accelerate": "1.0.0"}),
            inside({"transformers": "4.38.2", "accelerate": "1.0.0"}),
            inside({"transformers": "4.39.3", "accelerate": "1.12.0"}),
            outside({"transformers": "4.31.0", "accelerate": "1.0.0"}),
            outside({"transformers": "4.39.3", "accelerate": "0.34.2"}),
            outside({"transformers": "4.40.0", "accelerate": "1.0.0"}),
        ),
    ),
    Case(
        id="accelerate-use-seedable-sampler",
        hazard="accelerate-use-seedable-sampler",
        claim="transformers >=4.38.0,<4.43.0 with accelerate >=0.21.0,<0.26.0",
        notes="transformers >=4.38.0,<4.40.0 with accelerate <0.26.0",
        script=CONSTRUCTED,
        expect=unexpected("use_seedable_sampler"),
        runs=(
            inside({"transformers": "4.38.0", "accelerate": "0.25.0"}),
            inside({"transformers": "4.38.2", "accelerate": "0.21.0"}),
            inside({"transformers": "4.39.3", "accelerate": "0.25.0"}),
            outside({"transformers": "4.37.2", "accelerate": "0.25.0"}),
            outside({"transformers": "4.38.2", "accelerate": "0.26.0"}),
            inside({"transformers": "4.40.0", "accelerate": "0.25.0"}, noted="outside"),
            inside({"transformers": "4.42.4", "accelerate": "0.25.0"}, noted="outside"),
            outside({"transformers": "4.38.2", "accelerate": "0.20.3"}, instead=TOO_OLD),
            outside({"transformers": "4.43.0", "accelerate": "0.25.0"}, instead=NO_MLU),
            outside({"transformers": "4.44.2", "accelerate": "0.25.0"}, instead=NO_MLU, noted="outside"),
            outside({"transformers": "4.44.2", "accelerate": "0.27.2"}, instead=NO_MLU, noted="outside"),
        ),
    ),
    Case(
        id="accelerate-keep-torch-compile",
        hazard="accelerate-keep-torch-compile",
        claim="transformers >=4.52.0 with accelerate >=0.26.0,<1.3.0 (from 5.0 on >=1.1.0), and 4.53.0 with 1.3 as well",
        notes="transformers >=4.52.0 with accelerate <1.3.0, with the message of the missing argument throughout",
        script=TRAINED,
        expect=r"unwrap_model\(\) got an unexpected keyword argument 'keep_torch_compile'"
        r"|cannot import name 'TorchTensorParallelPlugin' from 'accelerate\.utils'",
        runs=(
            inside({"transformers": "4.52.1", "accelerate": "1.2.1"}),
            inside({"transformers": "4.57.6", "accelerate": "1.2.1"}),
            inside({"transformers": "4.53.0", "accelerate": "1.2.1"}, noted="inside"),
            inside({"transformers": "4.53.0", "accelerate": "0.34.2"}, noted="inside"),
            inside({"transformers": "4.53.0", "accelerate": "1.3.0"}),
            inside({"transformers": "4.53.1", "accelerate": "1.2.1"}),
            inside({"transformers": "4.55.4", "accelerate": "1.2.1"}),
            outside({"transformers": "4.53.0", "accelerate": "1.4.0"}),
            outside({"transformers": "4.53.1", "accelerate": "1.3.0"}),
            inside({"transformers": "4.52.1", "accelerate": "0.34.2"}),
            inside({"transformers": "4.57.6", "accelerate": "0.26.0"}),
            inside({"transformers": "5.0.0", "accelerate": "1.2.1"}),
            outside({"transformers": "4.51.3", "accelerate": "1.2.1"}),
            outside({"transformers": "4.52.1", "accelerate": "1.3.0"}),
        ),
    ),
    Case(
        id="accelerate-minimum-trainer",
        hazard="accelerate-minimum-trainer",
        claim="accelerate below the minimum of transformers: 0.21 from 4.37, 0.29 for 4.43 and 4.44, 0.26 from 4.45, 1.1 from 5.0",
        notes="the same, with 0.21 for 4.43 and 4.44 as well",
        script="from transformers import Trainer, TrainingArguments\nprint(TrainingArguments('out').device)\n",
        expect=r"Using the `Trainer` with `PyTorch` requires `accelerate>=?[\d.]+|" + NO_MLU,
        runs=(
            inside({"transformers": "4.38.2", "accelerate": "0.20.3"}),
            inside({"transformers": "4.43.0", "accelerate": "0.25.0"}, noted="outside"),
            inside({"transformers": "4.44.2", "accelerate": "0.28.0"}, noted="outside"),
            inside({"transformers": "4.45.0", "accelerate": "0.25.0"}),
            inside({"transformers": "4.57.6", "accelerate": "0.25.0"}),
            inside({"transformers": "5.0.0", "accelerate": "1.0.1"}),
            outside({"transformers": "4.38.2", "accelerate": "0.21.0"}),
            outside({"transformers": "4.42.4", "accelerate": "0.25.0"}),
            outside({"transformers": "4.44.2", "accelerate": "0.29.0"}),
            outside({"transformers": "4.45.0", "accelerate": "0.26.0"}),
            outside({"transformers": "4.57.6", "accelerate": "0.26.0"}),
            outside({"transformers": "5.0.0", "accelerate": "1.1.0"}, instead=NO_SIZE, note="past the check"),
            outside({"transformers": "5.24.0", "accelerate": "1.1.1"}),
            outside({"transformers": "5.0.0", "accelerate": "1.2.0"}),
            outside({"transformers": "5.24.0", "accelerate": "1.2.0"}),
        ),
    ),
    Case(
        id="trainer-tokenizer-kwarg",
        hazard="trainer-tokenizer-kwarg",
        claim="transformers >=5.0.0",
        script=TRAINER + "Trainer(Model(), arguments, train_dataset=Data(), tokenizer=None)\n",
        expect=r"Trainer\.__init__\(\) got an unexpected keyword argument 'tokenizer'",
        runs=(
            inside({"transformers": "5.0.0"}),
            inside({"transformers": "5.24.0"}),
            outside({"transformers": "4.57.6"}),
            outside({"transformers": "4.46.0"}),
        ),
    ),
    Case(
        id="training-arguments-removed-v5",
        hazard="training-arguments-removed-v5",
        claim="fields removed in transformers 5.0.0",
        script=ONE_ARGUMENT,
        expect=unexpected(r"\w+"),
        runs=tuple(
            run
            for name, value in (
                ("overwrite_output_dir", "true"),
                ("no_cuda", "true"),
                ("save_safetensors", "true"),
                ("use_mps_device", "false"),
                ("push_to_hub_token", "none"),
                ("include_tokens_per_second", "false"),
                ("adafactor", "false"),
                ("torchdynamo", "none"),
            )
            for run in (
                inside({"transformers": "5.0.0"}, name, value),
                outside({"transformers": "4.57.6"}, name, value),
            )
        ),
    ),
    Case(
        id="training-arguments-group-by-length",
        hazard="training-arguments-removed-v5",
        claim="group_by_length from transformers 5.2.0",
        script=ONE_ARGUMENT,
        expect=unexpected("group_by_length"),
        runs=(
            inside({"transformers": "5.2.0"}, "group_by_length", "true"),
            outside({"transformers": "5.1.0"}, "group_by_length", "true"),
        ),
    ),
    Case(
        id="training-arguments-dispatch-batches",
        hazard="training-arguments-removed-v5",
        claim="dispatch_batches and split_batches from transformers 4.51.0",
        script=ONE_ARGUMENT,
        expect=unexpected("dispatch_batches", "split_batches"),
        runs=(
            inside({"transformers": "4.51.0"}, "dispatch_batches", "false"),
            inside({"transformers": "4.51.0"}, "split_batches", "false"),
            outside({"transformers": "4.50.3"}, "dispatch_batches", "false"),
            outside({"transformers": "4.50.3"}, "split_batches", "false"),
        ),
    ),
    Case(
        id="chatglm3-finetune-evaluation-strategy",
        hazard="chatglm3-finetune-evaluation-strategy",
        claim="transformers >=4.51.0",
        script=ONE_ARGUMENT.replace("TrainingArguments", "Seq2SeqTrainingArguments"),
        expect=unexpected("evaluation_strategy"),
        runs=(
            inside({"transformers": "4.51.0"}, "evaluation_strategy", "no"),
            inside({"transformers": "4.57.6"}, "evaluation_strategy", "no"),
            outside({"transformers": "4.50.3"}, "evaluation_strategy", "no"),
            outside({"transformers": "4.46.0"}, "evaluation_strategy", "no"),
        ),
    ),
    Case(
        id="compute-loss-num-items",
        hazard="compute-loss-num-items",
        claim="a compute_loss without **kwargs, transformers >=4.46.0",
        script=TRAINER
        + '''

class CustomTrainer(Trainer):
    def compute_loss(self, model, inputs, return_outputs=False):
        outputs = model(**inputs)
        return (outputs["loss"], outputs) if return_outputs else outputs["loss"]


CustomTrainer(Model(), arguments, train_dataset=Data()).train()
''',
        expect=r"compute_loss\(\) got an unexpected keyword argument 'num_items_in_batch'",
        runs=(
            inside({"transformers": "4.46.0"}),
            inside({"transformers": "4.57.6"}),
            inside({"transformers": "5.24.0"}),
            outside({"transformers": "4.45.2"}),
        ),
    ),
]
