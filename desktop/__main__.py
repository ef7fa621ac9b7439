"""Start of the program: `python -m desktop [FILE…]` or `audiosep-desktop [FILE…]`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the window until it is closed."""
    from desktop.app import run

    sys.exit(run(sys.argv))


if __name__ == "__main__":
    main()
