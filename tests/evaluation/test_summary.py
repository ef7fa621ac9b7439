from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from audiosep_core.errors import AudioSepError
from audiosep_core.evaluation.aggregation import Aggregation
from audiosep_core.evaluation.evaluate import run
from audiosep_core.evaluation.protocol import limited
from audiosep_core.evaluation.protocols import mini
from audiosep_core.evaluation.summary import by_class, differences, worst_first
from tests.evaluation.made_sets import Notch, Share

CLASSES = ["a", "a", "a", "b"]
VALUES = np.array([0.0, 1.0, 8.0, 20.0])


@pytest.mark.parametrize(("per_class", "expected"), [(None, 7.25), ("mean", 11.5), ("median", 10.5)])
def test_the_three_aggregations_differ(per_class, expected: float) -> None:
    assert Aggregation(per_class).value(VALUES, CLASSES) == pytest.approx(expected)
    low, high = Aggregation(per_class).interval(VALUES, CLASSES, seed=0)
    assert low <= expected <= high
    assert Aggregation(per_class).interval(VALUES, CLASSES, seed=0) == (low, high)


def test_what_is_no_number_is_left_out_of_its_class() -> None:
    values = np.array([np.nan, 1.0, 3.0, np.nan])
    assert Aggregation("median").value(values, CLASSES) == 2.0
    assert Aggregation().value(values, CLASSES) == 2.0
    assert np.isnan(Aggregation("mean").value(np.full(4, np.nan), CLASSES))


def test_classes_and_items_come_worst_first_and_none_is_hidden(sines: Path) -> None:
    protocol = mini.load(sines / "benchmark.csv", sines)
    rows = run(Notch("x"), protocol)
    assert {row.label for row in rows} == {one.label for one in by_class(protocol, rows)}
    half = run(Share(0.5), protocol)
    ranked = worst_first(protocol, half)
    assert [row.index for row in ranked][-1] == 1  # at -5 dB half the mixture gains most
    values = [row.sdri_db for row in ranked if row.sdri_db is not None]
    assert values == sorted(values)
    assert len(ranked) == len(rows)


def test_of_an_absent_sound_the_worst_is_what_is_loudest(sines: Path) -> None:
    assert mini.load(sines / "absent.csv", sines).worst == "highest"


def test_differences_are_paired_and_a_gain_is_not_told_twice(sines: Path) -> None:
    protocol = mini.load(sines / "benchmark.csv", sines)
    half, third = run(Share(0.5), protocol), run(Share(1 / 3), protocol)
    found = {(one.group, one.figure): one for one in differences(protocol, half, third, ("half", "third"))}
    assert {figure for _, figure in found} == {"sdri_db", "si_sdr_db", "swap_right"}
    # At 0 dB: half leaves 1/2 of the power as error, a third leaves 5/9.
    at_zero = found["0 dB", "sdri_db"]
    assert at_zero.mean == pytest.approx(10 * np.log10(10 / 9), abs=1e-4)
    assert at_zero.rows == 2
    assert at_zero.higher == 1.0
    assert at_zero.interval[0] > 0
    assert found["0 dB", "si_sdr_db"].mean == pytest.approx(0.0, abs=1e-4)


def test_other_items_are_not_compared(sines: Path) -> None:
    protocol = mini.load(sines / "benchmark.csv", sines)
    rows = run(Share(0.5), protocol)
    with pytest.raises(AudioSepError, match="not judged on the same items"):
        differences(protocol, rows, rows[:2], ("one", "other"))


def test_a_rehearsal_says_that_it_is_one(sines: Path) -> None:
    protocol = mini.load(sines / "benchmark.csv", sines)
    assert limited(protocol, 3) is protocol
    short = limited(protocol, 2)
    assert len(run(Share(0.5), short)) == 2
    assert "first 2 of 3" in short.warnings[-1]
