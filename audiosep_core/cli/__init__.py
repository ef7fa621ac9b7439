"""The command line `audiosep`: a stable contract for scripts and bug reports.

Exit codes: 0 done, 1 an error a person can read (on stderr, or as JSON with --json), 2 usage, 130 Ctrl+C.
"""

from audiosep_core.cli import (
    average,
    batch,
    calibrate,
    evaluate,
    evaluate_hearing,
    find,
    info,
    made,
    models,
    separate,
    suggest,
    train,
    train_hearing,
    words,
)
from audiosep_core.cli.app import app

app.info.help = __doc__

__all__ = [
    "app",
    "average",
    "batch",
    "calibrate",
    "evaluate",
    "evaluate_hearing",
    "find",
    "info",
    "made",
    "models",
    "separate",
    "suggest",
    "train",
    "train_hearing",
    "words",
]
