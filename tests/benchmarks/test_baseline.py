"""Figures are compared with those of such a machine, and kept when asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks import baseline
from tests.benchmarks.baseline import Figures

THEN = {"value": 10.0, "unit": "s", "measured": "2026-01-01", "load": 0.0}


def figures(machine: str = "mine") -> Figures:
    return Figures(machine, {"mine": {"opening": dict(THEN), "speed": dict(THEN)}})


def test_slower_is_worse_and_called_a_regression_from_a_fifth_on() -> None:
    run = figures()
    for seconds in (11.0, 12.5, 5.0):
        run("opening", seconds, "s")
    (slower, first), (regression, second), (better, third) = run.report()
    assert (slower, regression, better) == (False, True, False)
    assert "10% worse than 10" in first
    assert "25% worse than 10" in second
    assert "50% better than 10" in third


def test_of_what_is_better_high_less_is_worse() -> None:
    run = figures()
    run("speed", 5.0, "x real time", higher=True)
    [(regression, line)] = run.report()
    assert regression
    assert "100% worse than 10" in line


def test_another_machine_is_no_comparison() -> None:
    run = figures("another")
    run("opening", 100.0, "s")
    assert list(run.report()) == [(False, "opening: 100 s, the first on such a machine")]


def test_a_processor_without_bfloat16_is_another_machine() -> None:
    old, new = (f"processor : 0\nmodel name\t: AMD EPYC\nflags\t\t: fpu {flag}\n" for flag in ("avx2", "avx512_bf16"))
    assert baseline.processor(old) == "AMD EPYC without bfloat16"
    assert baseline.processor(new) == "AMD EPYC"
    assert baseline.processor("processor : 0\nCPU part : 0xd0c\n") == ""


def test_a_run_that_is_kept_leaves_the_other_figures_and_machines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(baseline, "STORED", tmp_path / "baseline.json")
    run = figures("another")
    run("opening", 3.0, "s")
    baseline.keep(run)
    kept = json.loads(baseline.STORED.read_text("utf-8"))
    assert kept["mine"]["speed"]["value"] == 10.0
    assert kept["another"]["opening"]["value"] == 3.0
    assert baseline.load().kept == kept


def test_what_is_kept_can_be_compared_with() -> None:
    for figures in baseline.load().kept.values():
        for facts in figures.values():
            assert facts["value"] > 0
            assert set(facts) == {"value", "unit", "measured", "load"}
