"""Where stems together claim more than there is: marks below a row's lanes."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.axis_view import WIDTH as AXIS_WIDTH
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline

HEIGHT = 4


class ClaimsStrip(QWidget):
    """There only while there is something to mark.

    Args:
        timeline: The stretch in sight.
        themes: For the colours.
    """

    def __init__(self, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
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
        self.update()

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars, at least two pixels wide."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.lane))
        view, width = self._timeline.viewport, self.width() - AXIS_WIDTH
        for start, end in self._ranges:
            left, right = view.x_near(start, width), view.x_near(end, width)
            if right >= 0 and left <= width:
                painter.fillRect(QRectF(left, 0, max(right - left, 2.0), HEIGHT), QColor(self._theme.warning))
