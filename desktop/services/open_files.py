"""How many files the program may have open: every stem that is seen, or that undo can bring back, takes three."""

from __future__ import annotations

import sys

ENOUGH = 8192


def allow_many_files() -> None:
    """Raise the soft limit of this process, often 1024 and on macOS 256, as far as the system allows."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = ENOUGH if hard == resource.RLIM_INFINITY else min(ENOUGH, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
