"""Runs `train_lora` once for each dtype of the base that is named, in one process: that spares the slow imports.

Prints what each prints, and `RESULT` with what each measured, by dtype.
"""

import contextlib
import io
import json
import runpy
import sys

measured = {}
for base in sys.argv[1:]:
    sys.argv = ["train_lora.py", "--base", base]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        runpy.run_module("train_lora", run_name="__main__")
    lines = printed.getvalue().splitlines()
    measured[base] = json.loads(next(line for line in lines if line.startswith("RESULT "))[len("RESULT ") :])
    print("\n".join(line for line in lines if not line.startswith("RESULT ")), flush=True)
print("RESULT " + json.dumps(measured))
