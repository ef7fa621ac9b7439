"""`python -m installer.frozen`: makes the frozen program, from an environment of its own, in build/dist/audiosep."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from installer.frozen.build import DIST, build


def main() -> None:
    """Make it, or say what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m installer.frozen", description=__doc__)
    parser.add_argument("--torch", default="torch", help="PyTorch's CPU wheel, or what pip is to install (%(default)s)")
    parser.add_argument("--index", help="where pip is to look for PyTorch besides")
    parser.add_argument("--to", type=Path, default=DIST, help="where the folder `audiosep` goes (%(default)s)")
    parser.add_argument("--fresh", action="store_true", help="make the environment anew")
    chosen = parser.parse_args()
    sys.exit(build(chosen.to, chosen.torch, chosen.index, fresh=chosen.fresh))


if __name__ == "__main__":
    main()
