"""`python -m installer.smoke [FOLDER_OR_ARCHIVE] [--picture FILE]`; without a program it makes one first."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from installer.frozen.build import DIST, build
from installer.packages.facts import ROOT

TRIED = "tests/e2e/test_frozen_program.py"


def main() -> int:
    """Try it; returns pytest's exit status, or that of the build."""
    parser = argparse.ArgumentParser(prog="python -m installer.smoke", description=__doc__)
    parser.add_argument("program", type=Path, nargs="?", help="the folder `audiosep`, or an archive that holds it")
    parser.add_argument("--torch", default="torch", help="for the build: as `python -m installer.frozen` takes it")
    parser.add_argument("--picture", type=Path, help="where a picture of the window goes")
    chosen = parser.parse_args()
    program = chosen.program
    if program is None:
        status = build(DIST, chosen.torch)
        if status:
            return status
        program = DIST / "audiosep"
    variables = {"AUDIOSEP_FROZEN": str(program.resolve()), "QT_QPA_PLATFORM": "offscreen"}
    if chosen.picture:
        variables["AUDIOSEP_SMOKE_PICTURE"] = str(chosen.picture.resolve())
    command = [sys.executable, "-m", "pytest", TRIED, "-m", "slow", "-s", "-v"]
    return subprocess.run(command, cwd=ROOT, env=os.environ | variables, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
