"""Whether a sound can be asked for now, and of which frames; what stands in the way is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.document.document import Document
from desktop.document.state import Selection, Source, StemTrack
from desktop.services.notices import NoticeBus


class AskingTerms(QObject):
    """What has to be there before the engine is asked.

    Args:
        opening: Name of the recording that is about to take the place of this one, "" while there is none.
    """

    def __init__(
        self, document: Document, notices: NoticeBus, opening: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._notices = notices
        self._opening = opening

    def ready(self, source: Source) -> bool:
        """Whether a stem of this recording can be asked for now; tells what stands in the way."""
        following = self._opening()
        if following:  # what was asked for now would go with this recording
            text = self.tr("“{name}” is being opened.").format(name=following)
            self._notices.info(text, self.tr("Separate when it is there."))
            return False
        if not source.complete:
            hint = self.tr("Separate when it is complete.")
            self._notices.info(self.tr("The recording is still being read."), hint)
            return False
        return True

    def stretch(self, within: str, chosen: Selection | None) -> tuple[int, int, tuple[float, float] | None] | None:
        """Frames that are asked about, and their band; None, and a word about it, where there are none."""
        state = self._document.state
        assert state.source is not None
        low, high = 0, state.source.frames
        if within:
            parent = self.parent_stem(within)
            if parent is None:
                return None
            low, high = parent.start, parent.end
        if chosen is None:
            return low, high, None
        start, end = max(low, chosen.start), min(high, chosen.end)
        if start >= end:
            self._notices.info(self.tr("The selection lies outside of that stem."), self.tr("Select a part of it."))
            return None
        return start, end, chosen.band_hz

    def parent_stem(self, stem_id: str) -> StemTrack | None:
        """The stem that is to be listened to; None, and a word about it, where that cannot be."""
        stem = self._document.state.stem(stem_id)
        if stem is None or not stem.cache.exists():
            self._notices.info(self.tr("The stem that this was separated from is not there any more."))
            return None
        if stem.state == "working":
            text = self.tr("“{name}” is still being separated.").format(name=stem.name)
            self._notices.info(text, self.tr("Ask within it when it is done."))
            return None
        return stem
