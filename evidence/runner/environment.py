"""The base environment with torch, and one folder per release of everything else, put in front of it."""

from __future__ import annotations

import subprocess
import sys
import threading
from importlib.metadata import PathDistribution
from pathlib import Path

TORCH = "2.13.0"

# Packages that no case is about. Those are installed once, whatever release the index has.
LEAVES = (
    "numpy<3 packaging regex requests pyyaml tqdm psutil filelock httpx typer hf-xet dill multiprocess xxhash "
    "pandas pyarrow aiohttp jinja2 rich tyro sentencepiece protobuf setuptools<81 pytz python-dateutil pyarrow-hotfix"
).split()


# What pip says of a release that is not there, or not for this Python. Anything else may go well the next time.
NO_SUCH_RELEASE = ("No matching distribution", "requires a different Python")


class NotInstallable(Exception):
    """The index has no such release, or none for this Python."""


class InstallationFailed(Exception):
    """pip failed for a reason that says nothing of the release: the network, a full disk."""


def failure(release: str, printed: str) -> NotInstallable | InstallationFailed:
    """The exception for what pip printed when it could not install a release, such as `peft==0.9.0`."""
    if any(words in printed for words in NO_SUCH_RELEASE):
        return NotInstallable(release)
    lines = [line for line in printed.splitlines() if line.strip()]
    return InstallationFailed(f"{release}: {lines[-1] if lines else 'pip said nothing'}")


class Environment:
    """Installs into a git-ignored cache folder and answers with paths in it.

    `cache` holds `venv/` (torch and leaves), `packages/NAME-VERSION/` (one release each) and `runs/` (finished runs).
    """

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self._one_at_a_time = threading.Lock()
        self.packages = cache / "packages"
        self.runs = cache / "runs"
        self.work = cache / "work"
        for folder in (self.packages, self.runs, self.work):
            folder.mkdir(parents=True, exist_ok=True)
        scripts = "Scripts" if sys.platform == "win32" else "bin"
        self.python = cache / "venv" / scripts / "python"

    def prepare(self) -> None:
        """Makes the base environment unless it is there. Raises CalledProcessError when pip fails."""
        ready = self.cache / "venv" / "ready"
        installed = "\n".join([f"torch=={TORCH}", *LEAVES])
        if ready.exists() and ready.read_text() == installed:
            return
        if not self.python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(self.cache / "venv")], check=True)
        pip = [str(self.python), "-m", "pip", "install", "--quiet"]
        # pip's own settings say where torch comes from, so that a CPU build can be preferred (see docs/evidence.md).
        subprocess.run([*pip, f"torch=={TORCH}", *LEAVES], check=True)
        ready.write_text(installed)

    def install(self, name: str, version: str) -> Path:
        """The folder of one release, installed without its dependencies. Raises NotInstallable, InstallationFailed."""
        with self._one_at_a_time:
            return self._install(name, version)

    def _install(self, name: str, version: str) -> Path:
        folder = self.packages / f"{name}-{version}"
        done = folder / ".installed"
        if done.exists():
            return folder
        command = [str(self.python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--upgrade"]
        answer = subprocess.run(
            [*command, "--target", str(folder), f"{name}=={version}"], capture_output=True, text=True
        )
        if answer.returncode:
            raise failure(f"{name}=={version}", answer.stderr + answer.stdout)
        done.touch()
        return folder

    def requirements(self, name: str, version: str) -> list[str]:
        """The `Requires-Dist` lines of an installed release."""
        folder = self.packages / f"{name}-{version}"
        for information in folder.glob("*.dist-info"):
            return PathDistribution(information).requires or []
        return []

    def versions(self, *names: str) -> dict[str, str]:
        """Releases in the base environment, by distribution name."""
        code = "import importlib.metadata as m, sys; print('\\n'.join(m.version(n) for n in sys.argv[1:]))"
        answer = subprocess.run([str(self.python), "-c", code, *names], capture_output=True, text=True, check=True)
        return dict(zip(names, answer.stdout.split()))
