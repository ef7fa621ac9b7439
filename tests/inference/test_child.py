from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.inference.child import child_environment, python_module


@pytest.mark.reliability
@pytest.mark.parametrize("path", ["", os.pathsep, f"elsewhere{os.pathsep}", f"{os.pathsep}elsewhere"])
def test_children_find_the_packages_from_anywhere_and_nothing_beside_the_recording(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv("PYTHONPATH", path)
    for name in ("json", "torch"):
        (tmp_path / f"{name}.py").write_text("raise RuntimeError('the wrong one')")
    code = """
import importlib.util, json, audiosep_core.protocol as p
print(p.__file__, importlib.util.find_spec("torch").origin, sep="\\n")
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=child_environment(), capture_output=True, text=True, check=True
    )
    ours, torch = map(Path, done.stdout.splitlines())
    assert ours == Path(__file__).parents[2] / "audiosep_core" / "protocol.py"
    assert tmp_path not in torch.parents


def test_what_was_on_the_path_stays_behind_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    path = child_environment()["PYTHONPATH"].split(os.pathsep)
    assert path == [str(Path(__file__).resolve().parents[2]), "elsewhere"]


def test_modules_run_in_this_interpreter() -> None:
    assert python_module("audiosep_core.engine.process") == [sys.executable, "-m", "audiosep_core.engine.process"]


@pytest.mark.parametrize("suffix", ["", ".exe"])
def test_a_frozen_window_runs_them_in_the_twin_that_has_a_console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / f"audiosep-desktop{suffix}"))
    assert python_module("audiosep_core.audio.process") == [
        str(tmp_path / f"audiosep{suffix}"),
        "--module",
        "audiosep_core.audio.process",
    ]
