"""Pictures of stems that are done: asked for, tried again, handed to the store."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.actions.picture_store import PictureStore
from desktop.document.state import StemTrack
from desktop.inference.media_thread import MediaThread

logger = logging.getLogger(__name__)

TRIES = 3
"""How often a picture is asked for before the stem goes without."""


class StemAnalyses(QObject):
    """Has peaks and spectrum of finished stems made.

    Args:
        working: Whether a stem of that id is being separated (again): what was analysed is old then.
    """

    def __init__(
        self,
        pictures: PictureStore,
        media: MediaThread,
        working: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._media = media
        self._working = working
        self._running: dict[str, tuple[StemTrack, int]] = {}  # by job: of which stem, and which try it is
        self._serials = itertools.count(1)
        media.done.connect(self._analysed)
        media.failed.connect(self._failed)
        media.cancelled.connect(self._forget)

    def uses(self, folder: Path) -> bool:
        """Whether an analysis may still write in there."""
        return any(stem.cache.parent == folder for stem, _ in self._running.values())

    def begin(self, stem: StemTrack, attempt: int = 1) -> None:
        """Ask for a stem's picture, unless its recording was closed."""
        if self._pictures.picture(stem.id) is not None and stem.cache.exists():
            job = f"analyse-{stem.id}-{next(self._serials)}"
            self._running[job] = stem, attempt
            self._media.analyse(job, stem.cache)

    def _analysed(self, job: str, _: dict[str, object]) -> None:
        stem, _attempt = self._running.pop(job, (None, 0))
        if stem is None or self._working(stem.id):
            return
        # Also of a stem that was taken out: undo brings it back.
        if self._pictures.picture(stem.id) is not None:
            self._pictures.take_analysis(replace(stem, strength=0.0))  # as the engine made it

    def _failed(self, job: str, _code: str, message: str, _hint: str) -> None:
        stem, attempt = self._running.pop(job, (None, 0))
        if stem is not None:
            logger.warning("no picture of a stem at try %d: %s", attempt, message)
            if attempt < TRIES:  # another job may have taken the process with it
                self.begin(stem, attempt + 1)

    def _forget(self, job: str) -> None:
        self._running.pop(job, None)
