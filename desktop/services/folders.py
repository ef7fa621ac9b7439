"""How much lies in a folder, and clearing the cache: on a thread, because a disk may take its time."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audiosep_core.library.scratch import SCRATCH, held, sweep

logger = logging.getLogger(__name__)

_SESSION = "session"  # desktop.actions.session_folder names them session-<process>-<random>


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder; what cannot be read or goes meanwhile counts nothing."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += os.lstat(os.path.join(place, name)).st_size
    return total


def free_space(folder: Path) -> int:
    """Bytes that are free on a folder's disk; of the nearest folder above where there is none yet; 0 unknown."""
    for place in (folder, *folder.parents):
        if place.is_dir():
            with contextlib.suppress(OSError):
                return shutil.disk_usage(place).free
    return 0


def clear_cache(cache: Path) -> int:
    """Remove what no running program works in; the bytes that this freed."""
    import psutil  # not on the way to the first window: 30 ms

    freed = 0
    sweep(cache)
    for entry in cache.iterdir() if cache.is_dir() else ():
        if entry.name == SCRATCH or _is_locked(entry):  # what a sweep leaves in there is in use
            continue
        parts = entry.name.split("-")
        if parts[0] == _SESSION and len(parts) > 1 and parts[1].isdigit() and psutil.pid_exists(int(parts[1])):
            continue
        before = size_of(entry) if entry.is_dir() else entry.lstat().st_size
        try:
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        except OSError as error:
            logger.info("left in the cache: %s", error)
            continue
        freed += before
    return freed


def _is_locked(folder: Path) -> bool:
    """Whether a process holds one of the locks in there, as one that separates a file does."""
    for lock in folder.glob("*.lock"):
        with held(lock) as nobody:
            if not nobody:
                return True
    return False


class FolderWork(QObject):
    """Measures and clears folders on threads, so that nobody waits.

    Nobody's child: its threads hold it, so a dialog that is closed does not take it from under what they tell.

    Signals:
        measured: args: the folder, its bytes, the bytes free on its disk.
        cleared: args: the folder, the bytes freed.
    """

    measured = Signal(object, object, object)  # bytes pass an int's 32 bits
    cleared = Signal(object, object)

    def measure(self, folder: Path) -> None:
        """Look how much lies in a folder."""
        self._run(self._measure, folder)

    def clear(self, cache: Path) -> None:
        """Clear the cache."""
        self._run(self._clear, cache)

    def _run(self, work: Callable[[Path], None], folder: Path) -> None:
        threading.Thread(target=work, args=(folder,), name="folder-work", daemon=True).start()

    def _measure(self, folder: Path) -> None:
        size, free = size_of(folder), free_space(folder)
        with contextlib.suppress(RuntimeError):  # the program has ended
            self.measured.emit(folder, size, free)

    def _clear(self, cache: Path) -> None:
        freed = clear_cache(cache)
        with contextlib.suppress(RuntimeError):
            self.cleared.emit(cache, freed)
