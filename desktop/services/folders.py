"""How much lies in a folder, and clearing the cache: on a thread, because a disk may take its time."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import threading
from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from audiosep_core.library.scratch import SCRATCH, held, sweep
from desktop.services.places import is_folder
from desktop.services.session_lock import LOCK_SUFFIX, is_over

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
        if is_folder(place):
            with contextlib.suppress(OSError):
                return shutil.disk_usage(place).free
    return 0


def clear_cache(cache: Path, wanted: Collection[str] = ()) -> int:
    """Remove what no running program works in, and nobody wants to recover; the bytes that this freed.

    Args:
        cache: Below which it lies.
        wanted: Names of sessions' folders that stay although their runs are over.
    """
    freed = 0
    sweep(cache)
    for entry in cache.iterdir() if is_folder(cache) else ():
        # What a sweep leaves in there is in use.
        if entry.name == SCRATCH or _is_session_in_use(entry, wanted) or _is_locked(entry):
            continue
        try:
            before = size_of(entry) if entry.is_dir() else entry.lstat().st_size
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        except FileNotFoundError:  # the lock of a dead run goes when it is looked at
            continue
        except OSError as error:
            logger.info("left in the cache: %s", error)
            continue
        freed += before
    return freed


def _is_session_in_use(entry: Path, wanted: Collection[str]) -> bool:
    """Whether this is the folder, or the lock beside it, of a session that a window works in or somebody wants."""
    import psutil  # not on the way to the first window: 30 ms

    folder = entry.with_name(entry.name.removesuffix(LOCK_SUFFIX))
    kind, _, rest = folder.name.partition("-")
    process = rest.partition("-")[0]
    if kind != _SESSION or not process.isdigit():
        return False
    # Its name says who made it; after a crash another window works in there, and only the lock knows.
    return folder.name in wanted or psutil.pid_exists(int(process)) or not is_over(folder)


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

    def clear(self, cache: Path, wanted: Callable[[], Collection[str]]) -> None:
        """Clear the cache, except the sessions that `wanted` names; it is asked on the thread."""
        self._run(self._clear, cache, wanted)

    def _run(self, work: Callable[..., None], *about: object) -> None:
        threading.Thread(target=work, args=about, name="folder-work", daemon=True).start()

    def _measure(self, folder: Path) -> None:
        size, free = size_of(folder), free_space(folder)
        with contextlib.suppress(RuntimeError):  # the program has ended
            self.measured.emit(folder, size, free)

    def _clear(self, cache: Path, wanted: Callable[[], Collection[str]]) -> None:
        freed = clear_cache(cache, wanted())
        with contextlib.suppress(RuntimeError):
            self.cleared.emit(cache, freed)
