"""datasets, pyarrow, fsspec and huggingface-hub."""

from runner.case import Case, inside, outside

# What datasets 2.14 was released beside; newer ones fail in other ways.
OF_2023 = {"dill": "0.3.7", "multiprocess": "0.70.15", "numpy": "1.26.4", "pandas": "2.1.4", "huggingface-hub": "0.17.3"}
OF_2023_ARROW = {**OF_2023, "pyarrow": "14.0.2"}

LOAD_JSON = '''
import pathlib
from datasets import load_dataset

pathlib.Path("data.json").write_text('{"a": 1}\\n{"a": 2}\\n')
print(load_dataset("json", data_files="data.json", cache_dir="cache"))
'''

CASES = [
    Case(
        id="datasets-pyarrow-extensiontype",
        hazard="datasets-pyarrow-extensiontype",
        claim="datasets <2.14.7 with pyarrow >=21.0.0",
        script="import datasets\n",
        expect=r"module 'pyarrow' has no attribute 'PyExtensionType'",
        runs=(
            inside({"datasets": "2.14.6", "pyarrow": "21.0.0"}, beside={**OF_2023, "fsspec": "2023.9.2"}),
            inside({"datasets": "2.14.0", "pyarrow": "21.0.0"}, beside={**OF_2023, "fsspec": "2023.9.2"}),
            outside({"datasets": "2.14.6", "pyarrow": "20.0.0"}, beside={**OF_2023, "fsspec": "2023.9.2"}),
            outside({"datasets": "2.14.7", "pyarrow": "21.0.0"}, beside={**OF_2023, "fsspec": "2023.9.2"}),
        ),
    ),
    Case(
        id="datasets-fsspec-localfilesystem",
        hazard="datasets-fsspec-localfilesystem",
        claim="datasets <2.14.6 with fsspec >=2023.10.0",
        script=LOAD_JSON,
        expect=r"Loading a dataset cached in a LocalFileSystem is not supported"
        r"|TypeError: can only concatenate tuple \(not \"str\"\) to tuple",
        notes="the same ranges, with the message `Loading a dataset cached in a LocalFileSystem` throughout",
        runs=(
            inside({"datasets": "2.14.5", "fsspec": "2023.10.0"}, beside=OF_2023_ARROW),
            inside({"datasets": "2.14.5", "fsspec": "2024.2.0"}, beside=OF_2023_ARROW),
            inside({"datasets": "2.14.4", "fsspec": "2023.10.0"}, beside=OF_2023_ARROW),
            inside({"datasets": "2.14.0", "fsspec": "2023.10.0"}, beside=OF_2023_ARROW, noted="inside"),
            inside({"datasets": "2.13.1", "fsspec": "2023.10.0"}, beside=OF_2023_ARROW),
            outside({"datasets": "2.14.5", "fsspec": "2023.9.2"}, beside=OF_2023_ARROW),
            outside({"datasets": "2.14.6", "fsspec": "2023.10.0"}, beside=OF_2023_ARROW),
        ),
    ),
    Case(
        id="datasets-scripts-removed",
        hazard="datasets-scripts-removed",
        claim="a data set made by a script, datasets >=4.0.0",
        script='''
import pathlib
import datasets

pathlib.Path("own.py").write_text("""
import datasets


class Own(datasets.GeneratorBasedBuilder):
    def _info(self):
        return datasets.DatasetInfo(features=datasets.Features({"a": datasets.Value("int32")}))

    def _split_generators(self, manager):
        return [datasets.SplitGenerator(name="train")]

    def _generate_examples(self):
        yield 0, {"a": 1}
""")
print(datasets.load_dataset("own.py", trust_remote_code=True, cache_dir="cache"))
''',
        expect=r"Dataset scripts are no longer supported, but found",
        runs=(
            inside({"datasets": "4.0.0"}),
            inside({"datasets": "4.8.5"}),
            outside({"datasets": "3.6.0"}),
        ),
    ),
    Case(
        id="hub-cached-download-removed",
        hazard="hub-cached-download-removed",
        claim="cached_download, huggingface-hub >=0.26.0",
        script="from huggingface_hub import cached_download\n",
        expect=r"cannot import name 'cached_download' from 'huggingface_hub'",
        runs=(
            inside({"huggingface-hub": "0.26.0"}),
            inside({"huggingface-hub": "1.0.0"}),
            outside({"huggingface-hub": "0.25.2"}),
        ),
    ),
    Case(
        id="hub-hffolder-removed",
        hazard="hub-cached-download-removed",
        claim="HfFolder, huggingface-hub >=1.0.0",
        script="from huggingface_hub import HfFolder\n",
        expect=r"cannot import name 'HfFolder' from 'huggingface_hub'",
        runs=(
            inside({"huggingface-hub": "1.0.0"}),
            outside({"huggingface-hub": "0.36.2"}),
        ),
    ),
]
