"""Companions of the packages that a case names."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

try:
    from runner import companions
except ModuleNotFoundError as missing:  # packaging comes with the environment that run.py makes
    raise unittest.SkipTest(f"{missing.name} is not installed") from missing


class Companions(unittest.TestCase):
    def test_the_newest_that_fits(self):
        self.assertEqual(companions.choose("tokenizers", {}, ["tokenizers<0.19,>=0.14"]), "0.15.2")
        self.assertEqual(companions.choose("numpy", {}, ["numpy<2.0,>=1.17"]), "1.26.4")

    def test_optional_bounds_count(self):
        wanted = ['accelerate<0.30 ; extra == "torch"', 'accelerate<0.1 ; extra == "other"']
        self.assertEqual(companions.choose("accelerate", {}, wanted), "0.28.0")

    def test_pairs_known_to_fail_are_avoided(self):
        self.assertEqual(companions.choose("accelerate", {"transformers": "4.38.2"}, []), "0.34.2")

    def test_what_is_wanted(self):
        wanted = companions.wanted(["tokenizers>=0.14", "filelock", 'datasets ; extra == "dev"'], {"transformers": "4.38.2"})
        self.assertEqual(wanted, ["accelerate", "tokenizers"])
        self.assertEqual(companions.wanted([], {"transformers": "4.38.2", "accelerate": "0.28.0"}), [])


if __name__ == "__main__":
    unittest.main()
