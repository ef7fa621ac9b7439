"""Checks that this Python will do, then hands over to bootstrap.py. Kept to words that every Python 3 can read."""

import os
import sys

OLDEST = (3, 11)
NEWEST = (3, 13)

if not OLDEST <= sys.version_info[:2] <= NEWEST:
    sys.exit(
        "AudioSep Desktop needs Python 3.11, 3.12 or 3.13, and this is Python %d.%d. "  # noqa: UP031
        "Install one of these and run the same command again." % sys.version_info[:2]
    )

# The folder above, so that this folder is the package `installer`.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from installer.bootstrap import main  # noqa: E402

sys.exit(main(sys.argv[1:]))
