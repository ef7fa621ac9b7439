"""Draws stems as they are heard: once a strength stands still, its stem's peaks and spectrum are made anew."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QObject, QTimer

from desktop.actions.picture_store import PictureStore
from desktop.document.document import Document
from desktop.document.lineage import separated_from
from desktop.document.state import StemTrack
from desktop.inference.media_thread import MediaThread

SETTLE_MS = 300


class ReshapingController(QObject):
    """Watches the strengths of finished stems; sound follows at once, pictures when the hand rests."""

    def __init__(
        self, document: Document, pictures: PictureStore, media: MediaThread, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._pictures = pictures
        self._media = media
        self._serials = itertools.count(1)
        self._running: dict[str, StemTrack] = {}
        self._timer = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._timer.timeout.connect(self.draw)
        document.mix_changed.connect(self._look)
        document.stems_changed.connect(self._look)
        pictures.changed.connect(self._look)
        document.source_changed.connect(self._running.clear)
        media.done.connect(self._drawn)
        media.failed.connect(self._forget)
        media.cancelled.connect(self._forget)

    def _stale(self) -> list[StemTrack]:
        state = self._document.state
        made = {stem.id for stem in state.stems if stem.state == "working"}
        # What is reckoned from a stem that is being made again is drawn once that is done.
        return [stem for stem in state.stems if stem.parent not in made and self._pictures.is_stale(stem)]

    def _look(self, *_: object) -> None:
        if self._stale():
            self._timer.start()

    def draw(self) -> None:
        """Have what is drawn otherwise than it is heard drawn anew, one after the other."""
        stale = self._stale()
        if stale and self._document.state.source is not None and not self._running:
            stem = stale[0]
            job = f"reshape-{stem.id}-{next(self._serials)}"
            self._running[job] = stem
            self._media.analyse(job, stem.cache, *separated_from(self._document.state, stem), stem.strength)

    def _drawn(self, job: str, _: dict[str, object]) -> None:
        stem = self._running.pop(job, None)
        if stem is not None:
            self._pictures.take_analysis(stem)
            if not self._pictures.is_stale(stem):  # what cannot be drawn is not tried for ever
                self._look()

    def _forget(self, job: str, *_: object) -> None:
        self._running.pop(job, None)
