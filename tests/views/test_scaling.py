"""The window on screens of every kind: 100 to 200 %, dark and light."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("scaled_window.py")


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_nothing_is_cut_off_at_any_scale(recording: Path, tmp_path: Path, scale: float, theme: str) -> None:
    home = tmp_path / "home"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
    environment |= {"AUDIOSEP_HOME": str(home), "PYTHONWARNINGS": "error"}
    command = [sys.executable, str(SCRIPT), theme, str(recording), str(home)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout.splitlines()[-1])
    assert told["size"] == [round(1024 * scale), round(640 * scale)], "drawn in the screen's own pixels"
    assert told["cut"] == []
    assert told["outside"] == []
    assert (told["light"] > 128) == (theme == "light")
