"""Takes the pictures in docs/images from the real window with the real starter: `python docs/screenshots.py`.

Each theme and each scale is a process of its own. docs/images keeps what some page shows; `--into FOLDER` puts every
state there. `--only dark-1` (theme, scale) takes one round. The screen of `offscreen` has 800 x 800 points: for 200 %
use a real one, `Xvfb :75 -screen 0 3840x2160x24 & DISPLAY=:75 QT_QPA_PLATFORM=xcb python docs/screenshots.py`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
ROUNDS = ("dark-1", "light-1", "dark-2", "light-2")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=IMAGES)
    parser.add_argument("--only", choices=ROUNDS, action="append")
    arguments = parser.parse_args()
    failed = 0
    for name in arguments.only or ROUNDS:
        theme, scale = name.split("-")
        with tempfile.TemporaryDirectory() as home:
            environment = {
                "QT_QPA_PLATFORM": "offscreen",
                **os.environ,
                "QT_SCALE_FACTOR": scale,
                "AUDIOSEP_HOME": home,
                "PYTHONPATH": str(ROOT),
            }
            command = [sys.executable, "-m", "docs.pictures", theme, scale, str(arguments.into.absolute())]
            failed |= subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
