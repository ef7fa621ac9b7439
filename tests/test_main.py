"""Ctrl+C while the program is still loading, in the real process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest
import soundfile

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.skipif(os.name == "nt", reason="a signal to one process is POSIX")
@pytest.mark.parametrize(("sign", "never"), [("rich.", "torch"), ("torch.", "audiosep_core.engine.files")])
def test_ctrl_c_while_loading_ends_at_once_without_a_word(
    tiny_model: Path, tmp_path: Path, sign: str, never: str
) -> None:
    """Python tells every module as it is imported; the press comes after the first of `sign`, `never` must not load."""
    soundfile.write(tmp_path / "a.wav", np.ones(8_000) / 2, 8_000)
    command = ["separate", "a.wav", "-p", "dog", "--json", "--model", str(tiny_model), "-o", "out"]
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "audiosep_core", *command],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=tmp_path,
    )  # fmt: skip
    assert process.stderr is not None
    assert process.stdout is not None
    with process.stderr, process.stdout:
        for line in process.stderr:
            if line.split("|")[-1].strip().startswith(sign):
                break
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read().splitlines()
        assert process.wait(60) == 130
        assert process.stdout.read() == ""
    assert [line for line in rest if not line.startswith("import time:")] == []
    assert not any(line.split("|")[-1].strip() == never for line in rest)
    assert not (tmp_path / "out").exists()


def test_the_console_script_is_this_entry() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts == {"audiosep": "audiosep_core.__main__:main"}
