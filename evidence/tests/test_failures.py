"""Runs that end without a result: pip that fails, and processes that are killed."""

import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

try:
    from runner import execute as module
except ModuleNotFoundError as missing:  # packaging comes with the environment that run.py makes
    raise unittest.SkipTest(f"{missing.name} is not installed") from missing
from runner import outcome  # noqa: E402
from runner.case import Case, inside  # noqa: E402
from runner.environment import Environment, InstallationFailed, NotInstallable, failure  # noqa: E402

ABSENT = "ERROR: No matching distribution found for peft==9.9.9"
OTHER_PYTHON = "ERROR: Package 'x' requires a different Python: 3.11.7 not in '<3.10'"
OFFLINE = "WARNING: Retrying\nERROR: Could not install packages due to an OSError: timed out\n"
CASE = Case(id="case", hazard="some-hazard", claim="", script="import os\nos.kill(os.getpid(), 9)\n", runs=())


class Pip(unittest.TestCase):
    def test_only_a_release_that_is_not_there_is_not_installable(self):
        self.assertIsInstance(failure("peft==9.9.9", ABSENT), NotInstallable)
        self.assertIsInstance(failure("x==1", OTHER_PYTHON), NotInstallable)
        self.assertIsInstance(failure("x==1", OFFLINE), InstallationFailed)
        self.assertIsInstance(failure("x==1", ""), InstallationFailed)


class Runs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.environment = Environment(Path(folder.name))
        self.environment.python = Path(sys.executable)

    def run_case(self, complete):
        base = {"torch": "1", "numpy": "1"}
        with mock.patch.object(module, "complete", complete):
            return module.execute(self.environment, CASE, inside({"a": "1"}), base, False)

    def test_a_failure_of_pip_is_tried_again(self):
        offline = mock.Mock(side_effect=InstallationFailed("a==1: timed out"))
        record = self.run_case(offline)
        self.assertEqual((record["outcome"], record["agrees"]), (outcome.NOT_INSTALLED, None))
        self.run_case(offline)
        self.assertEqual(offline.call_count, 2)

    def test_a_release_that_is_not_there_is_remembered(self):
        absent = mock.Mock(side_effect=NotInstallable("a==1"))
        self.run_case(absent)
        self.assertEqual(self.run_case(absent)["outcome"], outcome.NOT_INSTALLABLE)
        self.assertEqual(absent.call_count, 1)

    @unittest.skipIf(sys.platform == "win32", "signals are another matter there")
    def test_a_process_that_is_killed_is_another_failure(self):
        record = self.run_case(lambda environment, packages: packages)
        self.assertEqual((record["outcome"], record["agrees"]), (outcome.OTHER, False))
        self.assertIn("SIGKILL", record["message"])


if __name__ == "__main__":
    unittest.main()
