"""Reading what a run printed."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from runner import outcome  # noqa: E402

TRACEBACK = """Some warning first
Traceback (most recent call last):
  File "/somewhere/deep/cache/packages/peft-0.14.0/peft/__init__.py", line 17, in <module>
    from .auto import x
ImportError: cannot import name 'Thing' from 'transformers' (/somewhere/deep/packages/transformers-4.42.4/transformers/__init__.py)
"""


class Exceptions(unittest.TestCase):
    def test_the_last_exception_line_without_the_machine(self):
        told = outcome.exception(TRACEBACK)
        self.assertEqual(told, "ImportError: cannot import name 'Thing' from 'transformers' (…/transformers/__init__.py)")

    def test_the_last_of_two_chained_exceptions(self):
        text = "KeyError: 'a'\n\nDuring handling of the above exception\n\nValueError: told to the user\n  more of it\n"
        self.assertEqual(outcome.exception(text), "ValueError: told to the user\n  more of it")

    def test_a_dotted_class(self):
        self.assertEqual(outcome.exception("x\nlib.errors.HubError: gone\n"), "lib.errors.HubError: gone")

    def test_the_last_line_where_there_is_no_exception(self):
        self.assertEqual(outcome.exception("one\n\ntwo\n\n"), "two")
        self.assertEqual(outcome.exception(""), "")

    def test_paths_of_windows_and_addresses(self):
        self.assertEqual(outcome.scrub(r"(C:\Users\me\lib\x\__init__.py)"), "(…/x/__init__.py)")
        self.assertEqual(outcome.scrub("see https://example.org/a/b/c"), "see https://example.org/a/b/c")
        self.assertEqual(outcome.scrub("1/2 and a/b"), "1/2 and a/b")


class Judging(unittest.TestCase):
    def test_the_fault_wins_over_the_exit_code(self):
        self.assertEqual(outcome.judge("a\nthe fault, told\nb", 0, "the fault", None), (outcome.REPRODUCED, "the fault, told"))

    def test_another_failure_is_not_the_fault(self):
        self.assertEqual(outcome.judge("TypeError: other", 1, "the fault", None), (outcome.OTHER, "TypeError: other"))
        self.assertEqual(outcome.judge("TypeError: other", 1, "the fault", "other")[0], outcome.ANTICIPATED)

    def test_a_clean_end(self):
        self.assertEqual(outcome.judge("fine", 0, "the fault", None), (outcome.WORKS, ""))

    def test_nothing_expected_matches_nothing(self):
        self.assertEqual(outcome.judge("fine", 0, "", None), (outcome.WORKS, ""))

    def test_a_match_over_two_lines(self):
        told = outcome.matching_line("x\nupper half\nlower half, and on\ny", r"upper half\n\s*lower half")
        self.assertEqual(told, "upper half\nlower half, and on")

    def test_sides(self):
        self.assertTrue(outcome.agrees("inside", outcome.REPRODUCED))
        self.assertFalse(outcome.agrees("inside", outcome.WORKS))
        self.assertFalse(outcome.agrees("inside", outcome.ANTICIPATED))
        self.assertTrue(outcome.agrees("outside", outcome.WORKS))
        self.assertTrue(outcome.agrees("outside", outcome.ANTICIPATED))
        self.assertFalse(outcome.agrees("outside", outcome.REPRODUCED))
        self.assertFalse(outcome.agrees("outside", outcome.OTHER))
        self.assertIsNone(outcome.agrees(None, outcome.OTHER))
        self.assertIsNone(outcome.agrees("inside", outcome.NOT_INSTALLABLE))


class Measured(unittest.TestCase):
    def test_the_last_result_line(self):
        self.assertEqual(outcome.measured('RESULT {"a": 1}\nx\nRESULT {"a": 2}\n'), {"a": 2})
        self.assertIsNone(outcome.measured("no result"))


if __name__ == "__main__":
    unittest.main()
