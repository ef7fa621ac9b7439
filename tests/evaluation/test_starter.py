"""The shipped starter, through the public call, on recordings that it was not trained on."""

from __future__ import annotations

from pathlib import Path

import pytest

from audiosep_core import Separator
from audiosep_core.evaluation.evaluate import evaluate
from audiosep_core.evaluation.protocols.mini import load
from audiosep_core.evaluation.summary import summary


@pytest.mark.recordings
def test_the_starter_is_clearly_better_than_half_the_mixture(recordings: Path) -> None:
    """The first 60 rows; all 400 and the other lists by `audiosep evaluate` (docs/benchmarks.md)."""
    rows = evaluate(Separator.load("starter", "cpu"), recordings / "benchmark.csv", recordings, limit=60)
    figures = summary(load(recordings / "benchmark.csv", recordings), rows)["0 dB"]
    assert figures["rows"] >= 25
    assert figures["sdri_db_mean"] > 4.0
    assert figures["swap_right"] > 0.8
