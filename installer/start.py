"""Checks that this Python will do, then hands over to bootstrap.py. Kept to words that every Python 3 can read."""

import os
import sys

# The folder above, so that this folder is the package `installer`.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from installer.start_limits import refusal  # noqa: E402

refused = refusal(sys.version_info[:2])
if refused:
    sys.exit(refused)

from installer.bootstrap import main  # noqa: E402

sys.exit(main(sys.argv[1:]))
