"""`python -m audiosep_core` and the console script `audiosep` are the command line.

This module imports next to nothing: what Ctrl+C does is settled before the seconds that the imports take.
"""

from __future__ import annotations

import os
import signal


def main() -> None:
    """Run the command line. Until it writes something, Ctrl+C ends the process at once and without a word."""
    # Not an exception: in the midst of torch's import that is a traceback, or is swallowed.
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    from audiosep_core.cli import app

    app()


if __name__ == "__main__":
    main()
