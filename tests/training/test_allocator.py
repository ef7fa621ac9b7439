"""What a step frees is there for the next one."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from audiosep_core.training.allocator import keep_freed_memory

CODE = """
import resource
import numpy as np
from audiosep_core.training.allocator import keep_freed_memory
{first}
for _ in range(2):
    np.ones(64 * 2**20, np.uint8)
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(8):
    np.ones(64 * 2**20, np.uint8)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def faults(first: str) -> int:
    """Pages that the system had to clear for eight arrays of 64 MiB, one after another."""
    command = [sys.executable, "-c", CODE.format(first=first)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the C library is another one")
def test_memory_that_was_freed_is_not_asked_for_again() -> None:
    assert faults("assert keep_freed_memory()") < faults("") / 10


def test_elsewhere_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not keep_freed_memory()
