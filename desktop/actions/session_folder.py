"""Where one run keeps its caches: a folder for each recording, which goes when the recording is let go of.

The whole goes when the program ends; what a crash left is swept at the next start.
"""

from __future__ import annotations

import itertools
import logging
import os
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

logger = logging.getLogger(__name__)

_PREFIX = "session"
RETRY_MS = 1000

InUse = Callable[[Path], bool]


def make_session_folder(cache: Path) -> Path:
    """A new folder below `cache` for this process."""
    sweep(cache)
    folder = cache / f"{_PREFIX}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    return folder


def sweep(cache: Path) -> None:
    """Remove the folders of runs that are over. One that cannot be removed is no reason not to start."""
    left = list(cache.glob(f"{_PREFIX}-*-*"))
    if not left:
        return
    import psutil  # not on the way to the first window: 30 ms

    for folder in left:
        process = folder.name.split("-")[1]
        if process.isdigit() and not psutil.pid_exists(int(process)):
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
        self._left: list[Path] = []
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
        self._left.append(folder)
        self._timer.start()

    def tidy(self) -> None:
        """Remove what was let go of and is not in use."""
        for folder in list(self._left):
            if not any(in_use(folder) for in_use in self._in_use):
                remove(folder)
                if not folder.exists():
                    self._left.remove(folder)
        if not self._left:
            self._timer.stop()

    def shutdown(self) -> None:
        """Try no more: the whole session's folder goes."""
        self._timer.stop()
