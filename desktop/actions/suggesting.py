"""What is heard in the open recording: asked once it has been read, while the engine has nothing else to do."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.document.document import Document
from desktop.inference.engine_requests import ListenRequest
from desktop.inference.inference_thread import InferenceThread

SUGGESTIONS = 8


class SuggestingController(QObject):
    """Keeps the suggestions for the open recording.

    Signals:
        suggestions_changed: Other words are heard, or none are known yet.
    """

    suggestions_changed = Signal()

    def __init__(self, document: Document, inference: InferenceThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._inference = inference
        self._serials = itertools.count(1)
        self._job = ""
        self._about: Path | None = None  # the recording that was asked about, or told
        self._words: tuple[str, ...] = ()
        self._known = False
        document.source_changed.connect(self._source_changed)
        inference.done.connect(self._done)
        inference.failed.connect(self._lost)
        inference.cancelled.connect(self._lost)

    @property
    def words(self) -> tuple[str, ...]:
        """What is heard in the open recording, the clearest first."""
        return self._words

    @property
    def known(self) -> bool:
        """Whether the ears have listened to the open recording: what else is asked of them takes no time."""
        return self._known

    @property
    def listening(self) -> bool:
        """Whether the answer is awaited."""
        return bool(self._job)

    def uses(self, folder: Path) -> bool:
        """Whether the ears may still write in there."""
        return bool(self._job) and self._about is not None and self._about.parent == folder

    def _source_changed(self) -> None:
        source = self._document.state.source
        if source is not None and source.cache == self._about:
            return
        if self._about is not None:
            if self._job:
                self._inference.cancel(self._job)
            self._job, self._about, self._words, self._known = "", None, (), False
            self.suggestions_changed.emit()
        if source is not None and source.complete and source.frames > 0:
            self._about = source.cache
            self._job = f"suggest-{next(self._serials)}"
            self._inference.listen(ListenRequest(self._job, "suggest", source.cache, top=SUGGESTIONS))
            self.suggestions_changed.emit()

    def _done(self, job: str, answer: dict[str, Any]) -> None:
        if job == self._job:
            self._job, self._known = "", True
            self._words = tuple(str(found["prompt"]) for found in answer["suggestions"])
            self.suggestions_changed.emit()

    def _lost(self, job: str, *_: object) -> None:
        if job == self._job:
            self._job = ""
            self.suggestions_changed.emit()
