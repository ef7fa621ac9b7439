"""A thin strip under a row: how clearly words are heard at each time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.actions.presence import Curve
from desktop.views import ticks
from desktop.views.overlay import playhead_rect
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline

HEIGHT = 9
_HIT = 2


class PresenceStrip(QWidget):
    """Heat over time; what is found has a line below it. A click goes there,
    a double-click selects the hit. Not seen while nothing is known."""

    def __init__(self, name: str, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timeline = timeline
        self._theme = themes.theme
        self._color = ""
        self._curve: Curve | None = None
        self._heat: NDArray[np.uint8] = np.zeros(0, np.uint8)
        themes.changed.connect(self._set_theme)
        timeline.viewport_changed.connect(self.update)
        timeline.playhead_changed.connect(self._move_playhead)
        self.hide()

    @property
    def curve(self) -> Curve | None:
        """What is shown."""
        return self._curve

    def set_curve(self, curve: Curve | None, color: str = "") -> None:
        """Show where words are heard, in a colour (the accent without one); None hides the strip."""
        if (curve, color) == (self._curve, self._color):
            return
        self._curve, self._color = curve, color
        self.setVisible(curve is not None)
        if curve is not None:
            self._heat = np.asarray(curve.track, np.uint8)
            self.setAccessibleName(self.tr("Where “{prompt}” is heard").format(prompt=curve.prompt))
            self.setAccessibleDescription(self._summary(curve))
        self.update()

    def accessible_value(self) -> str:
        """For readers of the screen."""
        return self._summary(self._curve) if self._curve is not None else ""

    def _summary(self, curve: Curve) -> str:
        rate = self._timeline.rate_hz
        if not curve.hits:
            return self.tr("Not heard")
        places = ", ".join(
            f"{ticks.tenths(hit.start / rate)}–{ticks.tenths(hit.end / rate)}" for hit in curve.hits[:20]
        )
        more = len(curve.hits) - 20
        return self.tr("Heard at {places}").format(places=places) + (f", +{more}" if more > 0 else "")

    def columns(self, width: int) -> NDArray[np.uint8]:
        """Per cent a pixel column: the clearest step that it shows; 0 outside of the recording."""
        curve, view = self._curve, self._timeline.viewport
        result = np.zeros(width, np.uint8)
        if curve is None or not len(self._heat) or width <= 0:
            return result
        edges = (view.start + np.arange(width + 1) * view.span / width) / curve.step
        first = np.floor(edges[:-1]).astype(np.int64)
        last = np.maximum(np.ceil(edges[1:]).astype(np.int64), first + 1)
        inside = (first >= 0) & (first < len(self._heat))
        low, high = first[inside], np.minimum(last[inside], len(self._heat))
        # reduceat takes pairs: the odd results lie between two columns and are dropped.
        padded = np.append(self._heat, 0)
        result[inside] = np.maximum.reduceat(padded, np.stack([low, high], axis=1).ravel())[::2] if len(low) else 0
        return result

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, heat, hits, playhead."""
        painter = QPainter(self)
        theme, width, height = self._theme, self.width(), self.height()
        painter.fillRect(self.rect(), QColor(theme.lane))
        curve, view = self._curve, self._timeline.viewport
        if curve is None:
            return
        color = QColor(self._color or theme.accent)
        share = self.columns(width).astype(np.float32)[:, None] / 100
        ground, hot = _rgb(QColor(theme.lane)), _rgb(color)
        line = np.clip(ground + (hot - ground) * share**1.5, 0, 255).astype(np.uint8)
        row = np.ascontiguousarray(np.concatenate([line, np.full((width, 1), 255, np.uint8)], axis=1))
        image = QImage(row.data, width, 1, 4 * width, QImage.Format.Format_RGBA8888)
        painter.drawImage(QRectF(0, 1, width, height - _HIT - 2), image, QRectF(0, 0, width, 1))
        for hit in curve.hits:
            if hit.end >= view.start and hit.start <= view.end:
                left, right = view.x_near(hit.start, width), view.x_near(hit.end, width)
                painter.fillRect(QRectF(left, height - _HIT, max(right - left, 2.0), _HIT), color)
        x = round(view.x_near(self._timeline.playhead, width))
        painter.fillRect(QRectF(x, 0, 1, height), QColor(theme.playhead))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._timeline.seek_requested.emit(round(self._frame_at(event.position().x())))
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the hit under the pointer."""
        frame = self._frame_at(event.position().x())
        hits = self._curve.hits if self._curve is not None else ()
        hit = next((hit for hit in hits if hit.start <= frame < hit.end), None)
        if hit is not None and event.button() == Qt.MouseButton.LeftButton:
            self._timeline.select(hit.start, hit.end)

    def event(self, event: QEvent) -> bool:
        """Tell under the pointer what is heard how clearly."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._curve is not None:
            QToolTip.showText(event.globalPos(), self.describe(event.pos().x()), self)
            return True
        return super().event(event)

    def describe(self, x: float) -> str:
        """What is heard at a place."""
        curve = self._curve
        if curve is None:
            return ""
        frame = self._frame_at(x)
        step = int(frame / curve.step)
        percent = curve.track[step] if 0 <= step < len(curve.track) else 0
        time = ticks.tenths(max(frame, 0) / self._timeline.rate_hz)
        text = self.tr("“{prompt}” at {time}: {percent} %")
        if not curve.calibrated:
            text = self.tr("“{prompt}” at {time}: {percent} of 100, a rank and no probability")
        return text.format(prompt=curve.prompt, time=time, percent=percent)

    def _frame_at(self, x: float) -> float:
        return self._timeline.viewport.frame_at(x, self.width())

    def _move_playhead(self, before: int, after: int) -> None:
        for frame in (before, after):
            self.update(playhead_rect(self._timeline, frame, self.width(), self.height(), 1))

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HEIGHT)


def _rgb(color: QColor) -> NDArray[np.float32]:
    return np.array([color.red(), color.green(), color.blue()], np.float32)
