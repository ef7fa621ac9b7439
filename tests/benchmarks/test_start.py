"""How long the window's own modules keep a start waiting, beside the libraries that it shows itself with."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.benchmarks.baseline import Figures

LIBRARIES = "PySide6.QtWidgets, PySide6.QtMultimedia, PySide6.QtSvg, numpy, soundfile"
GOAL = 3.7


def cpu_s(names: str) -> float:
    """Processor time of a process that imports `names`, the best of five."""
    code = f"import {names}, time; print(time.process_time())"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(5)]
    return min(float(done.stdout) for done in runs)


@pytest.mark.benchmark
def test_the_window_is_imported_little_slower_than_its_libraries(figure: Figures) -> None:
    libraries, window = cpu_s(LIBRARIES), cpu_s("desktop.app")
    print(f"window {window:.2f} s, its libraries alone {libraries:.2f} s")
    figure("import of the window", window / libraries, "x its libraries", higher=False)
    assert window < GOAL * libraries
