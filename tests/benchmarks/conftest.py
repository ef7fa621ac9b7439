"""Tells at the end of a run how its figures compare with those of an earlier one."""

from __future__ import annotations

import os

import psutil
import pytest

from tests.benchmarks import baseline

_FIGURES = pytest.StashKey[baseline.Figures]()


@pytest.fixture
def figure(pytestconfig: pytest.Config) -> baseline.Figures:
    """To be called with each figure that is measured: name, value, unit, and `higher=True` where more is better."""
    return pytestconfig.stash.setdefault(_FIGURES, baseline.load())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    figures = config.stash.get(_FIGURES, None)
    if figures is None:
        return
    terminalreporter.section(f"{figures.machine}, load {psutil.getloadavg()[0]:.1f}")
    for regression, line in figures.report():
        terminalreporter.line(f"REGRESSION {line}" if regression else line, red=regression)
    if os.environ.get("AUDIOSEP_BASELINE") == "update":
        baseline.keep(figures)
        terminalreporter.line(f"kept in {baseline.STORED.name}")
