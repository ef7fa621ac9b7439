"""Takes the pictures in docs/images from the real window with the real starter: `python docs/screenshots.py`.

Each theme and each scale is a process of its own; PulseAudio gives it a sound output, where there is one. docs/images
keeps what some page shows; `--into FOLDER` puts every state there. `--only dark-1` (theme, scale) takes one round. The
screen of `offscreen` has 800 x 800 points: for 200 % use a real one,
`Xvfb :75 -screen 0 3840x2160x24 & DISPLAY=:75 QT_QPA_PLATFORM=xcb python docs/screenshots.py`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.sound_server import MISSING, pulse_socket, sound_server  # noqa: E402

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
        with ExitStack() as stack:
            home = stack.enter_context(tempfile.TemporaryDirectory())
            sound = {} if MISSING else stack.enter_context(sound_server(48000))
            environment = {
                "QT_QPA_PLATFORM": "offscreen",
                **os.environ,
                **sound,
                **({"PULSE_SERVER": pulse_socket(sound)} if sound else {}),
                "LC_ALL": "en_GB.UTF-8",
                "QT_SCALE_FACTOR": scale,
                "AUDIOSEP_HOME": home,
                "PYTHONPATH": str(ROOT),
            }
            command = [sys.executable, "-m", "docs.pictures", theme, scale, str(arguments.into.absolute())]
            failed |= subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
