"""Reading what a run printed: which line tells, and whether it is the fault under test."""

from __future__ import annotations

import json
import re
from typing import Any, Optional

REPRODUCED = "reproduced"  # the fault under test showed
WORKS = "works"  # the script ended well, without it
ANTICIPATED = "another failure, anticipated"  # another failure that the case names
OTHER = "another failure"  # a failure that no case names
NOT_INSTALLABLE = "not installable"  # there is no such release, or none for this Python
NOT_INSTALLED = "not installed"  # pip failed this time
NOT_RUN = (NOT_INSTALLABLE, NOT_INSTALLED)

RESULT = "RESULT "
_HEADER = re.compile(r"^[A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt)\b.{0,2000}$")
_PATH = re.compile(r"(?<![\w.:/])(?:[A-Za-z]:)?[/\\][\w.+~@-]+(?:[/\\][\w.+~@-]+){1,30}")
_LONGEST = 400


def _shortened(found: re.Match[str]) -> str:
    parts = re.split(r"[/\\]", found.group())[-2:]
    # the folder of a run is this machine's business
    return "…/" + "/".join(part for part in parts if part != "work")


def scrub(text: str) -> str:
    """The text with absolute paths cut down to their last two parts, so that no machine shows in it."""
    return _PATH.sub(_shortened, text)


def exception(output: str) -> str:
    """The last exception of a traceback with its continuation lines, or the last line, or ''."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    for index in range(len(lines) - 1, -1, -1):
        if _HEADER.match(lines[index]):
            return scrub("\n".join(lines[index : index + 4]))[:_LONGEST]
    return scrub(lines[-1])[:_LONGEST] if lines else ""


def matching_line(output: str, pattern: str) -> Optional[str]:
    """The last lines of the output that a pattern matched, scrubbed, or None."""
    found = None
    for found in re.finditer(pattern, output):
        pass
    if found is None:
        return None
    start = output.rfind("\n", 0, found.start()) + 1
    end = output.find("\n", found.end())
    matched = output[start : end if end >= 0 else len(output)].strip().splitlines()
    return scrub("\n".join(matched[-2:]))[:_LONGEST]


def measured(output: str) -> Optional[dict[str, Any]]:
    """What a probe measured: the JSON of its last `RESULT` line, or None."""
    for line in reversed(output.splitlines()):
        if line.startswith(RESULT):
            return json.loads(line[len(RESULT) :])
    return None


def judge(output: str, code: int, expect: str, instead: Optional[str]) -> tuple[str, str]:
    """The outcome of a run and the line that tells.

    output: what it printed on both streams; code: its exit code; expect and instead: see `case.py`.
    """
    if expect:
        line = matching_line(output, expect)
        if line is not None:
            return REPRODUCED, line
    if instead:
        line = matching_line(output, instead)
        if line is not None:
            return ANTICIPATED, line
    if code == 0:
        return WORKS, ""
    return OTHER, exception(output)


def agrees(side: Optional[str], outcome: str) -> Optional[bool]:
    """Whether an outcome is what its side says; None where nothing could be asked."""
    if side is None or outcome in NOT_RUN:
        return None
    if side == "inside":
        return outcome == REPRODUCED
    return outcome in (WORKS, ANTICIPATED)
