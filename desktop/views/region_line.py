"""The lane of the regions with its caption, as wide as the rows below it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.document.document import Document
from desktop.views.region_lane import HEIGHT, RegionLane
from desktop.views.theme import ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.track_header import WIDTH as HEADER_WIDTH


class RegionLine(QWidget):
    """Caption and lane; away while there are no regions."""

    def __init__(
        self, document: Document, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.lane = RegionLane(document, timeline, themes)
        corner = QFrame()
        corner.setObjectName("trackHeader")
        corner.setFixedSize(HEADER_WIDTH, HEIGHT)
        caption = QLabel(self.tr("Regions"))
        caption.setProperty("dim", "true")
        caption.setProperty("small", "true")
        inside = QHBoxLayout(corner)
        inside.setContentsMargins(12, 0, 6, 0)
        inside.addWidget(caption)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(corner)
        self._line.addWidget(self.lane, 1)
        document.regions_changed.connect(self._show)
        self._show()

    def set_taken(self, pixels: int) -> None:
        """Leave out what the scroll bar of the rows takes at the right."""
        self._line.setContentsMargins(0, 0, pixels, 0)

    def _show(self) -> None:
        self.setVisible(bool(self._document.state.regions))
