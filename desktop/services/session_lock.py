"""The lock of a session's folder of caches: it lies beside the folder, and is held while a window works in there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

LOCK_SUFFIX = ".lock"


def session_lock(folder: Path) -> QLockFile:
    """The lock of a session's folder, not yet taken."""
    lock = QLockFile(str(folder.with_name(folder.name + LOCK_SUFFIX)))
    lock.setStaleLockTime(0)  # however long it is held; that its owner is gone is seen all the same
    return lock


def is_over(folder: Path) -> bool:
    """Whether no window works in this session's folder any more."""
    if not folder.is_dir():
        return True
    lock = session_lock(folder)
    over = lock.tryLock(0)
    if over:
        lock.unlock()
    return over
