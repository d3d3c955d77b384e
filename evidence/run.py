#!/usr/bin/env python3
"""Runs the cases on real releases, on the CPU, and writes results/*.json and docs/evidence.md.

    python3 evidence/run.py                      everything that has not been run here yet
    python3 evidence/run.py --only mute-model    one group (a file in cases/)
    python3 evidence/run.py --case ID --again    one case, anew
    python3 evidence/run.py --list               what there is
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from runner.case import Case, load_cases  # noqa: E402
from runner.environment import TORCH, Environment  # noqa: E402


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", metavar="GROUP", help="a file in cases/, such as mute-model")
    parser.add_argument("--case", action="append", metavar="ID", help="one case; can be given more than once")
    parser.add_argument("--again", action="store_true", help="run finished cases anew")
    parser.add_argument("--retry", action="store_true", help="run anew what came out otherwise than the rules say")
    parser.add_argument("--heavy", action="store_true", help="with the cases that install gigabytes of old torch")
    parser.add_argument("--jobs", type=int, choices=(1, 2), default=1, help="runs at a time")
    parser.add_argument("--list", action="store_true", help="list the cases and stop")
    parser.add_argument("--report", action="store_true", help="write the report from the results there are, and stop")
    return parser.parse_args()


def selected(cases: list[Case], asked: argparse.Namespace) -> list[Case]:
    """The cases that the command line asks for. Exits where it names none."""
    chosen = [
        case
        for case in cases
        if (not asked.only or case.group in asked.only)
        and (not asked.case or case.id in asked.case)
        and (asked.heavy or not case.heavy)
    ]
    if not chosen:
        raise SystemExit("no such group or case; --list shows what there is")
    return chosen


def main() -> None:
    asked = arguments()
    cases = load_cases()
    if asked.list:
        for case in cases:
            print(f"{case.group:20} {case.id:45} {len(case.runs):3} runs{'  --heavy' if case.heavy else ''}")
        return

    environment = Environment(HERE / ".cache")
    environment.prepare()
    if Path(sys.prefix).resolve() != (HERE / ".cache" / "venv").resolve():
        os.execv(environment.python, [str(environment.python), *sys.argv])

    if hasattr(os, "nice"):
        os.nice(10)

    from runner import records, report
    from runner.execute import execute

    base = {"torch": TORCH, **environment.versions("numpy")}
    for case in [] if asked.report else selected(cases, asked):

        def one(run, case=case):
            record = execute(environment, case, run, base, asked.again)
            if asked.retry and not asked.again and record["agrees"] is False:
                record = execute(environment, case, run, base, True)
            surprise = "  <-- the rule says otherwise" if record["agrees"] is False else ""
            told = ", ".join(f"{name} {version}" for name, version in run.packages.items())
            print(f"{case.id:38} {run.side or '-':8} {record['outcome']:12} {told} {record['message'][:90]!r}{surprise}")
            sys.stdout.flush()
            return record

        with ThreadPoolExecutor(asked.jobs) as pool:
            records.write(HERE / "results", case, list(pool.map(one, case.runs)))
    records.prune(HERE / "results", cases)
    records.write_summary(HERE / "results", cases)
    report.write(HERE / "results", HERE.parent / "docs" / "evidence.md", cases)


if __name__ == "__main__":
    main()
