"""Where stems together claim more than there is: marks along the bottom of a lane."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline

HEIGHT = 4


class ClaimsStrip(QWidget):
    """As wide as the lane that it lies over, and lets every gesture through.

    Args:
        lane: The lane.
        timeline: The stretch in sight.
        themes: For the colour.
    """

    def __init__(self, lane: QWidget, timeline: Timeline, themes: ThemeManager) -> None:
        super().__init__(lane)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timeline = timeline
        self._theme = themes.theme
        self._ranges: tuple[tuple[int, int], ...] = ()
        self.hide()
        timeline.viewport_changed.connect(self.update)
        themes.changed.connect(self._set_theme)

    def show_ranges(self, ranges: tuple[tuple[int, int], ...]) -> None:
        """Mark these frames."""
        self._ranges = ranges
        self.setVisible(bool(ranges))
        self.place()
        self.update()

    def place(self) -> None:
        """Lie along the bottom of the lane."""
        lane = self.parentWidget()
        if lane is not None:
            self.setGeometry(0, lane.height() - HEIGHT, lane.width(), HEIGHT)

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars, at least two pixels wide."""
        painter = QPainter(self)
        view, width = self._timeline.viewport, self.width()
        for start, end in self._ranges:
            left, right = view.x_of(start, width), view.x_of(end, width)
            if right >= 0 and left <= width:
                painter.fillRect(QRectF(left, 0, max(right - left, 2.0), HEIGHT), QColor(self._theme.warning))
