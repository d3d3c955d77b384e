"""What a case is: packages to install side by side, a script to run on them, and what it should print."""

from __future__ import annotations

import hashlib
import importlib
import json
import pkgutil
from dataclasses import dataclass, field
from typing import Any, Literal, Optional

INSIDE = "inside"
OUTSIDE = "outside"


@dataclass(frozen=True)
class Run:
    """One set of releases on which a case is tried.

    side: whether the rule says that the fault is there (`inside`) or not (`outside`); None where a case asks nothing.
    noted: what the working notes had expected, where the run came out otherwise and the rule follows the run.
    packages: release by distribution name; companions that are not named here are chosen by `companions.py`.
    beside: companions that have to be a certain release for reasons that are not under test.
    arguments: command-line arguments of the case's probe.
    instead: a regular expression for another failure that is known to come first on this set.
    """

    packages: dict[str, str]
    side: Optional[Literal["inside", "outside"]] = None
    arguments: tuple[str, ...] = ()
    instead: Optional[str] = None
    note: str = ""
    noted: Optional[Literal["inside", "outside"]] = None
    beside: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """A script and the sets of releases that it is run on.

    id: unique among all cases; hazard: the id of the rule that it tries, or None.
    script: Python source, or probe: the name of a file in `probes/`. Exactly one of the two.
    expect: a regular expression that the output shows where the fault is there. Empty where nothing is expected.
    claim: the range under test, in words, as the rule has it.
    notes: the same as the working notes had it before anything was run; empty where it is the claim.
    turns_on: the packages whose releases count as tried; all that the runs name where empty.
    heavy: it installs gigabytes, and runs only when asked for with `--heavy`.
    """

    id: str
    hazard: Optional[str]
    claim: str
    runs: tuple[Run, ...]
    expect: str = ""
    script: str = ""
    probe: str = ""
    heavy: bool = False
    note: str = ""
    notes: str = ""
    turns_on: tuple[str, ...] = ()
    group: str = field(default="", compare=False)

    def key(self, run: Run, source: str) -> str:
        """A short name for this run that changes when its script, packages or arguments do."""
        told = json.dumps([source, sorted({**run.packages, **run.beside}.items()), run.arguments], sort_keys=True)
        return f"{self.id}-{hashlib.sha256(told.encode()).hexdigest()[:12]}".replace("/", "-")


def inside(packages: dict[str, str], *arguments: str, **options: Any) -> Run:
    """A run on which the fault should show."""
    return Run(packages, INSIDE, tuple(arguments), **options)


def outside(packages: dict[str, str], *arguments: str, **options: Any) -> Run:
    """A run on which the fault should not show."""
    return Run(packages, OUTSIDE, tuple(arguments), **options)


def load_cases() -> list[Case]:
    """All cases of the modules in `cases/`, each marked with its module's name (with hyphens) as its group.

    Raises ValueError where two cases share an id, or where one has both a script and a probe, or neither.
    """
    import cases

    found: list[Case] = []
    for module in sorted(info.name for info in pkgutil.iter_modules(cases.__path__)):
        for case in importlib.import_module(f"cases.{module}").CASES:
            if bool(case.script) == bool(case.probe):
                raise ValueError(f"{case.id} needs a script or a probe, one of the two")
            object.__setattr__(case, "group", module.replace("_", "-"))
            found.append(case)
    ids = [case.id for case in found]
    twice = {name for name in ids if ids.count(name) > 1}
    if twice:
        raise ValueError(f"ids used twice: {', '.join(sorted(twice))}")
    return found
