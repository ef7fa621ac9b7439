"""The command line `audiosep`, a file a command: it reads options, prints, and leaves the work to the rooms below.

It may not become a library: what other programs call from Python lies below it, in `engine`, `batch` and `evaluation`.
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
