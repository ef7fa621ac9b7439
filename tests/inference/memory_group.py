"""A control group of Linux with a limit of memory, of either version; a skip that says so where none can be made."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

_ROOT = Path("/sys/fs/cgroup")

# Enters the group, and is the module then.
_ENTER = """
import os, runpy, sys
with open(sys.argv[1], "w") as group:
    group.write(str(os.getpid()))
runpy.run_module(sys.argv[2], run_name="__main__")
"""


class MemoryGroup:
    """One group; a context manager that removes it, which nobody may be in any more."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        one = (folder / "memory.limit_in_bytes").exists()
        self._limit = folder / ("memory.limit_in_bytes" if one else "memory.max")
        self._used = folder / ("memory.usage_in_bytes" if one else "memory.current")
        self._none = "-1" if one else "max"

    @classmethod
    def make(cls) -> MemoryGroup:
        """A new group, or a skip."""
        for parent in (_ROOT / "memory", _ROOT):
            folder = parent / f"audiosep-test-{os.getpid()}"
            try:
                folder.mkdir()
            except OSError:
                continue
            group = cls(folder)
            if group._limit.exists():
                return group
            folder.rmdir()
        pytest.skip("no memory group can be made here: that takes root, and a cgroup file system that can be written")

    def __enter__(self) -> MemoryGroup:
        return self

    def __exit__(self, *_: object) -> None:
        deadline = time.monotonic() + 30
        while True:
            try:
                self._folder.rmdir()
                return
            except OSError:  # somebody is just leaving it
                if time.monotonic() > deadline:
                    raise

    @property
    def used(self) -> int:
        """Bytes that are in use."""
        return int(self._used.read_text())

    def limit(self, size: int | None) -> None:
        """At most so many bytes from now on; None is no limit."""
        self._limit.write_text(self._none if size is None else str(size))

    def command(self, module: str) -> list[str]:
        """The command that runs a module inside."""
        return [sys.executable, "-c", _ENTER, str(self._folder / "cgroup.procs"), module]
