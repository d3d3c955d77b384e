"""Which releases of the packages that a case does not name go with the ones it does."""

from __future__ import annotations

from typing import Iterable

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

# A few releases of each, oldest first: enough to satisfy every release under test without filling the disk.
CANDIDATES: dict[str, list[str]] = {
    "tokenizers": ["0.13.3", "0.14.1", "0.15.2", "0.19.1", "0.20.3", "0.21.4", "0.22.2", "0.23.3"],
    "huggingface-hub": ["0.17.3", "0.25.2", "0.36.2", "1.20.1", "1.33.0"],
    "numpy": ["1.26.4", "2.2.6"],
    "safetensors": ["0.4.5", "0.7.0", "0.8.0"],
    "accelerate": ["0.28.0", "0.34.2", "1.12.0", "1.15.0"],
    "datasets": ["2.18.0", "2.21.0", "3.6.0", "4.8.5"],
    "transformers": ["4.38.2", "4.49.0", "4.57.6"],
}

# Pairs that pip allows and that do not work: measured by the case of the same name, avoided everywhere else.
AVOIDED = [
    ("transformers", "<4.36", "accelerate", "<0.30"),  # later ones want another huggingface-hub than tokenizers 0.14
    ("transformers", "<4.40", "accelerate", "<1.0"),  # accelerate-dispatch-batches
    ("transformers", ">=4.52", "accelerate", ">=1.3"),  # accelerate-keep-torch-compile
    ("peft", ">=0.15", "accelerate", ">=0.32"),  # peft-clear-device-cache
    ("peft", ">=0.14", "transformers", ">=4.43"),  # peft-encoder-decoder-cache
]


def bounds(requirements: Iterable[str], name: str) -> SpecifierSet:
    """What `Requires-Dist` lines say of a package, optional ones for Trainer and torch use included."""
    bound = SpecifierSet()
    for line in requirements:
        requirement = Requirement(line)
        if canonicalize_name(requirement.name) != name:
            continue
        extras = ("", "torch", "accelerate")
        if requirement.marker and not any(requirement.marker.evaluate({"extra": extra}) for extra in extras):
            continue
        bound &= requirement.specifier
    return bound


def choose(name: str, packages: dict[str, str], requirements: Iterable[str]) -> str:
    """The newest candidate of `name` that fits the packages so far; the newest at all where none does."""
    bound = bounds(requirements, name)
    for package, affected, companion, allowed in AVOIDED:
        if companion == name and package in packages and Version(packages[package]) in SpecifierSet(affected):
            bound &= SpecifierSet(allowed)
    fitting = [release for release in CANDIDATES[name] if Version(release) in bound]
    return (fitting or CANDIDATES[name])[-1]


def wanted(requirements: Iterable[str], packages: dict[str, str]) -> list[str]:
    """Names of candidates that the packages require unconditionally, and accelerate beside transformers."""
    names = set()
    for line in requirements:
        requirement = Requirement(line)
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        names.add(canonicalize_name(requirement.name))
    if "transformers" in packages:
        names.add("accelerate")
    return sorted(name for name in names if name in CANDIDATES and name not in packages)
