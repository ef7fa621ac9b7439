"""The lane of the regions with its caption, as wide as the rows below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.document.document import Document
from desktop.views.region_lane import HEIGHT, RegionLane
from desktop.views.text_sizes import is_text_change
from desktop.views.theme import ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.track_header import header_width


class RegionLine(QWidget):
    """Caption and lane; away while there are no regions."""

    def __init__(
        self, document: Document, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.lane = RegionLane(document, timeline, themes)
        self._corner = QFrame()
        self._corner.setObjectName("trackHeader")
        self._corner.setFixedSize(header_width(self), HEIGHT)
        caption = QLabel(self.tr("Regions"))
        caption.setProperty("dim", "true")
        caption.setProperty("small", "true")
        inside = QHBoxLayout(self._corner)
        inside.setContentsMargins(12, 0, 6, 0)
        inside.addWidget(caption)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self._corner)
        self._line.addWidget(self.lane, 1)
        document.regions_changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text gets wider headers."""
        super().changeEvent(event)
        if is_text_change(event):
            self._corner.setFixedWidth(header_width(self))

    def set_taken(self, pixels: int) -> None:
        """Leave out what the scroll bar of the rows takes at the right."""
        self._line.setContentsMargins(0, 0, pixels, 0)

    def _show(self) -> None:
        self.setVisible(bool(self._document.state.regions))
