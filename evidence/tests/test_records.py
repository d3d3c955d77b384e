"""Summaries, the report's tables, and what may stand in the committed results."""

import json
import re
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

from runner import outcome, records, report  # noqa: E402
from runner.case import load_cases  # noqa: E402


def run(side, told, packages, day="2026-01-01", message=""):
    return {
        "side": side,
        "packages": packages,
        "arguments": [],
        "outcome": told,
        "message": message,
        "agrees": outcome.agrees(side, told),
        "date": day,
    }


class Summary(unittest.TestCase):
    def summary(self, *runs):
        return records.summarise({"case": {"hazard": "some-hazard", "claim": "", "runs": list(runs)}})

    def test_counts_distinct_releases_and_keeps_the_first_message(self):
        entry = self.summary(
            run("inside", outcome.REPRODUCED, {"a": "1", "b": "2"}, message="told"),
            run("outside", outcome.WORKS, {"a": "1", "b": "3"}, day="2026-01-03"),
        )["some-hazard"]
        self.assertEqual((entry["releases"], entry["message"], entry["date"]), (3, "told", "2026-01-03"))
        self.assertTrue(entry["agrees"])
        self.assertEqual(entry["outside"], [{"packages": {"a": "1", "b": "3"}, "outcome": "works"}])

    def test_one_surprise_is_a_disagreement(self):
        entry = self.summary(
            run("inside", outcome.REPRODUCED, {"a": "1"}), run("outside", outcome.REPRODUCED, {"a": "2"})
        )
        self.assertFalse(entry["some-hazard"]["agrees"])

    def test_what_could_not_be_installed_was_not_run(self):
        self.assertEqual(self.summary(run("inside", outcome.NOT_INSTALLABLE, {"a": "1"})), {})
        self.assertEqual(self.summary(run("inside", outcome.NOT_INSTALLED, {"a": "1"})), {})

    def test_releases_are_those_of_the_packages_it_turns_on(self):
        runs = [run("inside", outcome.REPRODUCED, {"a": "1", "b": b}, message="told") for b in ("2", "3", "4")]
        result = {"hazard": "some-hazard", "claim": "", "turnsOn": ["a"], "runs": runs}
        self.assertEqual(records.summarise({"case": result})["some-hazard"]["releases"], 1)

    def test_measured_is_what_agrees_and_showed(self):
        told = run("inside", outcome.REPRODUCED, {"a": "1"}, message="told")
        apart = [run("outside", outcome.WORKS, {"a": "2"}, day="2026-01-02")]
        self.assertEqual(
            records.measured(self.summary(told, *apart)), {"some-hazard": {"releases": 2, "date": "2026-01-02"}}
        )
        self.assertEqual(records.measured(self.summary(*apart)), {})
        self.assertEqual(records.measured(self.summary(told, run("outside", outcome.OTHER, {"a": "2"}))), {})


class Layout(unittest.TestCase):
    def test_is_json_with_short_lists_on_one_line(self):
        value = {"a": [1, "x"], "b": [], "c": {}, "d": [{"e": None}], "f": ["y" * 120]}
        text = records.layout(value)
        self.assertEqual(json.loads(text), value)
        self.assertIn('  "a": [1, "x"],\n  "b": [],\n', text)
        self.assertIn('  "f": [\n    "y', text)


class Tables(unittest.TestCase):
    def test_columns_are_padded_and_bars_escaped(self):
        text = report.table(["a", "long head"], [["x|y", "z"]])
        self.assertEqual(text, "| a    | long head |\n| ---- | --------- |\n| x\\|y | z         |")


class Committed(unittest.TestCase):
    def test_cases_load_and_their_patterns_compile(self):
        for case in load_cases():
            re.compile(case.expect)
            for each in case.runs:
                re.compile(each.instead or "")

    def test_no_machine_shows_in_the_results(self):
        for path in (HERE / "results").glob("*.json"):
            text = path.read_text(encoding="utf-8")
            json.loads(text)
            self.assertIsNone(re.search(r'["( ](?:/root|/home|/work|/tmp|/usr|/Users|[A-Z]:\\\\)', text), path.name)


if __name__ == "__main__":
    unittest.main()
