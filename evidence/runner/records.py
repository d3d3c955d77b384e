"""The committed results: one JSON file per group of cases, and a summary by hazard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from . import outcome
from .case import INSIDE, OUTSIDE, Case

SUMMARY = "summary.json"
MEASURED = "measured.json"


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def layout(value: Any, indent: int = 0, before: int = 0) -> str:
    """JSON as this repository's formatter leaves it: lists of plain values on one line where they fit in 110 columns.

    indent: of the line that the value starts on; before: columns taken on that line by what stands before the value.
    """
    if isinstance(value, (dict, list)) and value:
        if isinstance(value, list) and not any(isinstance(item, (dict, list)) for item in value):
            line = "[" + ", ".join(json.dumps(item, ensure_ascii=False) for item in value) + "]"
            if indent + before + len(line) + 1 <= 110:
                return line
        inner = " " * (indent + 2)
        if isinstance(value, list):
            parts = [inner + layout(item, indent + 2) for item in value]
        else:
            names = [json.dumps(name, ensure_ascii=False) + ": " for name in value]
            parts = [inner + name + layout(value[key], indent + 2, len(name)) for name, key in zip(names, value)]
        left, right = "{}" if isinstance(value, dict) else "[]"
        return left + "\n" + ",\n".join(parts) + "\n" + " " * indent + right
    return json.dumps(value, ensure_ascii=False)


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(layout(value) + "\n", encoding="utf-8")


def write(folder: Path, case: Case, runs: list[dict[str, Any]]) -> None:
    """Puts the runs of one case into the file of its group, in place of older ones."""
    path = folder / f"{case.group}.json"
    group = _read(path)
    group[case.id] = {
        "hazard": case.hazard,
        "claim": case.claim,
        **({"notes": case.notes} if case.notes else {}),
        **({"turnsOn": list(case.turns_on)} if case.turns_on else {}),
        **({"note": case.note} if case.note else {}),
        "runs": runs,
    }
    _write(path, dict(sorted(group.items())))


def prune(folder: Path, cases: list[Case]) -> None:
    """Takes out of the files of groups what no case stands for any more."""
    ids = {case.id for case in cases}
    for name in sorted({case.group for case in cases}):
        group = _read(folder / f"{name}.json")
        if not set(group) <= ids:
            _write(folder / f"{name}.json", {id: result for id, result in group.items() if id in ids})


def read(folder: Path, cases: list[Case]) -> dict[str, dict[str, Any]]:
    """The written results by case id, in the order of the cases; of cases that still exist."""
    groups = {case.group: _read(folder / f"{case.group}.json") for case in cases}
    return {case.id: groups[case.group][case.id] for case in cases if case.id in groups[case.group]}


def _brief(run: dict[str, Any]) -> dict[str, Any]:
    told = {"packages": run["packages"], "outcome": run["outcome"]}
    if run["arguments"]:
        told["arguments"] = run["arguments"]
    if run["message"]:
        told["message"] = run["message"]
    return told


def summarise(results: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """By hazard id: what was run inside and outside the range, what it printed, and whether the rule agrees.

    `releases` counts distinct releases of the packages that the hazard turns on, companions left out.
    `agrees` is true when the fault showed and every run came out as its side says; what was not installed does not count.
    """
    summary: dict[str, dict[str, Any]] = {}
    for result in results.values():
        hazard = result["hazard"]
        if hazard is None:
            continue
        runs = [run for run in result["runs"] if run["outcome"] not in outcome.NOT_RUN]
        if not runs:
            continue
        entry = summary.setdefault(
            hazard,
            {"ran": True, "releases": set(), "inside": [], "outside": [], "message": "", "agrees": True, "date": ""},
        )
        for run in runs:
            turns_on = result.get("turnsOn") or run["packages"]
            entry["releases"] |= {(name, run["packages"][name]) for name in turns_on if name in run["packages"]}
            if run["side"] in (INSIDE, OUTSIDE):
                entry[run["side"]].append(_brief(run))
            if run["side"] == INSIDE and run["outcome"] == outcome.REPRODUCED and not entry["message"]:
                entry["message"] = run["message"]
            entry["agrees"] = entry["agrees"] and run["agrees"] is not False
            entry["date"] = max(entry["date"], run["date"])
    for entry in summary.values():
        entry["releases"] = len(entry["releases"])
        entry["agrees"] = entry["agrees"] and bool(entry["message"])
    return dict(sorted(summary.items()))


def measured(summary: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What the rules show of themselves: releases tried and the last day, of the hazards whose runs all agree."""
    return {
        hazard: {"releases": entry["releases"], "date": entry["date"]}
        for hazard, entry in summary.items()
        if entry["agrees"]
    }


def write_summary(folder: Path, cases: list[Case]) -> None:
    """Writes `summary.json` and `measured.json` from the results there are."""
    summary = summarise(read(folder, cases))
    _write(folder / SUMMARY, summary)
    _write(folder / MEASURED, measured(summary))
