"""Runs one script on one set of releases, in a process and a folder of its own."""

from __future__ import annotations

import datetime
import json
import os
import platform
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

from . import companions, outcome
from .case import Case, Run
from .environment import Environment, InstallationFailed, NotInstallable

PROBES = Path(__file__).parent.parent / "probes"
TIMEOUT = 420  # seconds; a training run on a busy machine takes one


def source_of(case: Case) -> str:
    """The Python source that a case runs."""
    return case.script or (PROBES / f"{case.probe}.py").read_text(encoding="utf-8")


def complete(environment: Environment, packages: dict[str, str]) -> dict[str, str]:
    """The packages of a run with their companions, all installed. Raises NotInstallable, InstallationFailed."""
    chosen = dict(packages)
    requirements: list[str] = []
    for name, version in packages.items():
        environment.install(name, version)
        requirements += environment.requirements(name, version)
    while missing := companions.wanted(requirements, chosen):
        name = missing[0]
        version = companions.choose(name, chosen, requirements)
        environment.install(name, version)
        chosen[name] = version
        requirements += environment.requirements(name, version)
    return chosen


def _variables(environment: Environment, packages: dict[str, str]) -> dict[str, str]:
    folders = [str(environment.packages / f"{name}-{version}") for name, version in packages.items()]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([*folders, str(PROBES)]),
        "PYTHONNOUSERSITE": "1",
        "PYTHONIOENCODING": "utf-8",
        "HF_HOME": str(environment.cache / "hub"),
        "HF_HUB_OFFLINE": "1",
        "CUDA_VISIBLE_DEVICES": "",
        "TOKENIZERS_PARALLELISM": "false",
        "OMP_NUM_THREADS": "1",
    }


def told_by(record: dict[str, Any], expect: str, instead: str | None) -> tuple[str, str]:
    """The outcome of a record and the line that tells; a signal that ended the process has no line, so it is named."""
    if "why" in record:
        return (outcome.NOT_INSTALLABLE if record.get("lasting", True) else outcome.NOT_INSTALLED), record["why"]
    told, line = outcome.judge(record["printed"], record["code"], expect, instead)
    if told == outcome.OTHER and record["code"] < 0 and not line:
        line = f"killed by {signal.Signals(-record['code']).name}, without a word"
    return told, line


def execute(environment: Environment, case: Case, run: Run, base: dict[str, str], again: bool) -> dict[str, Any]:
    """The record of one run, from the cache unless `again`.

    base: releases of the base environment, to be recorded with it. The record holds no path and no host name.
    """
    source = source_of(case)
    key = case.key(run, source)
    kept = environment.runs / f"{key}.json"
    if kept.exists() and not again:
        record = json.loads(kept.read_text(encoding="utf-8"))
    else:
        record = _execute(environment, case, run, base, source, key)
        # a failure of pip is no result: the next run tries again
        if record.get("lasting", True):
            kept.write_text(json.dumps(record, indent=1), encoding="utf-8")
    printed = record["printed"]
    told, line = told_by(record, case.expect, run.instead)
    return {
        "side": run.side,
        **({"noted": run.noted} if run.noted else {}),
        "packages": run.packages,
        "companions": {name: v for name, v in record["packages"].items() if name not in run.packages},
        "arguments": list(run.arguments),
        "outcome": told,
        "message": line,
        "agrees": outcome.agrees(run.side, told),
        **({"measured": outcome.measured(printed)} if outcome.measured(printed) else {}),
        **({"note": run.note} if run.note else {}),
        "python": record["python"],
        "platform": record["platform"],
        "torch": record["packages"].get("torch", record["torch"]),
        "numpy": record["packages"].get("numpy", record["numpy"]),
        "date": record["date"],
    }


def _execute(
    environment: Environment, case: Case, run: Run, base: dict[str, str], source: str, key: str
) -> dict[str, Any]:
    record: dict[str, Any] = {
        "date": datetime.date.today().isoformat(),
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
        **base,
    }
    try:
        packages = complete(environment, {**run.packages, **run.beside})
    except (NotInstallable, InstallationFailed) as missing:
        lasting = isinstance(missing, NotInstallable)
        return {**record, "packages": run.packages, "code": 1, "printed": "", "why": str(missing), "lasting": lasting}
    folder = environment.work / key
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "script.py").write_text(source, encoding="utf-8")
    command = [str(environment.python), "script.py", *run.arguments]
    try:
        answer = subprocess.run(
            command,
            cwd=folder,
            env=_variables(environment, packages),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=TIMEOUT,
        )
        code, printed = answer.returncode, answer.stdout.decode("utf-8", "replace")
    except subprocess.TimeoutExpired as late:
        code, printed = 124, (late.stdout or b"").decode("utf-8", "replace") + f"\nTimeoutError: over {TIMEOUT} s"
    shutil.rmtree(folder, ignore_errors=True)
    return {**record, "packages": packages, "code": code, "printed": printed}
