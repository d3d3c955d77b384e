"""The readable report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import records
from .case import Case


def write(folder: Path, target: Path, cases: list[Case]) -> None:
    """Writes docs/evidence.md from the results there are."""
