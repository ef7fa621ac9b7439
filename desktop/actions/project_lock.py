"""Only one window works on a project at a time: a lock file in its folder says who does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

LOCK = "project.lock"


@dataclass(frozen=True)
class Holder:
    """Who has a project open: the name of a computer, and whether it is this one."""

    host: str
    here: bool


class ProjectLock:
    """The lock of one project, held until `release`. A folder that cannot be written needs none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = QLockFile(str(folder / LOCK))
        self._held = False
        self._file.setStaleLockTime(0)  # however long it is held; that its owner is gone is seen all the same

    def take(self) -> Holder | None:
        """Take it; who has it instead, None when nobody does."""
        self._held = self._held or self._file.tryLock(0)
        if self._held or self._file.error() != QLockFile.LockError.LockFailedError:
            return None
        _pid, host, _program = self._file.getLockInfo()
        return Holder(host, host in ("", QSysInfo.machineHostName()))

    def break_stale(self) -> None:
        """Take away the lock of another computer, which may have crashed long ago; only a person can know that."""
        self._file.removeStaleLockFile()
        (self.folder / LOCK).unlink(missing_ok=True)

    def release(self) -> None:
        """Let others have it."""
        if self._held:
            self._held = False
            self._file.unlock()
