"""Where one run keeps its caches: a folder for each recording, which goes when the recording is let go of.

The whole goes when the program ends. What a crash left is swept at the next start, unless a journal speaks of it: then
it waits until the person has decided.
"""

from __future__ import annotations

import itertools
import logging
import os
import re
import shutil
import uuid
from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from audiosep_core.library import scratch
from desktop.services.session_lock import is_over, session_lock

logger = logging.getLogger(__name__)

_PREFIX = "session"
_NAME = re.compile(rf"{_PREFIX}-\d+-[0-9a-f]{{8}}")
RETRY_MS = 1000

InUse = Callable[[Path], bool]


class Session:
    """The folder of this run, locked while it runs, and those of crashed runs that it has taken over.

    Args:
        cache: Below which it lies.
        wanted: Names of sessions' folders that are not swept although their runs are over.
    """

    def __init__(self, cache: Path, wanted: Collection[str] = ()) -> None:
        sweep(cache, wanted)
        self.folder = cache / f"{_PREFIX}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self.folder.mkdir(mode=0o700, parents=True)
        self._locks: dict[Path, QLockFile] = {}
        self.take_over(self.folder)

    def take_over(self, folder: Path) -> bool:
        """Use the folder of a run that is over; False while somebody else does, or it is not there."""
        if not folder.is_dir():
            return False
        lock = session_lock(folder)
        if not lock.tryLock(0):
            return False
        self._locks[folder] = lock
        return True

    def give_back(self, folder: Path) -> None:
        """Let go of a folder that was taken over, as it is."""
        lock = self._locks.pop(folder, None)
        if lock is not None:
            lock.unlock()

    def remove(self, keep: bool = False) -> None:
        """Remove every folder, for nothing in there is wanted any more; or only let go of them."""
        for folder, lock in list(self._locks.items()):
            lock.unlock()
            if not keep:
                remove(folder)
        self._locks.clear()


def is_session(folder: Path) -> bool:
    """Whether a folder is called like one of ours: no other is ever removed, whatever a journal says."""
    return folder.is_absolute() and _NAME.fullmatch(folder.name) is not None


def sweep(cache: Path, wanted: Collection[str] = ()) -> None:
    """Remove the folders of runs that are over, and what dead processes left on the way to somewhere.

    What cannot be removed is no reason not to start.
    """
    scratch.sweep()
    for folder in cache.glob(f"{_PREFIX}-*-*"):
        if folder.is_dir() and folder.name not in wanted and is_over(folder):
            remove(folder)


def remove(folder: Path) -> None:
    """Remove a session's folder as far as the system lets us."""
    try:
        shutil.rmtree(folder)
    except OSError as error:
        logger.info("left behind: %s", error)


class RecordingFolders(QObject):
    """Makes a folder for each recording below `root` and removes it some time after it was let go of.

    Not at once: players, the engine and exports may still be in there. What cannot be removed is tried again.
    """

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = root
        self._serials = itertools.count(1)
        self._in_use: list[InUse] = []
        self._left: list[tuple[Path, str]] = []  # folders, and what in them: "" all of it, else what belongs to a sound
        self._timer = QTimer(self, interval=RETRY_MS)
        self._timer.timeout.connect(self.tidy)

    def keep_while(self, in_use: InUse) -> None:
        """A folder for which this is true stays for now."""
        self._in_use.append(in_use)

    def make(self) -> Path:
        """A new folder. Where none can be made, whoever writes into it says so in its own words."""
        folder = self._root / f"recording-{next(self._serials)}"
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            logger.warning("no folder for a recording: %s", error)
        return folder

    def let_go(self, folder: Path) -> None:
        """Nobody will ask for anything in this folder any more."""
        self._left.append((folder, ""))
        self._timer.start()

    def let_go_of_sound(self, cache: Path) -> None:
        """Nobody will ask for this sound, or for what was computed of it and lies beside it."""
        self._left.append((cache.parent, cache.stem))
        self._timer.start()

    def tidy(self) -> None:
        """Remove what was let go of and is not in use."""
        for folder, sound in list(self._left):
            if not any(in_use(folder) for in_use in self._in_use):
                gone = _remove_sound(folder, sound) if sound else _remove_folder(folder)
                if gone:
                    self._left.remove((folder, sound))
        if not self._left:
            self._timer.stop()

    def shutdown(self) -> None:
        """Try no more: the whole session's folder goes."""
        self._timer.stop()


def _remove_folder(folder: Path) -> bool:
    remove(folder)
    return not folder.exists()


def _remove_sound(folder: Path, name: str) -> bool:
    """Remove the files of one sound; whether all are gone."""
    gone = True
    for path in folder.glob(f"{name}.*"):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            logger.info("left behind: %s", error)
            gone = False
    return gone
